import { join } from "node:path";
import { diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { DriftEntry } from "../../core/drift/entry.ts";
import { intentPath } from "../../core/drift/intent.ts";
import type { FileRemoval, Mending } from "../../core/drift/mending.ts";
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
  const { place } = staging(files, stateFolder, programs.self.process);
  const written: string[] = [];
  const removed: string[] = [];
  const kept = [...mending.kept];
  const at = (path: string): string => join(root, path);
  const intent = intentPath(surroundings.output, target);
  let doing: { readonly path: string; readonly action: string } = { path: intent, action: "written" };

  function put(path: string, content: string | Uint8Array, mode?: number): void {
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
  function remembered(path: string, content: string): string | Uint8Array {
    if (memory === noMemory) return content;
    const bytes = new TextEncoder().encode(content);
    memory.recall("bytes", path, bytes, () => memory.recall("digest", path, content, () => digest(content)));
    return bytes;
  }

  function changedMeanwhile(path: string, planned?: string): void {
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
    for (const [index, { path, content, expected, replacesLink }] of writes.entries()) {
      if (index % 256 === 255) lock.refresh();
      const kind = files.kind(at(path));
      if (kind === "folder") removeFoldersOfNothing(path);
      const isAsExpected =
        expected === undefined
          ? kind === undefined || kind === "folder" || (kind === "link" && replacesLink)
          : digestAt(path) === expected;
      if (!isAsExpected) {
        changedMeanwhile(path, content);
        continue;
      }
      put(path, remembered(path, content), kind === "file" ? files.mode(at(path)) : undefined);
      written.push(path);
    }
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
      files.removeEmptyFolder(at(mending.folder));
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
