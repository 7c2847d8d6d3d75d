import type { MessagePart } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Digest } from "../digest.ts";
import { locate } from "../json.ts";
import { holdsLetters } from "../message-syntax/canonical-text.ts";
import { quoted } from "../quoted.ts";
import type { RawTranslation } from "../raw/locale.gen.ts";
import type { Draft } from "../shape/draft.ts";
import type { Location, SourceFile } from "../source-file.ts";
import { isMadeFrom, type SourceHash, textHash, writtenHash } from "../source-hash.ts";
import { besideSource, sourceText, type TextOwner } from "./text-place.ts";

/** A translation, and the failure and part of which it is one. */
export interface WrittenTranslation {
  readonly file: SourceFile;
  readonly name: string;
  readonly part: MessagePart;
  readonly entry: Draft<RawTranslation>;
  readonly owner: TextOwner;
}

/** Whether a translation says what its source says, params and numbers aside, though it could say it in its own language. */
export function isUntranslated(
  { text = "", state, sameAsSource }: Draft<RawTranslation>,
  source: string,
  terms: readonly string[],
): boolean {
  if (text !== source && beginOrEndUnlike(text, source)) return false;
  // What is new is often a copy that waits for its translator; a text of digits, params and names has no language.
  if (state === "new" || sameAsSource === true) return false;
  return (text === source || sameWords(text, source)) && holdsLetters(withoutTerms(text, terms));
}

/** Whether two texts differ in the first letters or the last, as nearly all do of which one is the other's translation. */
function beginOrEndUnlike(left: string, right: string): boolean {
  for (let at = 0; at < 4 && at < left.length; at++) if (left.charCodeAt(at) !== right.charCodeAt(at)) return true;
  return left.charCodeAt(left.length - 1) !== right.charCodeAt(right.length - 1);
}

const nested = /\{[^{}]*\{/;

function sameWords(text: string, source: string): boolean {
  // Choices are compared as they stand: their arms are not of the same kind in all languages.
  return wordsOf(text) === wordsOf(source) && !nested.test(text) && !nested.test(source);
}

function wordsOf(text: string): string {
  return text.replace(/\{[^{}]*\}|[\d\s]+/g, " ").replace(/ +/g, " ");
}

function withoutTerms(text: string, terms: readonly string[]): string {
  let rest = text;
  for (const term of terms) rest = rest.replaceAll(term, "");
  return rest;
}

/** A translation that is the text it translates, word for word. */
export function untranslated({ file, name, part, entry, owner }: WrittenTranslation): Diagnostic {
  const words = { text: quoted(entry.text ?? "") };
  return diagnostic("FC3212", locate(file, ["failures", name, part, "text"]), words, sourceText(owner));
}

/** So many translations of a file that are out of date are named; those after them are counted: all may be. */
const mostNamed = 3;

interface Group {
  readonly first: WrittenTranslation[];
  count: number;
}

/** The translations of one locale whose sources have changed since: their texts, or what is said about them. */
export interface OutOfDate {
  readonly stale: Group;
  readonly changedContext: Group;
}

/** None yet. */
export function noneOutOfDate(): OutOfDate {
  return { stale: { first: [], count: 0 }, changedContext: { first: [], count: 0 } };
}

/** Counts a translation that is out of date. */
export function countOutOfDate(group: Group, translation: () => WrittenTranslation): void {
  if (group.count < mostNamed) group.first.push(translation());
  group.count++;
}

/** What is said of translations that are out of date. */
export function* outOfDate(
  file: SourceFile,
  locale: string,
  { stale, changedContext }: OutOfDate,
  hashOf: (translation: WrittenTranslation) => SourceHash,
): Iterable<Diagnostic> {
  for (const one of stale.first) yield staleTranslation(one, hashOf(one));
  if (stale.count > stale.first.length) {
    const words = { more: stale.count - stale.first.length, locale: quoted(locale), tag: locale };
    yield diagnostic("FC3218", failuresKey(file), words);
  }
  for (const one of changedContext.first) {
    const words = { part: quoted(one.part), failure: quoted(one.name), src: quoted(writtenHash(hashOf(one))) };
    const related = besideSource(one.owner, "description", "What translators are told stands here.");
    yield diagnostic("FC3210", locate(file, ["failures", one.name, one.part, "src"]), words, related);
  }
  if (changedContext.count > changedContext.first.length) {
    const words = { more: changedContext.count - changedContext.first.length, locale: quoted(locale) };
    yield diagnostic("FC3219", failuresKey(file), words);
  }
}

function staleTranslation({ file, name, part, entry, owner }: WrittenTranslation, hash: SourceHash): Diagnostic {
  const words = { part: quoted(part), failure: quoted(name), src: quoted(writtenHash(hash)) };
  const code = entry.state === "final" ? "FC3221" : "FC3209";
  return diagnostic(code, locate(file, ["failures", name, part, "src"]), words, sourceText(owner));
}

/** A translation by a machine that is said to be final. */
export function madeByMachine({ file, name, part, owner }: WrittenTranslation): Diagnostic {
  return diagnostic("FC3216", locate(file, ["failures", name, part, "state"]), {}, sourceText(owner));
}

/** A text beside a translation that is not the one it was made from. */
export function otherSource(
  file: SourceFile,
  name: string,
  part: MessagePart,
  { src, srcText = "" }: Draft<RawTranslation>,
  digest: Digest,
): Diagnostic | undefined {
  if (src !== undefined && isMadeFrom(src, srcText, digest)) return undefined;
  const problem = src === undefined ? 'stands beside no "src"' : 'is not the text whose hash "src" holds';
  const at = locate(file, ["failures", name, part, "srcText"]);
  return diagnostic("FC3217", at, { problem, src: quoted(textHash(digest, srcText)) });
}

const key = '"failures"';

/**
 * Where the translations of a file begin, in a file of its head alone: what is said of whole locales, and of each of them,
 * must not cost a tree of positions and a text in memory.
 */
export function failuresKey(file: SourceFile): Location {
  const start = file.text.indexOf(key);
  if (start < 0) return locate(file, ["failures"], "key");
  const end = start + key.length;
  const rest = /^[^\r\n]{0,20}/.exec(file.text.slice(end, end + 20))?.[0] ?? "";
  // Put together anew: a slice would hold on to the whole text.
  const text = [...file.text.slice(0, end), ...rest].join("");
  return { file: { path: file.path, text }, start, end };
}
