import type { Block, Page } from "./page-blocks.ts";

/**
 * The text of a block as its page has it. `body` knows neither line endings nor where the block stands: lines end in LF, and
 * each begins anew. Whole lines are kept apart from the markers by blank lines, which Python-Markdown and MDX need.
 */
export function writtenText(page: Page, { open, hasLines }: Block, body: string): string {
  if (!hasLines) return body;
  const before = indentation(page, open);
  const ending = open.line.ending;
  return `\n${body}\n`
    .split("\n")
    .map((line) => (line === "" ? before.trimEnd() : before + line) + ending)
    .join("");
}

/** What stands in a block now, without its indentation and with LF: what `body` would have to be. */
export function foundBody(page: Page, block: Block): string {
  const found = page.file.text.slice(block.start, block.end).replace(/\r\n|\r/g, "\n");
  if (!block.hasLines) return found;
  const before = indentation(page, block.open);
  const lines = found.split("\n").map((line) => {
    if (line.startsWith(before)) return line.slice(before.length);
    const marks = before.trimEnd();
    return marks !== "" && line.startsWith(marks)
      ? line.slice(marks.length).trimStart()
      : outdented(line, before.length);
  });
  return lines
    .map((line) => (line.trim() === "" ? "" : line))
    .join("\n")
    .replace(/^\n|\n\n?$/g, "");
}

function outdented(line: string, most: number): string {
  const space = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  return line.slice(Math.min(space, most));
}

/** What every line of a block begins with: the marks of quotes, and for a list item as much space as its mark takes. */
function indentation({ file }: Page, { line, start }: Block["open"]): string {
  return file.text.slice(line.start, start).replace(/[^>\s]/g, " ");
}
