import type { Locale } from "../../core/catalog.ts";
import type { MessageTree } from "../../core/message-tree.ts";
import { messageTree } from "../../core/message-tree.ts";
import { pluralRules } from "../../core/plural-categories.ts";
import { quoted } from "../../core/quoted.ts";
import { type Placeholder, placeholderOf, placeholdersOf } from "./arb-placeholders.ts";
import { exactForms } from "./arb-text.ts";
import { sourceTextOf } from "./choice-shape.ts";
import type { Loss, ParsedMessage } from "./message-format.ts";

/** What gen-l10n reads as an arm of a select. */
const armName = /^(?!(?:plural|select|date|time)$)[A-Za-z][A-Za-z0-9_]*$/;

/** What gen-l10n does not know, and what only the template could tell it. */
export function arbLosses(message: ParsedMessage, { tag }: Locale): Iterable<Loss> {
  const source = sourceTextOf(message);
  const tree = source === undefined || source === message.text ? message.tree : messageTree(source);
  const found = new Map<string, Loss>();
  const placeholders = placeholdersOf(tree, message.failure.params);
  collect(message.tree, tag, placeholders, (construct, remedy) => found.set(construct, { construct, remedy }));
  return found.values();
}

function collect(
  tree: MessageTree,
  tag: string,
  placeholders: readonly Placeholder[],
  add: (construct: string, remedy: string) => void,
): void {
  const remedyInSource = "Write it in the same way into the text of the default locale too";
  for (const node of tree) {
    if (typeof node === "string") continue;
    const known = placeholders.some(({ param }) => param.name === node.name);
    if (!known) add(`${quoted(node.name)}, which the text of the default locale does not have`, remedyInSource);
    if (node.kind === "param") {
      const isWritten = placeholderOf(placeholders, node) !== undefined;
      if (known && !isWritten) {
        add(`${quoted(node.name)} in a style that the text of the default locale does not have`, remedyInSource);
      }
      continue;
    }
    if (node.choice === "selectordinal") add("an ordinal", "Write the text without it");
    const rules = pluralRules(tag);
    for (const [arm, inner] of node.arms) {
      collect(inner, tag, placeholders, add);
      if (node.choice === "select") {
        if (!armName.test(arm)) add(`the arm ${quoted(arm)}, which is no name in Dart`, "Rename the value");
      } else if (arm.startsWith("=")) {
        const category = exactForms[arm];
        const holdsOthers =
          category === undefined ||
          (rules?.categories.includes(category) !== false && rules?.only(category) !== Number(arm.slice(1)));
        const number = category === undefined ? "a number above 2" : `the number ${arm.slice(1)}`;
        if (holdsOthers) add(`a text for ${number} alone`, "Write the text without it");
      }
    }
  }
}
