import type { Configuration, ConfiguredTarget, CustomTarget } from "../core/configuration.ts";
import { type Diagnostic, diagnostic } from "../core/diagnostics/diagnostic.ts";
import { injectId } from "../core/inject/inject-id.ts";
import { failure, type Outcome, success } from "../core/outcome.ts";
import { folderOf } from "../core/output-path.ts";
import type { PlacedTarget } from "../core/placement.ts";
import { quoted } from "../core/quoted.ts";
import type { SourceFile } from "../core/source-file.ts";
import { suggestion } from "../core/suggestion.ts";
import type { Host } from "./host/host.ts";
import { absolutePath } from "./host/project-files.ts";
import type { Problem } from "./problem.ts";

/** The first name that is asked for and that no target of the project has; blocks in pages have one too. */
export function unknownTarget(
  only: readonly string[],
  { targets, inject }: Pick<Configuration, "targets" | "inject">,
): Problem | undefined {
  const ids: string[] = targets.map(({ id }) => id);
  if (inject.length > 0) ids.push(injectId);
  const unknown = only.find((id) => !ids.includes(id));
  if (unknown === undefined) return undefined;
  const near = suggestion(unknown, ids);
  const meant = near === undefined ? "" : `Did you mean ${quoted(near)}? `;
  return {
    message: `There is no target ${quoted(unknown)} in this project.`,
    hint: `${meant}The targets are ${ids.join(", ")}.`,
  };
}

/** Makes the targets; `generation` counts the loadings of one process, so that modules are loaded anew. */
export async function loadTargets(
  host: Host,
  root: string,
  { configured, file }: { readonly configured: readonly ConfiguredTarget[]; readonly file: SourceFile | undefined },
  generation: number,
): Promise<{ readonly targets: readonly PlacedTarget[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { builtInTarget } = await import("../generators/index.ts");
  const targets: PlacedTarget[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of configured) {
    if (entry.kind === "built-in") {
      targets.push({ target: builtInTarget(entry.id, entry.options, file) });
      continue;
    }
    const outcome = await loadCustomTarget(host, root, entry, generation);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.ok) targets.push(outcome.value);
  }
  return { targets, diagnostics };
}

async function loadCustomTarget(
  host: Host,
  root: string,
  entry: CustomTarget,
  generation: number,
): Promise<Outcome<PlacedTarget>> {
  const { loadTargetModule } = await import("./host/target-modules.ts");
  const { customTarget } = await import("./custom-target.ts");
  const bytes = host.files.read(absolutePath(root, entry.module));
  const loading = await loadTargetModule(root, entry.module, bytes !== undefined, generation);
  // The whole of what a custom target threw, where somebody asked for it.
  const outcome = customTarget(entry, loading, (problem) => {
    if (!host.environment["FAILCODES_DEBUG"]) return;
    host.stderr.write(`${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}\n`);
  });
  if (!outcome.ok || bytes === undefined) return outcome.ok ? failure([]) : outcome;
  const modules = new Map([[entry.module, host.digest(bytes)]]);
  return success({ target: outcome.value, folder: entry.folder, modules, at: entry.at }, outcome.diagnostics);
}

/** The templates of the project that no target renders. */
export async function unusedTemplates(
  templates: ReadonlyMap<string, SourceFile>,
  settings: Configuration,
  targets: readonly PlacedTarget[],
): Promise<readonly Diagnostic[]> {
  // A custom target that is not asked for, or did not load, may render it.
  const loaded = new Set(targets.map(({ target }) => target.id));
  if (settings.targets.some(({ kind, id }) => kind === "custom" && !loaded.has(id))) return [];
  const { builtInTargets } = await import("../generators/index.ts");
  const known = new Set(targets.flatMap(({ target }) => target.templates));
  for (const make of Object.values(builtInTargets)) for (const name of make().templates) known.add(name);
  // Inside a target's own folder the target itself says what it has no use for: there may be partials of the user's own.
  const folders = new Set([...known].map((name) => name.slice(0, name.indexOf("/") + 1)));
  const found: Diagnostic[] = [];
  for (const [name, file] of templates) {
    const folder = name.slice(0, name.indexOf("/") + 1);
    if (known.has(name) || (folder !== "" && folders.has(folder))) continue;
    const near = suggestion(name, known);
    const remedy =
      near === undefined
        ? `Remove it from ${quoted(folderOf(file.path))}, or move it into the folder of a target: ${[...folders].sort().join(", ")}.`
        : `Did you mean ${quoted(near)}? Rename it, or remove it.`;
    found.push(diagnostic("FC4016", { file, start: 0, end: 0 }, { template: quoted(name), remedy }));
  }
  return found;
}
