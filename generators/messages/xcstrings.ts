import type { Catalog } from "../../core/catalog.ts";
import { messageKey } from "../../core/message-bundle.ts";
import type { ParamNode } from "../../core/message-tree.ts";
import type { Variant } from "../../core/message-variants.ts";
import { stableJson } from "../../core/stable-json.ts";
import type { Json } from "../../core/target.ts";
import {
  choicesDocument,
  isUsual,
  type ShapedMessage,
  type ShapedText,
  shapedMessage,
  shapeLosses,
} from "./choice-shape.ts";
import { isolated } from "./isolates.ts";
import { type KeptOf, type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";
import { numberLosses, valueBlock } from "./numbered-values.ts";

/** What is kept of a locale. */
interface Kept {
  /** The texts by key, each as its JSON in the file. */
  readonly texts: ReadonlyMap<string, string>;
  /** What an entry says besides its texts; in the default locale alone. */
  readonly comments: ReadonlyMap<string, { readonly comment: string; readonly isForDevelopers: boolean }>;
}

/** The run of values that holds the numbers themselves. */
const numberBlock = 3;

/** What stands after a key for an arm of each select, and for a number: `.vehicle-bike.n-0`. */
function suffixOf({ shape }: ShapedMessage, text: ShapedText): string {
  if (isUsual(text)) return "";
  const arms = text.arms.map((arm, index) => `.${shape.selects[index]?.name}-${arm}`);
  return arms.join("") + (text.exact === undefined ? "" : `.${shape.count}-${text.exact}`);
}

function specifier({ params }: ParsedMessage["failure"], { name, style }: ParamNode): string {
  const place = params.findIndex((param) => param.name === name) + 1;
  if (typeof style === "object") return `%${place + params.length * numberBlock}$.${style.decimals}f`;
  return `%${place + params.length * valueBlock(style)}$@`;
}

function textOfNodes({ failure, part }: ParsedMessage, nodes: Variant["nodes"], tag: string): string {
  const isolate = isolated(tag, part);
  const isFormatted = failure.params.length > 0;
  return nodes
    .map((node) => {
      if (typeof node === "string") return isFormatted ? node.replaceAll("%", "%%") : node;
      return isolate(specifier(failure, node));
    })
    .join("");
}

/** JSON as Xcode writes it: a space before each colon, and a line between the braces of an empty object. */
function xcodeJson(value: Json, indentation: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indentation}  `;
  const entries = Object.entries(value).map(
    ([key, one]) => `${inner}${JSON.stringify(key)} : ${xcodeJson(one, inner)}`,
  );
  return `{\n${entries.join(",\n")}\n${indentation}}`;
}

function localization(message: ParsedMessage, text: ShapedText, count: string, tag: string): Json {
  const state = message.translated ? "translated" : "new";
  const unit = (value: string): Json => ({ stringUnit: { state, value } });
  if (!text.counted) return unit(textOfNodes(message, text.forms.get("other") ?? [], tag));
  const { params } = message.failure;
  const forms = [...text.forms].sort(([left], [right]) => (left < right ? -1 : 1));
  const plural = Object.fromEntries(forms.map(([name, nodes]) => [name, unit(textOfNodes(message, nodes, tag))]));
  const argNum = params.findIndex(({ name }) => name === count) + 1 + params.length * numberBlock;
  return {
    stringUnit: { state, value: `%#@${count}@` },
    substitutions: { [count]: { argNum, formatSpecifier: "lld", variations: { plural } } },
  };
}

/** What Xcode shows to translators beside the texts of a key. */
function commentOf({ failure, part }: ParsedMessage): string {
  const note = part === "developer" ? "For developers." : (failure.messages[part]?.description ?? "");
  const params = failure.params.map(
    ({ name, type, example }, index) => `%${index + 1}$@: ${name} (${type}, for example ${JSON.stringify(example)})`,
  );
  return [note, ...params].filter((line) => line !== "").join("\n");
}

function keptOf(catalog: Catalog, messages: readonly ParsedMessage[], tag: string): Kept {
  const texts = new Map<string, string>();
  const comments = new Map<string, { comment: string; isForDevelopers: boolean }>();
  for (const message of messages) {
    const shaped = shapedMessage(message, tag);
    for (const text of shaped.texts) {
      const key = messageKey(message.failure, message.part) + suffixOf(shaped, text);
      texts.set(key, xcodeJson(localization(message, text, shaped.shape.count ?? "", tag), "        "));
      if (tag !== catalog.defaultLocale) continue;
      comments.set(key, { comment: commentOf(message), isForDevelopers: message.part === "developer" });
    }
  }
  return { texts, comments };
}

const byTag = (left: KeptOf, right: KeptOf): number => (left.tag < right.tag ? -1 : 1);

function fileOf(catalog: Catalog, kept: readonly KeptOf[]): string {
  const source = kept.find(({ tag }) => tag === catalog.defaultLocale);
  const comments: Kept["comments"] = source === undefined ? new Map() : (source.kept as Kept).comments;
  const locales = [...kept].sort(byTag).map((locale) => ({ tag: locale.tag, texts: (locale.kept as Kept).texts }));
  const keys = [...comments.keys()].sort();
  const entries = keys.map((key) => {
    const { comment = "", isForDevelopers = false } = comments.get(key) ?? {};
    let entry = `    ${JSON.stringify(key)} : {\n`;
    if (comment !== "") entry += `      "comment" : ${JSON.stringify(comment)},\n`;
    // Without it Xcode marks what its own search of the sources does not find as stale.
    entry += `      "extractionState" : "manual",\n      "localizations" : {\n`;
    const own = locales.flatMap(({ tag, texts }) => {
      const text = texts.get(key);
      return text === undefined ? [] : [`        ${JSON.stringify(tag)} : ${text}`];
    });
    entry += `${own.join(",\n")}\n      }`;
    return `${entry}${isForDevelopers ? ',\n      "shouldTranslate" : false' : ""}\n    }`;
  });
  const strings = entries.length === 0 ? "{\n\n  }" : `{\n${entries.join(",\n")}\n  }`;
  return `{\n  "sourceLanguage" : ${JSON.stringify(catalog.defaultLocale)},\n  "strings" : ${strings},\n  "version" : "1.0"\n}`;
}

/** A String Catalog of Xcode, which holds all locales. */
export const xcstrings: MessageFormat = {
  purpose: "A String Catalog of Xcode, `Failures.xcstrings`: all locales in one file, keys by code.",
  usage: (catalog) => `\`\`\`swift
func failureMessage(_ key: String, _ values: [CVarArg], locale: Locale = .current) -> String {
  let format = NSLocalizedString(key, tableName: "Failures", comment: "")
  return values.isEmpty ? format : String(format: format, locale: locale, arguments: values)
}
failureMessage("${catalog.fallback.code}.title", [])
\`\`\`

The values of a failure with n params are 4n. Their order: each param as a text; each as a number of the locale, which is a text
too (\`NumberFormatter\`, \`.decimal\`); each as a percentage; and each number itself, an \`Int\` of an integer and a \`Double\` of
a number. What is no number is an empty text in the second and third run and 0 in the last, which plurals are chosen by. A
failure without params is not formatted. A String Catalog has no select and no text for one number alone: those have keys of
their own, which end in the param and the arm (\`.vehicle-bike\`, \`.n-0\`); \`choices.json\` says which: a value that it does not
list is \`other\`, and where all are \`other\`, nothing is added. Every text is \`translated\`, reviewed or not; one that stands in
for a missing one is \`new\`.`,
  lowering: {
    "a param, `{name}`": "`%1$@`, a text, by its place in the failure's list",
    "a number, `{n, number}`": "`%3$@`, a text that the program formats, after the params",
    "`integer`, `percent`, `::.00`":
      "`integer` as a number; `percent` after those; `::.00` is `%7$.2f`, which may round a half to the even digit",
    "`plural`": "a substitution `%#@n@` that is the whole text, every category of the language",
    "`selectordinal`": "cannot be held (FC5202)",
    "`=0`, `=1`": "a key of its own, `15005.title.n-0`",
    "`select`": "a key an arm, `15005.title.vehicle-bike`",
    "several choices": "one plural in selects: `15005.title.vehicle-bike.n-0`",
    "`#`": "as `{n, number}`",
    "a param of type date-time": "`%1$@`, ISO text",
    "special characters": "`%%` where the failure has params",
    "direction of params": "isolates (U+2068, U+2069) around each in locales from right to left",
    "what it cannot hold":
      "two plurals, ordinals, plurals by a number that need not be whole, choices that the default locale does not make, `::.00` of an integer, `integer` of a number, more than 200 combinations (FC5202); states of review",
  },
  path: undefined,
  locale: (catalog, { tag }, messages) => ({ files: [], kept: keptOf(catalog, messages, tag) }),
  whole: (catalog, kept) => [
    textFile("Failures.xcstrings", fileOf(catalog, kept)),
    textFile("choices.json", stableJson(choicesDocument(catalog, (arm) => arm))),
  ],
  losses: () =>
    function* (message, locale) {
      yield* shapeLosses(message, locale);
      yield* numberLosses(message);
    },
};
