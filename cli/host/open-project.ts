import { join, resolve } from "node:path";
import type { Disk } from "../../core/disk.ts";
import type { History } from "../../core/history.ts";
import type { RawFile, SpecFiles } from "../../core/load.ts";
import { folderOf, joined } from "../../core/output-path.ts";
import { gitHistory } from "./git-history.ts";
import { nodeFileSystem } from "./node-file-system.ts";
import { nodePrograms } from "./node-programs.ts";
import { projectDisk } from "./project-disk.ts";
import { filesIn } from "./project-files.ts";

/** The files of the project in a folder, to compare a plan with. */
export function openDisk(root: string): Disk {
  return projectDisk(nodeFileSystem(), resolve(root));
}

/** What git remembers of the project in a folder: with it, `drift` can tell more reasons. */
export function openHistory(root: string): History {
  return gitHistory(nodePrograms(), resolve(root));
}

/** Reads a catalog, and the locales and sources in folders beside it, for `load`. Paths are relative to the project; a missing catalog is an error of the system. */
export function readSpecFiles(
  root: string,
  spec = "spec/failure-codes.json",
  locales = joined(folderOf(spec), "locales"),
  sources = joined(folderOf(spec), "sources"),
): SpecFiles {
  const files = nodeFileSystem();
  const content = files.read(join(root, spec));
  if (content === undefined) throw new Error(`There is no catalog "${spec}" in ${resolve(root)}.`);
  const jsonFilesIn = (folder: string): readonly RawFile[] =>
    filesIn(files, resolve(root), folder, ".json", false).flatMap((name) => {
      const path = joined(folder, name);
      const bytes = files.read(join(root, path));
      return bytes === undefined ? [] : [{ path, content: bytes }];
    });
  return { catalog: { path: spec, content }, locales: jsonFilesIn(locales), sources: jsonFilesIn(sources) };
}
