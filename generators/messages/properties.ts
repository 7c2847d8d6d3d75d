import { addByte, addText, type ByteFile, makeRoom } from "./byte-file.ts";

const backslash = 0x5c;
/** What a character of ASCII is after a backslash: the letter that stands for it, or itself. */
const shortEscapes: ReadonlyMap<number, number> = new Map([
  [backslash, backslash],
  [0x0a, 0x6e],
  [0x0d, 0x72],
  [0x09, 0x74],
  [0x0c, 0x66],
]);
/** A space, ":", "=", "#" and "!", which end a key or begin a comment. */
const inKeys = /[ :=#!]/g;
const hexDigits = Uint8Array.from("0123456789ABCDEF", (digit) => digit.charCodeAt(0));

/** The most bytes that one byte of UTF-8 becomes. */
const mostOfByte = 3;
const lengthOfEscape = 6;

/**
 * Adds a stretch of UTF-8 such that every way of loading properties, in whatever encoding, reads it alike: in ASCII. Texts
 * beyond ASCII are up to three times as long in it, and are the largest part of what is made of a catalog.
 */
export function addValue(file: ByteFile, utf8: Uint8Array, start: number, end: number): void {
  makeRoom(file, (end - start) * mostOfByte + 1);
  const { bytes } = file;
  let at = file.length;
  // What the loader would leave out at the beginning.
  if (start < end && utf8[start] === 0x20) bytes[at++] = backslash;
  for (let index = start; index < end; ) {
    const byte = utf8[index] as number;
    if (byte >= 0x20 && byte < 0x7f && byte !== backslash) {
      bytes[at++] = byte;
      index += 1;
    } else if (byte < 0x80) {
      const short = shortEscapes.get(byte);
      if (short === undefined) at = writeEscape(bytes, at, byte);
      else {
        bytes[at++] = backslash;
        bytes[at++] = short;
      }
      index += 1;
    } else if (byte < 0xe0) {
      at = writeEscape(bytes, at, ((byte & 0x1f) << 6) | rest(utf8, index + 1));
      index += 2;
    } else if (byte < 0xf0) {
      at = writeEscape(bytes, at, ((byte & 0x0f) << 12) | (rest(utf8, index + 1) << 6) | rest(utf8, index + 2));
      index += 3;
    } else {
      const high = ((byte & 0x07) << 18) | (rest(utf8, index + 1) << 12);
      const beyond = (high | (rest(utf8, index + 2) << 6) | rest(utf8, index + 3)) - 0x10000;
      at = writeEscape(bytes, at, 0xd800 | (beyond >> 10));
      at = writeEscape(bytes, at, 0xdc00 | (beyond & 0x3ff));
      index += 4;
    }
  }
  file.length = at;
}

/** What a byte that is not the first of a character adds to it. */
function rest(utf8: Uint8Array, index: number): number {
  return (utf8[index] as number) & 0x3f;
}

function writeEscape(bytes: Uint8Array, at: number, unit: number): number {
  bytes[at] = backslash;
  bytes[at + 1] = 0x75;
  bytes[at + 2] = hexDigits[unit >> 12] as number;
  bytes[at + 3] = hexDigits[(unit >> 8) & 15] as number;
  bytes[at + 4] = hexDigits[(unit >> 4) & 15] as number;
  bytes[at + 5] = hexDigits[unit & 15] as number;
  return at + lengthOfEscape;
}

/** Adds a line: a key as it stands before its value, and the value. */
export function addProperty(file: ByteFile, head: string, value: string): void {
  addText(file, head);
  const utf8 = new TextEncoder().encode(value);
  addValue(file, utf8, 0, utf8.length);
  addByte(file, 0x0a);
}

/** A text in ASCII, as it stands in a file of properties anywhere but at the beginning of a line. */
export function escapedAscii(text: string): string {
  return text.replace(/[^ -[\]-~]/g, (unit) => {
    const short = shortEscapes.get(unit.charCodeAt(0));
    if (short !== undefined) return `\\${String.fromCharCode(short)}`;
    return `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  });
}

/** A key as it stands before its value, with the sign between them. */
export function propertyHead(key: string): string {
  return `${/^[\w.-]*$/.test(key) ? key : escapedAscii(key).replace(inKeys, "\\$&")}=`;
}
