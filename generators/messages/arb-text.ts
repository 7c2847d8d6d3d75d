import type { ChoiceNode, MessageTree } from "../../core/message-tree.ts";
import { pluralRules } from "../../core/plural-categories.ts";
import { type Placeholder, placeholderOf } from "./arb-placeholders.ts";

/** The plural forms that Dart takes for one number alone, wherever that number is counted. */
export const exactForms: Readonly<Record<string, "zero" | "one" | "two">> = { "=0": "zero", "=1": "one", "=2": "two" };

/** A text as gen-l10n reads it with `use-escaping`: between two apostrophes everything is text, and two in a row are one. */
function literal(text: string): string {
  return text.replace(/[{}]+|'/g, (run) => (run === "'" ? "''" : `'${run}'`));
}

/**
 * The arms of a plural, without those that nothing is left to: by an exact number, or in a language that has no such form.
 * Dart would take `one` for 1 even there.
 */
function armsOf({ choice, arms }: ChoiceNode, tag: string): readonly (readonly [string, MessageTree])[] {
  const rules = pluralRules(tag);
  if (choice === "select" || rules === undefined) return [...arms];
  const covered = Object.entries(exactForms).filter(
    ([exact, category]) => arms.has(exact) && rules.only(category) === Number(exact.slice(1)),
  );
  const taken = new Set<string>(covered.map(([, category]) => category));
  const forms = new Set<string>(rules.categories.filter((category) => !taken.has(category)));
  return [...arms].filter(([arm]) => arm.startsWith("=") || forms.has(arm));
}

/** A message in the part of ICU MessageFormat that gen-l10n knows. */
export function arbText(
  tree: MessageTree,
  tag: string,
  placeholders: readonly Placeholder[],
  isolate: (param: string) => string,
): string {
  return tree
    .map((node) => {
      if (typeof node === "string") return literal(node);
      if (node.kind === "param") return isolate(`{${placeholderOf(placeholders, node) ?? node.name}}`);
      const name = placeholders.find(({ param }) => param.name === node.name)?.name ?? node.name;
      const arms = armsOf(node, tag).map(([arm, inner]) => `${arm} {${arbText(inner, tag, placeholders, isolate)}}`);
      return `{${name}, ${node.choice}, ${arms.join(" ")}}`;
    })
    .join("");
}
