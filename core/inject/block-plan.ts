import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { Inputs } from "../drift/inputs.ts";
import { joined, manifestName } from "../output-path.ts";
import type { QuickInputs } from "../plan-inputs.ts";
import { writtenText } from "./block-text.ts";
import { injectId } from "./inject-id.ts";
import { type Block, markerText, type Page, placeOf, readPage } from "./page-blocks.ts";

/** Where the manifest of the blocks stands. */
export function blockManifestPath(output: string): string {
  return joined(output, `${injectId}/${manifestName}`);
}

/** A block, and what it should hold. */
export interface PlannedBlock {
  readonly page: Page;
  readonly block: Block;
  /** `table category=platform columns=code,name` */
  readonly marker: string;
  /** The same with its page in front, as manifests name the block. Blocks of one key have one body. */
  readonly key: string;
  /** Lines that end in LF and are not indented. */
  readonly body: string;
  /** The same as the page has it. */
  readonly text: string;
}

/** The blocks of some pages, as they should be. */
export interface BlockPlan {
  /** Every page that was looked at. */
  readonly pages: readonly Page[];
  /** By page, and in a page by place. */
  readonly blocks: readonly PlannedBlock[];
  readonly manifestPath: string;
  readonly quickInputs: QuickInputs;
  readonly inputs: () => Inputs;
  /** Whether a page that the manifest knows, and that was not looked at, is still there. */
  readonly isPage: (path: string) => boolean;
}

/** Plans a block. */
export function plannedBlock(page: Page, block: Block, body: string): PlannedBlock {
  const marker = [block.open.name, ...block.open.words.trim().split(/\s+/)].filter((word) => word !== "").join(" ");
  const key = `${keyPrefix(page.file.path)}${marker}${block.hasLines ? "" : " (inline)"}`;
  return { page, block, marker, key, body, text: writtenText(page, block, body) };
}

/** A page may have a "#" in its name too. */
function keyPrefix(page: string): string {
  return `${page.replaceAll("%", "%25").replaceAll("#", "%23")}#`;
}

/** The page that a key belongs to. */
export function pageOfKey(key: string): string {
  return key.slice(0, key.indexOf("#")).replaceAll("%23", "#").replaceAll("%25", "%");
}

/** A page with these blocks as they should be, and everything else as it is. */
export function mendedPage({ file, mark }: Page, blocks: readonly PlannedBlock[]): string {
  let text = mark;
  let at = 0;
  for (const planned of blocks) {
    text += file.text.slice(at, planned.block.start) + planned.text;
    at = planned.block.end;
  }
  return text + file.text.slice(at);
}

/** What is said where a page, once its blocks are written, would not be found to have them. */
export function instability(page: Page, blocks: readonly PlannedBlock[]): Diagnostic | undefined {
  const { path, text: before } = page.file;
  const text = mendedPage(page, blocks).slice(page.mark.length);
  if (text === before) return undefined;
  const { page: after } = readPage({ path, text }, page.mark);
  const lost = blocks.find(({ block, text: planned }, index) => {
    const found = after.blocks[index];
    if (found === undefined || after.blocks.length !== blocks.length) return true;
    const marker = before.slice(block.open.start, block.open.end);
    return text.slice(found.start, found.end) !== planned || text.slice(found.open.start, found.open.end) !== marker;
  });
  if (lost === undefined) return undefined;
  const { open } = lost.block;
  return diagnostic("FC8315", placeOf(page.file, open), { marker: markerText(page.file, open) });
}
