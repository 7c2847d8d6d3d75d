import type { Catalog } from "../core/catalog.ts";
import type { Configuration } from "../core/configuration.ts";
import { textOf } from "../core/content.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { Drift } from "../core/drift/entry.ts";
import { findLeftovers, type Leftover } from "../core/drift/leftovers.ts";
import { type Mending, mendLeftover, mendTarget } from "../core/drift/mending.ts";
import type { Surroundings } from "../core/drift/record.ts";
import { type Survey, surveyTarget } from "../core/drift/survey.ts";
import { explainTarget, type TargetDrift } from "../core/drift/target-drift.ts";
import { collectDrift } from "../core/drift.ts";
import type { BlockDrift } from "../core/inject/block-drift.ts";
import { injectId } from "../core/inject/inject-id.ts";
import { failure, type Outcome, success } from "../core/outcome.ts";
import { joined } from "../core/output-path.ts";
import type { PlacedTarget } from "../core/placement.ts";
import { planner, type TargetPlan } from "../core/plan.ts";
import { diffKey } from "../core/report/drift-text.ts";
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
  /** The settings that name pages with blocks, where those are asked for. */
  readonly pages?: Configuration | undefined;
}

/** What `generate` did. */
export interface Generated {
  /** By target, in the order they were asked for; targets that are switched off come last. */
  readonly targets: readonly Mended[];
}

/**
 * Compares every artifact with the disk. Nothing is written, and no cache is asked. Where a target or a page has a mistake, what
 * differs of the others is told beside it.
 */
export async function compareArtifacts(workspace: Workspace, request: ArtifactRequest): Promise<Outcome<Drift>> {
  const drifts: TargetDrift[] = [];
  let pages: BlockDrift | undefined;
  const outcome = await eachTarget(workspace, request, false, {
    target: (drift) => {
      drifts.push(drift);
      return success(undefined);
    },
    pages: async (drift) => {
      pages = drift;
      return success(undefined);
    },
  });
  const found = collectDrift(drifts, outcome.ok ? outcome.value : [], pages && pageDrift(pages));
  return outcome.ok || found.entries.length > 0 ? success(found, outcome.diagnostics) : outcome;
}

/** The blocks of pages as a part of a project's drift. */
export function pageDrift({ entries, plan, isManifestOutdated }: BlockDrift): Drift {
  return { entries, outdatedManifests: isManifestOutdated ? [plan.manifestPath] : [] };
}

/**
 * Writes every artifact that differs, one target after the other, while no other run writes. Where a target or a page has a
 * mistake, what the others wrote is told beside it.
 */
export function generateArtifacts(
  workspace: Workspace,
  request: ArtifactRequest,
  force: boolean,
): Promise<Outcome<Generated>> {
  return whileLocked(workspace, async (lock) => {
    sweepStaged(workspace.host.files, workspace.stateFolder);
    const targets: Mended[] = [];
    const apply = (mending: Mending): Outcome<Mended> => {
      const mended = applyMending(workspace, mending, lock);
      if (mended.ok) targets.push(mended.value);
      return mended;
    };
    const outcome = await eachTarget(workspace, request, true, {
      target: (drift) => apply(mendTarget(drift, force)),
      pages: async (drift) => {
        const { mendBlocks } = await import("../core/inject/block-mending.ts");
        return apply(mendBlocks(drift, force, workspace.surroundings));
      },
    });
    if (!outcome.ok) {
      const isWritten = targets.some(({ written, removed, kept }) => written.length + removed.length + kept.length > 0);
      return isWritten ? success({ targets }, outcome.diagnostics) : outcome;
    }
    for (const leftover of outcome.value) {
      const mended = apply(mendLeftover(leftover, force));
      if (!mended.ok) return failure([...outcome.diagnostics, ...mended.diagnostics]);
    }
    const ids = [...request.targets.map(({ target }) => target.id), injectId];
    if (request.complete) sweepIntents(workspace, ids);
    return success({ targets }, outcome.diagnostics);
  });
}

/** Unified diffs of everything that has one, by `diffKey`: applying one mends the file, or the block. */
export async function diffsOf({ entries }: Drift, { host, surroundings }: Workspace): Promise<Map<string, string>> {
  const { unifiedDiff } = await import("./host/text-diff.ts");
  const diffs = new Map<string, string>();
  for (const entry of entries) {
    const { reason, planned, found } = entry;
    if (reason === "stranger" || (planned === undefined && found === undefined)) continue;
    const { path } = entry;
    const bytes = found === undefined ? undefined : surroundings.disk.read(path);
    const diff = await unifiedDiff(host.programs, path, bytes, planned === undefined ? undefined : textOf(planned));
    if (diff !== "") diffs.set(diffKey(entry), diff);
  }
  return diffs;
}

/** What is done with the drift of a target, and with that of the blocks in pages. */
interface DriftUse {
  readonly target: (drift: TargetDrift) => Outcome<unknown>;
  readonly pages: (drift: BlockDrift) => Promise<Outcome<unknown>>;
}

/**
 * Plans, surveys and explains one target after the other, and then the blocks in pages; a target or page with a mistake does
 * not keep the others from it.
 */
async function eachTarget(
  workspace: Workspace,
  request: ArtifactRequest,
  withDigests: boolean,
  use: DriftUse,
): Promise<Outcome<readonly Leftover[]>> {
  const { surroundings } = workspace;
  const { catalog, targets, kit, complete, ledger, pages } = request;
  const { digest, output, memory } = surroundings;
  const { planTarget, catalogInputs } = planner(catalog, kit, { digest, output, ledger }, memory);
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
    const used = use.target(explainTarget(survey, surroundings));
    if (!used.ok) return failure([...diagnostics, ...used.diagnostics]);
  }
  if (pages !== undefined) {
    const { configuredPages, explainPages } = await import("./pages.ts");
    const wanted = configuredPages(workspace, pages);
    const explained = explainPages(workspace, { catalog, kit, ledger, settings: pages }, wanted.pages, catalogInputs);
    const found = [...wanted.problems, ...explained.diagnostics];
    diagnostics.push(...found);
    if (found.some(({ severity }) => severity === "error")) isWhole = false;
    const used = await use.pages(explained.drift);
    if (!used.ok) return failure([...diagnostics, ...used.diagnostics]);
  }
  if (!isWhole) return failure(diagnostics);
  const isPlanned = (path: string): boolean => shared.has(path) || owned.some((folder) => path.startsWith(folder));
  const ids = [...targets.map(({ target }) => target.id), ...(pages === undefined ? [] : [injectId])];
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
