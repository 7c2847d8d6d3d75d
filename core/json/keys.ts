import type { Node } from "jsonc-parser";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { quoted } from "../quoted.ts";
import type { Location, SourceFile } from "../source-file.ts";
import { treeOf } from "./tree.ts";

/** The keys of a value: how many there are at all depths, and whether one of them is `__proto__`. */
export interface KeyCount {
  readonly keys: number;
  readonly proto: boolean;
}

/** Counts the keys that JSON.parse kept: of equal keys in one object one is left. The value must not be nested deeper than a file may be. */
export function countKeys(value: unknown): KeyCount {
  const count = { keys: 0, proto: false };
  if (typeof value === "object" && value !== null) add(value, count);
  return count;
}

function add(value: object, count: { keys: number; proto: boolean }): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item: unknown = value[index];
      if (typeof item === "object" && item !== null) add(item, count);
    }
    return;
  }
  for (const key in value) {
    count.keys++;
    if (key === "__proto__") count.proto = true;
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === "object" && inner !== null) add(inner, count);
  }
}

/** Every key that is written a second time in its object, and every key `__proto__`. */
export function keyMistakes(file: SourceFile): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const root = treeOf(file);
  if (root !== undefined) visit(file, root, found);
  return found;
}

function visit(file: SourceFile, node: Node, found: Diagnostic[]): void {
  if (node.type === "array") {
    for (const item of node.children ?? []) visit(file, item, found);
    return;
  }
  if (node.type !== "object") return;
  const first = new Map<string, Location>();
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined) continue;
    const name = String(key.value);
    const at = { file, start: key.offset, end: key.offset + key.length };
    const before = first.get(name);
    if (name === "__proto__") found.push(diagnostic("FC1007", at, {}));
    else if (before === undefined) first.set(name, at);
    else
      found.push(
        diagnostic("FC1006", at, { key: quoted(name) }, [{ message: "It is first written here.", at: before }]),
      );
    if (value !== undefined) visit(file, value, found);
  }
}
