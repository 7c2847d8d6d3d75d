import { begun, type Container, continued, indentOf, wholeLine } from "./containers.ts";

/** A line of a page: its text without the line end, and the line end, which is "" at the end of the page. */
export interface PageLine {
  readonly start: number;
  readonly end: number;
  readonly ending: string;
}

/** Lines that hang together, outside of fenced code: what a code span of one of them can reach. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The lines of a page. Lines end in LF, CRLF or a lone CR. */
export function pageLines(text: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  let start = 0;
  for (const { index, 0: ending } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index, ending });
    start = index + ending.length;
  }
  if (start < text.length) lines.push({ start, end: text.length, ending: "" });
  return lines;
}

interface Fence {
  readonly closing: RegExp;
  /** How many containers it stands in: where the text leaves one of them, the fence ends. */
  readonly depth: number;
}

/**
 * The stretches of a page that are not fenced code. A fence that is indented more than CommonMark admits counts too (MkDocs
 * indents what stands in an admonition, MDX knows no indented code), and ends where the text is indented less.
 */
export function stretchesOutsideFences(text: string, lines: readonly PageLine[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let open: readonly Container[] = [];
  let fence: Fence | undefined;
  let stretch: { start: number; end: number } | undefined;
  let inParagraph = false;
  const endStretch = (): void => {
    if (stretch !== undefined) stretches.push(stretch);
    stretch = undefined;
    inParagraph = false;
  };

  for (const { start, end, ending } of lines) {
    const { count, rest: inside } = continued(open, wholeLine(text.slice(start, end)));
    if (fence !== undefined && count >= fence.depth) {
      if (indentOf(inside) < 4 && fence.closing.test(inside.text)) fence = undefined;
      continue;
    }
    fence = undefined;
    const { containers, rest } = begun(inside, inParagraph && count === open.length);
    const leaf = rest.text.trimStart();
    if (leaf === "") {
      endStretch();
      open = [...open.slice(0, count), ...containers];
      continue;
    }
    const run = /^(?:(`{3,})[^`]*|(~{3,}).*)$/s.exec(leaf);
    const isHeading = /^#{1,6}[ \t]/.test(leaf);
    const isComment = /^(?:<!--|\{\/\*)/.test(leaf);
    const isText = run === null && !isHeading && !isComment && containers.length === 0;
    // The rest of a paragraph need not have the marks of what it stands in.
    if (!(isText && inParagraph)) open = [...open.slice(0, count), ...containers];
    if (run !== null) {
      endStretch();
      const indent = indentOf(rest);
      if (indent > 3) open = [...open, { kind: "item", width: indent }];
      const mark = run[1] ?? run[2] ?? "";
      fence = { closing: new RegExp(`^ *${mark.charAt(0)}{${mark.length},} *$`), depth: open.length };
      continue;
    }
    // Such a line is no part of the paragraph before it.
    if (!isText || leaf.startsWith("|")) endStretch();
    stretch ??= { start, end };
    stretch.end = end + ending.length;
    if (isHeading) endStretch();
    else inParagraph = !isComment;
  }
  endStretch();
  return stretches;
}
