import { folderOf } from "../output-path.ts";
import type { DriftEntry } from "./entry.ts";
import { type Evidence, gatherEvidence, isOurs } from "./evidence.ts";
import { type FoundFile, type Identity, identify } from "./identify.ts";
import { changedInputs } from "./inputs.ts";
import { isNamed, pathsOf, recordView, type Surroundings } from "./record.ts";
import { addFoldersOf, type DifferingFile, type Survey, type UnplannedEntry } from "./survey.ts";
import { causesSince, strangerEntries, unplannedEntry } from "./unplanned.ts";

/** A target's files against its plan. */
export interface TargetDrift {
  readonly survey: Survey;
  readonly evidence: Evidence;
  /** By path. Empty where the disk is as planned. */
  readonly entries: readonly DriftEntry[];
}

/** Says of everything that a survey found why it differs. */
export function explainTarget(survey: Survey, surroundings: Surroundings): TargetDrift {
  const { plan, view, differing } = survey;
  const evidence = gatherEvidence(plan.id, plan.manifestPath, surroundings);
  const unplanned = [...survey.unplanned, ...recordedElsewhere(survey, evidence, surroundings)];
  const files: FoundFile[] = [
    ...unplanned.filter(isFile).map(({ path }) => ({ path, planned: undefined })),
    ...differing.filter(isFile).map(({ path, content }) => ({ path, planned: content })),
  ];
  const identities = files.length === 0 ? new Map<string, Identity>() : identify(files, evidence, surroundings);

  const entries: DriftEntry[] = [];
  const strange: string[] = [];
  for (const { path } of unplanned) {
    const identity = identities.get(path);
    const entry = identity && unplannedEntry(plan.id, path, identity, evidence, plan.inputs);
    if (entry === undefined) strange.push(path);
    else entries.push(entry);
  }

  const orphans = new Set<string>();
  const mixed = new Set(survey.folders);
  const occupied = new Set(survey.folders);
  for (const { path, reason } of entries) {
    addFoldersOf(path, mixed);
    if (reason === "orphan") orphans.add(path);
    else addFoldersOf(path, occupied);
  }
  for (const path of strange) addFoldersOf(path, occupied);
  const isRemovable = (path: string): boolean =>
    view.kind(path) === "folder" ? !occupied.has(path) : orphans.has(path);

  const occupants = new Set<string>();
  const explain = differingExplainer(survey, evidence, isRemovable);
  for (const file of differing) {
    const entry = explain(file, identities.get(file.path));
    if (entry.occupant !== undefined) occupants.add(entry.occupant.path);
    entries.push(entry);
  }
  // What stands in the way of a planned file was named with it.
  const aside = strange.filter((path) => !isAtOrIn(path, occupants));
  entries.push(...strangerEntries(plan.id, aside, mixed));
  entries.push(...manifestEntries(survey, evidence, entries));
  return { survey, evidence, entries: entries.sort(byPath) };
}

/** By path, code unit by code unit, and in a file by place. */
export function byPath(left: DriftEntry, right: DriftEntry): number {
  if (left.path === right.path) return (left.block?.at.start ?? 0) - (right.block?.at.start ?? 0);
  return left.path < right.path ? -1 : 1;
}

function isAtOrIn(path: string, places: ReadonlySet<string>): boolean {
  for (let at = path; at !== ""; at = folderOf(at)) if (places.has(at)) return true;
  return false;
}

function isFile({ kind }: { readonly kind: string | undefined }): boolean {
  return kind === "file";
}

/** Files of earlier runs that the walk through an owned folder does not meet: they lie in a folder that others share. */
function recordedElsewhere(
  { plan, planned, view: ownView }: Survey,
  evidence: Evidence,
  surroundings: Surroundings,
): UnplannedEntry[] {
  const { place, near, remembered } = evidence;
  const found = new Map<string, UnplannedEntry>();
  for (const record of place.state === "ours" || plan.owned ? near : [...near, ...remembered()]) {
    if (plan.owned && record.folder === plan.folder) continue;
    const view = record.folder === plan.folder ? ownView : recordView(record, surroundings);
    for (const path of pathsOf(record)) {
      const isPlanned = path.startsWith(`${plan.folder}/`) && planned.has(path.slice(plan.folder.length + 1));
      const kind = isPlanned ? undefined : view.kind(path);
      if (kind === "file") found.set(path, { path, kind });
    }
  }
  return [...found.values()];
}

/** What all missing files have in common is found out once: a first run has nothing but missing files. */
function differingExplainer(
  { plan, view }: Survey,
  evidence: Evidence,
  isRemovable: (path: string) => boolean,
): (file: DifferingFile, identity: Identity | undefined) => DriftEntry {
  const manifest = evidence.place.state === "ours" ? evidence.place.manifest : undefined;
  const written = evidence.near.filter((record) => !evidence.interrupted.includes(record));
  const changed = () => (manifest === undefined ? [] : changedInputs(manifest.inputs, plan.inputs()));
  let whyNew: DriftEntry["causes"] | undefined;

  function missing({ path, content }: DifferingFile): DriftEntry {
    const common = { target: plan.id, path, planned: content };
    const occupant = view.occupant(path);
    const occupantKind = occupant === undefined ? undefined : view.kind(occupant);
    if (occupant !== undefined && occupantKind !== undefined && !isRemovable(occupant)) {
      const standing = { path: occupant, kind: occupantKind };
      return { ...common, reason: "stranger-on-planned-path", causes: [], occupant: standing };
    }
    if (isNamed(written, path)) return { ...common, reason: "missing", causes: changed(), note: "deleted" };
    whyNew ??= causesSince(manifest?.inputs, plan.inputs());
    return { ...common, reason: "missing", causes: whyNew, note: "new" };
  }

  return (file, identity) => {
    if (identity === undefined) return missing(file);
    const { path, content } = file;
    const found = { target: plan.id, path, planned: content, found: identity.digest };
    switch (identity.as) {
      case "planned":
        return { ...found, reason: "line-endings", causes: [] };
      case "merged":
        return {
          ...found,
          reason: "stale",
          causes: causesSince(identity.record.inputs, plan.inputs()),
          note: "merged",
        };
      case "recorded": {
        const causes = causesSince(identity.record.inputs, plan.inputs());
        if (identity.lineEndings) return { ...found, reason: "line-endings", causes };
        const isInterrupted = evidence.interrupted.includes(identity.record);
        return { ...found, reason: "stale", causes, ...(isInterrupted ? { note: "interrupted" } : {}) };
      }
      case "unexplained":
        if (isOurs(evidence, path)) return { ...found, reason: "edited", causes: changed() };
        if (isOriginUnknown(path.slice(plan.folder.length + 1), evidence)) {
          return { ...found, reason: "origin-unknown", causes: [] };
        }
        return { ...found, reason: "stranger-on-planned-path", causes: [], occupant: { path, kind: "file" } };
    }
  };
}

function isOriginUnknown(path: string, { place, remembered }: Evidence): boolean {
  if (place.state === "ours") return place.manifest.unknown.includes(path);
  return remembered().length === 0;
}

/** What is wrong with the manifest itself: it is somebody else's, or tells of a target that makes nothing any more. */
function manifestEntries(
  { plan, planned }: Survey,
  { place, near }: Evidence,
  entries: readonly DriftEntry[],
): readonly DriftEntry[] {
  const common = { target: plan.id, path: plan.manifestPath };
  const isPlanned = planned.size > 0;
  if (place.state === "foreign") {
    if (!isPlanned) return plan.owned ? [{ ...common, reason: "stranger", causes: [] }] : [];
    const occupant = { path: plan.manifestPath, kind: place.kind };
    return [{ ...common, reason: "stranger-on-planned-path", causes: [], occupant }];
  }
  // As long as somebody's edit is kept, the manifest that tells of it is.
  const isDone = entries.every(({ reason }) => reason === "orphan" || reason === "stranger");
  if (isPlanned || place.state === "absent" || !isDone) return [];
  return [{ ...common, reason: "orphan", causes: causesSince(near[0]?.inputs, plan.inputs()) }];
}
