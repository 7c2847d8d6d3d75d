import type { Content } from "../../core/content.ts";
import type { EntryKind, FolderEntry } from "../../core/disk.ts";

/**
 * The file system, with paths as the machine writes them. Every call is synchronous: ten thousand small files take a tenth
 * of the time that promises take. What is not there is undefined; everything else that fails is thrown as the system's error.
 */
export interface FileSystem {
  /** What stands at a path, a link not looked through. */
  kind(path: string): EntryKind | undefined;
  /** The bytes of a file; undefined where there is none. A folder in its place is an error. */
  read(path: string): Uint8Array | undefined;
  /** The text of a file that is UTF-8 and has at most `most` bytes, a byte-order mark left in it; its bytes where it is not. */
  readText(path: string, most: number): string | Uint8Array | undefined;
  /** Whether a regular file (no link) holds exactly the UTF-8 of a text. */
  equals(path: string, content: Content): boolean;
  /** What a folder holds, in any order; undefined where there is none. */
  list(folder: string): readonly FolderEntry[] | undefined;
  /** The path with every link in it resolved; undefined where there is nothing. */
  realPath(path: string): string | undefined;
  /** The permission bits of a file; undefined where there is none. */
  mode(path: string): number | undefined;
  /** Milliseconds since 1970 at which a file was last written; undefined where there is none. */
  modified(path: string): number | undefined;
  /**
   * What every writing of a file changes: its length, its times, which file it is. `settled` says whether that can be
   * relied on: one that was written this moment could be written again without a change of its times. Undefined where
   * there is no file.
   */
  stamp(path: string): { readonly text: string; readonly settled: boolean } | undefined;
  /** Writes a new file; "exists" is given back where there is something already, and nothing is done. */
  create(path: string, content: Content, mode?: number): "created" | "exists";
  /** Adds a text to the end of a file, and makes it where there is none. */
  append(path: string, text: string): void;
  /** Gives a file another path, whatever file stands there; "other-device" where that is on another file system. */
  rename(from: string, to: string): "renamed" | "other-device";
  /**
   * Gives a folder another path. "refused" where something stands there, or where the system cannot do it at once, as from
   * one file system to another; nothing is done then.
   */
  moveFolder(from: string, to: string): "moved" | "refused";
  /** Removes a file or link; nothing happens where there is none. */
  remove(path: string): void;
  /** Makes a folder and those above it. */
  createFolder(path: string): void;
  /** Removes a folder if it is empty; nothing happens where it is not, or is not there. */
  removeEmptyFolder(path: string): void;
  /** Sets a file's time of last writing to now. */
  touch(path: string): void;
}
