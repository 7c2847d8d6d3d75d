import { diffArrays } from "diff";

/** Words in both texts together up to which they are compared word by word: that takes time by the square. */
const mostWords = 200;

/** Stretches that differ, up to which naming them says more than the two texts. */
const mostStretches = 4;

/**
 * A text as it is compared: what an editor, a browser or Markdown changes about a sentence does not count. That is white
 * space, quotes, dashes and ellipses of typography, marks of Markdown, and what stands at its end.
 */
export function comparableText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u2026/g, "...")
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/g, "$1")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "")
    .replace(/[`*]+|~~/g, "")
    .replace(/(?<![\p{L}\p{N}_])_([^_]+)_(?![\p{L}\p{N}_])/gu, "$1")
    .replace(/\s+/g, " ")
    .replace(/ ([.,;:!?)\]])/g, "$1")
    .trim()
    .replace(/[\s.:;]+$/, "");
}

/** `"are" for "is", "soon" for nothing`: what the first text has in place of words of the second; undefined where that is much. */
export function changedWords(page: string, catalog: string): string | undefined {
  const before = comparableText(catalog).split(" ");
  const after = comparableText(page).split(" ");
  if (before.length + after.length > mostWords) return undefined;
  const parts: { removed: string[]; added: string[] }[] = [];
  let kept = 0;
  let last = false;
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (!added && !removed) {
      kept += value.length;
      last = false;
      continue;
    }
    if (!last) parts.push({ removed: [], added: [] });
    last = true;
    parts.at(-1)?.[added ? "added" : "removed"].push(...value);
  }
  if (parts.length > mostStretches || kept * 2 < before.length) return undefined;
  const words = (list: readonly string[]) => (list.length === 0 ? "nothing" : JSON.stringify(list.join(" ")));
  return parts.map(({ removed, added }) => `${words(added)} for ${words(removed)}`).join(", ");
}
