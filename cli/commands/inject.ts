import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Drift } from "../../core/drift/entry.ts";
import type { BlockDrift } from "../../core/inject/block-drift.ts";
import { mendBlocks } from "../../core/inject/block-mending.ts";
import { failure, type Outcome, success } from "../../core/outcome.ts";
import { catalogInputs } from "../../core/plan-inputs.ts";
import { quoted } from "../../core/quoted.ts";
import { driftCheck, seriesCheck } from "../../core/report/checks.ts";
import { driftFindings } from "../../core/report/drift-findings.ts";
import { driftDocument, driftText } from "../../core/report/drift-text.ts";
import type { Json } from "../../core/target.ts";
import { diffsOf, pageDrift } from "../artifacts.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf, projectChecks } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import { applyMending, type Mended } from "../host/output-writer.ts";
import { pageObstacle, pathInProject } from "../host/page-files.ts";
import { folderAt } from "../host/project-files.ts";
import { sweepStaged } from "../host/staging.ts";
import { openWorkspace, type Workspace } from "../host/workspace.ts";
import { whileLocked } from "../host/write-lock.ts";
import type { Ink } from "../ink.ts";
import {
  configuredPages,
  explainPages,
  injectTarget,
  obstacleProblem,
  referencePlaces,
  type WantedPages,
} from "../pages.ts";
import { type GlobalOptions, loadProject, type Project } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { ledgerHead } from "../project-ledger.ts";

/** Options of `inject`. */
export interface InjectOptions extends GlobalOptions {
  /** Pages, relative to the folder that is worked in, or else to the project; without any, those that the configuration names. */
  readonly pages: readonly string[];
  /** Whether nothing is written. */
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly force?: boolean;
}

const command = "inject";
const checks = [...projectChecks, seriesCheck("FC6"), seriesCheck("FC83")];

/** Writes the blocks of pages that people wrote, or says which of them differ. */
export async function inject(host: Host, options: InjectOptions): Promise<ExitCode> {
  return conclude(host, options, await conclusionOf(host, options));
}

async function conclusionOf(host: Host, options: InjectOptions): Promise<Conclusion> {
  const loading = await loadProject(host, { ...options, targets: false });
  if (loading.kind !== "loaded") return mistakesOf(command, loading);
  const { project, root } = loading;
  const { catalog, configuration } = project;
  const target = injectTarget(referencePlaces(configuration));
  const opened = openWorkspace(host, root, configuration, catalog, [{ target }]);
  const before = [...loading.diagnostics, ...opened.diagnostics];
  if (!opened.ok) return { command, root, diagnostics: before, checks };
  const workspace = opened.value;
  const wanted = wantedPages(workspace, project, options);
  if ("message" in wanted) return { command, root, problem: wanted };
  const explained = explainer(workspace, project, wanted);
  const diagnostics = [...before, ...wanted.problems];
  return options.check === true
    ? compared(workspace, explained(), diagnostics, options)
    : written(workspace, explained, diagnostics, options.force === true);
}

type Explained = ReturnType<typeof explainPages>;

function explainer(workspace: Workspace, { catalog, kit, root, configuration }: Project, { pages }: WantedPages) {
  const ledger = ledgerHead(workspace.host, { root, settings: configuration });
  const inputs = (): ReturnType<typeof catalogInputs> => catalogInputs(catalog, workspace.host.digest);
  return (): Explained => explainPages(workspace, { catalog, kit, ledger, settings: configuration }, pages, inputs);
}

/** The pages that are named to the command, or in the configuration. */
function wantedPages(workspace: Workspace, { configuration }: Project, options: InjectOptions): WantedPages | Problem {
  const configured = configuredPages(workspace, configuration);
  if (options.pages.length === 0) {
    if (configuration.inject.length > 0) return configured;
    return {
      message: "No page is named, neither here nor in the configuration.",
      hint: 'Name pages after `failcodes inject`, or under "inject" in failcodes.config.json.',
    };
  }
  const { host, root } = workspace;
  const folder = host.files.realPath(folderAt(host.cwd, options.cwd)) ?? folderAt(host.cwd, options.cwd);
  const paths = new Set<string>();
  const problems: Diagnostic[] = [];
  for (const named of options.pages) {
    const here = pathInProject(root, folderAt(folder, named));
    // Reports name pages from the root, and their commands are to work in any folder.
    const isThere = here === undefined || host.files.kind(folderAt(folder, named)) !== undefined;
    const path = isThere ? here : (pathInProject(root, folderAt(root, named)) ?? here);
    if (path === undefined) {
      return { message: `${quoted(named)} lies outside of the project.`, hint: `Name a page below ${quoted(root)}.` };
    }
    const at = { file: { path, text: "" }, start: 0, end: 0 };
    const obstacle = pageObstacle(host.files, root, configuration.output, path);
    if (obstacle === "missing") {
      const hint = 'Name a page that is there; patterns are read under "inject" in failcodes.config.json alone.';
      return { message: `There is no file ${quoted(named)}.`, hint };
    }
    if (obstacle !== undefined) problems.push(obstacleProblem(at, path, obstacle));
    else paths.add(path);
    const isCovered = obstacle !== undefined || configured.pages.some((page) => page.path === path);
    // A look at the page is what the hint asks for.
    if (!isCovered && options.check !== true) problems.push(diagnostic("FC8312", at, { page: quoted(path) }));
  }
  return { pages: [...paths].map((path) => ({ path, isNamed: true })), problems };
}

async function compared(
  workspace: Workspace,
  { drift: blocks, diagnostics }: Explained,
  before: readonly Diagnostic[],
  { diff }: InjectOptions,
): Promise<Conclusion> {
  const drift = pageDrift(blocks);
  const all = [...before, ...diagnostics];
  const diffs = diff === true ? await diffsOf(drift, workspace) : new Map<string, string>();
  return {
    command,
    root: workspace.root,
    diagnostics: all,
    found: drift.entries.length > 0,
    text: (ink) => {
      const text = driftText(drift, ink, diffs);
      return drift.entries.length > 0 ? text : `${text}${cleanText(blocks, all, ink)}`;
    },
    checks: [...checks, driftCheck],
    findings: () => driftFindings(drift.entries),
    document: { written: [], ...driftDocument(drift) },
  };
}

async function written(
  workspace: Workspace,
  explained: () => Explained,
  before: readonly Diagnostic[],
  force: boolean,
): Promise<Conclusion> {
  const { root } = workspace;
  const outcome = await whileLocked(workspace, async (lock): Promise<Outcome<Written>> => {
    sweepStaged(workspace.host.files, workspace.stateFolder);
    const { drift, diagnostics } = explained();
    const mended = applyMending(workspace, mendBlocks(drift, force, workspace.surroundings), lock);
    if (!mended.ok) return failure([...diagnostics, ...mended.diagnostics]);
    return success({ drift, mended: mended.value }, diagnostics);
  });
  const diagnostics = [...before, ...outcome.diagnostics];
  if (!outcome.ok) return { command, root, diagnostics, checks };
  const { drift, mended } = outcome.value;
  const kept: Drift = { entries: mended.kept, outdatedManifests: [] };
  return {
    command,
    root,
    diagnostics,
    found: mended.kept.length > 0,
    text: (ink) => {
      const left = kept.entries.length === 0 ? "" : `${driftText(kept, ink)}\n`;
      return `${left}${writtenText({ drift, mended }, diagnostics, ink)}`;
    },
    checks: [...checks, driftCheck],
    findings: () => driftFindings(mended.kept),
    document: { written: mended.written as Json, ...driftDocument(kept) },
  };
}

interface Written {
  readonly drift: BlockDrift;
  readonly mended: Mended;
}

function writtenText(
  { drift, mended: { written, kept } }: Written,
  diagnostics: readonly Diagnostic[],
  ink: Ink,
): string {
  if (written.length === 0) return kept.length === 0 ? cleanText(drift, diagnostics, ink) : "Nothing was written.\n";
  const lines = written.map((path) => {
    const blocks = drift.differing.filter(({ entry }) => entry.path === path && !kept.includes(entry)).length;
    return `${ink.green("wrote  ")} ${path} (${counted(blocks, "block")})\n`;
  });
  return `${lines.join("")}Wrote ${counted(written.length, "page")}.\n`;
}

function cleanText({ plan }: BlockDrift, diagnostics: readonly Diagnostic[], ink: Ink): string {
  if (diagnostics.some(({ severity }) => severity === "error")) return "";
  if (plan.blocks.length === 0) return "There are no blocks.\n";
  const pages = counted(new Set(plan.blocks.map(({ page }) => page)).size, "page");
  return `${ink.green("Clean:")} ${counted(plan.blocks.length, "block")} in ${pages} ${plan.blocks.length === 1 ? "is" : "are"} as the catalog gives ${plan.blocks.length === 1 ? "it" : "them"}.\n`;
}
