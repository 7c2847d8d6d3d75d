import { type ArtifactCheck, artifactCheck, type FileClaims } from "./artifact-check.ts";
import type { Catalog } from "./catalog.ts";
import { textOf } from "./content.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Digest } from "./digest.ts";
import type { Digests, Inputs } from "./drift/inputs.ts";
import { manifestText } from "./manifest.ts";
import type { Memory } from "./memory.ts";
import { failure, type Outcome, success } from "./outcome.ts";
import { joined, manifestName } from "./output-path.ts";
import { defaultOutput, type PlacedTarget, placementProblems, placeOf } from "./placement.ts";
import { type CatalogInputs, catalogInputs, type QuickInputs, targetInputs } from "./plan-inputs.ts";
import type { Artifact, Kit, OwnKit } from "./target.ts";
import { isStoppedTemplate } from "./template/stopped.ts";

/** The exact content of every file, manifests included, by its path in the project. */
export type Plan = ReadonlyMap<string, string>;

/** What planning needs besides catalog and targets. */
export interface PlanSettings {
  readonly digest: Digest;
  /** The output folder, relative to the project; `generated` unless set. */
  readonly output?: string | undefined;
  /** Head of the ledger of releases. */
  readonly ledger?: string | undefined;
}

/** One target's part of a plan. Its artifacts may be asked for once: a big catalog's do not stand in memory together. */
export interface TargetPlan {
  readonly id: string;
  /** The folder its artifacts stand in. */
  readonly folder: string;
  /** Whether everything in the folder is its own. */
  readonly owned: boolean;
  readonly manifestPath: string;
  readonly artifacts: Iterable<Artifact>;
  /** What keeps an artifact from being written. */
  readonly check: ArtifactCheck;
  readonly quickInputs: QuickInputs;
  /** All inputs, the digests of catalog, locales and sources among them: made when first asked for. */
  readonly inputs: () => Inputs;
}

/** Plans one target after the other. */
export interface Planner {
  planTarget(placed: PlacedTarget): Promise<Outcome<TargetPlan>>;
  /** The inputs that all of them share: made once, when first asked for. */
  catalogInputs(): CatalogInputs;
}

/** Makes a planner for one catalog. `memory` is what an earlier one left, in a process that plans again and again. */
export function planner(catalog: Catalog, kit: Kit, settings: PlanSettings, memory?: Memory): Planner {
  const { digest, output = defaultOutput } = settings;
  const claims: FileClaims = new Map();
  let shared: CatalogInputs | undefined;
  const sharedInputs = (): CatalogInputs => {
    shared ??= catalogInputs(catalog, digest, memory);
    return shared;
  };
  const ownKit: OwnKit = { ...kit, memory };
  return {
    catalogInputs: sharedInputs,
    async planTarget(placed) {
      const { target, modules } = placed;
      // What a module of the project makes may depend on anything.
      const generated = await target.generate(catalog, modules === undefined ? ownKit : kit);
      if (!generated.ok) return generated;
      const { folder, owned, at } = placeOf(placed, catalog, output);
      const quickInputs = targetInputs(catalog, placed, kit, digest, settings.ledger);
      const plan: TargetPlan = {
        id: target.id,
        folder,
        owned,
        manifestPath: joined(output, `${target.id}/${manifestName}`),
        artifacts: generated.value,
        check: artifactCheck(target.id, folder, at, owned ? undefined : claims, memory),
        quickInputs,
        inputs: () => ({ ...quickInputs, ...sharedInputs() }),
      };
      return success(plan, generated.diagnostics);
    },
  };
}

/**
 * The whole plan: what `generate` would leave on an empty disk. A target that makes nothing of a catalog has no manifest
 * either. For catalogs that fit into memory several times.
 */
export async function plan(
  catalog: Catalog,
  targets: readonly PlacedTarget[],
  kit: Kit,
  settings: PlanSettings,
): Promise<Outcome<Plan>> {
  const places = targets.map((placed) => placeOf(placed, catalog, settings.output));
  const diagnostics: Diagnostic[] = [...placementProblems(places)];
  const files = new Map<string, string>();
  const { planTarget } = planner(catalog, kit, settings);
  for (const placed of targets) {
    const outcome = await planTarget(placed);
    diagnostics.push(...outcome.diagnostics);
    if (!outcome.ok) continue;
    const { folder, artifacts, check, manifestPath } = outcome.value;
    const digests = new Map<string, string>();
    try {
      for (const artifact of artifacts) {
        const problem = check(artifact);
        if (problem !== undefined) diagnostics.push(problem);
        const content = textOf(artifact.content);
        digests.set(artifact.path, settings.digest(content));
        files.set(joined(folder, artifact.path), content);
      }
    } catch (thrown) {
      if (!isStoppedTemplate(thrown)) throw thrown;
      diagnostics.push(thrown.stopped);
    }
    if (digests.size > 0) files.set(manifestPath, freshManifest(outcome.value, digests));
  }
  return diagnostics.some(({ severity }) => severity === "error") ? failure(diagnostics) : success(files, diagnostics);
}

/** The manifest of a target all of whose files are written. */
export function freshManifest(plan: TargetPlan, files: Digests): string {
  const folder = plan.owned ? undefined : plan.folder;
  return manifestText({ target: plan.id, folder, inputs: plan.inputs(), files, left: new Map(), unknown: [] });
}
