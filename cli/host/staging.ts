import { dirname, join } from "node:path";
import { intentPath, interruptedTargets } from "../../core/drift/intent.ts";
import { temporaryPrefix } from "../../core/output-path.ts";
import type { FileSystem } from "./file-system.ts";
import { temporaryCachePrefix } from "./generated-cache.ts";
import type { Workspace } from "./workspace.ts";
import { leftOverLockPrefix, makeStateFolder } from "./write-lock.ts";

/** Puts whole files in their place: nobody ever sees a part of one. */
export interface Staging {
  /** Writes a file, whatever file or link stands there; `mode` are its permissions, those of a new file unless given. */
  place(path: string, content: string | Uint8Array, mode?: number): void;
}

/**
 * Files are written in the state folder and then renamed into their place, so that nobody who watches an artifact's folder
 * meets half a file there, and a run that is killed leaves nothing in it. Only where the place is on another file system
 * they are written beside it, under a name that is swept by the next run.
 */
export function staging(files: FileSystem, stateFolder: string, process: number): Staging {
  const folder = stagedFolder(stateFolder);
  const known = new Set<string>();
  let count = 0;
  let isElsewhere = false;

  function made(folder: string): string {
    if (!known.has(folder)) files.createFolder(folder);
    known.add(folder);
    return folder;
  }

  return {
    place(path, content, mode) {
      count += 1;
      const name = `${process}-${count}`;
      made(dirname(path));
      if (!isElsewhere) {
        const staged = join(made(folder), name);
        files.create(staged, content, mode);
        if (files.rename(staged, path) === "renamed") return;
        files.remove(staged);
        isElsewhere = true;
      }
      const beside = join(dirname(path), `${temporaryPrefix}${name}`);
      files.create(beside, content, mode);
      files.rename(beside, path);
      isElsewhere = false;
    },
  };
}

/** Removes what a run that was killed left half written or half taken away; asked for while no other run writes. */
export function sweepStaged(files: FileSystem, stateFolder: string): void {
  makeStateFolder(files, stateFolder);
  const folder = stagedFolder(stateFolder);
  for (const { name } of files.list(folder) ?? []) files.remove(join(folder, name));
  for (const { name } of files.list(stateFolder) ?? []) {
    if (name.startsWith(leftOverLockPrefix) || name.startsWith(temporaryCachePrefix))
      files.remove(join(stateFolder, name));
  }
}

/** Removes the records of runs that wrote other targets than these: whatever they tell of is mended. */
export function sweepIntents({ host, root, surroundings }: Workspace, targets: readonly string[]): void {
  for (const name of interruptedTargets(surroundings)) {
    if (!targets.includes(name)) host.files.remove(join(root, intentPath(surroundings.output, name)));
  }
}

function stagedFolder(stateFolder: string): string {
  return join(stateFolder, "staged");
}
