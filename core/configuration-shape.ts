import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import { locate } from "./json.ts";
import { choice, quoted, quotedValue } from "./quoted.ts";
import { config, type ShapeError } from "./shape/validators.gen.js";
import type { SourceFile } from "./source-file.ts";
import { suggestion } from "./suggestion.ts";

/** Ids of the built-in targets, in the order in which they run. */
export const builtInTargetIds = ["typescript", "json-schema", "docs", "messages", "sources", "site"] as const;

/** Built-in targets that run only where a configuration names them. */
export const targetsOnRequest: ReadonlySet<string> = new Set(["site"]);

/** Id of a built-in target. */
export type BuiltInTargetId = (typeof builtInTargetIds)[number];

/** Whether a name under "targets" is a built-in target's. */
export function isBuiltIn(id: string): id is BuiltInTargetId {
  return builtInTargetIds.some((other) => other === id);
}

type Path = readonly (string | number)[];

/** What a setting of each type is called, and how one is written. */
const types: Readonly<Record<string, { readonly name: string; readonly example: string }>> = {
  string: { name: "a string", example: '"generated"' },
  integer: { name: "an integer", example: "1000000" },
  number: { name: "a number", example: "90" },
  boolean: { name: "a boolean", example: "false" },
  array: { name: "an array", example: '["generated/docs/NOTES.md"]' },
  object: { name: "an object", example: "{}" },
};

const examples: Readonly<Record<string, string>> = {
  spec: '"spec/failure-codes.json"',
  locales: '"spec/locales"',
  sources: '"spec/sources"',
  output: '"generated"',
  templates: '"spec/templates"',
  baseUrl: '"https://docs.example.com/failures"',
  targets: '{ "typescript": { "style": "const" } }',
  module: '"./targets/wiki.mjs"',
  folder: '"website/failures"',
  formats: '["icu-json", "po"]',
  inject: '["README.md", "docs/**/*.md"]',
  evolution: '{ "preset": "behaviour" }',
  rules: '{ "code-added": "warning" }',
  coverage: '{ "fr": { "translated": 100 } }',
  pseudoLocales: '["en-XA"]',
  path: '"failures"',
  redirects: '{ "codes/card-declined": "codes/1001" }',
};

/** How an entry of a list is written, by the list's name. */
const entryExamples: Readonly<Record<string, string>> = {
  ignore: '"generated/docs/NOTES.md"',
  inject: '"README.md"',
  formats: '"po"',
  pseudoLocales: '"en-XA"',
};

const settings = [
  "$schema",
  "spec",
  "locales",
  "sources",
  "output",
  "templates",
  "baseUrl",
  "maxFileSize",
  "ignore",
  "inject",
  "coverage",
  "evolution",
  "targets",
];
const evolutionSettings = ["preset", "rules"];
const gateSettings = ["translated", "final"];
const targetSettings = ["module", "folder", "options"];

/** The settings inside of each. */
const settingsOf: Readonly<Record<string, readonly string[]>> = {
  coverage: gateSettings,
  evolution: evolutionSettings,
  targets: targetSettings,
};

/**
 * The mistakes of a configuration's shape. What only `loadConfiguration` can name well is left to it: the names of
 * targets, a target without a module, and the form of baseUrl.
 */
export function configurationShape(file: SourceFile, value: unknown): readonly Diagnostic[] {
  if (config(value)) return [];
  const mistakes: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const error of config.errors ?? []) {
    const path = pathOf(error.instancePath, value);
    const mistake = mistakeOf(file, value, error, path);
    // The branches of an `anyOf` say the same of one value.
    const key = mistake === undefined ? "" : `${mistake.code} ${mistake.at.start} ${mistake.message}`;
    if (mistake === undefined || seen.has(key)) continue;
    seen.add(key);
    mistakes.push(mistake);
  }
  return mistakes;
}

function mistakeOf(file: SourceFile, root: unknown, error: ShapeError, path: Path): Diagnostic | undefined {
  const value = valueAt(root, path);
  const ofTarget = path[0] === "targets" && path.length === 2;
  const id = String(path[1]);
  if (ofTarget && isBuiltIn(id)) return builtInMistake(file, error, path, value, id);
  // `loadConfiguration` says that such a target is unknown.
  if (ofTarget && !Object.hasOwn(Object(value), "module")) return undefined;
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties":
      return unknownSetting(
        file,
        path,
        String(params["additionalProperty"]),
        path.length === 0 ? settings : (settingsOf[String(path[0])] ?? targetSettings),
      );
    case "type":
      return otherType(
        file,
        path,
        value,
        types[String(params["type"])]?.name ?? String(params["type"]),
        String(params["type"]),
      );
    case "minLength":
      return otherType(file, path, value, "a string with at least one character", "string");
    case "maximum":
      return otherType(file, path, value, "a number from 0 to 100", "number");
    case "minimum":
      if (path[0] === "coverage") return otherType(file, path, value, "a number from 0 to 100", "number");
      return otherType(file, path, value, `an integer from ${params["limit"]}`, "integer");
    case "minItems":
      return otherType(file, path, value, "an array with at least one entry", "array");
    case "uniqueItems":
      return otherType(file, path, value, "one in which every entry differs", "array");
    case "enum":
      return oneOf(file, path, value, params["allowedValues"] as readonly unknown[]);
    case "pattern":
      // `loadConfiguration` says what is wrong with baseUrl.
      if (path.at(-1) !== "path") return undefined;
      return otherType(file, path, value, "the path of a folder, in plain letters and digits", "string");
    case "propertyNames":
    case "required":
      return undefined;
    default:
      return otherType(file, path, value, "what the schema of the configuration allows", "object");
  }
}

/** A built-in target is `false` or an object of options; only the branch that was meant is reported. */
function builtInMistake(
  file: SourceFile,
  error: ShapeError,
  path: Path,
  value: unknown,
  id: BuiltInTargetId,
): Diagnostic | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return otherType(file, path, value, "an object of options or false", "object");
  }
  if (error.keyword !== "additionalProperties") return undefined;
  const name = String(error.params["additionalProperty"]);
  // `loadConfiguration` says that the name is taken.
  if (name === "module" || name === "folder") return undefined;
  return unknownSetting(file, path, name, optionNames[id]);
}

/** The options of each built-in target, as spec/schema/config.schema.json has them. */
export const optionNames: Readonly<Record<BuiltInTargetId, readonly string[]>> = {
  typescript: ["style", "messageFunctions"],
  "json-schema": [],
  docs: ["flavour", "path", "redirects", "names"],
  messages: ["formats", "pseudoLocales"],
  sources: [],
  site: ["redirects", "names"],
};

function unknownSetting(file: SourceFile, path: Path, name: string, known: readonly string[]): Diagnostic {
  const near = suggestion(name, known);
  let remedy = `Remove it, or use ${choice(known)}.`;
  if (near !== undefined) remedy = `Did you mean ${quoted(near)}? Rename it, or remove it.`;
  else if (known.length === 0) remedy = "Remove it; this target has no options.";
  const words = { owner: settingName(path), name: quoted(name), remedy };
  return diagnostic("FC4002", locate(file, [...path, name], "key"), words);
}

function otherType(file: SourceFile, path: Path, value: unknown, expected: string, type: string): Diagnostic {
  const name = path.findLast((step) => typeof step === "string") ?? "";
  const listItem = typeof path.at(-1) === "number";
  const written = path.at(-2) === "redirects" ? '"codes/1001"' : examples[name];
  const example = (listItem ? entryExamples[name] : written) ?? types[type]?.example ?? "{}";
  const words = { setting: settingName(path), found: found(value), expected, example };
  return diagnostic("FC4001", locate(file, path), words);
}

function oneOf(file: SourceFile, path: Path, value: unknown, allowed: readonly unknown[]): Diagnostic {
  const names = allowed.map((name) => String(name));
  const near = suggestion(String(value), names);
  const words = {
    setting: settingName(path),
    found: found(value),
    expected: choice(names),
    example: quoted(near ?? names[0] ?? ""),
  };
  return diagnostic("FC4001", locate(file, path), words);
}

/** `"targets.docs"`, as a person would say where a setting stands. */
function settingName(path: Path): string {
  return path.length === 0 ? "The configuration" : quoted(path.join("."));
}

function found(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return "an empty array";
  return value === "" ? "an empty string" : quotedValue(value);
}

/** The path of a JSON pointer; its steps into lists are numbers. */
function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  let value = root;
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(name) : name);
    value = valueAt(value, path.slice(-1));
  }
  return path;
}

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const step of path) value = Object.hasOwn(Object(value), step) ? Object(value)[step] : undefined;
  return value;
}
