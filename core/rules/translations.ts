import { type MessagePart, messageParts } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate, locateInside } from "../json.ts";
import { directionOf } from "../locale-resolution.ts";
import { type ReadText, readText } from "../message-syntax/read-text.ts";
import { languageOf } from "../plural-categories.ts";
import { choice, quoted } from "../quoted.ts";
import type { RawTranslatedMessages, RawTranslation } from "../raw/locale.gen.ts";
import type { Draft } from "../shape/draft.ts";
import { suggester } from "../suggestion.ts";
import type { LocaleDraft, SourceMessages, TranslationSource } from "./locale-draft.ts";
import { messageMistakes } from "./message-mistakes.ts";
import { needsSecondLook, textMistakes } from "./text-characters.ts";
import { asksForMore, contentMistakes, differences, isRemarkable } from "./text-contents.ts";
import { tooLong } from "./text-length.ts";
import { failuresKey, madeByMachine, otherSource, outOfDate, untranslated } from "./translation-origin.ts";

/**
 * Translations belong to texts that are there, use their params and no others, are as sound as any text, are translated,
 * and were made from the texts of today.
 */
export function translations(locale: LocaleDraft, source: TranslationSource): readonly Diagnostic[] {
  const { failures } = locale.raw;
  const found: Diagnostic[] = [];
  if (failures === undefined) return found;
  const foreign = isForeign(locale, source);
  const unknown: string[] = [];
  let translated = 0;
  let untracked = 0;
  for (const name of Object.keys(failures)) {
    const written = failures[name];
    const messages = source.byName.get(name);
    if (messages === undefined) unknown.push(name);
    if (written === undefined) continue;
    for (const part of messageParts) {
      const entry = written[part];
      const text = entry?.text;
      if (entry === undefined || text === undefined) continue;
      translation(locale, name, part, text, messages, found);
      if (entry.srcText !== undefined) sourceText(locale, source, name, part, entry, found);
      if (messages?.parts[part] === undefined) continue;
      if (entry.state !== "new") translated++;
      if (foreign && text === messages.written?.[part]?.text) {
        const same = untranslated(locale, name, part, entry);
        if (same !== undefined) found.push(same);
      }
      if (entry.state === "final" && entry.by === "mt") found.push(madeByMachine(locale, name, part));
      if (source.hashOf === undefined) continue;
      if (entry.src !== undefined) {
        const changed = outOfDate(locale, name, part, entry, source.hashOf(messages, part));
        if (changed !== undefined) found.push(changed);
      } else if (entry.state !== "new" && entry.srcText === undefined) untracked++;
    }
    if (messages !== undefined) missingParts(locale, source, name, written, messages, found);
  }
  for (const one of unknownFailures(locale, source, unknown)) found.push(one);
  const tag = quoted(locale.raw.locale ?? "");
  if (translated < source.texts && source.catalog.knownNames !== undefined) {
    const words = {
      missing: source.texts - translated,
      all: source.texts,
      locale: tag,
      which: someMissing(locale, source),
      source: quoted(source.catalog.raw.defaultLocale ?? ""),
    };
    found.push(diagnostic("FC3208", locate(locale.file, ["failures"], "key"), words));
  }
  if (untracked > 0) {
    const words = { untracked, translated, locale: tag };
    found.push(diagnostic("FC3211", failuresKey(locale.file), words));
  }
  return found;
}

/** The text that a translation was made from is as sound as any, and the one that its hash is of. */
function sourceText(
  locale: LocaleDraft,
  { digest }: TranslationSource,
  name: string,
  part: MessagePart,
  entry: Draft<RawTranslation>,
  found: Diagnostic[],
): void {
  const { srcText = "" } = entry;
  const kind = part === "title" ? "line" : "paragraph";
  if (needsSecondLook(srcText, kind, locale.sound)) {
    found.push(...textMistakes(locale.file, srcText, kind, ["failures", name, part, "srcText"]));
  }
  const other = digest === undefined ? undefined : otherSource(locale, name, part, entry, digest);
  if (other !== undefined) found.push(other);
}

/** Whether a locale is in another language than the catalog: British English may say what American English says. */
function isForeign({ raw }: LocaleDraft, { catalog }: TranslationSource): boolean {
  const { defaultLocale } = catalog.raw;
  return (
    raw.locale !== undefined && defaultLocale !== undefined && languageOf(raw.locale) !== languageOf(defaultLocale)
  );
}

const mostShown = 3;

/** The first of the texts that are not translated, by their names, so that the order of the catalog does not show. */
function someMissing({ raw }: LocaleDraft, { byName }: TranslationSource): string {
  const first: string[] = [];
  let count = 0;
  for (const [name, { parts }] of byName) {
    for (const part of messageParts) {
      if (parts[part] === undefined) continue;
      const entry = raw.failures?.[name]?.[part];
      if (entry?.text !== undefined && entry.state !== "new") continue;
      count++;
      const key = `${name}.${part}`;
      if (first.length === mostShown && key > (first[mostShown - 1] ?? "")) continue;
      first.push(key);
      first.sort();
      first.length = Math.min(first.length, mostShown);
    }
  }
  const shown = first.map(quoted).join(", ");
  return count > first.length ? `${shown} and ${count - first.length} more` : shown;
}

function translation(
  { file, raw, sound }: LocaleDraft,
  name: string,
  part: MessagePart,
  text: string,
  messages: SourceMessages | undefined,
  found: Diagnostic[],
): void {
  const kind = part === "title" ? "line" : "paragraph";
  if (needsSecondLook(text, kind, sound)) {
    const direction = directionOf(raw.locale ?? "");
    found.push(...textMistakes(file, text, kind, ["failures", name, part, "text"], direction));
  }
  const used = messages?.parts[part];
  const read = readText(text);
  if (messages === undefined || used === undefined || used === "unreadable") {
    if (read.syntax !== undefined) {
      const any = { failure: name, params: {}, isMissing: () => false };
      found.push(...messageMistakes(file, ["failures", name, part, "text"], text, read, any, raw.locale));
    }
    return;
  }
  contents(file, name, part, text, read, messages, raw.locale ?? "", found);
  // By far the most texts: nothing but words and the same params.
  if (read.syntax === undefined && sameNames(read.names, used)) {
    if (read.names.length === 0) return;
    if (read.names.every((param) => Object.hasOwn(messages.declared.params, param))) return;
  }
  const path = ["failures", name, part, "text"];
  found.push(...messageMistakes(file, path, text, read, messages.declared, raw.locale));
  if (read.syntax?.parsed !== false) found.push(...otherParams(file, path, text, read, used, messages));
}

function contents(
  file: LocaleDraft["file"],
  name: string,
  part: MessagePart,
  text: string,
  read: ReadText,
  { declared, facts, written }: SourceMessages,
  locale: string,
  found: Diagnostic[],
): void {
  const source = facts[part];
  const message = written?.[part];
  const remarkable = isRemarkable(text);
  if (!remarkable && message?.maxLength === undefined && (source === undefined || !asksForMore(source))) return;
  const path = ["failures", name, part, "text"];
  if (remarkable) found.push(...contentMistakes(file, path, text, read, message?.markup === true));
  if (source !== undefined && (remarkable || asksForMore(source))) {
    found.push(...differences(file, path, text, source));
  }
  if (message?.maxLength === undefined) return;
  const long = tooLong(file, path, text, read, declared, locale, message.maxLength);
  if (long !== undefined) found.push(long);
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left === right || (left.length === right.length && left.every((name, index) => name === right[index]));
}

function* otherParams(
  file: LocaleDraft["file"],
  path: readonly string[],
  text: string,
  read: ReadText,
  used: readonly string[],
  { declared }: SourceMessages,
): Iterable<Diagnostic> {
  const source = new Set(used);
  const own = new Set(read.names);
  for (const name of own) {
    if (source.has(name) || !Object.hasOwn(declared.params, name)) continue;
    const span = read.syntax?.used.find((param) => param.name === name);
    const start = span?.start ?? text.indexOf(`{${name}}`);
    const at = locateInside(file, path, start, span?.end ?? start + name.length + 2);
    const remedy = source.size === 0 ? "Remove it; the source uses none." : `Remove it, or use ${choice([...source])}.`;
    yield diagnostic("FC3206", at, { param: quoted(name), remedy });
  }
  for (const name of source) {
    if (own.has(name)) continue;
    yield diagnostic("FC3207", locate(file, path), { param: quoted(name), bare: name });
  }
}

function missingParts(
  { file }: LocaleDraft,
  { catalog }: TranslationSource,
  name: string,
  written: Draft<RawTranslatedMessages>,
  { parts }: SourceMessages,
  found: Diagnostic[],
): void {
  for (const part of messageParts) {
    if (written[part] === undefined || parts[part] !== undefined) continue;
    const at = locate(file, ["failures", name, part], "key");
    const words = { name: quoted(name), part: quoted(part), locale: quoted(catalog.raw.defaultLocale ?? "") };
    found.push(diagnostic("FC3205", at, words));
  }
}

function* unknownFailures(
  { file }: LocaleDraft,
  { catalog }: TranslationSource,
  unknown: readonly string[],
): Iterable<Diagnostic> {
  const { knownNames } = catalog;
  if (knownNames === undefined || unknown.length === 0) return;
  const canonical = new Map<string, string>();
  for (const { raw } of catalog.failures) {
    for (const alias of raw.aliases ?? []) {
      if (alias?.name !== undefined && raw.name !== undefined) canonical.set(alias.name, raw.name);
    }
  }
  const meant = suggester(unknown.length, knownNames.keys());
  for (const name of unknown) {
    if (name === "__proto__") continue;
    const word = canonical.get(name) ?? meant(name);
    const remedy =
      word === undefined ? "Write the name of a failure, or remove it." : `Write ${quoted(word)}, or remove it.`;
    yield diagnostic("FC3204", locate(file, ["failures", name], "key"), { name: quoted(name), remedy });
  }
}
