import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import type { SourceFile } from "./source-file.ts";

/** A file as it was read; bytes are taken for UTF-8. */
export interface RawFile {
  /** As the person who called us would write it: relative to the project, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Gives the same content once more. With it the text is kept in memory no longer than it is needed. */
  readonly reread?: () => string | Uint8Array;
}

/** The largest file that is read unless the configuration says otherwise, in bytes: 64 MiB. */
export const defaultMaxFileSize = 64 * 1024 * 1024;

/** The longest string of the engine; a text in UTF-8 has at least as many bytes as UTF-16 units. */
const longestText = 2 ** 29 - 24;

/** A file's text, and whether there is any sense in reading on. */
export interface DecodedFile {
  readonly file: SourceFile;
  readonly readable: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of a file. The text of a file that is too large is not looked at, and a byte-order mark is not part of the text. */
export function decode(raw: RawFile, maxFileSize: number = defaultMaxFileSize): DecodedFile {
  const size = raw.content.length;
  const limit = Math.min(maxFileSize, longestText);
  if (size > limit) {
    const file = { path: raw.path, text: "" };
    const words = { size: `${size} bytes`, limit: `${limit} bytes` };
    return { file, readable: false, diagnostics: [diagnostic("FC1004", { file, start: 0, end: 0 }, words)] };
  }
  if (typeof raw.content === "string") return withoutMark(raw.path, raw.content);
  const bytes = raw.content;
  try {
    return withoutMark(raw.path, new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return withBadByte(raw.path, bytes);
  }
}

function withoutMark(path: string, text: string): DecodedFile {
  if (!text.startsWith("\uFEFF")) return { file: { path, text }, readable: true, diagnostics: [] };
  const file = { path, text: text.slice(1) };
  return { file, readable: true, diagnostics: [diagnostic("FC1002", { file, start: 0, end: 0 }, {})] };
}

function withBadByte(path: string, bytes: Uint8Array): DecodedFile {
  const bad = firstBadByte(bytes);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const start = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, bad)).length;
  const file = { path, text };
  const byte = `0x${(bytes[bad] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
  const found = diagnostic("FC1003", { file, start, end: Math.min(start + 1, text.length) }, { byte, offset: bad });
  return { file, readable: false, diagnostics: [found] };
}

/** Offset of the first byte that does not belong to a well-formed UTF-8 sequence (Unicode 3.9, table 3-7). */
function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return follows(bytes, at, 1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    if (first === 0xe0 && second < 0xa0) return 0;
    if (first === 0xed && second > 0x9f) return 0;
    return follows(bytes, at, 2) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    if (first === 0xf0 && second < 0x90) return 0;
    if (first === 0xf4 && second > 0x8f) return 0;
    return follows(bytes, at, 3) ? 4 : 0;
  }
  return 0;
}

function follows(bytes: Uint8Array, at: number, count: number): boolean {
  for (let index = at + 1; index <= at + count; index++) {
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) return false;
  }
  return true;
}
