import type { Catalog } from "../core/catalog.ts";
import type { Configuration } from "../core/configuration.ts";
import { decode } from "../core/decode.ts";
import { type Diagnostic, diagnostic } from "../core/diagnostics/diagnostic.ts";
import { type BlockDrift, explainBlocks } from "../core/inject/block-drift.ts";
import {
  type BlockPlan,
  blockManifestPath,
  instability,
  type PlannedBlock,
  plannedBlock,
} from "../core/inject/block-plan.ts";
import { injectId } from "../core/inject/inject-id.ts";
import { type Page, readPage } from "../core/inject/page-blocks.ts";
import { locate } from "../core/json.ts";
import { success } from "../core/outcome.ts";
import { joined } from "../core/output-path.ts";
import { type CatalogInputs, targetInputs } from "../core/plan-inputs.ts";
import { quoted } from "../core/quoted.ts";
import type { Location } from "../core/source-file.ts";
import type { Kit, Target } from "../core/target.ts";
import { blockBody } from "../generators/inject/block-body.ts";
import type { ReferencePlaces } from "../generators/inject/page-links.ts";
import { isPattern, namedPages, type PageObstacle } from "./host/page-files.ts";
import type { Workspace } from "./host/workspace.ts";

/** A page to look at: somebody named it, or it fits a pattern. */
export interface WantedPage {
  readonly path: string;
  readonly isNamed: boolean;
}

/** The pages to look at, and what is wrong with what names them. */
export interface WantedPages {
  readonly pages: readonly WantedPage[];
  readonly problems: readonly Diagnostic[];
}

/** The pages that a configuration names. */
export function configuredPages(
  { host, root }: Pick<Workspace, "host" | "root">,
  settings: Configuration,
): WantedPages {
  const pages = new Map<string, WantedPage>();
  const problems: Diagnostic[] = [];
  for (const [index, entry] of settings.inject.entries()) {
    const found = namedPages(host.files, root, settings.output, entry);
    if (found.kind === "pages") {
      const isNamed = !isPattern(entry);
      for (const path of found.paths) {
        if (isNamed || !pages.has(path)) pages.set(path, { path, isNamed });
      }
    } else if (settings.file !== undefined) {
      const at = locate(settings.file, ["inject", index]);
      problems.push(obstacleProblem(at, entry, found.obstacle));
    }
  }
  return { pages: [...pages.values()].sort((left, right) => (left.path < right.path ? -1 : 1)), problems };
}

const obstacles: Readonly<
  Record<Exclude<PageObstacle, "missing">, { readonly problem: string; readonly remedy: string }>
> = {
  link: {
    problem: "it is a link, or lies behind one, and no link is followed",
    remedy: "Name the file that it leads to, if that lies in the project.",
  },
  folder: { problem: "it is a folder", remedy: "Name the pages in it, for example with a pattern." },
  other: { problem: "it is no file", remedy: "Name a page." },
  generated: {
    problem: "it lies in the output folder, where failcodes writes whole files",
    remedy: "Move the page out of the output folder, or change the template it is made from.",
  },
};

/** What is said of a page that nothing can be written into. */
export function obstacleProblem(at: Location, page: string, obstacle: PageObstacle): Diagnostic {
  if (obstacle === "missing") {
    const remedy = isPattern(page)
      ? "Correct the pattern, or remove it; it is relative to the folder of the configuration."
      : "Correct the path, or remove it; it is relative to the folder of the configuration.";
    return diagnostic("FC8310", at, { page: quoted(page), remedy });
  }
  return diagnostic("FC8311", at, { page: quoted(page), ...obstacles[obstacle] });
}

/** Where links of blocks can lead to. */
export function referencePlaces({ targets, output, baseUrl }: Configuration): ReferencePlaces {
  const hasPages = targets.some(({ kind, id }) => kind === "built-in" && id === "docs");
  return { folder: hasPages ? joined(output, "docs") : undefined, baseUrl };
}

/** What makes blocks, as a target: it has a place, and inputs. */
export function injectTarget({ folder }: ReferencePlaces): Target {
  const options = folder === undefined ? {} : { pages: folder };
  return { id: injectId, title: "Blocks in pages", options, templates: [], generate: () => success([]) };
}

/** Blocks against the catalog. A page with a mistake has none. */
export interface ExplainedPages {
  readonly drift: BlockDrift;
  readonly diagnostics: readonly Diagnostic[];
}

/** What blocks are made from. */
export interface BlockBasis {
  readonly catalog: Catalog;
  readonly kit: Kit;
  /** Head of the ledger of releases. */
  readonly ledger: string | undefined;
  readonly settings: Configuration;
}

/** Reads pages and compares the blocks in them with what the catalog gives. */
export function explainPages(
  workspace: Workspace,
  { catalog, kit, ledger, settings }: BlockBasis,
  wanted: readonly WantedPage[],
  catalogInputs: () => CatalogInputs,
): ExplainedPages {
  const { surroundings } = workspace;
  const { disk, digest, output } = surroundings;
  const places = referencePlaces(settings);
  const diagnostics: Diagnostic[] = [];
  const pages: Page[] = [];
  const blocks: PlannedBlock[] = [];
  for (const { path, isNamed } of wanted) {
    const page = readWanted(workspace, path, isNamed, settings.maxFileSize, diagnostics);
    if (page === undefined) continue;
    const planned: PlannedBlock[] = [];
    let isSound = true;
    for (const block of page.blocks) {
      const body = blockBody(catalog, page, block, places);
      diagnostics.push(...body.diagnostics);
      if (body.ok) planned.push(plannedBlock(page, block, body.value));
      else isSound = false;
    }
    const problem = isSound ? instability(page, planned) : undefined;
    if (problem !== undefined) diagnostics.push(problem);
    if (!isSound || problem !== undefined) continue;
    pages.push(page);
    blocks.push(...planned);
  }
  const quickInputs = targetInputs(catalog, { target: injectTarget(places) }, kit, digest, ledger);
  const plan: BlockPlan = {
    pages,
    blocks,
    manifestPath: blockManifestPath(output),
    quickInputs,
    inputs: () => ({ ...quickInputs, ...catalogInputs() }),
    isPage: (path) => disk.kind(path) === "file",
  };
  return { drift: explainBlocks(plan, surroundings), diagnostics };
}

/** A page without mistakes; what it has is added to the diagnostics. */
function readWanted(
  { surroundings }: Workspace,
  path: string,
  isNamed: boolean,
  most: number,
  diagnostics: Diagnostic[],
): Page | undefined {
  const content = surroundings.disk.read(path);
  if (content === undefined) return undefined;
  const { file, readable, diagnostics: decoding } = decode({ path, content }, most);
  if (!readable) {
    // A pattern may fit pictures too.
    if (isNamed || includesWord(content)) diagnostics.push(...decoding);
    return undefined;
  }
  // A page may begin with a byte-order mark, and keeps it.
  const { page, problems } = readPage(file, decoding.length > 0 ? "\uFEFF" : "");
  diagnostics.push(...problems);
  if (problems.length > 0) return undefined;
  if (isNamed && page.blocks.length === 0) diagnostics.push(diagnostic("FC8313", { file, start: 0, end: 0 }, {}));
  return page;
}

function includesWord(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes).includes("failcodes:");
}
