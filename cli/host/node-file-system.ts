import { isAscii, isUtf8, transcode } from "node:buffer";
import {
  appendFileSync,
  closeSync,
  constants,
  type Dirent,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  type Stats,
  unlinkSync,
  utimesSync,
  writeSync,
} from "node:fs";
import type { Content } from "../../core/content.ts";
import type { EntryKind, FolderEntry } from "../../core/disk.ts";
import type { FileSystem } from "./file-system.ts";
import { isSystemError } from "./system-error.ts";

/** The file system of this machine. */
export function nodeFileSystem(): FileSystem {
  return {
    kind: (path) => kindOf(statOf(path)),
    read: (path) => unlessAbsent(() => readFileSync(path)),
    readText: (path, most) =>
      textOf(
        unlessAbsent(() => readFileSync(path)),
        most,
      ),
    equals,
    list: (folder) => unlessAbsent(() => readdirSync(folder, { withFileTypes: true }).map(entryOf)),
    realPath: (path) => unlessAbsent(() => realpathSync.native(path)),
    mode: (path) => {
      const stat = statOf(path);
      return stat === undefined ? undefined : stat.mode & 0o7777;
    },
    modified: (path) => statOf(path)?.mtimeMs,
    stamp,
    create,
    append: (path, text) => appendFileSync(path, text),
    rename,
    moveFolder,
    remove: (path) => void unlessAbsent(() => unlinkSync(path)),
    createFolder: (path) => void mkdirSync(path, { recursive: true }),
    removeEmptyFolder,
    touch: (path) => void unlessAbsent(() => utimesSync(path, new Date(), new Date())),
  };
}

function unlessAbsent<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (problem) {
    if (isSystemError(problem, "ENOENT", "ENOTDIR")) return undefined;
    throw problem;
  }
}

function statOf(path: string): Stats | undefined {
  return unlessAbsent(() => lstatSync(path, { throwIfNoEntry: false }));
}

function kindOf(found: Stats | Dirent | undefined): EntryKind | undefined {
  if (found === undefined) return undefined;
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "folder";
  return found.isSymbolicLink() ? "link" : "other";
}

/** In milliseconds: the coarsest clock of a file system in use, FAT's, and something for those that are not our own. */
const settledAfter = 3_000;

function stamp(path: string): { readonly text: string; readonly settled: boolean } | undefined {
  const stat = statOf(path);
  if (stat?.isFile() !== true) return undefined;
  const { dev, ino, size, mode, mtimeMs, ctimeMs } = stat;
  const settled = Date.now() - Math.max(mtimeMs, ctimeMs) > settledAfter;
  return { text: `${dev} ${ino} ${size} ${mode} ${mtimeMs} ${ctimeMs}`, settled };
}

function entryOf(entry: Dirent): FolderEntry {
  return { name: entry.name, kind: kindOf(entry) ?? "other" };
}

/** Through UTF-16, or Latin-1 where that is the same: a third of the time that decoding UTF-8 into a string takes. */
function textOf(bytes: Buffer | undefined, most: number): string | Uint8Array | undefined {
  if (bytes === undefined || bytes.length > most) return bytes;
  if (isAscii(bytes)) return bytes.toString("latin1");
  return isUtf8(bytes) ? transcode(bytes, "utf8", "utf16le").toString("utf16le") : bytes;
}

// No character takes more than three bytes in UTF-8 for each of its UTF-16 units.
const unitsAtOnce = 1 << 18;
/** What a text is encoded into, a piece at a time. */
const encoded = Buffer.allocUnsafeSlow(unitsAtOnce * 3);
const found = Buffer.allocUnsafeSlow(unitsAtOnce * 3 + 1);

/** A link in a file's place cannot be opened with this; Windows does not know it. */
const noFollow = constants.O_NOFOLLOW ?? 0;

function equals(path: string, content: Content): boolean {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | noFollow);
  } catch (problem) {
    if (isSystemError(problem, "ENOENT", "ENOTDIR", "ELOOP", "EISDIR")) return false;
    throw problem;
  }
  try {
    if (typeof content === "string") return holdsText(file, content);
    if (content instanceof Uint8Array) return holds(file, content);
    return eachPart(content, (part) => isNext(file, part)) && readUpTo(file, 1) === 0;
  } catch (problem) {
    if (isSystemError(problem, "EISDIR")) return false;
    throw problem;
  } finally {
    closeSync(file);
  }
}

/** Whether bytes are all that a file holds. */
function holds(file: number, bytes: Uint8Array): boolean {
  for (let start = 0; start < bytes.length; start += found.length) {
    const length = Math.min(found.length, bytes.length - start);
    if (readUpTo(file, length) !== length) return false;
    if (found.compare(bytes, start, start + length, 0, length) !== 0) return false;
  }
  return readUpTo(file, 1) === 0;
}

/** Whether a text is all that a file holds. */
function holdsText(file: number, text: string): boolean {
  for (let start = 0; ; ) {
    const end = chunkEnd(text, start);
    const piece = start === 0 && end === text.length ? text : text.slice(start, end);
    const length = encoded.write(piece, "utf8");
    const isLast = end === text.length;
    // At the end one byte more is asked for: a longer file is another file.
    const read = readUpTo(file, isLast ? length + 1 : length);
    if (read !== length || found.compare(encoded, 0, length, 0, length) !== 0) return false;
    if (isLast) return true;
    start = end;
  }
}

/** Whether bytes come next in a file. */
function isNext(file: number, part: Uint8Array): boolean {
  const { length } = part;
  return readUpTo(file, length) === length && found.compare(part, 0, length, 0, length) === 0;
}

/** What is put together with others; a longer piece is used as it is. */
const shortPiece = 1 << 12;

/** Goes through a content as UTF-8: pieces are put together in `encoded`. Ends, with false, as soon as a use gives false. */
function eachPart(content: Iterable<string | Uint8Array>, use: (part: Uint8Array) => boolean): boolean {
  let filled = 0;
  const flush = (): boolean => {
    const length = filled;
    filled = 0;
    return length === 0 || use(encoded.subarray(0, length));
  };
  for (const piece of content) {
    if (typeof piece === "string") {
      for (let start = 0; start < piece.length; ) {
        const end = chunkEnd(piece, start);
        if (filled + (end - start) * 3 > encoded.length && !flush()) return false;
        filled += encoded.write(end - start === piece.length ? piece : piece.slice(start, end), filled);
        start = end;
      }
    } else if (piece.length <= shortPiece) {
      if (filled + piece.length > encoded.length && !flush()) return false;
      encoded.set(piece, filled);
      filled += piece.length;
    } else {
      if (!flush()) return false;
      for (let start = 0; start < piece.length; start += encoded.length) {
        if (!use(piece.subarray(start, start + encoded.length))) return false;
      }
    }
  }
  return flush();
}

function chunkEnd(content: string, start: number): number {
  const end = Math.min(start + unitsAtOnce, content.length);
  const unit = content.charCodeAt(end - 1);
  return end < content.length && unit >= 0xd800 && unit <= 0xdbff ? end - 1 : end;
}

function readUpTo(file: number, length: number): number {
  let total = 0;
  while (total < length) {
    const read = readSync(file, found, total, length - total, null);
    if (read === 0) break;
    total += read;
  }
  return total;
}

const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

function create(path: string, content: Content, mode?: number): "created" | "exists" {
  let file: number;
  try {
    file = openSync(path, newFile, mode ?? 0o666);
  } catch (problem) {
    if (isSystemError(problem, "EEXIST")) return "exists";
    throw problem;
  }
  try {
    // The mask of the process takes bits away from the mode of a new file.
    if (mode !== undefined) fchmodSync(file, mode);
    if (typeof content === "string") writeText(file, content);
    else if (content instanceof Uint8Array) writeBytes(file, content, content.length);
    else
      eachPart(content, (part) => {
        writeBytes(file, part, part.length);
        return true;
      });
  } finally {
    closeSync(file);
  }
  return "created";
}

/** Into a buffer that is there already: the files of a folder are small, and many. */
function writeText(file: number, text: string): void {
  for (let start = 0; start < text.length; ) {
    const end = chunkEnd(text, start);
    const piece = start === 0 && end === text.length ? text : text.slice(start, end);
    writeBytes(file, encoded, encoded.write(piece, "utf8"));
    start = end;
  }
}

/** A system may take fewer bytes than it was given. */
function writeBytes(file: number, bytes: Uint8Array, length: number): void {
  for (let written = 0; written < length; ) written += writeSync(file, bytes, written, length - written);
}

function rename(from: string, to: string): "renamed" | "other-device" {
  try {
    renameSync(from, to);
  } catch (problem) {
    if (isSystemError(problem, "EXDEV")) return "other-device";
    throw problem;
  }
  return "renamed";
}

const refusals = ["EXDEV", "ENOENT", "EEXIST", "ENOTEMPTY", "ENOTDIR", "EISDIR", "EPERM", "EACCES", "EBUSY"];

function moveFolder(from: string, to: string): "moved" | "refused" {
  // Not every system refuses by itself to put a folder in the place of a file, or of an empty folder.
  if (statOf(to) !== undefined) return "refused";
  try {
    renameSync(from, to);
  } catch (problem) {
    if (isSystemError(problem, ...refusals)) return "refused";
    throw problem;
  }
  return "moved";
}

function removeEmptyFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch (problem) {
    if (!isSystemError(problem, "ENOENT", "ENOTDIR", "ENOTEMPTY", "EEXIST", "EBUSY")) throw problem;
  }
}
