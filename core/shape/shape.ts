import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../json/path.ts";
import { locate } from "../json.ts";
import { choice, kindOf, quoted, quotedValue } from "../quoted.ts";
import type { SourceFile } from "../source-file.ts";
import { suggestion } from "../suggestion.ts";
import type { Draft } from "./draft.ts";
import { misshapen, pathOf, withoutMisshapen } from "./misshapen.ts";
import type { ShapeError, Validator } from "./validators.gen.js";

/** A value after a look at its shape: what of it is well-shaped, and what is not. */
export interface Shaped<T> {
  readonly draft: Draft<T>;
  /** JSON pointers of what is written and not in the draft, by the name that was probably meant. */
  readonly removed: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

const nothing: ReadonlySet<string> = new Set();

/**
 * Compares a file's value with the schema of its kind. The value is changed: what has the wrong type is taken out of it, so
 * that whoever reads on meets the right types or nothing.
 */
export function shape<T>(file: SourceFile, value: unknown, validator: Validator): Shaped<T> {
  if (validator(value)) return { draft: value as Draft<T>, removed: nothing, diagnostics: [] };
  const errors = withoutFollowUps(validator.errors ?? []);
  const suggested = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const error of errors) {
    if (error.keyword === "additionalProperties") diagnostics.push(unknownProperty(file, value, error, suggested));
  }
  for (const error of errors) {
    if (error.keyword === "additionalProperties") continue;
    if (error.keyword === "required" && suggested.has(missingKey(error.instancePath, error.params["missingProperty"])))
      continue;
    diagnostics.push(mistake(file, value, error));
  }
  const removed = new Set([...suggested, ...misshapen(errors)]);
  return { draft: withoutMisshapen(value, errors) as Draft<T>, removed, diagnostics };
}

/** One error for each mistake: what only repeats another one goes. */
function withoutFollowUps(errors: readonly ShapeError[]): readonly ShapeError[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    const { keyword, instancePath, params } = error;
    // What is wrong with the key itself is another error.
    if (keyword === "propertyNames") return false;
    // Reported as a key that no object may have.
    if (params["additionalProperty"] === "__proto__" || error.propertyName === "__proto__") return false;
    if (keyword === "additionalProperties" || keyword === "required" || error.propertyName !== undefined) return true;
    if (seen.has(instancePath)) return false;
    seen.add(instancePath);
    return true;
  });
}

function missingKey(instancePath: string, property: unknown): string {
  return `${instancePath}/${String(property)}`;
}

function unknownProperty(file: SourceFile, root: unknown, error: ShapeError, suggested: Set<string>): Diagnostic {
  const property = String(error.params["additionalProperty"]);
  const known = Object.keys((error.parentSchema["properties"] as object | undefined) ?? {});
  const meant = suggestion(property, known);
  if (meant !== undefined) suggested.add(missingKey(error.instancePath, meant));
  const at = locate(file, [...pathOf(root, error.instancePath), property], "key");
  const written = meant !== undefined && Object.hasOwn(error.data as object, meant);
  return diagnostic("FC2001", at, { property: quoted(property), remedy: remedyOf(meant, written, known) });
}

/** Most properties that are listed where nobody knows what was meant. */
const mostListed = 8;

function remedyOf(meant: string | undefined, written: boolean, known: readonly string[]): string {
  if (meant !== undefined)
    return written ? `Remove it; ${quoted(meant)} is there already.` : `Write ${quoted(meant)}, or remove it.`;
  const properties = known.filter((name) => name !== "$schema");
  if (properties.length === 0 || properties.length > mostListed) return "Remove it.";
  return `Remove it; what belongs here is ${choice(properties)}.`;
}

type Mistake = (file: SourceFile, error: ShapeError, path: JsonPath) => Diagnostic;

const mistakes: Readonly<Record<string, Mistake>> = {
  required: (file, error, path) =>
    diagnostic("FC2002", locate(file, path), { property: quoted(String(error.params["missingProperty"])) }),
  type: wrongType,
  enum: (file, error, path) => {
    const values = error.params["allowedValues"] as readonly unknown[];
    const allowed = values.map(String);
    const words = values.every((value) => typeof value === "string")
      ? choice(allowed)
      : values.map(quotedValue).join(" or ");
    const meant = typeof error.data === "string" ? suggestion(error.data, allowed) : undefined;
    const choices = meant === undefined ? words : quoted(meant);
    return diagnostic("FC2004", locate(file, path), {
      value: quotedValue(error.data),
      what: named(path, "the file"),
      choices,
    });
  },
  pattern: (file, error, path) => {
    const remedy = String(
      error.parentSchema["patternErrorMessage"] ?? `Write text that matches ${String(error.params["pattern"])}.`,
    );
    const { propertyName } = error;
    if (propertyName === undefined) {
      const words = { value: quotedValue(error.data), what: named(path, "the file"), remedy };
      return diagnostic("FC2005", locate(file, path), words);
    }
    const words = { value: quoted(propertyName), what: `a key of ${named(path, "the file")}`, remedy };
    return diagnostic("FC2005", locate(file, [...path, propertyName], "key"), words);
  },
};

function mistake(file: SourceFile, root: unknown, error: ShapeError): Diagnostic {
  const path = pathOf(root, error.instancePath);
  const known = mistakes[error.keyword];
  if (known !== undefined) return known(file, error, path);
  const remedy = Array.isArray(error.data) ? "Add an entry." : "Write something, or remove it.";
  return diagnostic("FC2006", locate(file, path), { what: capital(named(path, "the file")), remedy });
}

const kinds: Readonly<Record<string, string>> = {
  array: "an array",
  boolean: "a boolean",
  integer: "an integer",
  null: "null",
  number: "a number",
  object: "an object",
  string: "a string",
};

function wrongType(file: SourceFile, error: ShapeError, path: JsonPath): Diagnostic {
  const types = [error.params["type"] ?? []].flat().map((type) => kinds[String(type)] ?? String(type));
  const actual = typeof error.data === "number" ? `the number ${error.data}` : kindOf(error.data);
  const words = { what: capital(named(path, "the file")), actual, expected: types.join(" or ") };
  return diagnostic("FC2003", locate(file, path), words);
}

function named(path: JsonPath, root: string): string {
  const last = path.at(-1);
  if (typeof last === "string") return quoted(last);
  const list = path.at(-2);
  return typeof list === "string" ? `an entry of ${quoted(list)}` : root;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
