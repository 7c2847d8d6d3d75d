import type { Content } from "../content.ts";
import { type Manifest, manifestText } from "../manifest.ts";
import { folderOf } from "../output-path.ts";
import type { DriftEntry } from "./entry.ts";
import type { Evidence } from "./evidence.ts";
import type { Digests, Inputs } from "./inputs.ts";
import { intentText } from "./intent.ts";
import type { Leftover } from "./leftovers.ts";
import { type FileRecord, recorded, recordOf } from "./record.ts";
import type { Survey } from "./survey.ts";
import type { TargetDrift } from "./target-drift.ts";

/** A file to write. */
export interface FileWrite {
  readonly path: string;
  readonly content: Content;
  /** Digest of the file that it replaces; undefined where there is none. Whatever else is found in the moment of writing stays. */
  readonly expected: string | undefined;
  /** Whether a link stands there: it is replaced, and what it leads to stays as it is. */
  readonly replacesLink: boolean;
}

/** A file to remove, if it still has this digest. */
export interface FileRemoval {
  readonly path: string;
  readonly expected: string | undefined;
}

/** How the drift of one target is mended. */
export interface Mending {
  readonly target: string;
  /** The folder that is the target's own, or, of a target that shares one, the folder it writes into. It is never removed. */
  readonly folder: string;
  readonly writes: readonly FileWrite[];
  readonly removals: readonly FileRemoval[];
  /** What a run that was stopped left half written. */
  readonly temporary: readonly string[];
  /** What is not mended, because it would lose something a person made. */
  readonly kept: readonly DriftEntry[];
  readonly manifest: ManifestMending;
  /** The record of the running write. */
  readonly intent: string;
}

/** What becomes of a manifest: a text, nothing, or whatever it is now. */
export interface ManifestMending {
  readonly path: string;
  readonly becomes: { readonly text: string } | "removed" | "kept";
}

/** Decides how a target's drift is mended. Without `force`, nothing is touched that a person may have made. */
export function mendTarget({ survey, evidence, entries }: TargetDrift, force: boolean): Mending {
  const { plan, planned } = survey;
  const { folder, manifestPath } = plan;
  const parts = partition(entries, manifestPath, force);
  const inside = (path: string): string => path.slice(folder.length + 1);
  const files = new Map<string, string>();
  for (const [path, digest] of planned) {
    if (digest === undefined) throw new Error(`mending needs the digest of ${path}, and the survey was made without`);
    files.set(path, digest);
  }
  const unknown: string[] = [];
  for (const { path, reason } of parts.kept) {
    if (reason === "origin-unknown") unknown.push(inside(path));
    if (reason === "origin-unknown" || reason === "stranger-on-planned-path") files.delete(inside(path));
  }
  const left = leftDigests(parts.kept, folder, evidence);
  const shared = plan.owned ? undefined : folder;
  const manifest: Manifest = { target: plan.id, folder: shared, inputs: plan.inputs(), files, left, unknown };
  const written = new Map<string, string>();
  for (const { path } of parts.writes) {
    const name = inside(path);
    written.set(name, planned.get(name) ?? "");
  }
  const records = [{ folder, files: written, inputs: manifest.inputs }, ...replacedRecords(parts, folder, evidence)];
  return {
    target: plan.id,
    folder,
    ...parts,
    temporary: survey.temporary,
    manifest: { path: manifestPath, becomes: fate(survey, evidence, parts) ?? { text: manifestText(manifest) } },
    intent: intentText([...records, ...evidence.interrupted], folderOf(manifestPath)),
  };
}

/** What becomes of a manifest that is not written: it is somebody else's, or there is nothing to tell. */
function fate({ plan, planned }: Survey, { place }: Evidence, { kept }: Parts): "removed" | "kept" | undefined {
  if (kept.some(({ path }) => path === plan.manifestPath)) return "kept";
  // As long as somebody's edit is kept, the manifest that tells of it is.
  if (planned.size > 0 || kept.some(({ reason }) => reason !== "stranger")) return undefined;
  return place.state === "absent" ? "kept" : "removed";
}

/** Decides what becomes of the files of a target that is switched off. */
export function mendLeftover({ target, manifestPath, evidence, entries }: Leftover, force: boolean): Mending {
  const folder = folderOf(manifestPath);
  const parts = partition(entries, manifestPath, force);
  const { place } = evidence;
  const shared = place.state === "ours" ? place.manifest.folder : undefined;
  const left = leftDigests(parts.kept, shared ?? folder, evidence);
  const rest = place.state === "ours" ? manifestText({ ...place.manifest, files: new Map(), left }) : undefined;
  return {
    target,
    folder,
    ...parts,
    temporary: [],
    manifest: {
      path: manifestPath,
      becomes: parts.kept.length === 0 ? "removed" : rest === undefined ? "kept" : { text: rest },
    },
    intent: intentText([...replacedRecords(parts, folder, evidence), ...evidence.interrupted], folder),
  };
}

type Parts = Pick<Mending, "writes" | "removals" | "kept">;

function partition(entries: readonly DriftEntry[], manifestPath: string, force: boolean): Parts {
  const writes: FileWrite[] = [];
  const removals: FileRemoval[] = [];
  const kept: DriftEntry[] = [];
  for (const entry of entries) {
    const { path, found: expected, planned: content } = entry;
    if (!isMended(entry, force)) kept.push(entry);
    else if (path === manifestPath) continue;
    else if (content === undefined) removals.push({ path, expected });
    else writes.push({ path, content, expected, replacesLink: entry.occupant?.kind === "link" });
  }
  return { writes, removals, kept };
}

/** Whether `generate` mends an entry, without `--force` or with it. */
export function isMended({ reason, path, occupant }: DriftEntry, force: boolean): boolean {
  switch (reason) {
    case "stale":
    case "line-endings":
    case "missing":
    case "orphan":
      return true;
    case "edited":
    case "origin-unknown":
    case "modified-orphan":
      return force;
    case "stranger-on-planned-path":
      return force && occupant?.path === path && (occupant.kind === "file" || occupant.kind === "link");
    case "stranger":
      return false;
  }
}

/** Files that stay although they are not planned, with the digest they had when they were ours. */
function leftDigests(kept: readonly DriftEntry[], folder: string, { near, remembered }: Evidence): Digests {
  const left = new Map<string, string>();
  for (const { path, reason } of kept) {
    if (reason !== "modified-orphan" || !path.startsWith(`${folder}/`)) continue;
    const digest = [...near, ...remembered()]
      .map((record) => recorded(record, path))
      .find((found) => found !== undefined);
    if (digest !== undefined) left.set(path.slice(folder.length + 1), digest);
  }
  return left;
}

/** What is replaced or removed, with the inputs it was made from where they are known. */
function replacedRecords({ writes, removals }: Parts, folder: string, { near }: Evidence): readonly FileRecord[] {
  const byInputs = new Map<Inputs | undefined, { inside: Map<string, string>; outside: Map<string, string> }>();
  for (const { path, expected } of [...writes, ...removals]) {
    if (expected === undefined) continue;
    const inputs = recordOf(near, path, expected)?.inputs;
    const group = byInputs.get(inputs) ?? { inside: new Map(), outside: new Map() };
    byInputs.set(inputs, group);
    if (path.startsWith(`${folder}/`)) group.inside.set(path.slice(folder.length + 1), expected);
    else group.outside.set(path, expected);
  }
  return [...byInputs].flatMap(([inputs, { inside, outside }]) =>
    [
      { folder, files: inside, inputs },
      { folder: ".", files: outside, inputs },
    ].filter(({ files }) => files.size > 0),
  );
}
