import type { BundledMessage, BundlePart } from "../message-bundle.ts";
import type { ChoiceNode, MessageTree, ParamNode, ParamStyle } from "../message-tree.ts";

/**
 * A message as compact JSON: a text without params as itself; else texts and params in their order. A param is its name, what
 * of `Intl` writes it or chooses by it where it is not taken as it is, and the arms where it is a choice.
 */
export type CompactText = string | readonly (string | CompactParam)[];

type CompactParam =
  | readonly [name: string]
  | readonly [name: string, kind: "NumberFormat", options: Intl.NumberFormatOptions]
  | readonly [name: string, kind: "PluralRules", options: Intl.PluralRulesOptions, arms: CompactArms]
  | readonly [name: string, kind: 0, options: 0, arms: CompactArms];

type CompactArms = readonly (readonly [arm: string, text: CompactText])[];

/** A message as compact JSON. */
export function compactText(tree: MessageTree): CompactText {
  if (tree.every((node) => typeof node === "string")) return tree.join("");
  return tree.map((node) => (typeof node === "string" ? node : compactParam(node)));
}

function compactParam(node: ParamNode | ChoiceNode): CompactParam {
  const { name } = node;
  if (node.kind === "param") {
    return node.style === "text" ? [name] : [name, "NumberFormat", numberOptions(node.style)];
  }
  const arms = armsInOrder(node).map(([arm, text]) => [arm, compactText(text)] as const);
  if (node.choice === "select") return [name, 0, 0, arms];
  return [name, "PluralRules", node.choice === "plural" ? {} : { type: "ordinal" }, arms];
}

/** How `Intl.NumberFormat` writes a number in a style. */
export function numberOptions(style: Exclude<ParamStyle, "text">): Intl.NumberFormatOptions {
  if (style === "number") return {};
  if (style === "percent") return { style: "percent" };
  const digits = style === "integer" ? 0 : style.decimals;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** The arms as they are tried: numbers first, `other` last. */
export function armsInOrder({ arms }: ChoiceNode): readonly (readonly [arm: string, text: MessageTree])[] {
  const rank = (arm: string): number => (arm === "other" ? 2 : arm.startsWith("=") ? 0 : 1);
  return [...arms].sort(([left], [right]) => rank(left) - rank(right));
}

/** The texts that a locale itself has of one failure. */
export interface OwnTexts {
  readonly code: number | string;
  readonly texts: readonly (readonly [part: BundlePart, tree: MessageTree])[];
}

/** The texts that are written in a bundle's own locale, failure by failure; one without any is left out. */
export function* ownTexts(bundle: readonly BundledMessage[], trees: readonly MessageTree[]): Generator<OwnTexts> {
  let own: { code: number | string; texts: (readonly [part: BundlePart, tree: MessageTree])[] } | undefined;
  for (const [index, { failure, part, translated }] of bundle.entries()) {
    if (!translated) continue;
    if (own?.code !== failure.code) {
      if (own !== undefined) yield own;
      own = { code: failure.code, texts: [] };
    }
    own.texts.push([part, trees[index] ?? []]);
  }
  if (own !== undefined) yield own;
}
