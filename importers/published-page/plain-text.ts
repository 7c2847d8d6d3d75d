import type { PageText } from "../../core/reconcile/published-page.ts";
import { type Piece, pageText } from "./piece.ts";

/** Reads a text that was copied from a browser: rows with tabs between their cells, or lines. */
export function readPlainText(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let table = 0;
  let inTable = false;
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    if (line.trim() === "") continue;
    if (!/\S[^\S\t]*\t[^\S\t]*\S/.test(line) && !(inTable && line.includes("\t"))) {
      inTable = false;
      pieces.push({ kind: "line", ...pageText(line, index, index + line.length) });
      continue;
    }
    if (!inTable) table += 1;
    inTable = true;
    pieces.push({ kind: "row", table, header: false, cells: cellsOf(line, index) });
  }
  return pieces;
}

function cellsOf(line: string, offset: number): readonly PageText[] {
  const cells: PageText[] = [];
  let start = offset;
  for (const cell of line.split("\t")) {
    cells.push(pageText(cell, start, start + cell.length));
    start += cell.length + 1;
  }
  return cells;
}
