import type { Content } from "./content.ts";

/** What stands at a path. A link is never looked through. */
export type EntryKind = "file" | "folder" | "link" | "other";

/** A name in a folder, and what it stands for. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** The files of a project as they are now. Paths are relative to the project, with forward slashes; every answer is immediate. */
export interface Disk {
  /** Undefined where there is nothing. */
  kind(path: string): EntryKind | undefined;
  /** Whether a regular file holds exactly the UTF-8 of a text. */
  equals(path: string, content: Content): boolean;
  /** The bytes of a regular file; undefined where there is none. */
  read(path: string): Uint8Array | undefined;
  /** What a folder holds, in any order; nothing where there is no folder. */
  list(folder: string): readonly FolderEntry[];
}
