import type { MessageTree, ParamStyle } from "../../core/message-tree.ts";
import type { Loss, ParsedMessage } from "./message-format.ts";

/** Which run of a failure's values a param is taken from, where the values stand once as they are and once in each style. */
export function valueBlock(style: ParamStyle): number {
  if (style === "text") return 0;
  return style === "percent" ? 2 : 1;
}

/** What is lost where a number is formatted by printf. */
export function* numberLosses({ tree, failure }: ParsedMessage): Iterable<Loss> {
  const found = new Set<string>();
  collect(tree, (name, style) => {
    const type = failure.params.find((param) => param.name === name)?.type;
    if (typeof style === "object" && type === "integer") found.add("an integer with digits after the decimal sign");
    if (style === "integer" && type === "number") found.add("a number of which the whole part is shown alone");
  });
  for (const construct of found)
    yield { construct, remedy: "Write the number in another way, or give the param another type" };
}

function collect(tree: MessageTree, visit: (name: string, style: ParamStyle) => void): void {
  for (const node of tree) {
    if (typeof node === "string") continue;
    if (node.kind === "param") visit(node.name, node.style);
    else for (const arm of node.arms.values()) collect(arm, visit);
  }
}
