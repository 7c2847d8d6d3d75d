import { isWellFormed } from "./well-formed.ts";

/**
 * Characters that no text of a catalog may hold, halves of surrogate pairs aside: controls other than the line feed, and
 * those that change the direction of what follows.
 */
export const forbiddenRanges =
  "\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069";

// A JSON file cannot hold the controls of ASCII inside a string, and outside they are white space.
const forbiddenInJson = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

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
