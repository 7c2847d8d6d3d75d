import { changedInputs } from "./inputs.ts";
import type { TargetDrift } from "./target-drift.ts";

/**
 * Whether a manifest does not say what a fresh one would. The digests of catalog, locales and sources are made for this
 * only if `thorough`: they cost as much as a look at all texts.
 */
export function isManifestOutdated({ survey, evidence, entries }: TargetDrift, thorough: boolean): boolean {
  const { place } = evidence;
  const { plan, planned } = survey;
  if (place.state === "foreign") return false;
  if (place.state !== "ours") return planned.size > 0;
  // It has to go, which its own entry says.
  if (entries.some(({ path }) => path === plan.manifestPath)) return false;
  const { inputs, files } = place.manifest;
  const { catalog, ...quick } = plan.quickInputs;
  const now = thorough ? plan.inputs() : { ...inputs, ...quick, catalog: { ...inputs.catalog, ...catalog } };
  if (now.catalog.version !== inputs.catalog.version || now.catalog.name !== inputs.catalog.name) return true;
  if (changedInputs(inputs, now).length > 0) return true;
  const differing = new Set(entries.map(({ path }) => path.slice(plan.folder.length + 1)));
  for (const [path, digest] of planned) {
    const isSame = digest === undefined ? files.has(path) : files.get(path) === digest;
    if (!isSame && !differing.has(path)) return true;
  }
  for (const path of files.keys()) if (!planned.has(path) && !differing.has(path)) return true;
  return false;
}
