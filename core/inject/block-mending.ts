import type { Digest } from "../digest.ts";
import type { Disk } from "../disk.ts";
import type { DriftEntry } from "../drift/entry.ts";
import { intentText } from "../drift/intent.ts";
import { type FileWrite, isMended, type ManifestMending, type Mending } from "../drift/mending.ts";
import { manifestText } from "../manifest.ts";
import { folderOf, joined, temporaryPrefix } from "../output-path.ts";
import { type BlockDrift, blockManifest, type DifferingBlock } from "./block-drift.ts";
import { mendedPage } from "./block-plan.ts";
import { foundBody } from "./block-text.ts";
import { injectId } from "./inject-id.ts";
import type { Page } from "./page-blocks.ts";

/** Decides how the drift of blocks is mended: pages are written as a whole, and nothing but blocks differs in them. */
export function mendBlocks(
  drift: BlockDrift,
  force: boolean,
  { digest, disk }: { digest: Digest; disk: Disk },
): Mending {
  const { plan, evidence, differing, entries } = drift;
  const isKept = (entry: DriftEntry): boolean => !isMended(entry, force);
  const byPage = new Map<Page, DifferingBlock[]>();
  const was = new Map<string, string>();
  const becomes = new Map<string, string>();
  for (const one of differing) {
    if (isKept(one.entry)) continue;
    const { page, block, key, body } = one.planned;
    const blocks = byPage.get(page);
    if (blocks === undefined) byPage.set(page, [one]);
    else blocks.push(one);
    was.set(key, digest(foundBody(page, block)));
    becomes.set(key, digest(body));
  }
  const manifest = blockManifest(drift, isKept, digest);
  const records = [
    { folder: ".", files: becomes, inputs: plan.inputs() },
    { folder: ".", files: was, inputs: undefined },
  ];
  return {
    target: injectId,
    folder: folderOf(plan.manifestPath),
    writes: [...byPage].map(([page, blocks]) => pageWrite(page, blocks, digest)),
    removals: [],
    temporary: temporaryFiles(plan.pages, disk),
    kept: entries.filter(isKept),
    manifest: { path: plan.manifestPath, becomes: fate(drift, manifest && manifestText(manifest)) },
    intent: intentText([...records, ...evidence.interrupted], folderOf(plan.manifestPath)),
  };
}

function fate({ evidence: { place } }: BlockDrift, text: string | undefined): ManifestMending["becomes"] {
  if (place.state === "foreign") return "kept";
  if (text !== undefined) return { text };
  return place.state === "absent" ? "kept" : "removed";
}

function pageWrite(page: Page, blocks: readonly DifferingBlock[], digest: Digest): FileWrite {
  const { file, mark } = page;
  const content = mendedPage(
    page,
    blocks.map(({ planned }) => planned),
  );
  return { path: file.path, content, expected: digest(mark + file.text), replacesLink: false };
}

/** What a run that was stopped left beside a page. */
function temporaryFiles(pages: readonly Page[], disk: Disk): readonly string[] {
  const folders = new Set(pages.map(({ file }) => folderOf(file.path)));
  return [...folders].flatMap((folder) =>
    disk
      .list(folder)
      .filter(({ name, kind }) => kind === "file" && name.startsWith(temporaryPrefix))
      .map(({ name }) => joined(folder, name)),
  );
}
