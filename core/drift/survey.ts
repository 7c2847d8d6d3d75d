import { type Content, contentKeeper, textOf } from "../content.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { EntryKind } from "../disk.ts";
import { type Ignored, ignored } from "../ignore-pattern.ts";
import { noMemory } from "../memory.ts";
import { folderOf, joined, temporaryPrefix } from "../output-path.ts";
import type { TargetPlan } from "../plan.ts";
import { type FolderView, folderView } from "./folder-view.ts";
import type { Surroundings } from "./record.ts";

/** A planned file that is not on the disk as planned. */
export interface DifferingFile {
  readonly path: string;
  readonly content: Content;
  /** What stands at the path. */
  readonly kind: EntryKind | undefined;
}

/** Something in an owned folder that is not planned: never a folder, always what stands in it. */
export interface UnplannedEntry {
  readonly path: string;
  readonly kind: EntryKind;
}

/** One look at a target's folder, beside its plan. Only what differs is kept. */
export interface Survey {
  readonly plan: TargetPlan;
  /** Artifacts that must not be written anywhere. With one of them the rest means nothing. */
  readonly problems: readonly Diagnostic[];
  /** Digest of every planned file, by path inside the folder; each is undefined where digests were not asked for. */
  readonly planned: ReadonlyMap<string, string | undefined>;
  readonly differing: readonly DifferingFile[];
  readonly unplanned: readonly UnplannedEntry[];
  /** Files that a stopped run left half written. */
  readonly temporary: readonly string[];
  /** Folders that hold something planned or ignored, at any depth. */
  readonly folders: ReadonlySet<string>;
  readonly view: FolderView;
}

/** How much of what a target makes is kept from the comparing to the writing, where it could be made again: 2 MiB. */
const mostKept = 2 * 1024 * 1024;

/**
 * Goes through all artifacts of a target once and compares each with the disk. Digests are for manifests, and cost as much
 * as comparing: who writes none need not ask for them. The artifacts themselves are let go.
 */
export function surveyTarget(whole: TargetPlan, surroundings: Surroundings, withDigests: boolean): Survey {
  const { disk, digest, ignore, memory = noMemory } = surroundings;
  const plan: TargetPlan = { ...whole, artifacts: [] };
  const problems: Diagnostic[] = [];
  const planned = new Map<string, string | undefined>();
  const differing: DifferingFile[] = [];
  const view = folderView(disk, plan.folder);
  const folders = new Set<string>([plan.folder]);
  const keep = contentKeeper(mostKept);
  for (const artifact of whole.artifacts) {
    const problem = plan.check(artifact);
    if (problem !== undefined) {
      problems.push(problem);
      continue;
    }
    // A memory compares texts and bytes; with digests, each is gone through more than once.
    const content =
      memory === noMemory ? (withDigests ? keep(artifact.content) : artifact.content) : wholeOf(artifact.content);
    const path = joined(plan.folder, artifact.path);
    const digestOf = (): string => memory.recall("digest", path, content, () => digest(content));
    planned.set(artifact.path, withDigests ? digestOf() : undefined);
    addFoldersOf(path, folders);
    const kind = view.kind(path);
    if (kind !== "file" || !disk.equals(path, content)) differing.push({ path, content, kind });
  }
  const unplanned: UnplannedEntry[] = [];
  const temporary: string[] = [];
  const found = { plan, problems, planned, differing, unplanned, temporary, folders, view };
  if (plan.owned) walkOwned(found, ignored(ignore));
  else walkShared(found);
  return found;
}

function wholeOf(content: Content): Content {
  return content instanceof Uint8Array ? content : textOf(content);
}

/** Adds every folder above a path that is not there yet. The outermost must be there. */
export function addFoldersOf(path: string, folders: Set<string>): void {
  for (let folder = folderOf(path); !folders.has(folder); folder = folderOf(folder)) folders.add(folder);
}

interface Walk extends Survey {
  readonly unplanned: UnplannedEntry[];
  readonly temporary: string[];
  readonly folders: Set<string>;
}

function walkOwned({ plan, planned, unplanned, temporary, folders, view }: Walk, isIgnored: Ignored): void {
  const inside = plan.folder.length + 1;
  const walk = (folder: string): void => {
    for (const [name, kind] of view.names(folder)) {
      const path = joined(folder, name);
      if (kind !== "folder" && (planned.has(path.slice(inside)) || path === plan.manifestPath)) continue;
      if (kind === "file" && name.startsWith(temporaryPrefix)) temporary.push(path);
      else if (isIgnored(path)) addFoldersOf(path, folders);
      else if (kind === "folder") walk(path);
      else unplanned.push({ path, kind });
    }
  };
  walk(plan.folder);
}

function walkShared({ temporary, folders, view }: Walk): void {
  for (const folder of folders) {
    for (const [name, kind] of view.names(folder)) {
      if (kind === "file" && name.startsWith(temporaryPrefix)) temporary.push(joined(folder, name));
    }
  }
}
