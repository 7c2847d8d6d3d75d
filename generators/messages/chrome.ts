import type { Param } from "../../core/catalog.ts";
import type { TextSource } from "../../core/message-bundle.ts";
import type { ParamNode } from "../../core/message-tree.ts";
import type { Variant } from "../../core/message-variants.ts";
import { quoted } from "../../core/quoted.ts";
import type { Json } from "../../core/target.ts";
import { isolated } from "./isolates.ts";
import { type KeyedText, keyedTexts, sharedKey, valueName, valuesUsage } from "./keyed-texts.ts";
import { regionLocaleName } from "./locale-name.ts";
import { type Loss, type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";

/** A piece of a key; two underscores in a row stand between pieces alone. */
const slug = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, "_");

const keyOf: NonNullable<MessageFormat["keyOf"]> = ({ failure, part }) => `${slug(String(failure.code))}_${part}`;

const endOf = ({ arms }: KeyedText): string => arms.map(({ name, arm }) => `__${slug(name)}_${slug(arm)}`).join("");

/** A value that a program gives a text: a param as it is, or formatted. */
interface Value {
  readonly name: string;
  readonly param: Param;
}

/** What the texts of a message are given, in order: all params of the failure, then those that are formatted. */
function valuesOf({ params }: TextSource, texts: readonly KeyedText[]): readonly Value[] {
  const formatted = new Map<string, Value>();
  for (const { nodes } of texts) {
    for (const node of nodes) {
      if (typeof node === "string" || node.style === "text") continue;
      const param = params.find(({ name }) => name === node.name);
      if (param !== undefined) formatted.set(valueName(node), { name: valueName(node), param });
    }
  }
  const names = [...formatted.keys()].sort();
  return [
    ...params.map((param) => ({ name: param.name, param })),
    ...names.flatMap((name) => formatted.get(name) ?? []),
  ];
}

/** Names of placeholders by those of values: they are compared without regard to case. */
function placeholderNames(values: readonly Value[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [index, { name }] of values.entries()) {
    const lower = name.toLowerCase();
    const isTaken = values.some((other, place) => place < index && other.name.toLowerCase() === lower);
    found.set(name, isTaken ? `${lower}_at_${index + 1}` : lower);
  }
  return found;
}

interface Written {
  readonly message: string;
  readonly placeholders: Readonly<Record<string, Json>>;
}

/** A run of dollar signs is one shorter when it is shown. */
const dollars = (count: number): string => "$".repeat(count + 1);

function written(nodes: Variant["nodes"], values: readonly Value[], isolate: (param: string) => string): Written {
  const names = placeholderNames(values);
  const placeholders: Record<string, Json> = {};
  let message = "";
  // From the end: whether a dollar sign would begin a placeholder is told by what follows it.
  for (const node of [...nodes].reverse()) {
    if (typeof node !== "string") {
      const index = values.findIndex(({ name }) => name === valueName(node));
      const name = names.get(valueName(node)) ?? "";
      const example = node.style === "text" ? { example: String(values[index]?.param.example ?? "") } : {};
      placeholders[name] = { content: `$${index + 1}`, ...example };
      message = isolate(`$${name.toUpperCase()}$`) + message;
      continue;
    }
    for (const piece of node.split(/(\$+)/).reverse()) {
      if (!piece.startsWith("$")) message = piece + message;
      else if (!/^[A-Za-z0-9_@]+\$/.test(message)) message = dollars(piece.length) + message;
      else {
        const name = `dollar_sign_${piece.length}`;
        placeholders[name] = { content: dollars(piece.length) };
        message = `$${name.toUpperCase()}$${message}`;
      }
    }
  }
  return { message, placeholders };
}

function entriesOf(message: ParsedMessage, tag: string): readonly (readonly [key: string, entry: Json])[] {
  const { failure, part } = message;
  const { choices, texts } = keyedTexts(message, tag);
  const key = keyOf(message);
  const isolate = isolated(tag, part);
  const values = valuesOf(failure, texts);
  const note = part === "developer" ? "For developers." : (failure.messages[part]?.description ?? "");
  const description = note === "" ? {} : { description: note };
  const entries = texts.map((text): readonly [string, Json] => {
    const { message: own, placeholders } = written(text.nodes, values, isolate);
    const named = Object.keys(placeholders).length === 0 ? {} : { placeholders };
    return [key + endOf(text), { message: own, ...description, ...named }];
  });
  if (choices !== undefined) entries.push([`${key}__choices`, { message: choices }]);
  if (values.length > failure.params.length) {
    entries.push([`${key}__values`, { message: values.map(({ name }) => name).join(" ") }]);
  }
  return entries;
}

function fileOf(messages: readonly ParsedMessage[], tag: string): string {
  const lines = messages.flatMap((message) =>
    entriesOf(message, tag).map(([key, entry]) => `  ${JSON.stringify(key)}: ${JSON.stringify(entry)}`),
  );
  return lines.length === 0 ? "{}\n" : `{\n${lines.join(",\n")}\n}\n`;
}

/** The most values that a text can be given. */
const mostValues = 9;

const isParam = (node: string | ParamNode | undefined): boolean => node !== undefined && typeof node !== "string";

/** Whether a node is the place of a value. */
const isOf =
  (name: string) =>
  (node: string | ParamNode): boolean =>
    typeof node !== "string" && valueName(node) === name;

/** Whether a text that stands right before a param, or right after one, is as it is asked. */
function touches(texts: readonly KeyedText[], asked: (text: string, isBefore: boolean) => boolean): boolean {
  return texts.some(({ nodes }) =>
    nodes.some((node, index) => {
      if (typeof node !== "string") return false;
      return (isParam(nodes[index + 1]) && asked(node, true)) || (isParam(nodes[index - 1]) && asked(node, false));
    }),
  );
}

function* losses(message: ParsedMessage, tag: string): Iterable<Loss> {
  yield* tooManyVariants(message, tag);
  const { texts } = keyedTexts(message, tag);
  const values = valuesOf(message.failure, texts);
  const beyond = values.slice(mostValues).find(({ name }) => texts.some(({ nodes }) => nodes.some(isOf(name))));
  if (beyond !== undefined) {
    const remedy = "Declare the params that it uses first, or use fewer";
    yield { construct: `${quoted(beyond.name)}, which comes after the ninth value`, remedy };
  }
  // Isolates stand between them.
  if (isolated(tag, message.part)("") === "") {
    if (touches(texts, (text, isBefore) => isBefore && text.endsWith("$"))) {
      const remedy = "Write the sign after the param, or a space between";
      yield { construct: "a dollar sign right before a param", remedy };
    }
    if (touches(texts, (text, isBefore) => !isBefore && /^\d/.test(text))) {
      yield { construct: "a digit right after a param", remedy: "Write a space between them" };
    }
  }
  const shared = sharedKey(texts, endOf);
  if (shared !== undefined) yield shared;
}

const pathOf = (tag: string): string => `_locales/${regionLocaleName(tag)}/messages.json`;

/** Messages of a browser extension. */
export const chrome: MessageFormat = {
  purpose: "Messages of browser extensions, `_locales/<locale>/messages.json`: a key for every arm of a choice.",
  usage: (catalog) => `\`\`\`js
// manifest.json: "default_locale": "${regionLocaleName(catalog.defaultLocale)}"
chrome.i18n.getMessage("${keyOf({ failure: catalog.fallback, part: "title" })}", values);
\`\`\`

\`keys.json\` says which key a key of the catalog has here. The values are texts: all params of the failure, in the catalog's
order. A text that holds numbers of the locale has a message \`<key>__values\` with the names of all its values, in order; those
after the params are formatted by the program. A browser takes nine values at most: give the first nine. ${valuesUsage}

Where a text chooses, \`<key>__choices\` says by what and among which arms: \`n:plural:0,one,other vehicle:select:bike,other\`. For
a \`plural\` or \`selectordinal\` take the arm that is the number itself, else the number's plural category in the locale, else
\`other\`; for a \`select\` the value, else \`other\`. The text is \`<key>__n_one__vehicle_bike\`, the arms in that order, in lower
case, with \`_\` for what is neither letter nor digit; where all are \`other\`, it is \`<key>\` itself.

Folders are named as browsers name their locales, \`pt_BR\`, \`zh_CN\`, \`nb\`; a locale that is missing falls back to its
language, \`pt\`, and to the default one. Chrome's store calls Norwegian \`no\`, which no browser asks for.`,
  lowering: {
    "a param, `{name}`": "`$NAME$`, a placeholder with the content `$1`, its place in the failure's list",
    "a number, `{n, number}`": "`$N_NUMBER$`, which the program formats, after the params",
    "`integer`, `percent`, `::.00`": "`$N_INTEGER$`, `$N_PERCENT$`, `$N_FIXED2$`",
    "`plural`": "a key for each arm: `15005_title__n_one`; a category that the text does not name is `other`",
    "`selectordinal`": "as `plural`",
    "`=0`, `=1`": "`15005_title__n_0`, `15005_title__n_1`",
    "`select`": "a key for each arm: `15005_title__size_small`",
    "several choices": "a key for each combination: `15005_title__n_one__size_small`",
    "`#`": "`$N_NUMBER$`",
    "a param of type date-time": "`$AT$`, ISO text",
    "special characters": "a run of `$` is one longer; a placeholder where it would begin a name",
    "direction of params": "isolates (U+2068, U+2069) around each in locales from right to left",
    "what it cannot hold":
      "a value after the ninth, a `$` right before a param, a digit right after one (Firefox reads `$12`), arms that differ in case and signs alone, more than 200 combinations (FC5202)",
  },
  path: pathOf,
  keyOf,
  locale: (_catalog, { tag }, messages) => ({ files: [textFile(pathOf(tag), fileOf(messages, tag))] }),
  hazard: /\{/,
  losses:
    () =>
    (message, { tag }) =>
      losses(message, tag),
};
