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
import { plainPlaceholders } from "./message-syntax/placeholders.ts";

/** How a param is written: as it is, or as a number; a number of digits after the decimal sign is fixed. */
export type ParamStyle = "text" | "number" | "integer" | "percent" | { readonly decimals: number };

/** What a choice is made by. */
export type ChoiceKind = "plural" | "selectordinal" | "select";

/** The value of a param inside a text. */
export interface ParamNode {
  readonly kind: "param";
  readonly name: string;
  readonly style: ParamStyle;
  /** Whether it is written as "#". */
  readonly pound: boolean;
}

/** A plural, an ordinal or a select; the arms by name (`one`, `=0`, a value), one of them `other`. */
export interface ChoiceNode {
  readonly kind: "choice";
  readonly name: string;
  readonly choice: ChoiceKind;
  readonly arms: ReadonlyMap<string, MessageTree>;
}

/** A piece of a message: a text, without any quotation; a param; or a choice. */
export type MessageNode = string | ParamNode | ChoiceNode;

/** A message, parsed: what every format is written from. */
export type MessageTree = readonly MessageNode[];

/** Whether a message chooses by anything. */
export function hasChoice(tree: MessageTree): boolean {
  for (const node of tree) if (typeof node !== "string" && node.kind === "choice") return true;
  return false;
}

/** A message as a tree. Most are text and plain `{name}`, which need no parser. */
export function messageTree(text: string): MessageTree {
  const names = plainPlaceholders(text);
  if (names === undefined) return nodesOf(parse(text, { ignoreTag: true, shouldParseSkeletons: true }), undefined);
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
