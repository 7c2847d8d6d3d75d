import type { Digest } from "./digest.ts";
import type { Disk } from "./disk.ts";
import type { Drift } from "./drift/entry.ts";
import { findLeftovers, type Leftover } from "./drift/leftovers.ts";
import { isManifestOutdated } from "./drift/manifest-state.ts";
import type { Surroundings } from "./drift/record.ts";
import { surveyTarget } from "./drift/survey.ts";
import { byPath, explainTarget, type TargetDrift } from "./drift/target-drift.ts";
import { type History, noHistory } from "./history.ts";
import { readManifest } from "./manifest.ts";
import { folderOf, joined, manifestName } from "./output-path.ts";
import { defaultOutput } from "./placement.ts";
import type { Plan, TargetPlan } from "./plan.ts";

/** What a plan is compared with, besides the disk. */
export interface DriftSettings {
  readonly digest: Digest;
  /** The output folder the plan was made for; `generated` unless set. */
  readonly output?: string | undefined;
  /** Paths and patterns that are left alone. */
  readonly ignore?: readonly string[] | undefined;
  /** What version control remembers; nothing unless set. */
  readonly history?: History | undefined;
}

/** Compares a whole plan with the disk: every path that differs, and why. Manifests explain; they never decide. */
export function drift(plan: Plan, disk: Disk, settings: DriftSettings): Drift {
  const { digest, output = defaultOutput, ignore = [], history = noHistory } = settings;
  const surroundings: Surroundings = { disk, history, digest, output, ignore };
  const targets = targetPlans(plan, output);
  const drifts = targets.map((target) => explainTarget(surveyTarget(target, surroundings, false), surroundings));
  const ids = targets.map(({ id }) => id);
  return collectDrift(
    drifts,
    findLeftovers(ids, (path) => plan.has(path), surroundings),
  );
}

/** The drift of a project, put together from that of its targets and of the blocks in its pages. */
export function collectDrift(
  targets: readonly TargetDrift[],
  leftovers: readonly Leftover[],
  pages: Drift = { entries: [], outdatedManifests: [] },
): Drift {
  const entries = [...targets, ...leftovers, pages].flatMap((part) => part.entries).sort(byPath);
  const isClean = entries.length === 0;
  const outdatedManifests = targets
    .filter((target) => isManifestOutdated(target, !isClean))
    .map(({ survey }) => survey.plan.manifestPath);
  return { entries, outdatedManifests: [...outdatedManifests, ...pages.outdatedManifests] };
}

/** The plans of single targets, read back from the manifests in a whole one. */
function targetPlans(plan: Plan, output: string): readonly TargetPlan[] {
  const found: TargetPlan[] = [];
  for (const [manifestPath, content] of plan) {
    if (!manifestPath.endsWith(`/${manifestName}`) || folderOf(folderOf(manifestPath)) !== output) continue;
    const reading = readManifest(new TextEncoder().encode(content));
    if (reading.state !== "ours") continue;
    const { target: id, folder = folderOf(manifestPath), inputs, files } = reading.manifest;
    const artifacts = [...files.keys()].map((path) => ({ path, content: plan.get(joined(folder, path)) ?? "" }));
    found.push({
      id,
      folder,
      owned: reading.manifest.folder === undefined,
      manifestPath,
      artifacts,
      check: () => undefined,
      quickInputs: inputs,
      inputs: () => inputs,
    });
  }
  return found;
}
