import type { Param } from "./catalog.ts";
import { type ChoiceNode, type MessageTree, messageTree } from "./message-tree.ts";
import { pluralRules } from "./plural-categories.ts";

/** A piece of a message as its reader sees it: a text, or the example that stands for a param. */
export type ExamplePiece = string | { readonly param: string; readonly example: string };

/** A message with the examples of its params, numbers in plain digits: how it looks, on every machine alike. */
export function exampleOf(text: string, params: readonly Param[], tag: string): readonly ExamplePiece[] {
  const pieces: ExamplePiece[] = [];
  fill(messageTree(text), params, tag, pieces);
  return pieces;
}

function fill(tree: MessageTree, params: readonly Param[], tag: string, into: ExamplePiece[]): void {
  for (const node of tree) {
    if (typeof node === "string") into.push(node);
    else if (node.kind === "param") into.push({ param: node.name, example: exampleValue(params, node.name) });
    else fill(armOf(node, exampleValue(params, node.name), tag), params, tag, into);
  }
}

function exampleValue(params: readonly Param[], name: string): string {
  const param = params.find((one) => one.name === name);
  return param === undefined ? `{${name}}` : String(param.example);
}

function armOf({ arms, choice }: ChoiceNode, value: string, tag: string): MessageTree {
  const other = arms.get("other") ?? [];
  if (choice === "select") return arms.get(value) ?? other;
  const rules = pluralRules(tag, choice === "plural" ? "cardinal" : "ordinal");
  return arms.get(`=${value}`) ?? arms.get(rules?.of(Number(value)) ?? "other") ?? other;
}
