import { type Catalog, catalogFileName, type Message } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey, type TextSource } from "../../core/message-bundle.ts";
import { hasChoice, type MessageTree, messageTree } from "../../core/message-tree.ts";
import { type Choice, type Variant, variantsOf } from "../../core/message-variants.ts";
import { icuText } from "./icu-text.ts";
import { posixLocaleName } from "./locale-name.ts";
import type { FormatFile, MessageFormat, ParsedMessage } from "./message-format.ts";
import { type PluralForms, pluralForms } from "./plural-forms.ts";

/** A text with `one` and `other`: all that gettext can choose between in the source. */
interface SourceForms {
  readonly one: string;
  readonly other: string;
  readonly param: string;
}

const unknownForms: PluralForms = { header: "nplurals=1; plural=0;", categories: ["other"] };

const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\r" };

function quoted(text: string): string {
  // As gettext's tools write a text of several lines.
  const lines = text
    .split(/(?<=\n)/)
    .map((line) => `"${line.replace(/["\\\n\t\r]/g, (unit) => escapes[unit] ?? `\\${unit}`)}"`);
  return lines.length > 1 ? ['""', ...lines].join("\n") : (lines[0] ?? '""');
}

/** The one plural of a message that chooses by nothing else, without exact numbers; undefined for every other message. */
function purePlural(
  tree: MessageTree,
  tag: string,
): { choice: Choice; of: (arm: string) => Variant["nodes"] } | undefined {
  if (!hasChoice(tree)) return undefined;
  const found = variantsOf(tree, [], tag);
  const choice = found?.choices[0];
  if (found === undefined || choice === undefined || found.choices.length > 1) return undefined;
  if (choice.kind !== "plural" || choice.arms.some((arm) => arm.startsWith("="))) return undefined;
  const arm = (name: string): Variant["nodes"] | undefined =>
    found.variants.find(({ arms }) => arms[0] === name)?.nodes;
  return { choice, of: (name) => arm(name) ?? arm("other") ?? [] };
}

function sourceForms(tree: MessageTree, tag: string): SourceForms | undefined {
  const plural = purePlural(tree, tag);
  if (plural?.choice.arms.join(" ") !== "one other") return undefined;
  return { one: icuText(plural.of("one")), other: icuText(plural.of("other")), param: plural.choice.name };
}

function translatedForms(tree: MessageTree, source: SourceForms, forms: PluralForms, tag: string): readonly string[] {
  const plural = purePlural(tree, tag);
  const fits =
    plural !== undefined &&
    plural.choice.name === source.param &&
    plural.choice.arms.every(
      (arm) => forms.categories.includes(arm as never) || icuText(plural.of(arm)) === icuText(plural.of("other")),
    );
  // A message that chooses in another way does so by itself, in whatever form it is asked for.
  if (!fits) return forms.categories.map(() => icuText(tree));
  return forms.categories.map((category) => icuText(plural.of(category)));
}

function comments({ params }: TextSource, source: Message): string {
  const lines = source.description.split("\n");
  for (const { name, type, description, example } of params) {
    const text = `{${name}} (${type}, for example ${JSON.stringify(example)})${description === "" ? "" : `: ${description}`}`;
    lines.push(...text.split("\n"));
  }
  return lines
    .filter((line) => line !== "")
    .map((line) => `#. ${line}\n`)
    .join("");
}

/** `tag` is undefined in the template, which holds no translations. */
function entry(message: ParsedMessage, catalog: Catalog, tag: string | undefined, forms: PluralForms): string {
  const { failure, part, tree, text, translated } = message;
  // What is for developers is not translated, and has no place in a translator's file.
  const original = part === "developer" ? undefined : failure.messages[part];
  if (original === undefined) return "";
  const source = original.text === text ? tree : messageTree(original.text);
  const isPlain = source.every((node) => typeof node === "string");
  const written = tag !== undefined && translated;
  let result = `\n${comments(failure, original)}#: ${catalogFileName(catalog)}:${failure.name}\n`;
  if (!isPlain) result += "#, icu-message-format\n";
  result += `msgctxt ${quoted(messageKey(failure, part))}\n`;
  const plural = sourceForms(source, catalog.defaultLocale);
  if (plural !== undefined) {
    result += `msgid ${quoted(plural.one)}\nmsgid_plural ${quoted(plural.other)}\n`;
    const texts = written ? translatedForms(tree, plural, forms, tag) : forms.categories.map(() => "");
    return result + texts.map((form, index) => `msgstr[${index}] ${quoted(form)}\n`).join("");
  }
  const shown = (nodes: MessageTree): string => (isPlain ? nodes.join("") : icuText(nodes));
  return `${result}msgid ${quoted(shown(source))}\nmsgstr ${quoted(written ? shown(tree) : "")}\n`;
}

function fileOf(catalog: Catalog, tag: string | undefined, messages: readonly ParsedMessage[]): Uint8Array {
  const known = tag === undefined ? pluralForms(catalog.defaultLocale) : pluralForms(tag);
  const forms = known ?? unknownForms;
  // No dates: the same catalog gives the same bytes.
  const fields = [
    `Project-Id-Version: ${catalog.name} ${catalog.version}\n`,
    "PO-Revision-Date: \n",
    "Last-Translator: \n",
    "Language-Team: \n",
    `Language: ${tag === undefined ? "" : posixLocaleName(tag)}\n`,
    "MIME-Version: 1.0\n",
    "Content-Type: text/plain; charset=UTF-8\n",
    "Content-Transfer-Encoding: 8bit\n",
    `Plural-Forms: ${forms.header}\n`,
  ];
  let file = generatedHeader(catalog)
    .map((line) => `# ${line}\n`)
    .join("");
  file += `msgid ""\nmsgstr ""\n${fields.map((field) => `"${field.replace(/["\\]/g, "\\$&").replace("\n", "\\n")}"\n`).join("")}`;
  for (const message of messages) file += entry(message, catalog, tag, forms);
  return new TextEncoder().encode(file);
}

/** PO files of gettext, a message's key as its context; and the template, which holds the source alone. */
export const po: MessageFormat = {
  purpose: "PO files of gettext and their template: the key is the context (`msgctxt`), the source text the `msgid`.",
  usage: (catalog) => {
    const tag = catalog.defaultLocale;
    const key = `${catalog.fallback.code}.title`;
    return `\`\`\`python
translation.pgettext("${key}", source_text)            # the text in ${tag} is the msgid
translation.npgettext(key, one, other, count)
\`\`\`

An entry with the flag \`icu-message-format\` is ICU MessageFormat, and is formatted after it was looked up; any other entry is
plain text. A text that is one plural and nothing else is a \`msgid_plural\`. No entry is marked \`fuzzy\`.`;
  },
  lowering: {
    "a param, `{name}`": "ICU MessageFormat, flagged `icu-message-format`",
    "a number, `{n, number}`": "ICU",
    "`integer`, `percent`, `::.00`": "ICU",
    "`plural`":
      "`msgid_plural` if the text is one plural with `one` and `other` in the source and nothing else; else ICU",
    "`selectordinal`": "ICU",
    "`=0`, `=1`": "ICU",
    "`select`": "ICU",
    "several choices": "ICU",
    "`#`": "`{n, number}` in a `msgstr[n]`",
    "a param of type date-time": "ICU `{at}`, ISO text",
    "special characters": '`\\\\`, `\\"`, `\\n`; quoted for ICU in flagged entries alone',
    "direction of params": "no isolates: the text is as it is written",
    "what it cannot hold": "–",
  },
  path: (tag) => `${posixLocaleName(tag)}.po`,
  locale: (catalog, { tag }, messages) => {
    const own: FormatFile = { path: `${posixLocaleName(tag)}.po`, content: fileOf(catalog, tag, messages) };
    if (tag !== catalog.defaultLocale) return { files: [own] };
    return { files: [{ path: "messages.pot", content: fileOf(catalog, undefined, messages) }, own] };
  },
};
