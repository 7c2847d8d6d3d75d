import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";

/** A file of ASCII that grows: texts beyond ASCII are six times as long in it, and as strings they cost most of a run. */
interface AsciiFile {
  bytes: Uint8Array;
  length: number;
}

function withRoom(file: AsciiFile, more: number): void {
  if (file.length + more <= file.bytes.length) return;
  const larger = new Uint8Array((file.length + more) * 2);
  larger.set(file.bytes.subarray(0, file.length));
  file.bytes = larger;
}

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
const inKeys: ReadonlySet<number> = new Set([0x20, 0x3a, 0x3d, 0x23, 0x21]);
const hexDigits = Uint8Array.from("0123456789ABCDEF", (digit) => digit.charCodeAt(0));

/** Writes a text such that every way of loading properties, in whatever encoding, reads it alike. */
function write(file: AsciiFile, text: string, isKey: boolean): void {
  withRoom(file, text.length * 6);
  const { bytes } = file;
  let at = file.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x20 && unit < 0x7f && unit !== backslash) {
      if (isKey ? inKeys.has(unit) : unit === 0x20 && index === 0) bytes[at++] = backslash;
      bytes[at++] = unit;
      continue;
    }
    bytes[at++] = backslash;
    const short = shortEscapes.get(unit);
    if (short !== undefined) {
      bytes[at++] = short;
      continue;
    }
    bytes[at++] = 0x75;
    for (let shift = 12; shift >= 0; shift -= 4) bytes[at++] = hexDigits[(unit >> shift) & 15] ?? 0;
  }
  file.length = at;
}

function writeUnit(file: AsciiFile, unit: number): void {
  withRoom(file, 1);
  file.bytes[file.length++] = unit;
}

const lineFeed = 0x0a;

/** A file of properties: the header, further comments, and the texts by key. */
export function propertiesFile(
  catalog: Catalog,
  comments: readonly string[],
  entries: Iterable<readonly [key: string, text: string]>,
): Uint8Array {
  const file: AsciiFile = { bytes: new Uint8Array(64 * 1024), length: 0 };
  for (const line of [...generatedHeader(catalog), ...comments]) {
    write(file, `# ${line}`, false);
    writeUnit(file, lineFeed);
  }
  let isFirst = true;
  for (const [key, text] of entries) {
    if (isFirst) writeUnit(file, lineFeed);
    isFirst = false;
    write(file, key, true);
    writeUnit(file, 0x3d);
    write(file, text, false);
    writeUnit(file, lineFeed);
  }
  return file.bytes.slice(0, file.length);
}
