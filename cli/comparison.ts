import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { injectId } from "../core/inject/inject-id.ts";
import { type Check, seriesCheck } from "../core/report/checks.ts";
import type { ArtifactRequest } from "./artifacts.ts";
import { type Conclusion, mistakesOf, projectChecks } from "./conclusion.ts";
import type { Host } from "./host/host.ts";
import { openWorkspace, type Workspace } from "./host/workspace.ts";
import { type LoadingOptions, loadProject, type Project } from "./pipeline.ts";
import { ledgerHead } from "./project-ledger.ts";

/** A project whose artifacts can be compared with the disk; or why it cannot be, as a conclusion. */
export type Opened =
  | {
      readonly kind: "open";
      readonly project: Project;
      readonly workspace: Workspace;
      readonly request: ArtifactRequest;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "closed"; readonly conclusion: Conclusion };

/** The checks of a project and of the place that its artifacts are in. */
export const artifactChecks: readonly Check[] = [...projectChecks, seriesCheck("FC6")];

/** The same, and that of the blocks in pages where there are some. */
export function checksOf({ pages }: ArtifactRequest): readonly Check[] {
  return pages === undefined ? artifactChecks : [...artifactChecks, seriesCheck("FC83")];
}

/** Reads a project and opens the place its artifacts are in. */
export async function openProject(
  host: Host,
  command: string,
  options: Omit<LoadingOptions, "targets">,
): Promise<Opened> {
  const loading = await loadProject(host, { ...options, targets: true });
  if (loading.kind !== "loaded") return { kind: "closed", conclusion: mistakesOf(command, loading) };
  const { project, diagnostics, root } = loading;
  const { catalog, configuration, targets, kit } = project;
  const hasPages = configuration.inject.length > 0 && (options.only?.includes(injectId) ?? true);
  const places = [...targets];
  if (hasPages) {
    const { injectTarget, referencePlaces } = await import("./pages.ts");
    places.push({ target: injectTarget(referencePlaces(configuration)) });
  }
  const workspace = openWorkspace(host, root, configuration, catalog, places, options.memory);
  if (!workspace.ok) {
    const found = [...diagnostics, ...workspace.diagnostics];
    return { kind: "closed", conclusion: { command, diagnostics: found, root, checks: artifactChecks } };
  }
  const ledger = ledgerHead(host, { root, settings: configuration });
  const pages = hasPages ? configuration : undefined;
  const request = { catalog, targets, kit, complete: options.only === undefined, ledger, pages };
  return { kind: "open", project, workspace: workspace.value, request, diagnostics };
}
