import type { Ink } from "./ink.ts";

/** Rows under headings: the first column to the left, numbers after it to the right; with a line end. */
export function tableText(headings: readonly string[], rows: readonly (readonly string[])[], ink: Ink): string {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return `${ink.bold(line(headings))}\n${rows.map((row) => `${line(row)}\n`).join("")}`;
}
