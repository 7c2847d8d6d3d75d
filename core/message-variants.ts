import type { Param } from "./catalog.ts";
import { type ChoiceKind, type ChoiceNode, hasChoice, type MessageTree, type ParamNode } from "./message-tree.ts";
import { pluralRules } from "./plural-categories.ts";

/** A param that a message chooses by. */
export interface Choice {
  readonly name: string;
  readonly kind: ChoiceKind;
  /** The arms of all its plurals or selects together, in the order of the text; `other` last. */
  readonly arms: readonly string[];
}

/** A text without choices: what it says for one arm of each. */
export interface Variant {
  /** An arm for each choice, in their order. */
  readonly arms: readonly string[];
  readonly nodes: readonly (string | ParamNode)[];
}

/** A message whose choices are made: a whole text for every combination of arms. */
export interface Variants {
  /** In the order of the failure's params. */
  readonly choices: readonly Choice[];
  readonly variants: readonly Variant[];
}

/** The most texts that one message may become. */
export const mostVariants = 200;

const known = new WeakMap<MessageTree, { params: unknown; tag: string; variants: Variants | undefined }>();

/**
 * A message as whole texts; those of one tree are made once for all formats. Undefined where there would be too many, or where it names a number beside which another of its
 * plurals names none and nobody here knows its category.
 */
export function variantsOf(
  tree: MessageTree,
  params: readonly Pick<Param, "name">[],
  tag: string,
): Variants | undefined {
  if (!hasChoice(tree)) {
    return { choices: [], variants: [{ arms: [], nodes: tree as Variant["nodes"] }] };
  }
  const before = known.get(tree);
  if (before !== undefined && before.params === params && before.tag === tag) return before.variants;
  const variants = madeVariants(tree, params, tag);
  known.set(tree, { params, tag, variants });
  return variants;
}

function madeVariants(tree: MessageTree, params: readonly Pick<Param, "name">[], tag: string): Variants | undefined {
  const choices = choicesOf(tree, params);
  let combinations: readonly (readonly string[])[] = [[]];
  for (const { arms } of choices) {
    if (combinations.length * arms.length > mostVariants) return undefined;
    combinations = combinations.flatMap((before) => arms.map((arm) => [...before, arm]));
  }
  const variants: Variant[] = [];
  for (const arms of combinations) {
    const nodes: (string | ParamNode)[] = [];
    if (!choose(tree, choices, arms, tag, nodes)) return undefined;
    variants.push({ arms, nodes: merged(nodes) });
  }
  return { choices, variants };
}

/** The choices of a message, in the order of the failure's params. */
function choicesOf(tree: MessageTree, params: readonly Pick<Param, "name">[]): readonly Choice[] {
  const found = new Map<string, { name: string; kind: ChoiceKind; arms: Set<string> }>();
  collect(tree, found);
  const place = (name: string): number => params.findIndex((param) => param.name === name);
  return [...found.values()]
    .sort((left, right) => place(left.name) - place(right.name))
    .map(({ name, kind, arms }) => ({ name, kind, arms: [...[...arms].filter((arm) => arm !== "other"), "other"] }));
}

function collect(tree: MessageTree, found: Map<string, { name: string; kind: ChoiceKind; arms: Set<string> }>): void {
  for (const node of tree) {
    if (typeof node === "string" || node.kind === "param") continue;
    const key = `${node.choice} ${node.name}`;
    const known = found.get(key) ?? { name: node.name, kind: node.choice, arms: new Set() };
    found.set(key, known);
    for (const [arm, inner] of node.arms) {
      known.arms.add(arm);
      collect(inner, found);
    }
  }
}

function choose(
  tree: MessageTree,
  choices: readonly Choice[],
  arms: readonly string[],
  tag: string,
  into: (string | ParamNode)[],
): boolean {
  for (const node of tree) {
    if (typeof node === "string" || node.kind === "param") {
      into.push(node);
      continue;
    }
    const index = choices.findIndex(({ name, kind }) => name === node.name && kind === node.choice);
    const inner = armOf(node, arms[index] ?? "other", tag);
    if (inner === undefined || !choose(inner, choices, arms, tag, into)) return false;
  }
  return true;
}

function armOf(node: ChoiceNode, arm: string, tag: string): MessageTree | undefined {
  const own = node.arms.get(arm);
  if (own !== undefined) return own;
  if (!arm.startsWith("=") || node.choice === "select") return node.arms.get("other");
  const rules = pluralRules(tag, node.choice === "plural" ? "cardinal" : "ordinal");
  const category = rules?.of(Number(arm.slice(1)));
  return category === undefined ? undefined : (node.arms.get(category) ?? node.arms.get("other"));
}

function merged(nodes: readonly (string | ParamNode)[]): readonly (string | ParamNode)[] {
  const result: (string | ParamNode)[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (typeof node === "string" && typeof last === "string") result[result.length - 1] = last + node;
    else result.push(node);
  }
  return result;
}
