import type { TextSource } from "../../core/message-bundle.ts";
import type { MessageNode, MessageTree, ParamNode, ParamStyle } from "../../core/message-tree.ts";

/** How a param is written in a message of ICU. */
export type ParamWriter = (node: ParamNode) => string;

const styles: Readonly<Record<Exclude<ParamStyle, object>, string>> = {
  text: "",
  number: ", number",
  integer: ", number, integer",
  percent: ", number, percent",
};

/** A param in ICU MessageFormat. */
export function icuParam({ name, style }: ParamNode): string {
  return `{${name}${typeof style === "object" ? `, number, ::.${"0".repeat(style.decimals)}` : styles[style]}}`;
}

/** A number that is written as it is has no grouping for ICU itself, which else groups it: it may be a code, or a year. */
export function ungroupedIcuParam({ params }: TextSource): ParamWriter {
  return (node) => {
    const type = params.find(({ name }) => name === node.name)?.type;
    const isNumber = type === "integer" || type === "number";
    return node.style === "text" && isNumber ? `{${node.name}, number, ::group-off latin}` : icuParam(node);
  };
}

/**
 * A message as ICU itself and FormatJS with `ignoreTag` both read it: `<` is a character like any other, and an apostrophe
 * is doubled only where it could begin a quotation.
 */
export function icuText(tree: MessageTree, param: ParamWriter = icuParam, inPlural = false): string {
  return tree.map((node) => nodeText(node, param, inPlural)).join("");
}

function nodeText(node: MessageNode, param: ParamWriter, inPlural: boolean): string {
  if (typeof node === "string") return literal(node, inPlural);
  if (node.kind === "param") return node.pound && inPlural ? "#" : param(node);
  const plural = node.choice !== "select";
  const arms = [...node.arms].map(([arm, inner]) => `${arm} {${icuText(inner, param, plural)}}`);
  return `{${node.name}, ${node.choice}, ${arms.join(" ")}}`;
}

/** A text, such that nothing in it is syntax. */
function literal(text: string, inPlural: boolean): string {
  const runs = inPlural ? /[{}#]['{}#]*|'(?=['{}<>#|]|$)/g : /[{}]['{}]*|'(?=['{}<>#|]|$)/g;
  return text.replace(runs, (run) => (run === "'" ? "''" : `'${run.replaceAll("'", "''")}'`));
}
