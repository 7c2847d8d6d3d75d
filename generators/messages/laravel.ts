import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey, type TextSource } from "../../core/message-bundle.ts";
import type { Variant } from "../../core/message-variants.ts";
import { quoted } from "../../core/quoted.ts";
import { isolated } from "./isolates.ts";
import { choicesUsage, dottedEntries, keyedLowering, keyedTexts, valueName, valuesUsage } from "./keyed-texts.ts";
import { regionLocaleName } from "./locale-name.ts";
import { type Loss, type MessageFormat, type ParsedMessage, textFile } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";

const inPhp = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;

function textOf(nodes: string | Variant["nodes"], isolate: (param: string) => string): string {
  if (typeof nodes === "string") return nodes;
  return nodes.map((node) => (typeof node === "string" ? node : isolate(`:${valueName(node)}`))).join("");
}

function fileOf(catalog: Catalog, messages: readonly ParsedMessage[], tag: string): string {
  // A comment of PHP ends where PHP ends.
  const header = generatedHeader(catalog).map((line) => `// ${line.replaceAll("?>", "? >")}\n`);
  let file = `<?php\n\n${header.join("")}\nreturn [\n`;
  for (const message of messages) {
    const isolate = isolated(tag, message.part);
    for (const [key, nodes] of dottedEntries(messageKey(message.failure, message.part), keyedTexts(message, tag))) {
      file += `    ${inPhp(key)} => ${inPhp(textOf(nodes, isolate))},\n`;
    }
  }
  return `${file}];\n`;
}

/** What Laravel replaces in a text: `:name`, `:Name` and `:NAME` of all that it is given, the longest first. */
function placeholdersOf({ params }: TextSource, nodes: Variant["nodes"]): readonly string[] {
  const names = new Set(params.map(({ name }) => name));
  for (const node of nodes) if (typeof node !== "string") names.add(valueName(node));
  const written = [...names].flatMap((name) => [
    name,
    name.toUpperCase(),
    name.charAt(0).toUpperCase() + name.slice(1),
  ]);
  return written.map((name) => `:${name}`).sort((left, right) => right.length - left.length);
}

/** What stands in a text like a param and is none; a param that runs into the text after it is read with it. */
function mistaken(failure: TextSource, nodes: Variant["nodes"]): string | undefined {
  const placeholders = placeholdersOf(failure, nodes);
  const text = textOf(nodes, (param) => param);
  let at = 0;
  const params = new Map<number, string>();
  for (const node of nodes) {
    const piece = textOf([node], (param) => param);
    if (typeof node !== "string") params.set(at, piece);
    at += piece.length;
  }
  for (let index = text.indexOf(":"); index >= 0; index = text.indexOf(":", index)) {
    const found = placeholders.find((one) => text.startsWith(one, index));
    if (found !== params.get(index)) return found;
    index += found?.length ?? 1;
  }
  return undefined;
}

function* losses(message: ParsedMessage, tag: string): Iterable<Loss> {
  yield* tooManyVariants(message, tag);
  const isIsolated = isolated(tag, message.part)("") !== "";
  for (const { nodes } of keyedTexts(message, tag).texts) {
    // An isolate ends the name of a param.
    const apart = isIsolated
      ? nodes.flatMap((node) => (typeof node === "string" ? [node] : ["\u2068", node, "\u2069"]))
      : nodes;
    const found = mistaken(message.failure, apart);
    if (found === undefined) continue;
    yield { construct: `${quoted(found)}, which it takes for a param`, remedy: "Write it in another way" };
    return;
  }
}

const pathOf = (tag: string): string => `lang/${regionLocaleName(tag)}/failures.php`;

/** Arrays of PHP for Laravel: flat, a key for every arm. */
export const laravel: MessageFormat = {
  purpose: "Arrays of PHP for Laravel, group `failures`: params as `:name`, a key for every arm of a choice.",
  usage: (catalog) => `\`\`\`php
__('failures.${catalog.fallback.code}.title', $params, $locale);   // never trans_choice: a pipe is text
\`\`\`

A folder is named as Laravel's own are, \`pt_BR\`, \`zh_CN\`. \`trans_choice\` does not know the plurals of all languages as CLDR
has them, so that every category has a key. ${valuesUsage}

${choicesUsage}`,
  lowering: {
    "a param, `{name}`": "`:name`",
    "a number, `{n, number}`": "`:n_number`, which the program formats",
    "`integer`, `percent`, `::.00`": "`:n_integer`, `:n_percent`, `:n_fixed2`",
    ...keyedLowering,
    "`#`": "`:n_number`",
    "a param of type date-time": "`:at`, ISO text",
    "special characters": "`\\\\`, `\\'`; a pipe as it is: use `__`, not `trans_choice`",
    "direction of params":
      "isolates (U+2068, U+2069) around each in locales from right to left: a text goes into mails and JSON as well as into Blade",
    "what it cannot hold":
      "`:name` of a param as text, letters right after a param that make the name of another one, more than 200 combinations (FC5202)",
  },
  path: pathOf,
  locale: (catalog, { tag }, messages) => ({ files: [textFile(pathOf(tag), fileOf(catalog, messages, tag))] }),
  hazard: /:|\}[A-Za-z0-9_]/,
  losses:
    () =>
    (message, { tag }) =>
      losses(message, tag),
};
