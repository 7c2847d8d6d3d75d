import { type Node, parseTree } from "jsonc-parser";
import type { SourceFile } from "../source-file.ts";
import type { JsonPath } from "./path.ts";

const trees = new WeakMap<SourceFile, Node | null>();
const indexes = new WeakMap<Node, Map<string, Node>>();

/** The tree of a file's JSON with the place of every token. Made when it is first asked for; the file must be free of syntax errors and of deep nesting. */
export function treeOf(file: SourceFile): Node | undefined {
  let tree = trees.get(file);
  if (tree === undefined) {
    tree = parseTree(file.text, undefined, { disallowComments: true }) ?? null;
    trees.set(file, tree);
  }
  return tree ?? undefined;
}

/** Lets the tree of a file go: of many big files, all trees together would be too much. It is made again when it is asked for. */
export function forgetTree(file: SourceFile): void {
  trees.delete(file);
}

/** A node, and the property it is the value of. */
export interface FoundNode {
  readonly node: Node;
  readonly property: Node | undefined;
  /** How many steps of the path were written. */
  readonly steps: number;
}

/** The node of a path, or of the longest part of it that is written. Of equal keys the last one counts, as for JSON.parse. */
export function nodeAt(root: Node, path: JsonPath): FoundNode {
  let found: FoundNode = { node: root, property: undefined, steps: 0 };
  for (const step of path) {
    const { node } = found;
    if (typeof step === "number") {
      const child = node.type === "array" ? node.children?.[step] : undefined;
      if (child === undefined) return found;
      found = { node: child, property: undefined, steps: found.steps + 1 };
    } else {
      const property = node.type === "object" ? propertyOf(node, step) : undefined;
      const child = property?.children?.[1];
      if (child === undefined) return found;
      found = { node: child, property, steps: found.steps + 1 };
    }
  }
  return found;
}

function propertyOf(object: Node, key: string): Node | undefined {
  let index = indexes.get(object);
  if (index === undefined) {
    index = new Map();
    for (const property of object.children ?? []) index.set(String(property.children?.[0]?.value), property);
    indexes.set(object, index);
  }
  return index.get(key);
}
