import type { Drift, DriftEntry } from "../../core/drift/entry.ts";
import { isMended } from "../../core/drift/mending.ts";
import { injectId } from "../../core/inject/inject-id.ts";
import { driftCheck } from "../../core/report/checks.ts";
import { driftFindings } from "../../core/report/drift-findings.ts";
import { driftDocument, driftGroups, driftText } from "../../core/report/drift-text.ts";
import { hasErrors } from "../../core/shaped-file.ts";
import { compareArtifacts, type Generated, generateArtifacts } from "../artifacts.ts";
import type { GenerateOptions } from "../command-line.ts";
import { checksOf, type Opened, openProject } from "../comparison.ts";
import { type Conclusion, conclude, type ExitCode, printedBy } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { CacheQuestion } from "../host/generated-cache.ts";
import type { Host } from "../host/host.ts";
import type { Ink } from "../ink.ts";
import type { Builder, BuiltAgain } from "./watch.ts";

const command = "generate";

/** Writes every artifact that differs. `question` is asked the next time, before anything is loaded, if this run ends clean. */
export async function generate(
  host: Host,
  options: GenerateOptions,
  question: CacheQuestion | undefined,
): Promise<ExitCode> {
  if (options.watch === true) {
    const { watch } = await import("./watch.ts");
    const build: Builder = (watched, again, started) => buildAgain(watched, { ...options, ...again }, started);
    return watch(host, options, build, options.only?.includes(injectId) ?? true);
  }
  if (options.dryRun === true) return conclude(host, options, await rehearse(host, options));
  const opened = await openProject(host, command, options);
  const conclusion = await write(opened, options.force === true);
  const exitCode = await conclude(host, options, conclusion);
  if (exitCode === 0 && question !== undefined && opened.kind === "open") {
    await remember(host, options, opened, question);
  }
  return exitCode;
}

type OpenProject = Opened & { readonly kind: "open" };

/** One build of a watch. */
export async function buildAgain(
  host: Host,
  options: GenerateOptions & BuiltAgain,
  started: number,
): Promise<Conclusion> {
  if (options.dryRun === true) return rehearse(host, options);
  return write(await openProject(host, command, options), options.force === true, started);
}

async function write(opened: Opened, force: boolean, started?: number): Promise<Conclusion> {
  if (opened.kind === "closed") return opened.conclusion;
  const { root } = opened.project;
  const generated = await generateArtifacts(opened.workspace, opened.request, force);
  const diagnostics = [...opened.diagnostics, ...generated.diagnostics];
  if (!generated.ok) return { command, diagnostics, root, checks: checksOf(opened.request) };
  const deeds = deedsOf(generated.value);
  const took = started === undefined ? "" : ` in ${Math.round(performance.now() - started)} ms`;
  const kept: Drift = { entries: deeds.kept, outdatedManifests: [] };
  return {
    command,
    diagnostics,
    root,
    withoutNotes: true,
    found: deeds.kept.length > 0,
    text: (ink) => `${leftAlone(kept, ink)}${deedsText(deeds, took, ink)}`,
    checks: [...checksOf(opened.request), ...(hasErrors(diagnostics) ? [] : [driftCheck])],
    findings: () => driftFindings(deeds.kept),
    document: {
      dryRun: false,
      written: deeds.written,
      removed: deeds.removed,
      drift: driftDocument(kept)["drift"] ?? [],
    },
  };
}

interface Deeds {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly kept: readonly DriftEntry[];
  /** How many manifests were brought up to date. */
  readonly manifests: number;
}

function deedsOf({ targets }: Generated): Deeds {
  return {
    written: targets.flatMap(({ written }) => written),
    removed: targets.flatMap(({ removed }) => removed),
    kept: targets.flatMap(({ kept }) => kept),
    manifests: targets.filter(({ manifestWritten }) => manifestWritten).length,
  };
}

/** More paths than this are counted by folder instead of listed. */
const mostListed = 12;

function deedsText({ written, removed, kept, manifests }: Deeds, took: string, ink: Ink): string {
  const lines: string[] = [];
  const list = (verb: string, paths: readonly string[]): void => {
    if (paths.length <= mostListed) for (const path of paths) lines.push(`${ink.green(verb)} ${path}`);
    else
      for (const [folder, inside] of byFolder(paths)) {
        const what = inside.length === 1 ? inside[0] : `${counted(inside.length, "file")} in ${folder}/`;
        lines.push(`${ink.green(verb)} ${what}`);
      }
  };
  list("wrote  ", written);
  list("removed", removed);
  const sums: string[] = [];
  if (written.length > 0) sums.push(`wrote ${counted(written.length, "file")}`);
  if (removed.length > 0) sums.push(`removed ${counted(removed.length, "file")}`);
  if (sums.length === 0 && manifests > 0) sums.push(`refreshed ${counted(manifests, "manifest")}`);
  const sum = sums.join(" and ");
  if (sum !== "") lines.push(`${sum.charAt(0).toUpperCase()}${sum.slice(1)}${took}.`);
  else if (kept.length === 0) lines.push(`Up to date: there was nothing to write${took}.`);
  else lines.push(`Nothing was written${took}.`);
  return `${lines.join("\n")}\n`;
}

/** Which paths are in which folder, the target's: the first two steps of a path. */
function byFolder(paths: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = path.split("/").slice(0, -1).slice(0, 2).join("/");
    const inside = folders.get(folder);
    if (inside === undefined) folders.set(folder, [path]);
    else inside.push(path);
  }
  return folders;
}

function leftAlone(kept: Drift, ink: Ink): string {
  return kept.entries.length === 0 ? "" : `${driftText(kept, ink)}\n`;
}

/** Says what a run would do. */
async function rehearse(host: Host, options: GenerateOptions): Promise<Conclusion> {
  const opened = await openProject(host, command, options);
  if (opened.kind === "closed") return opened.conclusion;
  const { root } = opened.project;
  const compared = await compareArtifacts(opened.workspace, opened.request);
  const diagnostics = [...opened.diagnostics, ...compared.diagnostics];
  if (!compared.ok) return { command, diagnostics, root, checks: checksOf(opened.request) };
  const { entries, outdatedManifests } = compared.value;
  const mended = entries.filter((entry) => isMended(entry, options.force === true));
  const kept = entries.filter((entry) => !isMended(entry, options.force === true));
  const [written, removed] = [mended.filter(isWritten), mended.filter((entry) => !isWritten(entry))];
  const rest: Drift = { entries: kept, outdatedManifests: mended.length === 0 ? outdatedManifests : [] };
  return {
    command,
    diagnostics,
    root,
    withoutNotes: true,
    found: kept.length > 0,
    text: (ink) => {
      const plans = `${plannedText("would write", written, ink)}${plannedText("would remove", removed, ink)}`;
      const left = driftText(rest, ink);
      const none = mended.length === 0 ? "There is nothing to write." : "Nothing was written: this was a dry run.";
      return `${plans}${left}${left === "" ? "" : "\n"}${none}\n`;
    },
    checks: [...checksOf(opened.request), ...(hasErrors(diagnostics) ? [] : [driftCheck])],
    findings: () => driftFindings(kept),
    document: {
      dryRun: true,
      written: written.map(({ path }) => path),
      removed: removed.map(({ path }) => path),
      ...driftDocument(compared.value),
    },
  };
}

function isWritten({ planned }: DriftEntry): boolean {
  return planned !== undefined;
}

function plannedText(verb: string, entries: readonly DriftEntry[], ink: Ink): string {
  let text = "";
  for (const group of driftGroups(entries)) {
    text += `${ink.bold(verb)} (${group.title}: ${group.explanation})\n`;
    for (const { path } of group.entries) text += `    ${path}\n`;
    text += "\n";
  }
  return text;
}

/** What the next run prints if nothing changes until then. */
async function remember(
  host: Host,
  options: GenerateOptions,
  opened: OpenProject,
  question: CacheQuestion,
): Promise<void> {
  // The question was asked of the folder we were started in, and the project may lie above it.
  if (opened.project.root !== question.root) return;
  const { rememberRun } = await import("../host/generated-cache.ts");
  const unchanged: Conclusion = {
    command,
    diagnostics: opened.diagnostics,
    root: opened.project.root,
    withoutNotes: true,
    text: (ink) => deedsText({ written: [], removed: [], kept: [], manifests: 0 }, "", ink),
  };
  const { stdout } = await printedBy(host, options, unchanged);
  rememberRun(question, opened.project.configuration, stdout);
}
