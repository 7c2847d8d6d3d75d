import type { JsonPath } from "../json/path.ts";
import type { ShapeError } from "./validators.gen.js";

/** The path that a JSON pointer means in a value: of arrays by index, of objects by key. */
export function pathOf(root: unknown, pointer: string): JsonPath {
  const path: (string | number)[] = [];
  let value = root;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(value) ? Number(key) : key);
    value = (value as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}

/** Mistakes after which a value cannot be read as what it should be. */
const unreadable = new Set(["type", "enum"]);

/** JSON pointers of the values that cannot be read as what they should be. */
export function misshapen(errors: readonly ShapeError[]): readonly string[] {
  return errors.filter(({ keyword }) => unreadable.has(keyword)).map(({ instancePath }) => instancePath);
}

/** The value without what has a wrong type, is none of the words, or is not known. Entries of arrays keep their places. */
export function withoutMisshapen(root: unknown, errors: readonly ShapeError[]): unknown {
  let kept: unknown = root;
  for (const { keyword, instancePath, params } of errors) {
    const property = params["additionalProperty"];
    if (keyword !== "additionalProperties" && !unreadable.has(keyword)) continue;
    const path = [...pathOf(root, instancePath), ...(typeof property === "string" ? [property] : [])];
    const last = path.pop();
    if (last === undefined) kept = {};
    else remove(valueAt(root, path), last);
  }
  return kept;
}

function valueAt(root: unknown, path: JsonPath): unknown {
  let value = root;
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
  return value;
}

function remove(container: unknown, key: string | number): void {
  if (Array.isArray(container)) container[Number(key)] = undefined;
  else if (typeof container === "object" && container !== null) delete (container as Record<string, unknown>)[key];
}
