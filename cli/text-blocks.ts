import type { Ink } from "./ink.ts";
import { wrap } from "./wrap.ts";

/** Rows of a label and a text; "" where there are none. Lines after the first of a text stand below its first word. */
export function table(rows: readonly (readonly [string, string])[], ink: Ink, width: number): string {
  const longest = Math.max(...rows.map(([label]) => label.length));
  return rows
    .map(([label, text]) => `  ${ink.dim(label.padEnd(longest))}  ${wrap(text, width, longest + 4)}`)
    .join("\n");
}

/** A heading with a list below; "" where there are no items. */
export function list(heading: string, items: readonly string[], ink: Ink, width: number): string {
  if (items.length === 0) return "";
  return [ink.bold(heading), ...items.map((item) => `  - ${wrap(item, width, 4)}`)].join("\n");
}

/** A heading with paragraphs below; "" where there are none. */
export function section(heading: string, paragraphs: readonly string[], ink: Ink, width: number): string {
  const texts = paragraphs.filter((paragraph) => paragraph !== "");
  if (texts.length === 0) return "";
  return [ink.bold(heading), ...texts.map((text) => `  ${wrap(text, width, 2)}`)].join("\n");
}

/** Blocks with an empty line between; those that are empty are left out. */
export function blocksText(blocks: readonly string[]): string {
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
