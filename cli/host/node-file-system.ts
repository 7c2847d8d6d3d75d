import {
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
  writeFileSync,
} from "node:fs";
import type { EntryKind, FolderEntry } from "../../core/disk.ts";
import type { FileSystem } from "./file-system.ts";
import { isSystemError } from "./system-error.ts";

/** The file system of this machine. */
export function nodeFileSystem(): FileSystem {
  return {
    kind: (path) => kindOf(statOf(path)),
    read: (path) => unlessAbsent(() => readFileSync(path)),
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
    rename,
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

// No character takes more than three bytes in UTF-8 for each of its UTF-16 units.
const unitsAtOnce = 1 << 18;
const expected = Buffer.allocUnsafeSlow(unitsAtOnce * 3);
const found = Buffer.allocUnsafeSlow(unitsAtOnce * 3 + 1);

/** A link in a file's place cannot be opened with this; Windows does not know it. */
const noFollow = constants.O_NOFOLLOW ?? 0;

function equals(path: string, content: string): boolean {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | noFollow);
  } catch (problem) {
    if (isSystemError(problem, "ENOENT", "ENOTDIR", "ELOOP", "EISDIR")) return false;
    throw problem;
  }
  try {
    for (let start = 0; ; ) {
      const end = chunkEnd(content, start);
      const piece = start === 0 && end === content.length ? content : content.slice(start, end);
      const length = expected.write(piece, "utf8");
      const last = end === content.length;
      // At the end one byte more is asked for: a longer file is another file.
      const read = readUpTo(file, last ? length + 1 : length);
      if (read !== length || found.compare(expected, 0, length, 0, length) !== 0) return false;
      if (last) return true;
      start = end;
    }
  } catch (problem) {
    if (isSystemError(problem, "EISDIR")) return false;
    throw problem;
  } finally {
    closeSync(file);
  }
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

function create(path: string, content: string | Uint8Array, mode?: number): "created" | "exists" {
  let file: number;
  try {
    file = openSync(path, "wx", mode ?? 0o666);
  } catch (problem) {
    if (isSystemError(problem, "EEXIST")) return "exists";
    throw problem;
  }
  try {
    // The mask of the process takes bits away from the mode of a new file.
    if (mode !== undefined) fchmodSync(file, mode);
    writeFileSync(file, content);
  } finally {
    closeSync(file);
  }
  return "created";
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

function removeEmptyFolder(path: string): void {
  try {
    rmdirSync(path);
  } catch (problem) {
    if (!isSystemError(problem, "ENOENT", "ENOTDIR", "ENOTEMPTY", "EEXIST", "EBUSY")) throw problem;
  }
}
