import { displayWidth } from "../core/report/display-width.ts";

/** Narrower than this nothing is wrapped: a long word a line helps nobody. */
const narrowest = 40;

/** What turns a colour on or off, and takes no cell. */
const colour = /\u001b\[[0-9;]*m/g;

/**
 * A text in lines of at most `width` cells, broken between words; lines after the first begin with `indent` spaces, which
 * count, and so does what stands before the text in its first line. Line breaks of the text stay.
 */
export function wrap(text: string, width: number, indent = 0): string {
  const margin = " ".repeat(indent);
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line: string | undefined;
    let cells = indent;
    for (const word of paragraph.split(" ")) {
      const length = displayWidth(word.replace(colour, ""));
      if (line === undefined) line = word;
      else if (width >= narrowest && cells + 1 + length > width) {
        lines.push(line);
        line = word;
        cells = indent;
      } else {
        line += ` ${word}`;
        cells += 1;
      }
      cells += length;
    }
    lines.push(line ?? "");
  }
  return lines.map((line, index) => (index === 0 || line === "" ? line : margin + line)).join("\n");
}
