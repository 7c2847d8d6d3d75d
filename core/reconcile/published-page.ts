import type { Code } from "../catalog.ts";
import type { SourceFile } from "../source-file.ts";

/** How a published page is written: `text` is what a browser gives when a page is copied. */
export const pageMakes = ["markdown", "html", "text"] as const;

/** One of `pageMakes`. */
export type PageMake = (typeof pageMakes)[number];

/** A text of a page as a reader sees it, and the stretch of the file it is made from. */
export interface PageText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a published page says about one code. A page may have several entries for a code. */
export interface PublishedEntry {
  readonly code: Code;
  /** As it is printed. */
  readonly printed: PageText;
  readonly name: PageText | undefined;
  /** Further spellings that are printed with the name. */
  readonly otherNames: readonly PageText[];
  /** What stands in the entry for its category. */
  readonly category: PageText | undefined;
  /** The nearest heading above that is not of a code. */
  readonly heading: PageText | undefined;
  /** The nearest heading or introduction above that names a category of the catalog. */
  readonly section: PageText | undefined;
  /** What the page says of it: cells of a row, or the paragraphs that follow it; the first is the most telling. */
  readonly texts: readonly PageText[];
}

/** A reference page that was published elsewhere, whatever it is written in. */
export interface PublishedPage {
  readonly file: SourceFile;
  readonly make: PageMake;
  /** In the order of the page. */
  readonly entries: readonly PublishedEntry[];
}
