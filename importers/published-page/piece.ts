import type { PageText } from "../../core/reconcile/published-page.ts";

/** What a page is made of, whatever it is written in: headings, lines and rows of tables, in the order of the page. */
export type Piece =
  | ({ readonly kind: "heading"; readonly level: number } & PageText)
  /** A paragraph, an item of a list, a term or what is said of it, a line of a text. */
  | ({ readonly kind: "line" } & PageText)
  | { readonly kind: "row"; readonly table: number; readonly header: boolean; readonly cells: readonly PageText[] };

/** A text without the white space around it, with its stretch. Characters without width are left out. */
export function pageText(text: string, start: number, end: number): PageText {
  return { text: text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "").trim(), start, end };
}

/** Where in a stretch of a file a word stands, or the stretch itself where it is written in another way. */
export function stretchOf(file: string, word: string, { start, end }: PageText): PageText {
  const at = file.slice(start, end).indexOf(word);
  return at < 0 ? { text: word, start, end } : { text: word, start: start + at, end: start + at + word.length };
}
