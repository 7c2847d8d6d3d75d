import { pieces } from "../content.ts";
import type { DriftEntry } from "../drift/entry.ts";
import { type Evidence, gatherEvidence } from "../drift/evidence.ts";
import { type Cause, changedInputs, type Inputs } from "../drift/inputs.ts";
import { type FileRecord, isNamed, recordOf, type Surroundings } from "../drift/record.ts";
import { causesSince } from "../drift/unplanned.ts";
import { type Manifest, manifestText } from "../manifest.ts";
import { type BlockPlan, type PlannedBlock, pageOfKey, plannedBlock } from "./block-plan.ts";
import { foundBody } from "./block-text.ts";
import { injectId } from "./inject-id.ts";
import { readPage } from "./page-blocks.ts";

/** A block that is not as planned. */
export interface DifferingBlock {
  readonly planned: PlannedBlock;
  readonly entry: DriftEntry;
}

/** The blocks of some pages against their plan. */
export interface BlockDrift {
  readonly plan: BlockPlan;
  readonly evidence: Evidence;
  readonly differing: readonly DifferingBlock[];
  /** The entries of the blocks, and of a manifest whose place is taken. */
  readonly entries: readonly DriftEntry[];
  readonly isManifestOutdated: boolean;
}

/** Compares blocks with what they should hold, and says of each that differs why it does. */
export function explainBlocks(plan: BlockPlan, surroundings: Surroundings): BlockDrift {
  const evidence = gatherEvidence(injectId, plan.manifestPath, surroundings);
  const differing: DifferingBlock[] = [];
  for (const planned of plan.blocks) {
    const { page, block, text } = planned;
    if (page.file.text.slice(block.start, block.end) === text) continue;
    differing.push({ planned, entry: blockEntry(planned, plan.inputs, evidence, surroundings) });
  }
  const entries = [...differing.map(({ entry }) => entry), ...manifestEntries(plan, evidence)];
  const found = { plan, evidence, differing, entries };
  return { ...found, isManifestOutdated: isOutdated(found, surroundings) };
}

function blockEntry(
  planned: PlannedBlock,
  inputs: () => Inputs,
  evidence: Evidence,
  surroundings: Surroundings,
): DriftEntry {
  const { page, block, marker, key, body, text } = planned;
  const found = foundBody(page, block);
  const common = {
    target: injectId,
    path: page.file.path,
    block: { marker, at: { file: page.file, start: block.open.start, end: block.open.end } },
    planned: pieces(() =>
      [page.mark, page.file.text.slice(0, block.start), text, page.file.text.slice(block.end)].values(),
    ),
    found: surroundings.digest(page.mark + page.file.text),
  };
  const { place, near, interrupted } = evidence;
  const manifest = place.state === "ours" ? place.manifest : undefined;
  if (found.trim() === "") {
    const written = near.filter((record) => !interrupted.includes(record));
    if (isNamed(written, key)) return { ...common, reason: "missing", causes: [], note: "deleted" };
    return { ...common, reason: "missing", causes: [], note: "new" };
  }
  if (found === body) {
    const isIndented = withLineFeeds(page.file.text.slice(block.start, block.end)) === withLineFeeds(text);
    return isIndented
      ? { ...common, reason: "line-endings", causes: [] }
      : { ...common, reason: "stale", causes: [{ input: "indentation" }] };
  }
  const record = recordWith(surroundings.digest(found), key, evidence);
  if (record !== undefined) {
    const changed = changedInputs(record.from.inputs ?? inputs(), inputs());
    const causes: readonly Cause[] =
      record.key === key ? causesSince(record.from.inputs, inputs()) : [...changed, { input: "marker" }];
    const isInterrupted = interrupted.includes(record.from);
    return { ...common, reason: "stale", causes, ...(isInterrupted ? { note: "interrupted" } : {}) };
  }
  if (isMergeOfOurs(planned, evidence, surroundings)) {
    return { ...common, reason: "stale", causes: [], note: "merged" };
  }
  const known = [...near, ...(manifest === undefined ? evidence.remembered() : [])];
  if (!isNamed(known, key)) return { ...common, reason: "origin-unknown", causes: [] };
  return {
    ...common,
    reason: "edited",
    causes: manifest === undefined ? [] : changedInputs(manifest.inputs, inputs()),
  };
}

function withLineFeeds(text: string): string {
  return text.replace(/\r\n|\r/g, "\n");
}

/** The record that has a digest: of this block, or else of any other, which stood here, or which this one was before its marker was changed. */
function recordWith(
  digest: string,
  key: string,
  { near, remembered }: Evidence,
): { readonly from: FileRecord; readonly key: string } | undefined {
  for (const records of [() => near, remembered]) {
    const own = recordOf(records(), key, digest);
    if (own !== undefined) return { from: own, key };
    for (const from of records()) {
      for (const [other, known] of from.files) if (known === digest) return { from, key: other };
    }
  }
  return undefined;
}

/**
 * Whether git brought two versions of the page together, and a block has something of both: then no person wrote in it,
 * where the page is exactly what git makes of the two, and the block was ours on either side.
 */
function isMergeOfOurs({ page, key }: PlannedBlock, evidence: Evidence, { history, digest }: Surroundings): boolean {
  const { path } = page.file;
  const text = mergedText(page.mark + page.file.text);
  const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return (history.merges([path]).get(path) ?? []).some(({ ours, theirs, results }) => {
    if (!results.some((result) => mergedText(decode(result)) === text)) return false;
    return [ours, theirs].every((side) => isOursIn(decode(side), key, evidence, digest));
  });
}

/** Whether a version of a page has a block of this key, and holds in all its blocks what failcodes wrote. */
function isOursIn(text: string, key: string, evidence: Evidence, digest: Surroundings["digest"]): boolean {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const { page } = readPage({ path: pageOfKey(key), text: text.slice(mark.length) }, mark);
  const bodies = page.blocks
    .filter((block) => plannedBlock(page, block, "").key === key)
    .map((block) => foundBody(page, block));
  return bodies.length > 0 && bodies.every((body) => recordWith(digest(body), key, evidence) !== undefined);
}

/** A page as a merge leaves it, whatever its line endings, and whatever the marks of a conflict call the two sides. */
function mergedText(text: string): string {
  return withLineFeeds(text).replace(/^(<{7}|\|{7}|>{7}) .*$/gm, "$1");
}

/** Something else that stands where the manifest has to be. */
function manifestEntries({ manifestPath, blocks }: BlockPlan, { place }: Evidence): readonly DriftEntry[] {
  if (place.state !== "foreign" || blocks.length === 0) return [];
  const occupant = { path: manifestPath, kind: place.kind };
  return [{ target: injectId, path: manifestPath, reason: "stranger-on-planned-path", causes: [], occupant }];
}

/** The manifest that tells of all blocks once they are mended, but for those that are kept; undefined where there are none. */
export function blockManifest(
  { plan, evidence, differing }: Pick<BlockDrift, "plan" | "evidence" | "differing">,
  isKept: (entry: DriftEntry) => boolean,
  digest: Surroundings["digest"],
): Manifest | undefined {
  const files = new Map<string, string>();
  const { place } = evidence;
  const looked = new Set(plan.pages.map(({ file }) => file.path));
  for (const [key, known] of place.state === "ours" ? place.manifest.files : []) {
    const page = pageOfKey(key);
    if (!looked.has(page) && plan.isPage(page)) files.set(key, known);
  }
  const foreign = new Set(
    differing.filter(({ entry }) => entry.reason === "origin-unknown" && isKept(entry)).map(({ planned }) => planned),
  );
  for (const planned of plan.blocks) if (!foreign.has(planned)) files.set(planned.key, digest(planned.body));
  if (files.size === 0) return undefined;
  return { target: injectId, folder: ".", inputs: plan.inputs(), files, left: new Map(), unknown: [] };
}

/** Whether the manifest does not say what a fresh one would. The catalog's digest is looked at only where something differs. */
function isOutdated(found: Omit<BlockDrift, "isManifestOutdated">, { digest }: Surroundings): boolean {
  const { plan, evidence, entries } = found;
  const { place } = evidence;
  if (place.state === "foreign") return false;
  const inputs = place.state === "ours" ? place.manifest.inputs : undefined;
  const isThorough = entries.length > 0 || inputs === undefined;
  const { catalog, ...quick } = plan.quickInputs;
  const now = isThorough ? plan.inputs : () => ({ ...inputs, ...quick, catalog: { ...inputs.catalog, ...catalog } });
  const fresh = blockManifest({ ...found, plan: { ...plan, inputs: now } }, () => true, digest);
  if (place.state !== "ours") return fresh !== undefined;
  return fresh === undefined || manifestText(fresh) !== manifestText(place.manifest);
}
