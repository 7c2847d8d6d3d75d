import type { Digest } from "../digest.ts";
import type { Disk } from "../disk.ts";
import type { History } from "../history.ts";
import type { Memory } from "../memory.ts";
import { joined } from "../output-path.ts";
import { type FolderView, folderView } from "./folder-view.ts";
import type { Digests, Inputs } from "./inputs.ts";

/** Files that failcodes wrote, or was about to write, and what they were made from: a manifest, or a part of a running write's record. */
export interface FileRecord {
  readonly folder: string;
  /** By path inside the folder. */
  readonly files: Digests;
  /** Undefined where it is not known: what a forced run was about to replace. */
  readonly inputs: Inputs | undefined;
}

/** The digest that a record has for a path of the project. */
export function recorded(record: FileRecord, path: string): string | undefined {
  const { folder, files } = record;
  if (folder === "" || folder === ".") return files.get(path);
  return path.startsWith(`${folder}/`) ? files.get(path.slice(folder.length + 1)) : undefined;
}

/** The first of the records that has this digest for this path. */
export function recordOf(records: readonly FileRecord[], path: string, digest: string): FileRecord | undefined {
  return records.find((record) => recorded(record, path) === digest);
}

/** Whether one of the records knows a path. */
export function isNamed(records: readonly FileRecord[], path: string): boolean {
  return records.some((record) => recorded(record, path) !== undefined);
}

/** Every path that a record knows. */
export function pathsOf({ folder, files }: FileRecord): readonly string[] {
  return [...files.keys()].map((path) => joined(folder, path));
}

/** What a plan is compared with. */
export interface Surroundings {
  readonly disk: Disk;
  readonly history: History;
  readonly digest: Digest;
  /** The output folder. */
  readonly output: string;
  /** Paths and patterns that are nobody's business. */
  readonly ignore: readonly string[];
  /** What an earlier comparison left, in a process that compares again and again. */
  readonly memory?: Memory | undefined;
}

/**
 * How to look for the files of a record: below the output folder, which is known to lie in the project, or below the
 * project. The folder that a record names may be a link to anywhere by now.
 */
export function recordView({ folder }: FileRecord, { disk, output }: Surroundings): FolderView {
  return folderView(disk, folder.startsWith(`${output}/`) ? output : "");
}
