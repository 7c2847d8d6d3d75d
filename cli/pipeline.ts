import type { Catalog } from "../core/catalog.ts";
import { type Configuration, type ConfiguredTarget, loadConfiguration } from "../core/configuration.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { loadAgain, type RawFile, type SpecFiles } from "../core/load.ts";
import { type Memory, noMemory } from "../core/memory.ts";
import { failure, type Outcome } from "../core/outcome.ts";
import type { PlacedTarget } from "../core/placement.ts";
import { quoted } from "../core/quoted.ts";
import type { ReportFormat } from "../core/report/report-format.ts";
import type { Kit } from "../core/target.ts";
import { version } from "./build-constants.ts";
import type { Host } from "./host/host.ts";
import { findProject, folderAt, type ProjectPlace, projectOf, readProjectFile } from "./host/project-files.ts";
import type { Problem } from "./problem.ts";
import { projectHistory } from "./project-ledger.ts";
import { loadTargets, unknownTarget, unusedTemplates } from "./project-targets.ts";
import { readSpec, readTemplates, unreadable } from "./spec-files.ts";

/** A report that is written into a file, besides the one that is printed. */
export interface ReportFile {
  readonly format: ReportFormat;
  /** Relative to the folder that is worked in. */
  readonly file: string;
}

/** What every command can be told. */
export interface GlobalOptions {
  /** Folder to work in instead of the current one. */
  readonly cwd?: string;
  /** Configuration to use instead of the nearest one. */
  readonly config?: string;
  readonly format?: ReportFormat;
  readonly report?: readonly ReportFile[];
}

/** What of a project is asked for. */
export interface LoadingOptions extends GlobalOptions {
  /** Whether targets, and the templates they render, are wanted; else the catalog alone is read. */
  readonly targets: boolean;
  /** Whether translations are held against the texts they were made from. */
  readonly origins?: boolean;
  /** Whether another catalog will stand in memory beside this one: texts are read again, and garbage is collected sooner. */
  readonly sparing?: boolean;
  /** Ids of the targets that are wanted; all of them where it is undefined. */
  readonly only?: readonly string[];
  /** Chooses other targets than those that the project asks for. */
  readonly choose?: (settings: Configuration) => readonly ConfiguredTarget[];
  /** Counts the loadings of one process, so that modules are loaded anew; 0 is the first. */
  readonly generation?: number;
  /** What earlier loadings of the process left. */
  readonly memory?: Memory | undefined;
}

/** A project, read and understood. */
export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly configuration: Configuration;
  readonly catalog: Catalog;
  readonly targets: readonly PlacedTarget[];
  readonly kit: Kit;
}

/** What came of reading a project. `settings` is there as soon as the configuration was understood. */
export type Loading = { readonly root: string; readonly settings: Configuration | undefined } & (
  | { readonly kind: "loaded"; readonly project: Project; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "mistakes"; readonly of: "configuration" | "project"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "stopped"; readonly problem: Problem }
);

/** Length of a catalog's file from which on a run is a long one: 1 MiB, or as many UTF-16 units. */
const muchData = 1024 * 1024;

function lengthOf(files: SpecFiles | undefined): number {
  return files?.catalog.content.length ?? 0;
}

/** Reads a project: configuration, catalog, locales, sources, templates, targets. Every command enters here. */
export async function loadProject(host: Host, options: LoadingOptions): Promise<Loading> {
  const configured = readConfiguration(host, options);
  const { root } = configured;
  if (configured.kind === "stopped") return { kind: "stopped", problem: configured.problem, root, settings: undefined };
  const { outcome } = configured;
  if (!outcome.ok) {
    return { kind: "mistakes", of: "configuration", diagnostics: outcome.diagnostics, root, settings: undefined };
  }
  const settings = outcome.value;
  const problem = options.only === undefined ? undefined : unknownTarget(options.only, settings);
  if (problem !== undefined) return { kind: "stopped", problem, root, settings };
  const { memory = noMemory } = options;
  const spec = readSpec(host, root, settings, memory === noMemory);
  if (spec.kind === "stopped") return { kind: "stopped", problem: spec.problem, root, settings };
  if (memory === noMemory && lengthOf(spec.files) > muchData) host.prepareForMuchData(options.sparing === true);
  const reading = {
    ...settings,
    ...(options.origins === true ? { digest: host.digest } : {}),
    keepsTexts: options.sparing !== true,
  };
  const loaded: Outcome<Catalog> = spec.files === undefined ? failure([]) : loadAgain(spec.files, reading, memory);
  const { problem: unread, diagnostics: unreadable } = spec.others;
  if (unread !== undefined) return { kind: "stopped", problem: unread, root, settings };

  const diagnostics: Diagnostic[] = [...outcome.diagnostics, ...unreadable, ...loaded.diagnostics];
  const { targets, kit, diagnostics: found } = await readTargets(host, root, settings, options);
  diagnostics.push(...found);
  if (loaded.ok && !hasErrors(diagnostics)) {
    const project = { root, configuration: settings, catalog: loaded.value, targets, kit };
    for (const { target } of targets) diagnostics.push(...((await target.check?.(loaded.value, kit)) ?? []));
    if (!hasErrors(diagnostics)) return { kind: "loaded", project, diagnostics, root, settings };
  }
  return { kind: "mistakes", of: "project", diagnostics, root, settings };
}

/** What came of reading a configuration; `configuration` is its name in the root. */
export type ConfigurationReading = { readonly root: string; readonly configuration: string | undefined } & (
  | { readonly kind: "read"; readonly outcome: Outcome<Configuration> }
  | { readonly kind: "stopped"; readonly problem: Problem }
);

/** Finds the project and reads its configuration; with `here`, folders above are not looked at. */
export function readConfiguration(
  host: Host,
  options: GlobalOptions & { readonly here?: boolean },
): ConfigurationReading {
  const folder = folderAt(host.cwd, options.cwd);
  const place =
    options.config === undefined ? findProject(host.files, folder, options.here) : projectOf(options.config, folder);
  const { root, configuration } = place;
  if (options.cwd !== undefined && host.files.kind(folder) === undefined) {
    const problem = { message: `There is no folder ${quoted(options.cwd)}.`, hint: "Correct the path after --cwd." };
    return { kind: "stopped", problem, root, configuration };
  }
  const written = configurationFile(host, place, options);
  if ("message" in written) return { kind: "stopped", problem: written, root, configuration };
  return {
    kind: "read",
    root,
    configuration,
    outcome: written.raw === "too-large" ? failure(written.diagnostics) : loadConfiguration(written.raw),
  };
}

type WrittenConfiguration =
  | { readonly raw: RawFile | undefined }
  | { readonly raw: "too-large"; readonly diagnostics: readonly Diagnostic[] }
  | Problem;

function configurationFile(host: Host, place: ProjectPlace, options: GlobalOptions): WrittenConfiguration {
  const path = place.configuration;
  if (path === undefined) return { raw: undefined };
  const reading = readProjectFile(host.files, place.root, path);
  switch (reading.kind) {
    case "read":
      return { raw: reading.raw };
    case "too-large":
      return { raw: "too-large", diagnostics: [reading.diagnostic] };
    case "unreadable":
      return unreadable(options.config ?? path, reading.reason);
    case "missing":
      return {
        message: `There is no configuration ${quoted(options.config ?? path)}.`,
        hint: "Correct the path after --config, or leave it out to use the nearest failcodes.config.json.",
      };
  }
}

interface TargetReading {
  readonly targets: readonly PlacedTarget[];
  readonly kit: Kit;
  readonly diagnostics: readonly Diagnostic[];
}

async function readTargets(
  host: Host,
  root: string,
  settings: Configuration,
  options: LoadingOptions,
): Promise<TargetReading> {
  const kitWith = (templates: Kit["templates"]): Kit => ({
    generatorVersion: version,
    baseUrl: settings.baseUrl,
    templates,
    history: projectHistory(host, { root, settings }),
  });
  if (!options.targets) return { targets: [], kit: kitWith(new Map()), diagnostics: [] };
  const { templates, diagnostics } = readTemplates(host, root, settings);
  const { only, choose } = options;
  const wanted = choose?.(settings) ?? settings.targets.filter(({ id }) => only?.includes(id) ?? true);
  const asked = { configured: wanted, file: settings.file };
  const { targets, diagnostics: found } = await loadTargets(host, root, asked, options.generation ?? 0);
  const said = templates.size === 0 ? [] : await templateNotes(host, templates, settings, targets);
  return { targets, kit: kitWith(templates), diagnostics: [...diagnostics, ...found, ...said] };
}

async function templateNotes(
  host: Host,
  templates: Kit["templates"],
  settings: Configuration,
  targets: readonly PlacedTarget[],
): Promise<readonly Diagnostic[]> {
  const { outdatedTemplates } = await import("./template-standing.ts");
  const unused = await unusedTemplates(templates, settings, targets);
  return [...unused, ...(await outdatedTemplates(host, settings, templates))];
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
