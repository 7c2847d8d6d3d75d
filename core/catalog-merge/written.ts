import { getNodeValue, type Node, parseTree } from "jsonc-parser";

/** A value of a JSON text, where it is written. */
export interface Written {
  readonly text: string;
  readonly node: Node;
}

/** A JSON text, as a value that is written; it is free of mistakes. */
export function written(text: string): Written | undefined {
  const node = parseTree(text, undefined, { disallowComments: true });
  return node === undefined ? undefined : { text, node };
}

/** The bytes of a value. */
export function sliceOf({ text, node }: Written): string {
  return text.slice(node.offset, node.offset + node.length);
}

/** Whether two values are equal, however they are written; the order of keys does not count. */
export function areSame(left: Written, right: Written): boolean {
  return sliceOf(left) === sliceOf(right) || areEqual(getNodeValue(left.node), getNodeValue(right.node));
}

function areEqual(left: unknown, right: unknown): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every(
    (key) =>
      Object.hasOwn(right, key) &&
      areEqual((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
  );
}

/** A member of an object, or an item of an array. */
export interface Child {
  /** What it is known by in every version of the container. */
  readonly id: string;
  readonly value: Written;
  /** All of it: `"key": value`, or the value alone. */
  readonly slice: string;
  /** What stands before the value: `"key": `, or nothing. */
  readonly head: string;
  /** Blanks before it. */
  readonly lead: string;
  /** Blanks behind it, before a comma or the closing bracket. */
  readonly tail: string;
}

/** The children of an object or array; `ids` names those of an array. */
export function childrenOf({ text, node }: Written, ids: readonly string[] = []): readonly Child[] {
  const nodes = node.children ?? [];
  let at = node.offset + 1;
  return nodes.map((child, index) => {
    const [key, member] = child.type === "property" ? (child.children ?? []) : [];
    const value = member ?? child;
    const end = value.offset + value.length;
    const next = nodes[index + 1];
    const comma = next === undefined ? node.offset + node.length - 1 : text.indexOf(",", end);
    const found: Child = {
      id: key === undefined ? (ids[index] ?? String(index)) : String(key.value),
      value: { text, node: value },
      slice: text.slice(child.offset, end),
      head: text.slice(child.offset, value.offset),
      lead: text.slice(at, child.offset),
      tail: text.slice(end, comma),
    };
    at = comma + 1;
    return found;
  });
}
