import type { Catalog } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { Drift } from "../core/drift/entry.ts";
import { findLeftovers, type Leftover } from "../core/drift/leftovers.ts";
import { mendLeftover, mendTarget } from "../core/drift/mending.ts";
import type { Surroundings } from "../core/drift/record.ts";
import { type Survey, surveyTarget } from "../core/drift/survey.ts";
import { explainTarget, type TargetDrift } from "../core/drift/target-drift.ts";
import { collectDrift } from "../core/drift.ts";
import { failure, type Outcome, success } from "../core/outcome.ts";
import { joined } from "../core/output-path.ts";
import type { PlacedTarget } from "../core/placement.ts";
import { planner, type TargetPlan } from "../core/plan.ts";
import type { Kit } from "../core/target.ts";
import { isStoppedTemplate } from "../core/template/stopped.ts";
import { applyMending, type Mended } from "./host/output-writer.ts";
import { sweepIntents, sweepStaged } from "./host/staging.ts";
import type { Workspace } from "./host/workspace.ts";
import { whileLocked } from "./host/write-lock.ts";

/** What is generated. */
export interface ArtifactRequest {
  readonly catalog: Catalog;
  /** The targets that are asked for. */
  readonly targets: readonly PlacedTarget[];
  readonly kit: Kit;
  /** Whether these are all that the project has: what is left of others is looked for then. */
  readonly complete: boolean;
  /** Head of the ledger of releases. */
  readonly ledger?: string | undefined;
}

/** What `generate` did. */
export interface Generated {
  /** By target, in the order they were asked for; targets that are switched off come last. */
  readonly targets: readonly Mended[];
}

/** Compares every artifact with the disk. Nothing is written, and no cache is asked. */
export async function compareArtifacts(workspace: Workspace, request: ArtifactRequest): Promise<Outcome<Drift>> {
  const drifts: TargetDrift[] = [];
  const outcome = await eachTarget(workspace, request, false, (drift) => {
    drifts.push(drift);
    return success(undefined);
  });
  if (!outcome.ok) return outcome;
  return success(collectDrift(drifts, outcome.value), outcome.diagnostics);
}

/** Writes every artifact that differs, one target after the other, while no other run writes. */
export function generateArtifacts(
  workspace: Workspace,
  request: ArtifactRequest,
  force: boolean,
): Promise<Outcome<Generated>> {
  return whileLocked(workspace, async (lock) => {
    sweepStaged(workspace.host.files, workspace.stateFolder);
    const targets: Mended[] = [];
    const outcome = await eachTarget(workspace, request, true, (drift) => {
      const mended = applyMending(workspace, mendTarget(drift, force), lock);
      if (mended.ok) targets.push(mended.value);
      return mended;
    });
    if (!outcome.ok) return outcome;
    for (const leftover of outcome.value) {
      const mended = applyMending(workspace, mendLeftover(leftover, force), lock);
      if (!mended.ok) return failure([...outcome.diagnostics, ...mended.diagnostics]);
      targets.push(mended.value);
    }
    const ids = request.targets.map(({ target }) => target.id);
    if (request.complete) sweepIntents(workspace, ids);
    return success({ targets }, outcome.diagnostics);
  });
}

/** Unified diffs of everything that has one, by path: applying one mends the file. */
export async function diffsOf({ entries }: Drift, { host, surroundings }: Workspace): Promise<Map<string, string>> {
  const { unifiedDiff } = await import("./host/text-diff.ts");
  const diffs = new Map<string, string>();
  for (const { path, reason, planned, found } of entries) {
    if (reason === "stranger" || (planned === undefined && found === undefined)) continue;
    const bytes = found === undefined ? undefined : surroundings.disk.read(path);
    const diff = await unifiedDiff(host.programs, path, bytes, planned === undefined ? undefined : textOf(planned));
    if (diff !== "") diffs.set(path, diff);
  }
  return diffs;
}

/** Plans, surveys and explains one target after the other; a target with a mistake does not keep the others from it. */
async function eachTarget(
  { surroundings }: Workspace,
  { catalog, targets, kit, complete, ledger }: ArtifactRequest,
  withDigests: boolean,
  use: (drift: TargetDrift) => Outcome<unknown>,
): Promise<Outcome<readonly Leftover[]>> {
  const { digest, output, memory } = surroundings;
  const { planTarget } = planner(catalog, kit, { digest, output, ledger }, memory);
  const diagnostics: Diagnostic[] = [];
  const owned: string[] = [];
  const shared = new Set<string>();
  let isWhole = true;
  for (const placed of targets) {
    const planned = await planTarget(placed);
    diagnostics.push(...planned.diagnostics);
    if (!planned.ok) {
      isWhole = false;
      continue;
    }
    const survey = surveyOrStop(planned.value, surroundings, withDigests);
    if ("stopped" in survey) {
      diagnostics.push(survey.stopped);
      isWhole = false;
      continue;
    }
    if (planned.value.owned) owned.push(`${planned.value.folder}/`);
    else addPaths(survey, shared);
    if (survey.problems.length > 0) {
      diagnostics.push(...survey.problems);
      isWhole = false;
      continue;
    }
    const used = use(explainTarget(survey, surroundings));
    if (!used.ok) return failure([...diagnostics, ...used.diagnostics]);
  }
  if (!isWhole) return failure(diagnostics);
  const isPlanned = (path: string): boolean => shared.has(path) || owned.some((folder) => path.startsWith(folder));
  const ids = targets.map(({ target }) => target.id);
  return success(complete ? findLeftovers(ids, isPlanned, surroundings) : [], diagnostics);
}

/** Pages are made while they are surveyed: a template of the user's may stop on the way. */
function surveyOrStop(
  plan: TargetPlan,
  surroundings: Surroundings,
  withDigests: boolean,
): Survey | { readonly stopped: Diagnostic } {
  try {
    return surveyTarget(plan, surroundings, withDigests);
  } catch (thrown) {
    if (!isStoppedTemplate(thrown)) throw thrown;
    return { stopped: thrown.stopped };
  }
}

function addPaths({ plan, planned }: Survey, paths: Set<string>): void {
  for (const path of planned.keys()) paths.add(joined(plan.folder, path));
}
