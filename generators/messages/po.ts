import { type Catalog, catalogFileName, type Message } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { messageKey, type TextSource } from "../../core/message-bundle.ts";
import { hasChoice, type MessageTree, messageTree } from "../../core/message-tree.ts";
import { type Choice, type Variant, variantsOf } from "../../core/message-variants.ts";
import {
  addByte,
  addBytes,
  addListed,
  addText,
  type ByteFile,
  type ByteList,
  byteList,
  bytePieces,
  isFull,
} from "./byte-file.ts";
import { icuText } from "./icu-text.ts";
import { posixLocaleName } from "./locale-name.ts";
import { type LocaleText, looks, type TextSlot } from "./locale-text.ts";
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
  { params }: TextSource,
  tag: string,
): { choice: Choice; of: (arm: string) => Variant["nodes"] } | undefined {
  if (!hasChoice(tree)) return undefined;
  const found = variantsOf(tree, params, tag);
  const choice = found?.choices[0];
  if (found === undefined || choice === undefined || found.choices.length > 1) return undefined;
  if (choice.kind !== "plural" || choice.arms.some((arm) => arm.startsWith("="))) return undefined;
  const arm = (name: string): Variant["nodes"] | undefined =>
    found.variants.find(({ arms }) => arms[0] === name)?.nodes;
  return { choice, of: (name) => arm(name) ?? arm("other") ?? [] };
}

function sourceForms(tree: MessageTree, failure: TextSource, tag: string): SourceForms | undefined {
  const plural = purePlural(tree, failure, tag);
  if (plural?.choice.arms.join(" ") !== "one other") return undefined;
  return { one: icuText(plural.of("one")), other: icuText(plural.of("other")), param: plural.choice.name };
}

function translatedForms(
  { tree, failure }: ParsedMessage,
  source: SourceForms,
  forms: PluralForms,
  tag: string,
): readonly string[] {
  const plural = purePlural(tree, failure, tag);
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

/** What of an entry is the same in every locale. */
interface EntryHead {
  /** Comments, context and source; and `msgstr `, unless the source has a plural. */
  readonly text: string;
  /** Whether source and translation are plain text; else they are ICU. */
  readonly isPlain: boolean;
  readonly plural: SourceForms | undefined;
}

interface EntryHeads {
  /** Undefined for what is for developers, which is not translated and has no place in the file. */
  readonly heads: readonly (Omit<EntryHead, "text"> | undefined)[];
  readonly texts: ByteList;
}

const headsOf = new WeakMap<readonly TextSlot[], EntryHeads>();

function entryHeads(catalog: Catalog, slots: readonly TextSlot[]): EntryHeads {
  let known = headsOf.get(slots);
  if (known === undefined) {
    const file = catalogFileName(catalog);
    const heads = slots.map(({ failure, part }) => {
      const original = part === "developer" ? undefined : failure.messages[part];
      return original === undefined
        ? undefined
        : entryHead(failure, messageKey(failure, part), original, file, catalog);
    });
    const texts = byteList(heads.map((head) => head?.text ?? ""));
    known = { heads: heads.map((head) => head && { isPlain: head.isPlain, plural: head.plural }), texts };
    headsOf.set(slots, known);
  }
  return known;
}

function entryHead(
  failure: TextSource,
  key: string,
  original: Message,
  file: string,
  { defaultLocale }: Catalog,
): EntryHead {
  const source = messageTree(original.text);
  const isPlain = source.every((node) => typeof node === "string");
  const flags = isPlain ? "" : "#, icu-message-format\n";
  const head = `\n${comments(failure, original)}#: ${file}:${failure.name}\n${flags}msgctxt ${quoted(key)}\nmsgid `;
  const plural = isPlain ? undefined : sourceForms(source, failure, defaultLocale);
  const text =
    plural === undefined
      ? `${head}${quoted(isPlain ? source.join("") : icuText(source))}\nmsgstr `
      : `${head}${quoted(plural.one)}\nmsgid_plural ${quoted(plural.other)}\n`;
  return { text, isPlain, plural };
}

/** The entries of a locale; in the template they hold no translations. */
function* addEntries(
  file: ByteFile,
  catalog: Catalog,
  locale: LocaleText,
  isTemplate: boolean,
): Generator<undefined, void> {
  const { slots, json, starts, ends, kinds, tag } = locale;
  const forms = pluralForms(tag) ?? unknownForms;
  const { heads, texts } = entryHeads(catalog, slots);
  for (let index = 0; index < slots.length; index++) {
    if (isFull(file)) yield;
    const head = heads[index];
    if (head === undefined) continue;
    const { isPlain, plural } = head;
    const written = !isTemplate && locale.isTranslated(index);
    addListed(file, texts, index);
    if (plural !== undefined) {
      const translated = written
        ? translatedForms(locale.parsed(index), plural, forms, tag)
        : forms.categories.map(() => "");
      addText(file, translated.map((form, number) => `msgstr[${number}] ${quoted(form)}\n`).join(""));
    } else if (!written) addText(file, '""\n');
    else if (((kinds[index] ?? 0) & (looks.syntax | looks.escape)) === 0) {
      addBytes(file, json, (starts[index] ?? 0) - 1, (ends[index] ?? 0) + 1);
      addByte(file, 0x0a);
    } else {
      const { tree } = locale.parsed(index);
      addText(file, `${quoted(isPlain ? tree.join("") : icuText(tree))}\n`);
    }
  }
}

function fileOf(path: string, catalog: Catalog, locale: LocaleText, isTemplate: boolean): FormatFile {
  const { header } = pluralForms(locale.tag) ?? unknownForms;
  // No dates: the same catalog gives the same bytes.
  const fields = [
    `Project-Id-Version: ${catalog.name} ${catalog.version}\n`,
    "PO-Revision-Date: \n",
    "Last-Translator: \n",
    "Language-Team: \n",
    `Language: ${isTemplate ? "" : posixLocaleName(locale.tag)}\n`,
    "MIME-Version: 1.0\n",
    "Content-Type: text/plain; charset=UTF-8\n",
    "Content-Transfer-Encoding: 8bit\n",
    `Plural-Forms: ${header}\n`,
  ];
  const lines = [
    ...generatedHeader(catalog).map((line) => `# ${line}\n`),
    'msgid ""\nmsgstr ""\n',
    ...fields.map((field) => `"${field.replace(/["\\]/g, "\\$&").replace("\n", "\\n")}"\n`),
  ];
  const content = bytePieces(function* (file) {
    addText(file, lines.join(""));
    yield* addEntries(file, catalog, locale, isTemplate);
  });
  return { path, content };
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
  locale: undefined,
  texts: (catalog, locale) => {
    const own = fileOf(`${posixLocaleName(locale.tag)}.po`, catalog, locale, false);
    if (locale.tag !== catalog.defaultLocale) return { files: [own] };
    return { files: [fileOf("messages.pot", catalog, locale, true), own] };
  },
};
