import type { Catalog, Locale, Param } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey } from "../../core/message-bundle.ts";
import type { ParamNode } from "../../core/message-tree.ts";
import type { Variant } from "../../core/message-variants.ts";
import { quoted } from "../../core/quoted.ts";
import { stableJson } from "../../core/stable-json.ts";
import { choicesDocument, isUsual, type ShapedText, shapedMessage, shapeLosses } from "./choice-shape.ts";
import { isolated } from "./isolates.ts";
import { androidQualifier } from "./locale-name.ts";
import { type Loss, type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";
import { numberLosses, valueBlock } from "./numbered-values.ts";

/** A piece of a resource's name; two underscores in a row stand between pieces alone. */
const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "_");

const nameOf: NonNullable<MessageFormat["keyOf"]> = ({ failure, part }) => `e_${slug(String(failure.code))}_${part}`;

function suffixOf(text: ShapedText): string {
  if (isUsual(text)) return "";
  const pieces = text.exact === undefined ? text.arms : [...text.arms, text.exact];
  return pieces.map((piece) => `__${slug(piece)}`).join("");
}

const inXml = (text: string): string =>
  text.replace(/[&<>]/g, (unit) => (unit === "&" ? "&amp;" : unit === "<" ? "&lt;" : "&gt;"));
const inAttribute = (text: string): string => inXml(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;");
/** A comment ends at two hyphens. */
const inComment = (text: string): string => text.replace(/-(?=-|$)/g, "- ");

/** A piece of text as aapt reads it. `first` is whether it begins the resource. */
function escaped(text: string, first: boolean, formatted: boolean): string {
  const escapedText = text
    .replace(/[\\"']/g, "\\$&")
    .replaceAll("\n", "\\n")
    .replace(/^[@?]/, first ? "\\$&" : "$&");
  return inXml(formatted ? escapedText.replaceAll("%", "%%") : escapedText);
}

function specifier(params: readonly Param[], { name, style }: ParamNode): string {
  const index = params.findIndex((param) => param.name === name);
  const place = index + 1;
  if (style === "text") return `%${place}$s`;
  if (params[index]?.type === "integer" && (style === "number" || style === "integer")) return `%${place}$,d`;
  if (typeof style === "object") return `%${place}$,.${style.decimals}f`;
  return `%${place + params.length * valueBlock(style)}$s`;
}

function textOfNodes({ failure, part }: ParsedMessage, nodes: Variant["nodes"], tag: string): string {
  const { params } = failure;
  const isolate = isolated(tag, part);
  let value = "";
  let plain = "";
  for (const [index, node] of nodes.entries()) {
    if (typeof node === "string") {
      value += escaped(node, index === 0, params.length > 0);
      plain += node;
      continue;
    }
    const example = params.find(({ name }) => name === node.name)?.example ?? "";
    value += isolate(
      `<xliff:g id="${node.name}" example="${inAttribute(String(example))}">${specifier(params, node)}</xliff:g>`,
    );
    plain += "%";
  }
  // Outside of quotes aapt makes one space of several, and none at the ends.
  return /^\s|\s$|[^\S ]|\s\s/.test(plain.replaceAll("\n", "n")) ? `"${value}"` : value;
}

function resource(message: ParsedMessage, text: ShapedText, tag: string): string {
  const name = nameOf(message) + suffixOf(text);
  const attributes = message.part === "developer" ? ' translatable="false"' : "";
  if (text.counted) {
    const items = [...text.forms].map(
      ([quantity, nodes]) => `    <item quantity="${quantity}">${textOfNodes(message, nodes, tag)}</item>\n`,
    );
    return `  <plurals name="${name}"${attributes}>\n${items.join("")}  </plurals>\n`;
  }
  const nodes = text.forms.get("other") ?? [];
  // Without it aapt takes a percent sign for the beginning of a format.
  const plain = message.failure.params.length === 0 && nodes.some((node) => String(node).includes("%"));
  return `  <string name="${name}"${attributes}${plain ? ' formatted="false"' : ""}>${textOfNodes(message, nodes, tag)}</string>\n`;
}

function comment({ failure, part }: ParsedMessage): string {
  const source = part === "developer" ? undefined : failure.messages[part];
  const words = [messageKey(failure, part), part === "developer" ? "for developers" : (source?.description ?? "")];
  return `  <!-- ${inComment(words.filter((word) => word !== "").join(": "))} -->\n`;
}

function fileOf(catalog: Catalog, tag: string, messages: readonly ParsedMessage[]): string {
  let file = `<?xml version="1.0" encoding="utf-8"?>\n`;
  for (const line of generatedHeader(catalog)) file += `<!-- ${inComment(line)} -->\n`;
  file += `<resources xmlns:xliff="urn:oasis:names:tc:xliff:document:1.2">\n`;
  for (const message of messages) {
    if (tag === catalog.defaultLocale) file += comment(message);
    for (const text of shapedMessage(message, tag).texts) file += resource(message, text, tag);
  }
  return `${file}</resources>\n`;
}

const notInXml = /[\ufffe\uffff]/;

const pathOf = (tag: string): string => `res/values-${androidQualifier(tag)}/strings.xml`;

function* losses(message: ParsedMessage, locale: Locale): Iterable<Loss> {
  yield* shapeLosses(message, locale);
  yield* numberLosses(message);
  if (notInXml.test(message.text)) {
    yield { construct: "a character that XML does not have", remedy: "Remove U+FFFE and U+FFFF" };
  }
  for (const { name, arms } of shapedMessage(message, locale.tag).shape.selects) {
    const slugs = new Set(arms.map(slug));
    if (slugs.size === arms.length) continue;
    const construct = `a select by ${quoted(name)} whose arms differ in case and signs alone`;
    yield { construct, remedy: "Rename the values" };
  }
}

/** Resources of Android: strings, and plurals for what is counted. */
export const android: MessageFormat = {
  purpose: "String resources of Android: a folder `values` for the default locale, `values-…` for every locale.",
  usage: (catalog) => `\`\`\`kotlin
// sourceSets { getByName("main") { res.srcDir("messages/android/res") } }
resources.getString(R.string.${nameOf({ failure: catalog.fallback, part: "title" })})                // a failure without params
resources.getString(R.string.name, *values)                  // with params: all of them, in the catalog's order
resources.getQuantityString(R.plurals.name, count, *values)
\`\`\`

\`keys.json\` says which resource a key of the catalog is. Android has no select and no text for one number alone: those have
resources of their own, whose names end in two underscores and an arm for every select, and in two underscores and the
number. \`choices.json\` says which: a value that it does not list is \`other\`, and where all are \`other\`, nothing is added. The
values of a failure are its params, then each of them as a number of the locale (\`NumberFormat.getInstance\`), then each of
them as a percentage; those after the params are needed where a text has \`{n, number}\` of a param of type number, or
\`percent\`. A failure without params is not formatted. The text for developers is in \`values\` alone, not translatable.`,
  lowering: {
    "a param, `{name}`": "`%1$s`, by its place in the failure's list, inside `xliff:g`",
    "a number, `{n, number}`":
      "`%1$,d` of an integer, groups of three digits; `%3$s` of a number: the value as a text, after the params",
    "`integer`, `percent`, `::.00`":
      "`%1$,d` of an integer; `%1$,.2f` of a number; `percent` is a text after the params",
    "`plural`": "`<plurals>`, every category of the language",
    "`selectordinal`": "cannot be held (FC5202)",
    "`=0`, `=1`": "a resource of its own, `e_15005_title__0`",
    "`select`": "a resource an arm, `e_15005_title__bike`",
    "several choices": "one plural in selects: `e_15005_title__bike__0`",
    "`#`": "`%1$,d`",
    "a param of type date-time": "`%1$s`, ISO text",
    "special characters":
      "`\\\\`, `\\\"`, `\\'`, `\\n`, `\\@` and `\\?` at the start, `&amp;`, `&lt;`; `%%` where the failure has params; quotes around spaces that count",
    "direction of params": "isolates (U+2068, U+2069) around each in locales from right to left",
    "what it cannot hold":
      "two plurals, ordinals, plurals by a number that need not be whole, choices that the default locale does not make, `::.00` of an integer, `integer` of a number, more than 200 combinations (FC5202)",
  },
  path: pathOf,
  keyOf: nameOf,
  locale: (catalog, { tag }, messages) => {
    if (tag !== catalog.defaultLocale) return { files: [textFile(pathOf(tag), fileOf(catalog, tag, messages))] };
    return { files: [textFile("res/values/strings.xml", fileOf(catalog, tag, messages))] };
  },
  whole: (catalog) => [textFile("choices.json", stableJson(choicesDocument(catalog, slug)))],
  hazard: notInXml,
  losses: () => losses,
};
