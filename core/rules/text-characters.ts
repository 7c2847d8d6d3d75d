import { forbiddenRanges } from "../characters.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate, locateInside } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { SourceFile } from "../source-file.ts";
import type { TextKind } from "./catalog-texts.ts";

/** Texts that need no second look: printable ASCII, no white space at the ends. */
const unremarkable = /^[!-~](?:[ -~]*[!-~])?$/;

const half = "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]";

const forbidden = new RegExp(`[${forbiddenRanges}]|${half}`, "g");

const forbiddenInLine = new RegExp(`[\\n${forbiddenRanges}]|${half}`, "g");

/** Whether load admits a text as far as its characters go. For those who make up texts: property tests, importers. */
export function isAdmissible(text: string, kind: TextKind = "paragraph"): boolean {
  return text.search(kind === "line" ? forbiddenInLine : forbidden) < 0 && text.normalize("NFC") === text;
}

/**
 * What is wrong with a text as such: empty, white space around it, characters that have no place in it, not NFC. The marks
 * of direction have a place where people write from right to left.
 */
export function* textMistakes(
  file: SourceFile,
  text: string,
  kind: TextKind,
  path: JsonPath,
  direction: "ltr" | "rtl" = "ltr",
): Iterable<Diagnostic> {
  if (unremarkable.test(text)) return;
  if (kind !== "data" && text.trim() === "") {
    yield diagnostic("FC3001", locate(file, path), { what: quoted(nameOf(path)) });
    return;
  }
  if (kind !== "data") yield* whiteSpaceAround(file, text, path);
  yield* forbiddenCharacters(file, text, kind, path, direction);
  if (text.normalize("NFC") !== text) yield notNormal(file, text, path);
}

/**
 * Whether `textMistakes` could find anything: quicker than asking for it. Of a sound file's texts only the ends are looked at,
 * and whether a line is one.
 */
export function needsSecondLook(text: string, kind: TextKind, sound: boolean): boolean {
  if (!sound || kind === "data") return !unremarkable.test(text);
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  if (!isVisible(first) || !isVisible(last)) return true;
  return kind === "line" && text.includes("\n");
}

/** Printable ASCII, or a letter of the scripts that have no space of their own; of other characters a closer look decides. */
function isVisible(unit: number): boolean {
  return (unit > 0x20 && unit < 0x7f) || (unit > 0xa0 && unit < 0x1680) || (unit > 0x3000 && unit < 0xfeff);
}

function nameOf(path: JsonPath): string {
  return String(path.findLast((step) => typeof step === "string") ?? "");
}

function* whiteSpaceAround(file: SourceFile, text: string, path: JsonPath): Iterable<Diagnostic> {
  const begins = text.length - text.trimStart().length;
  const ends = text.length - text.trimEnd().length;
  if (begins === 0 && ends === 0) return;
  const where = begins > 0 && ends > 0 ? "begins and ends" : begins > 0 ? "begins" : "ends";
  const at =
    begins > 0 ? locateInside(file, path, 0, begins) : locateInside(file, path, text.length - ends, text.length);
  yield diagnostic("FC3002", at, { text: quoted(text), where });
}

/** The first of each forbidden character; white space at the ends is another matter. */
function* forbiddenCharacters(
  file: SourceFile,
  text: string,
  kind: TextKind,
  path: JsonPath,
  direction: "ltr" | "rtl",
): Iterable<Diagnostic> {
  if (text.search(kind === "line" ? forbiddenInLine : forbidden) < 0) return;
  const first = kind === "data" ? 0 : text.length - text.trimStart().length;
  const last = kind === "data" ? text.length : text.trimEnd().length;
  const seen = new Set<string>();
  for (const { 0: unit, index } of text.matchAll(kind === "line" ? forbiddenInLine : forbidden)) {
    if (index < first || index >= last || seen.has(unit)) continue;
    seen.add(unit);
    if (direction === "rtl" && (unit === "\u200e" || unit === "\u200f")) continue;
    const at = locateInside(file, path, index, index + 1);
    if (privatePlane.test(text.slice(index, index + 2))) {
      const whole = locateInside(file, path, index, index + 2);
      yield diagnostic("FC3010", whole, { character: codePoint(text.slice(index, index + 2)) });
    } else if (unit >= "\ud800" && unit <= "\udfff") yield diagnostic("FC3005", at, { character: codePoint(unit) });
    else if (directions[unit] !== undefined) {
      yield diagnostic("FC3004", at, { character: `${codePoint(unit)} (${directions[unit]})` });
    } else if (unit === "\u200b" || unit === "\ufeff") {
      yield diagnostic("FC3009", at, { character: codePoint(unit) });
    } else if (unit >= "\ue000" && unit <= "\uf8ff") yield diagnostic("FC3010", at, { character: codePoint(unit) });
    else yield diagnostic("FC3003", at, { character: codePoint(unit), remedy: remedyOf(unit) });
  }
}

/** U+F0000 and above, in two halves. */
const privatePlane = /^[\udb80-\udbff][\udc00-\udfff]$/;

/** The characters that control direction, with the names that Unicode gives them. */
const directions: Readonly<Record<string, string>> = {
  "\u061c": "ARABIC LETTER MARK",
  "\u200e": "LEFT-TO-RIGHT MARK",
  "\u200f": "RIGHT-TO-LEFT MARK",
  "\u202a": "LEFT-TO-RIGHT EMBEDDING",
  "\u202b": "RIGHT-TO-LEFT EMBEDDING",
  "\u202c": "POP DIRECTIONAL FORMATTING",
  "\u202d": "LEFT-TO-RIGHT OVERRIDE",
  "\u202e": "RIGHT-TO-LEFT OVERRIDE",
  "\u2066": "LEFT-TO-RIGHT ISOLATE",
  "\u2067": "RIGHT-TO-LEFT ISOLATE",
  "\u2068": "FIRST STRONG ISOLATE",
  "\u2069": "POP DIRECTIONAL ISOLATE",
};

function remedyOf(unit: string): string {
  if (unit === "\n") return "Write the text on one line.";
  if (unit === "\t") return "Write a space.";
  if (unit === "\r") return 'Remove it; a line break in a text is "\\n" alone.';
  return "Remove the character.";
}

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function notNormal(file: SourceFile, text: string, path: JsonPath): Diagnostic {
  const normal = text.normalize("NFC");
  let start = 0;
  while (text[start] === normal[start]) start++;
  // A mark belongs to the letter before it.
  while (start > 0 && /^\p{M}/u.test(text.slice(start))) start--;
  if (/^[\udc00-\udfff]/.test(text.slice(start))) start--;
  const cluster = /^(?:[\u1100-\u11ff]+|.\p{M}*)/su.exec(text.slice(start))?.[0] ?? text.slice(start);
  const words = { written: withCodePoints(cluster), normal: withCodePoints(cluster.normalize("NFC")) };
  return diagnostic("FC3006", locateInside(file, path, start, start + cluster.length), words);
}

function withCodePoints(text: string): string {
  return `${quoted(text)} (${[...text].map(codePoint).join(" ")})`;
}
