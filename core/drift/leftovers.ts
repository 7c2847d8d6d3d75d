import { pageOfKey } from "../inject/block-plan.ts";
import { injectId } from "../inject/inject-id.ts";
import { findMarkers } from "../inject/markers.ts";
import { joined, manifestName, stateFolderName } from "../output-path.ts";
import type { DriftEntry } from "./entry.ts";
import { type Evidence, gatherEvidence } from "./evidence.ts";
import { type FoundFile, identify } from "./identify.ts";
import { interruptedTargets } from "./intent.ts";
import { pathsOf, recordView, type Surroundings } from "./record.ts";
import { byPath } from "./target-drift.ts";
import { unplannedEntry } from "./unplanned.ts";

/** What is left of a target that is not configured any more. */
export interface Leftover {
  readonly target: string;
  readonly manifestPath: string;
  readonly evidence: Evidence;
  /** By path: files that nobody touched, the manifest among them, and files that somebody changed. */
  readonly entries: readonly DriftEntry[];
}

/**
 * Finds folders of targets that are switched off: those in the output folder that hold a manifest of ours, or did in the
 * last commit, and those that a stopped run was about to write or remove. `isPlanned` says whether another target plans a file: it was renamed, then, and nothing of it is left over.
 */
export function findLeftovers(
  targets: readonly string[],
  isPlanned: (path: string) => boolean,
  surroundings: Surroundings,
): readonly Leftover[] {
  const { disk, output } = surroundings;
  const leftovers: Leftover[] = [];
  const names = new Set(interruptedTargets(surroundings));
  for (const { name, kind } of disk.list(output)) {
    if (kind === "folder") names.add(name);
    else names.delete(name);
  }
  for (const name of names) {
    if (name === stateFolderName || targets.includes(name)) continue;
    const leftover = name === injectId ? leftoverOfBlocks(surroundings) : leftoverOf(name, isPlanned, surroundings);
    if (leftover !== undefined) leftovers.push(leftover);
  }
  return leftovers.sort((left, right) => (left.target < right.target ? -1 : 1));
}

/** The manifest of blocks, once no page that it names has any. As long as one has, `inject` needs it, whatever is configured. */
function leftoverOfBlocks(surroundings: Surroundings): Leftover | undefined {
  const { disk, output } = surroundings;
  const { place } = gatherEvidence(injectId, joined(output, `${injectId}/${manifestName}`), surroundings);
  if (place.state !== "ours") return undefined;
  const pages = new Set([...place.manifest.files.keys()].map(pageOfKey));
  const hasMarkers = (page: string): boolean => {
    const bytes = disk.kind(page) === "file" ? disk.read(page) : undefined;
    return bytes !== undefined && findMarkers(new TextDecoder().decode(bytes)).markers.length > 0;
  };
  // The names in it are those of blocks, and no files of ours.
  return [...pages].some(hasMarkers) ? undefined : leftoverOf(injectId, () => true, surroundings);
}

function leftoverOf(
  target: string,
  isPlanned: (path: string) => boolean,
  surroundings: Surroundings,
): Leftover | undefined {
  const manifestPath = joined(surroundings.output, `${target}/${manifestName}`);
  const evidence = gatherEvidence(target, manifestPath, surroundings);
  const { place, near, remembered } = evidence;
  if (place.state === "foreign") return undefined;
  const records = place.state === "ours" ? near : [...near, ...remembered()];
  if (records.length === 0) return undefined;
  const files = new Map<string, FoundFile>();
  for (const record of records) {
    const view = recordView(record, surroundings);
    for (const path of pathsOf(record)) {
      if (!isPlanned(path) && view.kind(path) === "file") files.set(path, { path, planned: undefined });
    }
  }
  const entries: DriftEntry[] = [];
  for (const [path, identity] of identify([...files.values()], evidence, surroundings)) {
    const entry = unplannedEntry(target, path, identity, evidence, undefined);
    if (entry !== undefined) entries.push(entry);
  }
  // As long as somebody's edit is kept, the manifest that tells of it is.
  if (place.state !== "absent" && entries.every(({ reason }) => reason === "orphan")) {
    entries.push({ target, path: manifestPath, reason: "orphan", causes: [], note: "switched-off" });
  }
  return entries.length === 0 ? undefined : { target, manifestPath, evidence, entries: entries.sort(byPath) };
}
