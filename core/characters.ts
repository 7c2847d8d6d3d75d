import { isWellFormed } from "./well-formed.ts";

/**
 * Characters that no text of a catalog may hold, halves of surrogate pairs aside: controls other than the line feed, those
 * that change the direction of what follows, those without width, and those for private use; of the two planes for
 * private use, the first halves.
 */
export const forbiddenRanges =
  "\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069" +
  "\\ufeff\\ue000-\\uf8ff\\udb80-\\udbff";

// A JSON file cannot hold the controls of ASCII inside a string, and outside they are white space.
// biome-ignore format: one range a line says less.
const forbiddenInJson = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ue000-\uf8ff\udb80-\udbff]/;

/** NFC changes nothing below this character. */
const composable = /[\u0300-\uffff]/;

/**
 * Whether all strings of a JSON file are in NFC and without forbidden characters, line feeds and rare escapes aside. Quotes
 * keep strings apart, so that the whole file is asked at once.
 */
export function isSoundFile(text: string): boolean {
  if (forbiddenInJson.test(text) || !isWellFormed(text)) return false;
  return !composable.test(text) || text.normalize("NFC") === text;
}
