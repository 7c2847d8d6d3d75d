import type { Disk, EntryKind } from "../disk.ts";
import { folderOf, joined, pathKey } from "../output-path.ts";

/** A folder and what is below it, each folder read once and no link followed. */
export interface FolderView {
  /** Undefined where there is nothing, or where the way there leads through something that is not a folder. */
  kind(path: string): EntryKind | undefined;
  names(folder: string): ReadonlyMap<string, EntryKind>;
  /** What stands where a path, or a folder on the way to it, has to be: the path itself if it is there; a file or link above; or the same name written otherwise. */
  occupant(path: string): string | undefined;
}

const nothing: ReadonlyMap<string, EntryKind> = new Map();

/** Looks into a folder, which may itself be reached through a link. */
export function folderView(disk: Disk, folder: string): FolderView {
  const top = folder === "." ? "" : folder;
  const folders = new Map<string, ReadonlyMap<string, EntryKind>>();
  const keyed = new Map<string, ReadonlyMap<string, string>>();

  function names(folder: string): ReadonlyMap<string, EntryKind> {
    const known = folders.get(folder);
    if (known !== undefined) return known;
    const there = folder === top || (folder !== "" && kind(folder) === "folder");
    const found = there ? new Map(disk.list(folder).map(({ name, kind }) => [name, kind])) : nothing;
    folders.set(folder, found);
    return found;
  }

  function kind(path: string): EntryKind | undefined {
    const folder = folderOf(path);
    return names(folder).get(folder === "" ? path : path.slice(folder.length + 1));
  }

  function variant(folder: string, name: string): string | undefined {
    let keys = keyed.get(folder);
    if (keys === undefined) {
      keys = new Map([...names(folder).keys()].map((name) => [pathKey(name), name]));
      keyed.set(folder, keys);
    }
    return keys.get(pathKey(name));
  }

  function occupant(path: string): string | undefined {
    let at = top;
    for (const name of path.slice(top === "" ? 0 : top.length + 1).split("/")) {
      const next = joined(at, name);
      const found = names(at).get(name);
      if (found === undefined) {
        const other = variant(at, name);
        return other === undefined ? undefined : joined(at, other);
      }
      if (next === path || found !== "folder") return next;
      at = next;
    }
    return undefined;
  }

  return { kind, names, occupant };
}
