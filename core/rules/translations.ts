import { type MessagePart, messageParts } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { languageOf } from "../plural-categories.ts";
import { quoted } from "../quoted.ts";
import type { RawTranslation } from "../raw/locale.gen.ts";
import type { Draft } from "../shape/draft.ts";
import { type SourceHash, standingOf } from "../source-hash.ts";
import type { LocaleDraft, SourceMessages, TranslationSource } from "./locale-draft.ts";
import { needsSecondLook, textMistakes } from "./text-characters.ts";
import { ownerOf, translatedText } from "./translated-text.ts";
import {
  countOutOfDate,
  failuresKey,
  isUntranslated,
  madeByMachine,
  noneOutOfDate,
  type OutOfDate,
  otherSource,
  outOfDate,
  untranslated,
  type WrittenTranslation,
} from "./translation-origin.ts";
import { missingParts, unknownFailures } from "./unknown-translations.ts";

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
  const dated = noneOutOfDate();
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
      translatedText(locale, source, name, part, text, messages, found);
      if (entry.srcText !== undefined) keptSource(locale, source, name, part, entry, found);
      if (messages?.parts[part] === undefined) continue;
      if (entry.state !== "new") translated++;
      const original = messages.written?.[part]?.text;
      if (foreign && original !== undefined && isUntranslated(entry, original, messages.facts[part]?.terms ?? none)) {
        found.push(untranslated(writtenTranslation(locale, source, name, part, entry, messages)));
      }
      if (entry.state === "final" && entry.by === "mt") {
        found.push(madeByMachine(writtenTranslation(locale, source, name, part, entry, messages)));
      }
      if (source.hashOf === undefined) continue;
      if (entry.src === undefined) {
        if (entry.state !== "new" && entry.srcText === undefined) untracked++;
        continue;
      }
      const standing = standingOf(entry.src, source.hashOf(messages, part));
      if (standing === "current") continue;
      const group = standing === "stale" ? dated.stale : dated.changedContext;
      countOutOfDate(group, () => writtenTranslation(locale, source, name, part, entry, messages));
    }
    if (messages !== undefined) missingParts(locale, source, name, written, messages, found);
  }
  for (const one of unknownFailures(locale, source, unknown)) found.push(one);
  const tag = quoted(locale.raw.locale ?? "");
  found.push(...datedTranslations(locale, source, dated));
  if (translated < source.texts && source.catalog.knownNames !== undefined) {
    const words = {
      missing: source.texts - translated,
      all: source.texts,
      locale: tag,
      which: someMissing(locale, source),
      source: quoted(source.catalog.raw.defaultLocale ?? ""),
    };
    found.push(diagnostic("FC3208", failuresKey(locale.file), words));
  }
  if (untracked > 0) {
    const words = { untracked, translated, locale: tag };
    found.push(diagnostic("FC3211", failuresKey(locale.file), words));
  }
  return found;
}

const none: readonly string[] = [];

function writtenTranslation(
  { file }: LocaleDraft,
  source: TranslationSource,
  name: string,
  part: MessagePart,
  entry: Draft<RawTranslation>,
  messages: SourceMessages,
): WrittenTranslation {
  return { file, name, part, entry, owner: ownerOf(source, messages, part) };
}

function* datedTranslations(
  { file, raw }: LocaleDraft,
  { byName, hashOf }: TranslationSource,
  dated: OutOfDate,
): Iterable<Diagnostic> {
  if (hashOf === undefined) return;
  const currentHash = ({ name, part }: WrittenTranslation): SourceHash => {
    const messages = byName.get(name);
    return messages === undefined ? { text: "", context: "" } : hashOf(messages, part);
  };
  yield* outOfDate(file, raw.locale ?? "", dated, currentHash);
}

/** The text that a translation was made from is as sound as any, and the one that its hash is of. */
function keptSource(
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
  const other = digest === undefined ? undefined : otherSource(locale.file, name, part, entry, digest);
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
