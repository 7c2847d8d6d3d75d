import { isSoundFile } from "./characters.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import { countKeys, keyMistakes } from "./json/keys.ts";
import { isExact, numberAt } from "./json/number.ts";
import type { JsonPath } from "./json/path.ts";
import { knownPlace } from "./json/places.ts";
import { scanJson } from "./json/scan.ts";
import { syntaxMistakes } from "./json/syntax.ts";
import { nodeAt, treeOf } from "./json/tree.ts";
import type { Location, SourceFile } from "./source-file.ts";

/** A file's value and everything that JSON.parse keeps to itself. `value` is undefined where there is none. */
export interface ParsedJson {
  readonly value: unknown;
  /** Whether every string is known to be in NFC and without characters that no text may hold, line feeds aside. */
  readonly sound: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses a file as JSON, strictly, and reports all mistakes: of syntax, depth, equal keys, numbers that lose digits. */
export function parseJson(file: SourceFile): ParsedJson {
  const scan = scanJson(file.text);
  // In a text that is not JSON the depth may be another one: the tolerant reader decides.
  if (scan.tooDeep) return { value: undefined, sound: false, diagnostics: syntaxMistakes(file) };
  let value: unknown;
  try {
    value = JSON.parse(file.text);
  } catch {
    return { value: undefined, sound: false, diagnostics: syntaxMistakes(file) };
  }
  const diagnostics: Diagnostic[] = [];
  for (const start of scan.longNumbers) {
    const found = numberMistake(file, start);
    if (found !== undefined) diagnostics.push(found);
  }
  const count = countKeys(value);
  if (count.keys !== scan.keys || count.proto) diagnostics.push(...keyMistakes(file));
  return { value, sound: !scan.rareEscapes && isSoundFile(file.text), diagnostics };
}

function numberMistake(file: SourceFile, start: number): Diagnostic | undefined {
  const written = numberAt(file.text, start);
  const at = { file, start, end: start + written.length };
  if (!isExact(written)) return diagnostic("FC1008", at, { written, read: String(Number(written)) });
  const read = Number(written);
  if (Number.isInteger(read) && !Number.isSafeInteger(read)) return diagnostic("FC1009", at, { written });
  return undefined;
}

/**
 * What of a value a location is to show: all of it; the key it belongs to; or its head, which is all of a text or number
 * and the opening bracket of an array or object.
 */
export type JsonPart = "value" | "key" | "head";

/** Where a value is written; what is not written is shown at the head of what it would stand in. */
export function locate(file: SourceFile, path: JsonPath, part: JsonPart = "head"): Location {
  const place = part === "head" ? knownPlace(file, path) : undefined;
  if (place !== undefined) return { file, ...place };
  const root = treeOf(file);
  if (root === undefined) return { file, start: 0, end: 0 };
  const { node, property, steps } = nodeAt(root, path);
  const key = property?.children?.[0];
  const written = steps === path.length;
  if (part === "key" && written && key !== undefined) {
    return { file, start: key.offset, end: key.offset + key.length };
  }
  const container = node.type === "object" || node.type === "array";
  const whole = part === "value" && written;
  return { file, start: node.offset, end: node.offset + (container && !whole ? 1 : node.length) };
}

/** Where a part of a string is written, given as offsets into the string's value: escapes make the written text longer. */
export function locateInside(file: SourceFile, path: JsonPath, start: number, end: number, part?: "key"): Location {
  const whole = locate(file, path, part ?? "head");
  if (file.text[whole.start] !== '"') return whole;
  const from = writtenOffset(file.text, whole.start + 1, start);
  return { file, start: from, end: writtenOffset(file.text, from, end - start) };
}

function writtenOffset(text: string, from: number, units: number): number {
  let at = from;
  for (let unit = 0; unit < units && text[at] !== '"'; unit++) {
    if (text[at] !== "\\") at += 1;
    else at += text[at + 1] === "u" ? 6 : 2;
  }
  return at;
}
