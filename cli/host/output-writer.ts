import { join } from "node:path";
import { type Content, textOf } from "../../core/content.ts";
import { diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { DriftEntry } from "../../core/drift/entry.ts";
import { intentPath } from "../../core/drift/intent.ts";
import type { FileRemoval, FileWrite, Mending } from "../../core/drift/mending.ts";
import { noMemory } from "../../core/memory.ts";
import { failure, type Outcome, success } from "../../core/outcome.ts";
import { folderOf, pathKey } from "../../core/output-path.ts";
import { quoted } from "../../core/quoted.ts";
import { staging } from "./staging.ts";
import { isSystemError, systemReason } from "./system-error.ts";
import type { Workspace } from "./workspace.ts";
import type { WriteLock } from "./write-lock.ts";

/** What a mending came to. */
export interface Mended {
  readonly target: string;
  /** Paths of files that were written, without the manifest. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** What was not mended: what the mending keeps, and what somebody changed while it ran. */
  readonly kept: readonly DriftEntry[];
  readonly manifestWritten: boolean;
}

/**
 * Mends the drift of one target. First the record of what is about to be replaced, then the files, each whole in one step,
 * then the manifest, then removals; the record goes last. Stopped anywhere, the next run knows every file by its digest.
 */
export function applyMending(workspace: Workspace, mending: Mending, lock: WriteLock): Outcome<Mended> {
  const { host, root, surroundings, stateFolder } = workspace;
  const { files, programs, digest } = host;
  const { memory = noMemory } = surroundings;
  const { target, manifest, writes, removals } = mending;
  const { place, folder: stagedFolder } = staging(files, stateFolder, programs.self.process);
  const written: string[] = [];
  const removed: string[] = [];
  const kept = [...mending.kept];
  const at = (path: string): string => join(root, path);
  const intent = intentPath(surroundings.output, target);
  /** Folders that were seen to be there. */
  const there = new Set<string>();
  let steps = 0;
  let doing: { readonly path: string; readonly action: string } = { path: intent, action: "written" };

  function put(path: string, content: Content, mode?: number): void {
    doing = { path, action: "written" };
    place(at(path), content, mode);
  }

  function take(path: string): void {
    doing = { path, action: "removed" };
    files.remove(at(path));
  }

  function digestAt(path: string): string | undefined {
    doing = { path, action: "read" };
    const bytes = files.kind(at(path)) === "file" ? files.read(at(path)) : undefined;
    return bytes === undefined ? undefined : memory.recall("bytes", path, bytes, () => digest(bytes));
  }

  /** With a memory, what is written is known again when it is read. */
  function remembered(path: string, content: Content): Content {
    if (memory === noMemory) return content;
    const bytes = new TextEncoder().encode(textOf(content));
    memory.recall("bytes", path, bytes, () => memory.recall("digest", path, content, () => digest(content)));
    return bytes;
  }

  function changedMeanwhile(path: string, planned?: Content): void {
    const found = digestAt(path);
    const reason = planned === undefined ? "modified-orphan" : "edited";
    const entry = { target, path, reason, causes: [], ...(planned === undefined ? {} : { planned }) } as const;
    kept.push(found === undefined ? entry : { ...entry, found });
  }

  function removeAll(list: readonly FileRemoval[]): void {
    const folders = new Set<string>();
    for (const { path, expected } of list) {
      const found = digestAt(path);
      if (found === undefined) continue;
      if (found !== expected) {
        changedMeanwhile(path);
        continue;
      }
      take(path);
      removed.push(path);
      for (let folder = folderOf(path); folder !== mending.folder && folder !== ""; folder = folderOf(folder)) {
        folders.add(folder);
      }
    }
    const deepestFirst = [...folders].sort((left, right) => right.length - left.length);
    for (const folder of deepestFirst) files.removeEmptyFolder(at(folder));
  }

  function write(): void {
    for (let index = 0; index < writes.length; ) {
      const folder = newFolderOf(writes[index]);
      let end = index + 1;
      if (folder !== undefined) while (isNewIn(folder, writes[end])) end += 1;
      const together = writes.slice(index, end);
      if (folder === undefined || !writeFolder(folder, together)) for (const one of together) writeFile(one);
      index = end;
    }
  }

  /** The outermost folder that is not there yet, on the way to a file that is planned to be new. */
  function newFolderOf(write: FileWrite | undefined): string | undefined {
    let found: string | undefined;
    if (write === undefined || write.expected !== undefined) return found;
    for (let folder = folderOf(write.path); folder !== "" && !there.has(folder); folder = folderOf(folder)) {
      if (files.kind(at(folder)) === undefined) found = folder;
      else there.add(folder);
    }
    return found;
  }

  function writeFolder(folder: string, writes: readonly FileWrite[]): boolean {
    const staged = stagedFolder();
    for (const { path, content } of writes) {
      doing = { path, action: "written" };
      keepLock();
      staged.create(path.slice(folder.length + 1), remembered(path, content));
    }
    doing = { path: folder, action: "written" };
    if (staged.place(at(folder)) === "refused") return false;
    for (const { path } of writes) written.push(path);
    return true;
  }

  function writeFile({ path, content, expected, replacesLink }: FileWrite): void {
    keepLock();
    const kind = files.kind(at(path));
    if (kind === "folder") removeFoldersOfNothing(path);
    const isAsExpected =
      expected === undefined
        ? kind === undefined || kind === "folder" || (kind === "link" && replacesLink)
        : digestAt(path) === expected;
    if (!isAsExpected) {
      changedMeanwhile(path, content);
      return;
    }
    put(path, remembered(path, content), kind === "file" ? files.mode(at(path)) : undefined);
    written.push(path);
  }

  function keepLock(): void {
    if (++steps % 256 === 0) lock.refresh();
  }

  function removeFoldersOfNothing(folder: string): void {
    for (const { name, kind } of files.list(at(folder)) ?? []) {
      if (kind === "folder") removeFoldersOfNothing(`${folder}/${name}`);
    }
    files.removeEmptyFolder(at(folder));
  }

  try {
    const { inTheWay, others } = splitRemovals(mending);
    const touchesFiles = writes.length + removals.length > 0;
    if (touchesFiles) put(intent, mending.intent);
    for (const path of mending.temporary) take(path);
    removeAll(inTheWay);
    write();
    let manifestWritten = false;
    if (typeof manifest.becomes === "object") {
      manifestWritten =
        files.kind(at(manifest.path)) !== "file" || !files.equals(at(manifest.path), manifest.becomes.text);
      if (manifestWritten) put(manifest.path, manifest.becomes.text, files.mode(at(manifest.path)));
    }
    removeAll(others);
    if (manifest.becomes === "removed") {
      take(manifest.path);
      removed.push(manifest.path);
      files.removeEmptyFolder(at(folderOf(manifest.path)));
    }
    // Somebody who could not see us may have taken the lock away. The record stays, then: it tells what is ours.
    if (lock.isHeld()) take(intent);
    return success({ target, written, removed, kept, manifestWritten });
  } catch (problem) {
    if (!isSystemError(problem)) throw problem;
    const place = { file: { path: doing.path, text: "" }, start: 0, end: 0 };
    const words = { path: quoted(doing.path), action: doing.action, reason: systemReason(problem) };
    return failure([diagnostic("FC6011", place, words)]);
  }
}

function isNewIn(folder: string, write: FileWrite | undefined): boolean {
  return write?.expected === undefined && write?.path.startsWith(`${folder}/`) === true;
}

/** Files that stand where a planned file, or the folder of one, has to be go first; all others go last. */
function splitRemovals({ writes, removals }: Mending): { inTheWay: FileRemoval[]; others: FileRemoval[] } {
  const planned = new Set<string>();
  const needed = new Set<string>();
  for (const { path } of writes) {
    const key = pathKey(path);
    planned.add(key);
    for (let above = key; above !== "" && !needed.has(above); above = folderOf(above)) needed.add(above);
  }
  const isInTheWay = (path: string): boolean => {
    const key = pathKey(path);
    if (needed.has(key)) return true;
    for (let above = folderOf(key); above !== ""; above = folderOf(above)) if (planned.has(above)) return true;
    return false;
  };
  const inTheWay: FileRemoval[] = [];
  const others: FileRemoval[] = [];
  for (const removal of removals) (isInTheWay(removal.path) ? inTheWay : others).push(removal);
  return { inTheWay, others };
}
