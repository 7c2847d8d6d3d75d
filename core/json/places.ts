import { lineStarts, releaseText, type SourceFile } from "../source-file.ts";
import type { JsonPath } from "./path.ts";

/** A stretch of a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What is looked for below a value, and where that value stands as soon as it was met. */
interface Wanted {
  readonly inside: Map<string | number, Wanted>;
  place: Place | undefined;
}

const known = new WeakMap<SourceFile, Wanted>();

/**
 * Finds where many values of a file are written, in one pass and without the tree of all tokens, which takes many times
 * the memory of the text. They are known from then on, and so are the starts of its lines; the text itself is let go.
 */
export function findPlaces(file: SourceFile, paths: Iterable<JsonPath>): void {
  const root = known.get(file) ?? wantedThing();
  for (const path of paths) {
    let wanted = root;
    for (const step of path) {
      const next = wanted.inside.get(step) ?? wantedThing();
      wanted.inside.set(step, next);
      wanted = next;
    }
  }
  readValue(file.text, spaceEnd(file.text, 0), root);
  known.set(file, root);
  lineStarts(file);
  releaseText(file);
}

/** Where the head of a value stands that was looked for, or of the innermost value of its path that is written; undefined where nobody looked. */
export function knownPlace(file: SourceFile, path: JsonPath): Place | undefined {
  let wanted = known.get(file);
  let place = wanted?.place;
  for (const step of path) {
    wanted = wanted?.inside.get(step);
    if (wanted === undefined) return undefined;
    place = wanted.place ?? place;
  }
  return place;
}

function wantedThing(): Wanted {
  return { inside: new Map(), place: undefined };
}

/** Reads the value at an offset, and returns where it ends. */
function readValue(text: string, start: number, wanted: Wanted): number {
  const unit = text.charCodeAt(start);
  if (unit !== 0x7b && unit !== 0x5b) {
    const end = valueEnd(text, start);
    wanted.place = { start, end };
    return end;
  }
  wanted.place = { start, end: start + 1 };
  if (wanted.inside.size === 0) return valueEnd(text, start);
  return unit === 0x7b ? readObject(text, start, wanted) : readArray(text, start, wanted);
}

function readObject(text: string, start: number, { inside }: Wanted): number {
  let at = spaceEnd(text, start + 1);
  while (at < text.length && text.charCodeAt(at) !== 0x7d) {
    const keyEnd = stringEnd(text, at);
    const written = text.slice(at + 1, keyEnd - 1);
    const key = written.includes("\\") ? String(JSON.parse(`"${written}"`)) : written;
    at = spaceEnd(text, spaceEnd(text, keyEnd) + 1);
    const wanted = inside.get(key);
    // Of equal keys the last one counts, as for JSON.parse.
    if (wanted?.place !== undefined) forget(wanted);
    at = nextEntry(text, wanted === undefined ? valueEnd(text, at) : readValue(text, at, wanted));
  }
  return at + 1;
}

function readArray(text: string, start: number, { inside }: Wanted): number {
  let at = spaceEnd(text, start + 1);
  for (let index = 0; at < text.length && text.charCodeAt(at) !== 0x5d; index++) {
    const wanted = inside.get(index);
    at = nextEntry(text, wanted === undefined ? valueEnd(text, at) : readValue(text, at, wanted));
  }
  return at + 1;
}

function forget(wanted: Wanted): void {
  wanted.place = undefined;
  for (const one of wanted.inside.values()) forget(one);
}

/** Past the comma after a value, or at the bracket that ends the list. */
function nextEntry(text: string, end: number): number {
  const at = spaceEnd(text, end);
  return text.charCodeAt(at) === 0x2c ? spaceEnd(text, at + 1) : at;
}

function spaceEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function stringEnd(text: string, start: number): number {
  let close = text.indexOf('"', start + 1);
  while (close >= 0 && isEscaped(text, close)) close = text.indexOf('"', close + 1);
  return close < 0 ? text.length : close + 1;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charCodeAt(first - 1) === 0x5c) first--;
  return (at - first) % 2 === 1;
}

function valueEnd(text: string, start: number): number {
  let at = start;
  let depth = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) at = stringEnd(text, at);
    else if (unit === 0x7b || unit === 0x5b) {
      depth++;
      at++;
      continue;
    } else if (unit === 0x7d || unit === 0x5d) {
      // Of a number or word in an array or object, the bracket is not a part.
      if (depth === 0) return at;
      depth--;
      at++;
    } else if (depth > 0) {
      at++;
      continue;
    } else at = scalarEnd(text, at);
    if (depth === 0) return at;
  }
  return at;
}

function scalarEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s,\]}]/.test(text.charAt(at))) at++;
  return Math.max(at, start + 1);
}
