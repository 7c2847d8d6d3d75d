import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  type MessageFormatElement,
  type NumberElement,
  type PluralElement,
  parse,
  type SelectElement,
} from "@formatjs/icu-messageformat-parser";
import type { BundledMessage } from "./message-bundle.ts";
import type { ChoiceKind, ChoiceNode, MessageNode, MessageTree, ParamStyle } from "./message-syntax/message-node.ts";
import { plainPlaceholders } from "./message-syntax/placeholders.ts";
import { quickTree } from "./message-syntax/quick-tree.ts";

export type {
  ChoiceKind,
  ChoiceNode,
  MessageNode,
  MessageTree,
  ParamNode,
  ParamStyle,
} from "./message-syntax/message-node.ts";

/** Whether a message chooses by anything. */
export function hasChoice(tree: MessageTree): boolean {
  for (const node of tree) if (typeof node !== "string" && node.kind === "choice") return true;
  return false;
}

/** A message as a tree. Most are text and plain `{name}`, and most of the others need no parser either. */
export function messageTree(text: string): MessageTree {
  const names = plainPlaceholders(text);
  if (names === undefined) return quickTree(text) ?? parsedTree(text);
  if (names.length === 0) return [text];
  const nodes: MessageNode[] = [];
  let at = 0;
  for (const name of names) {
    const start = text.indexOf("{", at);
    if (start > at) nodes.push(text.slice(at, start));
    nodes.push({ kind: "param", name, style: "text", pound: false });
    at = start + name.length + 2;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

/** The same by the parser, which reads everything. */
export function parsedTree(text: string): MessageTree {
  return nodesOf(parse(text, { ignoreTag: true, shouldParseSkeletons: true }), undefined);
}

const trees = new WeakMap<readonly BundledMessage[], readonly MessageTree[]>();

/** The trees of a bundle's messages, in their order; made once for all formats. */
export function messageTrees(bundle: readonly BundledMessage[]): readonly MessageTree[] {
  const known = trees.get(bundle);
  if (known !== undefined) return known;
  const made = bundle.map(({ text }) => messageTree(text));
  trees.set(bundle, made);
  return made;
}

function nodesOf(elements: readonly MessageFormatElement[], counted: string | undefined): MessageTree {
  const nodes: MessageNode[] = [];
  for (const element of elements) {
    if (isLiteralElement(element)) nodes.push(element.value);
    else if (isArgumentElement(element))
      nodes.push({ kind: "param", name: element.value, style: "text", pound: false });
    else if (isNumberElement(element)) {
      nodes.push({ kind: "param", name: element.value, style: styleOf(element), pound: false });
    } else if (isPoundElement(element)) {
      nodes.push({ kind: "param", name: counted ?? "", style: "number", pound: true });
    } else if (isPluralElement(element) || isSelectElement(element)) nodes.push(choiceOf(element));
  }
  return nodes;
}

function choiceOf(element: PluralElement | SelectElement): ChoiceNode {
  let choice: ChoiceKind = "select";
  if (isPluralElement(element)) choice = element.pluralType === "ordinal" ? "selectordinal" : "plural";
  const counted = choice === "select" ? undefined : element.value;
  const arms = new Map<string, MessageTree>();
  for (const name of Object.keys(element.options)) arms.set(name, nodesOf(element.options[name]?.value ?? [], counted));
  return { kind: "choice", name: element.value, choice, arms };
}

function styleOf({ style }: NumberElement): ParamStyle {
  if (style === undefined || style === null) return "number";
  if (typeof style === "string") return style === "integer" || style === "percent" ? style : "number";
  const stem = style.tokens[0]?.stem ?? "";
  if (stem === "percent") return "percent";
  // FormatJS gives "::integer" no meaning of its own.
  return /^\.0+$/.test(stem) ? { decimals: stem.length - 1 } : "number";
}
