import type { CustomTarget } from "../core/configuration.ts";
import { type Diagnostic, diagnostic } from "../core/diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../core/outcome.ts";
import { kindOf as kindOfJson, quoted } from "../core/quoted.ts";
import type { Artifact, Json, Target } from "../core/target.ts";
import type { ModuleLoading } from "./host/target-modules.ts";

/** What to print of an exception besides its first line. */
export type Trace = (problem: unknown) => void;

/** The target that a module of the project exports, guarded: whatever it throws or returns, it ends in diagnostics. */
export function customTarget(configured: CustomTarget, loading: ModuleLoading, trace: Trace): Outcome<Target> {
  const { at } = configured;
  const words = { target: quoted(configured.id), module: quoted(configured.module) };
  switch (loading.kind) {
    case "missing":
      return failure([diagnostic("FC4009", at, words)]);
    case "no-loader":
      return failure([diagnostic("FC4013", at, words)]);
    case "failed":
      trace(loading.problem);
      return failure([diagnostic("FC4010", at, { ...words, reason: reasonOf(loading.problem) })]);
    case "loaded":
      return targetOf(configured, loading.exported, trace);
  }
}

function targetOf(
  configured: CustomTarget,
  exported: Readonly<Record<string, unknown>>,
  trace: Trace,
): Outcome<Target> {
  const { id, at } = configured;
  const words = { target: quoted(id), module: quoted(configured.module) };
  let made = exported["target"];
  if (typeof made === "function") {
    try {
      made = (made as (options: unknown) => unknown)(configured.options);
    } catch (problem) {
      trace(problem);
      return failure([diagnostic("FC4010", at, { ...words, reason: reasonOf(problem) })]);
    }
  }
  const problem = targetProblem(made, exported);
  if (problem !== undefined) return failure([diagnostic("FC4011", at, { module: words.module, problem })]);
  const target = made as Target;
  if (target.id !== id) return failure([diagnostic("FC4012", at, { ...words, found: quoted(target.id) })]);
  return success(guarded(configured, target, trace));
}

function targetProblem(made: unknown, exported: Readonly<Record<string, unknown>>): string | undefined {
  if (made === undefined) {
    const names = Object.keys(exported);
    return names.length === 0 ? "it exports nothing" : `it exports ${names.join(", ")}, and no "target"`;
  }
  if (typeof made !== "object" || made === null) return `its "target" is ${kindOf(made)}`;
  const target = made as Readonly<Record<string, unknown>>;
  for (const name of ["id", "title"]) {
    if (typeof target[name] !== "string") return `its "${name}" is ${kindOf(target[name])}, not a string`;
  }
  if (typeof target["generate"] !== "function")
    return `its "generate" is ${kindOf(target["generate"])}, not a function`;
  if (target["check"] !== undefined && typeof target["check"] !== "function") {
    return `its "check" is ${kindOf(target["check"])}, not a function`;
  }
  const templates = target["templates"] ?? [];
  if (!Array.isArray(templates) || templates.some((name) => typeof name !== "string")) {
    return 'its "templates" is not an array of strings';
  }
  try {
    JSON.stringify(target["options"]);
  } catch {
    return 'its "options" cannot be written as JSON';
  }
  return undefined;
}

function guarded(configured: CustomTarget, target: Target, trace: Trace): Target {
  const { id, at } = configured;
  const words = { target: quoted(id), module: quoted(configured.module) };
  const thrown = (step: string, problem: unknown): Diagnostic => {
    trace(problem);
    return diagnostic("FC4014", at, { ...words, step, reason: reasonOf(problem) });
  };
  const returned = (problem: string): Diagnostic => diagnostic("FC4015", at, { ...words, problem });
  return {
    id,
    title: target.title,
    options: JSON.parse(JSON.stringify(target.options ?? configured.options)) as Json,
    templates: target.templates ?? [],
    check: async (catalog, kit) => {
      try {
        const found = [...((await target.check?.(catalog, kit)) ?? [])];
        const problem = diagnosticsProblem(found);
        return problem === undefined ? found : [returned(problem)];
      } catch (problem) {
        return [thrown("check", problem)];
      }
    },
    generate: async (catalog, kit) => {
      try {
        const outcome: unknown = await target.generate(catalog, kit);
        const { artifacts, problem } = artifactsOf(outcome);
        if (problem !== undefined) return failure([returned(problem)]);
        const { ok, diagnostics } = outcome as Outcome<unknown>;
        return ok ? success(artifacts, diagnostics) : failure(diagnostics);
      } catch (problem) {
        return failure([thrown("generate", problem)]);
      }
    },
  };
}

function artifactsOf(outcome: unknown): { readonly artifacts: readonly Artifact[]; readonly problem?: string } {
  const none: readonly Artifact[] = [];
  if (typeof outcome !== "object" || outcome === null) {
    return { artifacts: none, problem: `"generate" returned ${kindOf(outcome)}, not an outcome` };
  }
  const { ok, value, diagnostics } = outcome as Readonly<Record<string, unknown>>;
  if (typeof ok !== "boolean") return { artifacts: none, problem: 'the outcome has no "ok" that is true or false' };
  const problem = diagnosticsProblem(diagnostics);
  if (problem !== undefined) return { artifacts: none, problem };
  if (!ok) {
    const errors = (diagnostics as readonly Diagnostic[]).some(({ severity }) => severity === "error");
    return errors ? { artifacts: none } : { artifacts: none, problem: "it failed without a diagnostic that says why" };
  }
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value)) {
    return { artifacts: none, problem: `its "value" is ${kindOf(value)}, not an array of artifacts` };
  }
  const artifacts = [...(value as Iterable<Artifact>)];
  for (const [index, artifact] of artifacts.entries()) {
    const { path, content } = Object(artifact) as Readonly<Record<string, unknown>>;
    if (typeof path !== "string")
      return { artifacts: none, problem: `artifact ${index} has no "path" that is a string` };
    if (typeof content !== "string")
      return { artifacts: none, problem: `the content of "${path}" is ${kindOf(content)}, not a string` };
  }
  return { artifacts };
}

function diagnosticsProblem(value: unknown): string | undefined {
  if (!Array.isArray(value)) return `its "diagnostics" is ${kindOf(value)}, not an array`;
  for (const found of value) {
    const { code, severity, message, hint, at } = Object(found) as Readonly<Record<string, unknown>>;
    const place = Object(at) as Readonly<Record<string, unknown>>;
    const file = Object(place["file"]) as Readonly<Record<string, unknown>>;
    if (code !== "FC5001" || !["error", "warning", "info"].includes(String(severity))) {
      return "a diagnostic of it is not made by `targetDiagnostic`";
    }
    if (typeof message !== "string" || typeof hint !== "string") return "a diagnostic of it has no message or no hint";
    if (typeof file["path"] !== "string" || typeof file["text"] !== "string" || typeof place["start"] !== "number") {
      return "a diagnostic of it has no place";
    }
  }
  return undefined;
}

function kindOf(value: unknown): string {
  if (value === undefined) return "not there";
  if (value instanceof Promise) return "a promise";
  return typeof value === "function" ? "a function" : kindOfJson(value);
}

/** The first line of what was thrown, ending in a full stop. */
function reasonOf(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : String(problem);
  const first =
    text
      .split("\n")
      .find((line) => line.trim() !== "")
      ?.trim() ?? "no reason given";
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
