import { hasChoice, type ParamNode } from "../../core/message-tree.ts";
import { type Choice, type Variant, variantsOf } from "../../core/message-variants.ts";
import { quoted } from "../../core/quoted.ts";
import type { Loss, ParsedMessage } from "./message-format.ts";

/** A text without choices, and what stands after the key of the message in its own key: an arm of each choice. */
export interface KeyedText {
  readonly arms: readonly { readonly name: string; readonly arm: string }[];
  readonly nodes: Variant["nodes"];
}

/** A message where the stack cannot choose: a text for every combination of arms, and what they are chosen by. */
export interface KeyedTexts {
  /** `n:plural:0,one,other vehicle:select:bike,other`; undefined where nothing is chosen. */
  readonly choices: string | undefined;
  /** The first is the one for `other` throughout, which is that of the key itself. */
  readonly texts: readonly KeyedText[];
}

const armName = (arm: string): string => arm.replace(/^=/, "");

const armsOf = ({ name, kind, arms }: Choice): string => `${name}:${kind}:${arms.map(armName).join(",")}`;

/** The texts of a message, each with the end of its key. Of one that becomes too many, which was reported, there is none. */
export function keyedTexts({ tree, failure }: ParsedMessage, tag: string): KeyedTexts {
  if (!hasChoice(tree)) return { choices: undefined, texts: [{ arms: [], nodes: tree as Variant["nodes"] }] };
  const found = variantsOf(tree, failure.params, tag);
  if (found === undefined) return { choices: undefined, texts: [] };
  const { choices, variants } = found;
  const texts = variants.map(({ arms, nodes }): KeyedText => {
    const named = choices.map(({ name }, index) => ({ name, arm: armName(arms[index] ?? "other") }));
    return { arms: arms.every((arm) => arm === "other") ? [] : named, nodes };
  });
  return { choices: choices.map(armsOf).join(" "), texts: [...texts.slice(-1), ...texts.slice(0, -1)] };
}

/** What stands after the key of a message with dots: `.n-one.vehicle-bike`. */
export function dottedEnd({ arms }: KeyedText): string {
  return arms.map(({ name, arm }) => `.${name}-${arm}`).join("");
}

/** The keys of a message with dots: `15005.title`, `15005.title.n-one.vehicle-bike`, and `15005.title.choices`. */
export function* dottedEntries(
  key: string,
  { choices, texts }: KeyedTexts,
): Generator<readonly [key: string, text: string | Variant["nodes"]]> {
  for (const text of texts) {
    yield [key + dottedEnd(text), text.nodes];
    if (text.arms.length === 0 && choices !== undefined) yield [`${key}.choices`, choices];
  }
}

/** The first two texts whose keys are one, since they end alike. */
export function sharedKey(texts: readonly KeyedText[], endOf: (text: KeyedText) => string): Loss | undefined {
  const ends = new Map<string, string>();
  for (const text of texts) {
    const end = endOf(text);
    const shown = quoted(text.arms.map(({ name, arm }) => `${name} ${arm}`).join(", "));
    const other = ends.get(end);
    if (other !== undefined) {
      return {
        construct: `texts for ${other} and ${shown}, which differ in case and signs alone`,
        remedy: "Rename the values",
      };
    }
    ends.set(end, shown);
  }
  return undefined;
}

/** The name under which a program gives a param where texts cannot format numbers: `n`, `n_number`, `n_fixed2`. */
export function valueName({ name, style }: Pick<ParamNode, "name" | "style">): string {
  if (style === "text") return name;
  return `${name}_${typeof style === "object" ? `fixed${style.decimals}` : style}`;
}

/** What those who use such a format are told of numbers. */
export const valuesUsage = `Numbers are formatted by the program: \`n_number\` is the param \`n\` as a number of the locale with
at most three decimals, \`n_integer\` without any, \`n_percent\` as a percentage without any, \`n_fixed2\` with exactly two. Give
all params as they are too.`;

/** What those who use such a format are told of choices; the keys are those of \`dottedEntries\`. */
export const choicesUsage = `Where a text chooses, \`<key>.choices\` says by what and among which arms:
\`n:plural:0,one,other vehicle:select:bike,other\`. For a \`plural\` or \`selectordinal\` take the arm that is the number itself,
else the number's plural category in the locale, else \`other\`; for a \`select\` the value, else \`other\`. The text is
\`<key>.n-one.vehicle-bike\`, the arms in that order; where all are \`other\`, it is \`<key>\` itself.`;

/** How such a format writes what it cannot choose by. */
export const keyedLowering = {
  "`plural`": "a key for each arm: `<key>.n-one`, `<key>.n-few`; a category that the text does not name is `other`",
  "`selectordinal`": "as `plural`",
  "`=0`, `=1`": "`<key>.n-0`, `<key>.n-1`",
  "`select`": "a key for each arm: `<key>.size-small`",
  "several choices": "a key for each combination: `<key>.n-one.size-small`",
} as const;
