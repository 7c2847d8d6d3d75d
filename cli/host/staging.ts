import { dirname, join } from "node:path";
import type { Content } from "../../core/content.ts";
import { intentPath, interruptedTargets } from "../../core/drift/intent.ts";
import { temporaryPrefix } from "../../core/output-path.ts";
import type { FileSystem } from "./file-system.ts";
import { temporaryCachePrefix } from "./generated-cache.ts";
import type { Workspace } from "./workspace.ts";
import { leftOverLockPrefix, makeStateFolder } from "./write-lock.ts";

/** Puts whole files in their place: nobody ever sees a part of one. */
export interface Staging {
  /** Writes a file, whatever file or link stands there; `mode` are its permissions, those of a new file unless given. */
  place(path: string, content: Content, mode?: number): void;
  /** Begins a folder that is not there yet: all its files get to their place in one step, which is a step less for each. */
  folder(): StagedFolder;
}

/** A folder that nobody sees until it is whole. */
export interface StagedFolder {
  /** Writes a file, by its path in the folder. */
  create(path: string, content: Content): void;
  /** Puts the folder in its place; "refused" where something stands there by now, or where that takes more than a step. */
  place(path: string): "placed" | "refused";
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
  const nextName = (): string => `${process}-${++count}`;

  function made(folder: string): string {
    if (!known.has(folder)) files.createFolder(folder);
    known.add(folder);
    return folder;
  }

  return {
    place(path, content, mode) {
      const name = nextName();
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
    folder() {
      const staged = join(made(folder), nextName());
      let isOurs = true;
      return {
        create(path, content) {
          const file = join(staged, path);
          made(dirname(file));
          if (files.create(file, content) === "exists") isOurs = false;
        },
        place(path) {
          if (!isOurs) return "refused";
          made(dirname(path));
          if (files.moveFolder(staged, path) === "moved") return "placed";
          removeFolder(files, staged);
          return "refused";
        },
      };
    },
  };
}

/** Removes what a run that was killed left half written or half taken away; asked for while no other run writes. */
export function sweepStaged(files: FileSystem, stateFolder: string): void {
  makeStateFolder(files, stateFolder);
  const folder = stagedFolder(stateFolder);
  for (const { name, kind } of files.list(folder) ?? []) {
    const path = join(folder, name);
    if (kind === "folder") removeStagedFolder(files, path);
    else files.remove(path);
  }
  for (const { name } of files.list(stateFolder) ?? []) {
    if (name.startsWith(leftOverLockPrefix) || name.startsWith(temporaryCachePrefix))
      files.remove(join(stateFolder, name));
  }
}

/** It gets another name first: a run that fills it, and could not be seen, must not put the rest of it in its place. */
function removeStagedFolder(files: FileSystem, path: string): void {
  const swept = `${path}-swept`;
  removeFolder(files, files.moveFolder(path, swept) === "moved" ? swept : path);
}

/** Removes a folder with what is in it; no link in it is followed. */
function removeFolder(files: FileSystem, folder: string): void {
  for (const { name, kind } of files.list(folder) ?? []) {
    const path = join(folder, name);
    if (kind === "folder") removeFolder(files, path);
    else files.remove(path);
  }
  files.removeEmptyFolder(folder);
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
