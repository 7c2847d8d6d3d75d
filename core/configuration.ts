import { normalizedPath, overlap, pathProblem } from "./configuration-paths.ts";
import {
  type BuiltInTargetId,
  builtInTargetIds,
  configurationShape,
  isBuiltIn,
  targetsOnRequest,
} from "./configuration-shape.ts";
import { decode, defaultMaxFileSize, type RawFile } from "./decode.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import { injectId } from "./inject/inject-id.ts";
import type { JsonPath } from "./json/path.ts";
import { locate, parseJson } from "./json.ts";
import { failure, type Outcome, success } from "./outcome.ts";
import { folderOf, joined, outputPathProblem } from "./output-path.ts";
import { quoted } from "./quoted.ts";
import type { RawConfiguration, RawCustomTarget } from "./raw/config.gen.ts";
import type { Location, SourceFile } from "./source-file.ts";
import { suggestion } from "./suggestion.ts";
import type { Json } from "./target.ts";

/** Name of the configuration, in the folder that all its paths are relative to. */
export const configurationName = "failcodes.config.json";

/** The settings of a project, complete. Paths are relative to the configuration's folder, normalized, with forward slashes. */
export interface Configuration {
  /** Undefined where there is none, and the defaults hold. */
  readonly file: SourceFile | undefined;
  readonly spec: string;
  readonly locales: string;
  readonly sources: string;
  readonly output: string;
  readonly templates: string;
  /** Without a slash at the end. */
  readonly baseUrl: string | undefined;
  /** In bytes. */
  readonly maxFileSize: number;
  /** Paths and glob patterns. */
  readonly ignore: readonly string[];
  /** Paths and glob patterns of pages that hold blocks. */
  readonly inject: readonly string[];
  /** What part of each locale has to be translated, by its tag or "*". */
  readonly coverage: CoverageGates;
  /** What is refused when the catalog changes. */
  readonly evolution: EvolutionSettings;
  /** The targets that run: the built-in ones in their own order, then custom ones as written. */
  readonly targets: readonly ConfiguredTarget[];
}

/** Gates in per cent, by the tag of a locale; "*" for whatever is not said. */
export type CoverageGates = { readonly [tag: string]: { readonly translated?: number; readonly final?: number } };

/** What is refused when a catalog changes, as the project says; severities by the id of a rule. */
export interface EvolutionSettings {
  readonly preset: "wire" | "source" | "behaviour" | "full";
  readonly rules: { readonly [id: string]: "error" | "warning" | "info" | "off" };
}

/** A target that a project asks for. */
export type ConfiguredTarget = BuiltInTarget | CustomTarget;

/** One of ours, with the options that are written. */
export interface BuiltInTarget {
  readonly kind: "built-in";
  readonly id: BuiltInTargetId;
  readonly options: { readonly [key: string]: Json };
}

/** A target in a module of the project. */
export interface CustomTarget {
  readonly kind: "custom";
  readonly id: string;
  /** Path of its module. */
  readonly module: string;
  /** Folder it writes into instead of one in the output folder. */
  readonly folder: string | undefined;
  readonly options: { readonly [key: string]: Json };
  /** Where the module is named. */
  readonly at: Location;
}

/** Names that no folder can have on Windows, whatever follows a dot. */
const reservedNames = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Reads a configuration, or gives the defaults where there is none. */
export function loadConfiguration(raw: RawFile | undefined): Outcome<Configuration> {
  if (raw === undefined) return success(resolved(undefined, {}));
  const { file, readable, diagnostics: decoding } = decode(raw, defaultMaxFileSize);
  if (!readable) return failure(decoding);
  const { value, diagnostics: parsing } = parseJson(file);
  const reading = [...decoding, ...parsing];
  if (value === undefined) return failure(reading);
  const shape = configurationShape(file, value);
  if (shape.length > 0) return failure([...reading, ...shape]);
  const written = value as RawConfiguration;
  const diagnostics = [...reading, ...mistakes(file, written)];
  if (diagnostics.some((found) => found.severity === "error")) return failure(diagnostics);
  return success(resolved(file, written), diagnostics);
}

function resolved(file: SourceFile | undefined, written: RawConfiguration): Configuration {
  const spec = normalizedPath(written.spec ?? "spec/failure-codes.json");
  return {
    file,
    spec,
    locales: normalizedPath(written.locales ?? joined(folderOf(spec), "locales")),
    sources: normalizedPath(written.sources ?? joined(folderOf(spec), "sources")),
    output: normalizedPath(written.output ?? "generated"),
    templates: normalizedPath(written.templates ?? joined(folderOf(spec), "templates")),
    baseUrl: written.baseUrl?.replace(/\/+$/, ""),
    maxFileSize: written.maxFileSize ?? defaultMaxFileSize,
    ignore: (written.ignore ?? []).map(normalizedPath),
    inject: (written.inject ?? []).map(normalizedPath),
    coverage: written.coverage ?? {},
    evolution: { preset: written.evolution?.preset ?? "full", rules: written.evolution?.rules ?? {} },
    targets: targetsOf(file, written.targets ?? {}),
  };
}

type RawTargets = NonNullable<RawConfiguration["targets"]>;

function targetsOf(file: SourceFile | undefined, written: RawTargets): ConfiguredTarget[] {
  const targets: ConfiguredTarget[] = [];
  for (const id of builtInTargetIds) {
    const options = written[id] ?? (targetsOnRequest.has(id) ? false : {});
    if (options !== false) targets.push({ kind: "built-in", id, options: options as BuiltInTarget["options"] });
  }
  for (const [id, entry] of Object.entries(written)) {
    if (isBuiltIn(id) || file === undefined) continue;
    const { module, folder, options } = entry as RawCustomTarget;
    targets.push({
      kind: "custom",
      id,
      module: normalizedPath(module),
      folder: folder === undefined ? undefined : normalizedPath(folder),
      options: (options ?? {}) as CustomTarget["options"],
      at: locate(file, ["targets", id, "module"]),
    });
  }
  return targets;
}

function mistakes(file: SourceFile, written: RawConfiguration): readonly Diagnostic[] {
  const found = [...pathMistakes(file, written), ...targetMistakes(file, written.targets ?? {})];
  if (found.length > 0) return found;
  const settings = resolved(file, written);
  if (settings.targets.length === 0 && settings.inject.length === 0)
    found.push(diagnostic("FC4017", locate(file, ["targets"], "key"), {}));
  for (const [setting, path, words] of [
    ["spec", settings.spec, "the catalog"],
    ["locales", settings.locales, "the locales folder"],
    ["sources", settings.sources, "the sources folder"],
    ["templates", settings.templates, "the templates folder"],
  ] as const) {
    if (!overlap(settings.output, path)) continue;
    const at = locate(file, written.output === undefined ? [setting] : ["output"]);
    found.push(diagnostic("FC4008", at, { output: quoted(settings.output), setting: words, path: quoted(path) }));
    break;
  }
  return found;
}

function pathMistakes(file: SourceFile, written: RawConfiguration): Diagnostic[] {
  const found: Diagnostic[] = [];
  const check = (path: JsonPath, value: string | undefined, example: string, written = false): void => {
    if (value === undefined) return;
    const problem = pathProblem(value) ?? (written ? outputPathProblem(normalizedPath(value))?.reason : undefined);
    if (problem === undefined) return;
    const setting = quoted(path.filter((step) => typeof step === "string").join("."));
    found.push(diagnostic("FC4003", locate(file, path), { setting, path: quoted(value), problem, example }));
  };
  check(["spec"], written.spec, "spec/failure-codes.json");
  check(["locales"], written.locales, "spec/locales");
  check(["sources"], written.sources, "spec/sources");
  check(["output"], written.output, "generated", true);
  check(["templates"], written.templates, "spec/templates");
  for (const [index, pattern] of (written.ignore ?? []).entries()) {
    check(["ignore", index], pattern, "generated/docs/NOTES.md");
  }
  for (const [index, page] of (written.inject ?? []).entries()) check(["inject", index], page, "README.md");
  for (const [id, entry] of Object.entries(written.targets ?? {})) {
    if (entry === undefined || entry === false || !("module" in entry)) continue;
    check(["targets", id, "module"], entry.module, "targets/wiki.mjs");
    check(["targets", id, "folder"], entry.folder, "website/failures", true);
  }
  const url = written.baseUrl === undefined ? undefined : urlProblem(written.baseUrl);
  if (written.baseUrl !== undefined && url !== undefined) {
    found.push(diagnostic("FC4004", locate(file, ["baseUrl"]), { url: quoted(written.baseUrl), problem: url }));
  }
  return found;
}

function urlProblem(text: string): string | undefined {
  if (!/^https?:\/\//.test(text)) return "does not begin with http:// or https://";
  if (!URL.canParse(text) || /\s/.test(text)) return "is not a whole address";
  if (/[?#]/.test(text)) return "has a query or a fragment";
  return undefined;
}

function targetMistakes(file: SourceFile, targets: RawTargets): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [id, entry] of Object.entries(targets)) {
    const at = locate(file, ["targets", id], "key");
    if (isBuiltIn(id)) {
      const setting = ["module", "folder"].find((name) => entry !== false && Object.hasOwn(entry ?? {}, name));
      if (setting !== undefined) found.push(diagnostic("FC4006", at, { target: quoted(id), setting: quoted(setting) }));
    } else if (entry === false || !Object.hasOwn(entry ?? {}, "module")) {
      found.push(diagnostic("FC4005", at, { target: quoted(id), remedy: unknownTargetRemedy(id) }));
    } else if (id === injectId) {
      found.push(diagnostic("FC4018", at, { target: quoted(id) }));
    } else if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || reservedNames.test(id)) {
      found.push(diagnostic("FC4007", at, { target: quoted(id), example: folderName(id) }));
    }
  }
  return found;
}

function unknownTargetRemedy(id: string): string {
  const near = suggestion(id, builtInTargetIds);
  if (near !== undefined) return `Did you mean ${quoted(near)}? Rename it; a target of your own needs a "module".`;
  return `Give it a "module", or use a built-in target: ${builtInTargetIds.join(", ")}.`;
}

function folderName(id: string): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "");
  return name === "" || reservedNames.test(name) ? "shop-pages" : name;
}
