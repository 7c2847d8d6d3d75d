import type { PageWords } from "../../core/reconcile/page-words.ts";
import type { PageText, PublishedEntry } from "../../core/reconcile/published-page.ts";
import { type CodeHead, isPlainName, loneCode, loneNames, namelessOf, pairOf } from "./entry-line.ts";
import { type Piece, stretchOf } from "./piece.ts";
import { type Row, tableEntries } from "./table-entries.ts";

/** An entry while its texts are gathered. */
interface Draft extends PublishedEntry {
  category: PageText | undefined;
  readonly texts: PageText[];
}

/** The entry that lines belong to. */
interface Open {
  readonly draft: Draft;
  /** Level of the heading that it is; 0 for a line. */
  readonly level: number;
  /** Whether what follows says other things than its text. */
  closed: boolean;
}

/** A heading or line; what was broken into lines on the page is one line. */
type TextPiece = Exclude<Piece, { kind: "row" }>;

type Heading = Extract<Piece, { kind: "heading" }>;

/** A line that names a category, and does so as a heading, is not longer. */
const longestNaming = 60;

/** Lines of a hard-wrapped text, and paragraphs, that are kept of an entry. */
const mostTexts = 8;

/** Finds what the pieces of a page say of codes. A mention of a code in a sentence is no entry. */
export function entriesOf(file: string, given: readonly Piece[], words: PageWords): readonly PublishedEntry[] {
  const pieces = given.flatMap((piece): readonly Piece[] =>
    piece.kind === "row" ? [withoutBreaks(piece)] : linesOf(file, piece, words),
  );
  const inCells = namesCategoriesInCells(pieces, words);
  const entries: PublishedEntry[] = [];
  let open: Open | undefined;
  let heading: PageText | undefined;
  let headingLevel = 0;
  /** By level, the headings above that name a category. */
  let headingSections: (PageText | undefined)[] = [];
  let lineSection: PageText | undefined;
  const above = () => ({ heading, section: lineSection ?? headingSections.findLast((one) => one !== undefined) });

  const begin = (head: CodeHead, piece: TextPiece, namePiece = piece): void => {
    const level = piece.kind === "heading" ? piece.level : 0;
    const [name, ...otherNames] = head.names.map((one) => stretchOf(file, one, namePiece));
    const printed = stretchOf(file, head.code.printed, piece);
    const texts = head.rest === "" ? [] : [{ ...stretchOf(file, head.rest, piece), text: head.rest }];
    const code = head.code.value;
    const draft: Draft = { code, printed, name, otherNames, category: undefined, ...above(), texts };
    entries.push(draft);
    open = { draft, level, closed: texts.length > 0 && level === 0 };
  };

  const beginNameless = (piece: TextPiece): boolean => {
    const head = loneCode(piece.text, words) ?? namelessOf(piece.text, words, piece.kind === "heading");
    if (head === undefined || !words.isPlainlyCode(head.code.printed)) return false;
    begin(head, piece);
    return true;
  };

  const readTable = (rows: readonly Row[]): void => {
    if (open !== undefined && open.level > 0) {
      open.closed = true;
      return;
    }
    open = undefined;
    entries.push(...tableEntries(file, rows, words, above()));
  };

  const readHeading = (piece: Heading): void => {
    headingSections = headingSections.slice(0, piece.level);
    lineSection = undefined;
    open = undefined;
    const category = words.category(piece.text);
    if (category !== undefined) headingSections[piece.level] = piece;
    if (category === undefined && beginNameless(piece)) return;
    heading = piece;
    headingLevel = piece.level;
  };

  const readLine = (piece: TextPiece, index: number): void => {
    const isFirst = open !== undefined && open.draft.texts.length === 0;
    if (open !== undefined && open.draft.category === undefined && words.namedCategory(piece.text) !== undefined) {
      if (inCells || (isFirst && !startsEntry(pieces, index + 1, words))) {
        open.draft.category = piece;
        return;
      }
    }
    const category = words.category(piece.text);
    if (category === undefined && beginNameless(piece)) return;
    // A text may mention a range; a line of a few words is a heading that lost its form.
    if (category !== undefined && !(isFirst && piece.text.length > longestNaming)) {
      lineSection = piece;
      open = undefined;
    } else if (open !== undefined) addText(open, piece);
  };

  /** Reads on from a piece, and says how many it has read. */
  const readFrom = (index: number, piece: Piece): number => {
    if (piece.kind === "row") {
      const rows = rowsFrom(pieces, index, piece.table);
      readTable(rows);
      return rows.length;
    }
    const level = piece.kind === "heading" ? piece.level : 0;
    // Below the heading of a code everything belongs to it, and other codes are only mentioned.
    const isInside = open !== undefined && open.level > 0 && (level === 0 || level > open.level);
    const joined = isInside && level === 0 ? undefined : entryAt(pieces, index, words);
    if (joined !== undefined) {
      if (level > 0) {
        headingSections = headingSections.slice(0, level);
        if (level <= headingLevel) lineSection = undefined;
      }
      begin(joined.head, joined.codePiece, joined.namePiece);
      return joined.taken;
    }
    if (open !== undefined && isInside) {
      if (level > 0) open.closed = true;
      else addText(open, piece);
    } else if (piece.kind === "heading") readHeading(piece);
    else readLine(piece, index);
    return 1;
  };

  for (let index = 0, piece = pieces[0]; piece !== undefined; piece = pieces[index]) index += readFrom(index, piece);
  return entries;
}

function rowsFrom(pieces: readonly Piece[], index: number, table: number): readonly Row[] {
  const rows: Row[] = [];
  for (let at = index; ; at += 1) {
    const piece = pieces[at];
    if (piece?.kind !== "row" || piece.table !== table) return rows;
    rows.push(piece);
  }
}

function addText(open: Open, { text, start, end }: PageText): void {
  const { texts } = open.draft;
  if (open.closed || texts.length >= mostTexts) return;
  const last = texts.at(-1);
  // A line that goes on in the middle of a sentence was broken off by the width of a page, or around a piece of code.
  const goesOn = /^(?:[\p{Ll},;.)]|[A-Z\d_]+$)/u.test(text);
  if (last !== undefined && last.text.length < 2_000 && goesOn && !/[.!?:]$/.test(last.text)) {
    texts[texts.length - 1] = { text: `${last.text} ${text}`, start: last.start, end };
  } else texts.push({ text, start, end });
}

interface Joined {
  readonly head: CodeHead;
  readonly codePiece: TextPiece;
  readonly namePiece: TextPiece;
  /** How many pieces say it. */
  readonly taken: number;
}

/** The entry that begins at a piece: its code and its name in one line, or in two that follow one another. */
function entryAt(pieces: readonly Piece[], index: number, words: PageWords): Joined | undefined {
  const piece = pieces[index];
  if (piece === undefined || piece.kind === "row") return undefined;
  const pair = pairOf(piece.text, words);
  if (pair !== undefined) return { head: pair, codePiece: piece, namePiece: piece, taken: 1 };
  const next = pieces[index + 1];
  if (next?.kind !== "line") return undefined;
  const code = loneCode(piece.text, words);
  if (code !== undefined) {
    const names = loneNames(next.text, words);
    if (!belongTogether(code.code.printed, names, words)) return undefined;
    return { head: { ...code, names }, codePiece: piece, namePiece: next, taken: 2 };
  }
  const names = loneNames(piece.text, words);
  const after = names.length === 0 ? undefined : loneCode(next.text, words);
  if (after === undefined || !belongTogether(after.code.printed, names, words)) return undefined;
  // The level is that of the heading, which holds the name.
  const codePiece = piece.kind === "heading" ? { ...next, kind: piece.kind, level: piece.level } : next;
  return { head: { ...after, names }, codePiece, namePiece: piece, taken: 2 };
}

function belongTogether(code: string, names: readonly string[], words: PageWords): boolean {
  const [name] = names;
  return name !== undefined && (words.isPlainlyCode(code) || isPlainName(name, words));
}

function startsEntry(pieces: readonly Piece[], index: number, words: PageWords): boolean {
  const piece = pieces[index];
  if (piece === undefined || piece.kind === "row") return true;
  return entryAt(pieces, index, words) !== undefined || loneCode(piece.text, words) !== undefined;
}

/**
 * Whether lines that name a category are cells of a table that lost its rows, and belong to the code above: then there are
 * more of them than a page has sections.
 */
function namesCategoriesInCells(pieces: readonly Piece[], words: PageWords): boolean {
  let found = 0;
  let first = -1;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== "line" || words.namedCategory(piece.text) === undefined) continue;
    found += 1;
    if (first < 0) first = index;
  }
  if (found <= words.categories * 2) return false;
  // Where the first one stands before the first code, each belongs to the code below.
  for (let index = 0; index < first; index += 1) if (startsEntry(pieces, index, words)) return true;
  return false;
}

/** The lines of a paragraph where one of them is an entry by itself; else they are a text that was wrapped. */
function linesOf(file: string, piece: TextPiece, words: PageWords): readonly TextPiece[] {
  const lines = piece.text.split("\n").map(unbroken);
  const isList = lines.length > 1 && lines.some((line) => pairOf(line, words) ?? loneCode(line, words));
  if (!isList) return [{ ...piece, text: unbroken(piece.text) }];
  let { start } = piece;
  return lines.flatMap((text) => {
    if (text === "") return [];
    const [word = ""] = /[\p{L}\p{N}_]+/u.exec(text) ?? [];
    // Each stands after the one before it.
    start = stretchOf(file, word, { ...piece, start }).start;
    return [{ ...piece, text, start }];
  });
}

function withoutBreaks(row: Row): Row {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, text: unbroken(cell.text) })) };
}

function unbroken(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
