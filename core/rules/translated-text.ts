import type { MessagePart } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { directionOf } from "../locale-resolution.ts";
import { styleOf } from "../message-syntax/message-syntax.ts";
import { type ReadText, readText } from "../message-syntax/read-text.ts";
import { choice, quoted } from "../quoted.ts";
import { suggestion } from "../suggestion.ts";
import type { LocaleDraft, SourceMessages, TranslationSource } from "./locale-draft.ts";
import { messageMistakes } from "./message-mistakes.ts";
import { needsSecondLook, textMistakes } from "./text-characters.ts";
import { asksForMore, contentMistakes, differences, isRemarkable } from "./text-contents.ts";
import { tooLong } from "./text-length.ts";
import { inText, sourceParam, sourceText, type TextOwner, type TextPlace } from "./text-place.ts";

/** The failure of a translation and the text that it translates. */
export function ownerOf(
  { catalog }: TranslationSource,
  { index, written }: SourceMessages,
  part: MessagePart,
): TextOwner {
  return { file: catalog.file, index, part, source: written?.[part]?.text };
}

/** What is wrong with one text of a locale is added to `found`. */
export function translatedText(
  locale: LocaleDraft,
  source: TranslationSource,
  name: string,
  part: MessagePart,
  text: string,
  messages: SourceMessages | undefined,
  found: Diagnostic[],
): void {
  const { file, raw, sound } = locale;
  const kind = part === "title" ? "line" : "paragraph";
  if (needsSecondLook(text, kind, sound)) {
    const { path, owner } = placeOf(locale, source, name, part, text, messages);
    for (const one of textMistakes(file, text, kind, path, directionOf(raw.locale ?? ""))) {
      const related = sourceText(owner);
      found.push(related.length === 0 ? one : { ...one, related });
    }
  }
  const used = messages?.parts[part];
  const read = readText(text);
  if (messages === undefined || used === undefined || used === "unreadable") {
    if (read.syntax !== undefined) {
      const any = { failure: name, params: {}, isMissing: () => false };
      found.push(...messageMistakes(placeOf(locale, source, name, part, text, messages), read, any, raw.locale));
    }
    return;
  }
  if (asksForContents(part, text, messages)) {
    const place = placeOf(locale, source, name, part, text, messages);
    contents(place, part, read, messages, raw.locale ?? "", found);
  }
  // By far the most texts: nothing but words and the same params.
  if (read.syntax === undefined && sameNames(read.names, used)) {
    if (read.names.length === 0) return;
    const scaled = messages.written?.[part]?.text?.includes("percent") === true;
    if (!scaled && read.names.every((param) => Object.hasOwn(messages.declared.params, param))) return;
  }
  const at = placeOf(locale, source, name, part, text, messages);
  found.push(...messageMistakes(at, read, messages.declared, raw.locale));
  if (read.syntax?.parsed !== false) {
    found.push(...otherParams(at, read, used, messages));
    found.push(...otherScale(at, read));
  }
}

/** Made for the few texts that are looked at closely: most are nothing but words. */
function placeOf(
  { file }: LocaleDraft,
  source: TranslationSource,
  name: string,
  part: MessagePart,
  text: string,
  messages: SourceMessages | undefined,
): TextPlace {
  const owner = messages === undefined ? undefined : ownerOf(source, messages, part);
  return { file, path: ["failures", name, part, "text"], text, owner };
}

function asksForContents(part: MessagePart, text: string, { facts, written }: SourceMessages): boolean {
  const source = facts[part];
  return (
    isRemarkable(text) || written?.[part]?.maxLength !== undefined || (source !== undefined && asksForMore(source))
  );
}

function contents(
  at: TextPlace,
  part: MessagePart,
  read: ReadText,
  { declared, facts, written }: SourceMessages,
  locale: string,
  found: Diagnostic[],
): void {
  const source = facts[part];
  const message = written?.[part];
  const remarkable = isRemarkable(at.text);
  if (remarkable) found.push(...contentMistakes(at, read, message?.markup === true));
  if (source !== undefined && (remarkable || asksForMore(source))) found.push(...differences(at, source));
  if (message?.maxLength === undefined) return;
  const long = tooLong(at, read, declared, locale, message.maxLength);
  if (long !== undefined) found.push(long);
}

function sameNames(left: readonly string[], right: readonly string[]): boolean {
  return left === right || (left.length === right.length && left.every((name, index) => name === right[index]));
}

function* otherParams(
  place: TextPlace,
  read: ReadText,
  used: readonly string[],
  { declared }: SourceMessages,
): Iterable<Diagnostic> {
  const { file, path, text, owner } = place;
  const source = new Set(used);
  const own = new Set(read.names);
  for (const name of own) {
    if (source.has(name) || !Object.hasOwn(declared.params, name)) continue;
    const span = read.syntax?.used.find((param) => param.name === name);
    const start = span?.start ?? text.indexOf(`{${name}}`);
    const at = inText(place, start, span?.end ?? start + name.length + 2);
    const remedy = source.size === 0 ? "Remove it; the source uses none." : `Remove it, or use ${choice([...source])}.`;
    yield diagnostic("FC3206", at, { param: quoted(name), remedy }, sourceText(owner));
  }
  const lost = [...source].filter((name) => !own.has(name));
  if (lost.length === 0) return;
  // A name that is only misspelt is reported where it is written.
  const names = Object.keys(declared.params);
  const meant = new Set([...own].filter((name) => !names.includes(name)).map((name) => suggestion(name, names)));
  for (const name of lost) {
    if (meant.has(name)) continue;
    yield diagnostic("FC3207", locate(file, path), { param: quoted(name), bare: name }, sourceParam(owner, name));
  }
}

const percentage = /\bpercent$/;

/** The params that a message shows as percentages, and those that it shows in another way. */
function shown(
  text: string,
  { syntax, names }: ReadText,
): { readonly as: Set<string>; readonly otherwise: Set<string> } {
  const as = new Set<string>();
  const otherwise = new Set<string>(syntax === undefined ? names : []);
  for (const { name, use, start, end } of syntax?.used ?? []) {
    if (use !== "text" && use !== "number") continue;
    const isPercentage = use === "number" && percentage.test((styleOf(text.slice(start + 1, end - 1)) ?? "").trim());
    (isPercentage ? as : otherwise).add(name);
  }
  return { as, otherwise };
}

/** Params that the translation shows as a percentage, or the source, and the other one does not. */
function* otherScale(place: TextPlace, read: ReadText): Iterable<Diagnostic> {
  const { text, owner } = place;
  const source = owner?.source;
  if (source === undefined || !(text.includes("percent") || source.includes("percent"))) return;
  const own = shown(text, read);
  const original = shown(source, readText(source));
  for (const name of [...own.as, ...own.otherwise]) {
    const isOwn = own.as.has(name) && original.otherwise.has(name);
    if (!isOwn && !(own.otherwise.has(name) && original.as.has(name))) continue;
    const used = read.syntax?.used.find((param) => param.name === name);
    const start = used?.start ?? text.indexOf(`{${name}}`);
    const at = inText(place, start, used?.end ?? start + name.length + 2);
    const [which, other] = isOwn
      ? ["The translation", "the text it translates"]
      : ["The text it translates", "the translation"];
    const better = isOwn ? `{${name}}` : `{${name}, number, percent}`;
    yield diagnostic("FC3220", at, { which, other, param: quoted(name), better }, sourceParam(owner, name));
  }
}
