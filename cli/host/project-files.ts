import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { configurationName } from "../../core/configuration.ts";
import { defaultMaxFileSize } from "../../core/decode.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { RawFile } from "../../core/load.ts";
import type { FileSystem } from "./file-system.ts";
import { isSystemError, systemReason } from "./system-error.ts";

/** What came of reading a file: its bytes; nothing, since it is not there or too large; or what the system says. */
export type Reading =
  | { readonly kind: "read"; readonly raw: RawFile }
  | { readonly kind: "missing" }
  | { readonly kind: "too-large"; readonly diagnostic: Diagnostic }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Where a project lies, and the name of its configuration in there; undefined where there is none. */
export interface ProjectPlace {
  /** Absolute. */
  readonly root: string;
  readonly configuration: string | undefined;
}

/**
 * The nearest folder, from a folder upwards, that holds a configuration or a catalog at its default place; the folder itself
 * where there is none. A repository is not left: the search ends where a `.git` lies; with `here`, at the first folder.
 */
export function findProject(files: FileSystem, start: string, here = false): ProjectPlace {
  for (let folder = start; ; folder = dirname(folder)) {
    if (files.kind(join(folder, configurationName)) !== undefined)
      return { root: folder, configuration: configurationName };
    if (files.kind(join(folder, "spec/failure-codes.json")) !== undefined)
      return { root: folder, configuration: undefined };
    const last = here || files.kind(join(folder, ".git")) !== undefined || dirname(folder) === folder;
    if (last) return { root: start, configuration: undefined };
  }
}

/** The nearest folder, from a folder upwards, that holds a `.git`; undefined where there is none. */
export function repositoryRoot(files: FileSystem, start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (files.kind(join(folder, ".git")) !== undefined) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The place of a project whose configuration is named on the command line, relative to a folder. */
export function projectOf(configuration: string, folder: string): ProjectPlace {
  const path = resolve(folder, configuration);
  return { root: dirname(path), configuration: basename(path) };
}

/** A folder named on the command line, absolute. */
export function folderAt(folder: string, named: string | undefined): string {
  return named === undefined ? folder : resolve(folder, named);
}

/** A path of the project as the machine writes it. */
export function absolutePath(root: string, path: string): string {
  return join(root, path);
}

/** An absolute path as a path of the project, with forward slashes; as it is where it lies elsewhere. */
export function projectPath(root: string, absolute: string): string {
  const path = relative(root, absolute);
  return isAbsolute(path) || path.startsWith("..") ? absolute : path.split(sep).join("/");
}

/**
 * Reads a file of the project; `path` is relative to the root and stays the name it is reported under. One that has more
 * than `most` bytes is not decoded.
 */
export function readProjectFile(files: FileSystem, root: string, path: string, most = defaultMaxFileSize): Reading {
  return readAt(files, join(root, path), path, most);
}

/** Reads a file named on the command line, relative to a folder; it is reported under that name. */
export function readNamedFile(files: FileSystem, folder: string, named: string): Reading {
  return readAt(files, resolve(folder, named), named, defaultMaxFileSize);
}

function readAt(files: FileSystem, absolute: string, path: string, most: number): Reading {
  try {
    const content = files.readText(absolute, most);
    return content === undefined ? { kind: "missing" } : { kind: "read", raw: { path, content } };
  } catch (problem) {
    if (isSystemError(problem, "ENOTDIR")) return { kind: "missing" };
    if (isSystemError(problem)) return { kind: "unreadable", reason: systemReason(problem) };
    if ((problem as { code?: unknown }).code !== "ERR_FS_FILE_TOO_LARGE") throw problem;
    return { kind: "too-large", diagnostic: tooLarge(path) };
  }
}

/** A file that changed between two readings of one run: whatever came of the first means nothing now. */
export interface ChangedFile extends Error {
  readonly changedFile: string;
}

/** Whether an error says that a file changed between two readings. */
export function isChangedFile(problem: unknown): problem is ChangedFile {
  return problem instanceof Error && "changedFile" in problem;
}

/** Reads a file that was read before once more; nobody may have written it in between. `stamp` is that of the first reading. */
export function readAgain(
  files: FileSystem,
  root: string,
  path: string,
  most: number,
  stamp: string | undefined,
): string | Uint8Array {
  const absolute = resolve(root, path);
  const content = files.readText(absolute, most);
  if (content === undefined || files.stamp(absolute)?.text !== stamp) {
    throw Object.assign(new Error(`${path} changed while it was read`), { changedFile: path });
  }
  return content;
}

/** What Node cannot read at once is over every limit of ours. */
function tooLarge(path: string): Diagnostic {
  const at = { file: { path, text: "" }, start: 0, end: 0 };
  return diagnostic("FC1004", at, { size: "more than 2 GiB", limit: "2 GiB" });
}

/** The files of a folder with an ending, by their path inside the folder, sorted; none where the folder is not there. */
export function filesIn(
  files: FileSystem,
  root: string,
  folder: string,
  ending: string,
  deep: boolean,
): readonly string[] {
  const found: string[] = [];
  const visit = (inside: string): void => {
    for (const { name, kind } of files.list(join(root, folder, inside)) ?? []) {
      const path = inside === "" ? name : `${inside}/${name}`;
      if (kind === "folder") {
        if (deep) visit(path);
      } else if (name.endsWith(ending)) found.push(path);
    }
  };
  visit("");
  return found.sort((left, right) => (left < right ? -1 : 1));
}
