import type { Configuration } from "../core/configuration.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Conclusion } from "./conclusion.ts";
import type { Host } from "./host/host.ts";
import { type GlobalOptions, readConfiguration } from "./pipeline.ts";
import { readTemplates } from "./spec-files.ts";
import { type LoadedTemplates, loadTemplates } from "./template-standing.ts";

/** A project of which the templates alone are wanted: its catalog may have mistakes. */
export interface TemplateProject {
  /** Absolute. */
  readonly root: string;
  readonly settings: Configuration;
  readonly sets: readonly LoadedTemplates[];
  /** The user's own, by name with folder and ending. */
  readonly own: ReadonlyMap<string, SourceFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the configuration and the templates of a project; or says why that cannot be. */
export async function openTemplates(
  host: Host,
  command: string,
  options: GlobalOptions,
): Promise<{ readonly project: TemplateProject } | { readonly closed: Conclusion }> {
  const configured = readConfiguration(host, options);
  if (configured.kind === "stopped") return { closed: { command, problem: configured.problem } };
  const { root, outcome } = configured;
  if (!outcome.ok) return { closed: { command, root, diagnostics: outcome.diagnostics, hindered: true } };
  const settings = outcome.value;
  const { templates: own, diagnostics } = readTemplates(host, root, settings);
  const found = [...outcome.diagnostics, ...diagnostics];
  return { project: { root, settings, sets: await loadTemplates(settings), own, diagnostics: found } };
}
