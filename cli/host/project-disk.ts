import { join } from "node:path";
import type { Disk } from "../../core/disk.ts";
import type { Memory } from "../../core/memory.ts";
import type { FileSystem } from "./file-system.ts";
import type { Host } from "./host.ts";

/** The files of the project in a folder, as core sees them. */
export function projectDisk(files: FileSystem, root: string): Disk {
  const at = (path: string): string => join(root, path);
  return {
    kind: (path) => files.kind(at(path)),
    equals: (path, content) => files.equals(at(path), content),
    read: (path) => files.read(at(path)),
    list: (folder) => files.list(at(folder)) ?? [],
  };
}

/**
 * The same, with a memory of files that were as planned: one that nobody touched since is not read again. Whether it was
 * touched is asked of the file each time. A file that was written within the last seconds is read in any case.
 */
export function rememberedDisk({ files }: Host, root: string, memory: Memory): Disk {
  const disk = projectDisk(files, root);
  return {
    ...disk,
    equals: (path, content) => {
      // Before the reading: what is written in between has another stamp afterwards.
      const stamp = files.stamp(join(root, path));
      if (stamp?.settled !== true) return disk.equals(path, content);
      return memory.recall("equal", path, [stamp.text, content], () => disk.equals(path, content));
    },
  };
}
