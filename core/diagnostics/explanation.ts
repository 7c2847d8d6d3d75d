/** What `failcodes explain` and the pages say about a diagnostic besides its table row. */
export interface Explanation {
  /** What it means and why it matters, in one or two short paragraphs of plain text. */
  readonly meaning: string;
  /** What the examples are a piece of. */
  readonly language: "json" | "handlebars" | "text";
  /** Provokes the diagnostic. */
  readonly wrong: string;
  /** The same, mended. */
  readonly right: string;
}
