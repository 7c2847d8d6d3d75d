import type { PageText } from "../../core/reconcile/published-page.ts";
import { type Piece, pageText } from "./piece.ts";

/** Takes the tags and texts of a page, in any order that a page can be broken into, and gives its pieces. */
export interface PageBuilder {
  readonly open: (tag: string) => void;
  readonly close: (tag: string) => void;
  readonly text: (text: string, start: number, end: number) => void;
  /** The pieces, when all was told. */
  readonly pieces: () => readonly Piece[];
}

/** Elements that stand in a line of text and do not end it. */
const inline = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q s samp small span strike strong sub sup svg time tt u var wbr".split(
    " ",
  ),
);

/** Makes a builder. Tags need not be balanced: a heading, cell or paragraph ends where the next one begins. */
export function pageBuilder(): PageBuilder {
  const pieces: Piece[] = [];
  let words: string[] = [];
  /** Of the words; -1 while there are none. */
  let start = -1;
  let end = 0;
  let level = 0;
  let tables = 0;
  let cells: PageText[] | undefined;
  let inCell = false;
  let header = true;
  /** Inside of what is an example or a drawing. */
  let skipped = "";

  /** What was told since the last time; undefined for nothing that a reader sees. */
  const take = (): PageText | undefined => {
    const text = pageText(words.join(""), start, end);
    words = [];
    start = -1;
    return text.text === "" ? undefined : text;
  };
  const endLine = (): void => {
    const text = take();
    if (text !== undefined) pieces.push(level > 0 ? { kind: "heading", level, ...text } : { kind: "line", ...text });
    level = 0;
  };
  const endCell = (): void => {
    if (!inCell) {
      endLine();
      return;
    }
    cells?.push(take() ?? { text: "", start: end, end });
    inCell = false;
  };
  const endRow = (): void => {
    endCell();
    if (cells?.some(({ text }) => text !== "")) {
      pieces.push({ kind: "row", table: tables, header, cells });
    }
    cells = undefined;
    header = true;
  };

  const open = (tag: string): void => {
    if (skipped !== "" || inline.has(tag)) return;
    if (tag === "pre" || tag === "template") {
      endCell();
      skipped = tag;
    } else if (tag === "td" || tag === "th") {
      endCell();
      cells ??= [];
      inCell = true;
      header &&= tag === "th";
    } else if (tag === "tr") endRow();
    else if (tag === "table") {
      endRow();
      tables += 1;
    } else if (inCell) words.push("\n");
    else {
      endLine();
      if (/^h[1-6]$/.test(tag)) level = Number(tag.slice(1));
    }
  };
  const close = (tag: string): void => {
    if (skipped !== "") {
      if (tag === skipped) skipped = "";
      return;
    }
    if (inline.has(tag)) return;
    if (tag === "td" || tag === "th") endCell();
    else if (tag === "tr") endRow();
    else if (tag === "table") {
      endRow();
      tables += 1;
    } else if (inCell) words.push("\n");
    else endLine();
  };
  return {
    open,
    close,
    text: (text, from, to) => {
      // Between the cells of a row there is nothing but layout.
      if (skipped !== "" || (cells !== undefined && !inCell && text.trim() === "")) return;
      if (start < 0) {
        if (text.trim() === "") return;
        start = from;
      }
      words.push(text);
      end = to;
    },
    pieces: () => {
      endRow();
      return pieces;
    },
  };
}
