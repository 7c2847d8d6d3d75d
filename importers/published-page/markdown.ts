import MarkdownIt from "markdown-it";
import { lineStarts, type SourceFile } from "../../core/source-file.ts";
import { readHtml } from "./html.ts";
import type { PageBuilder } from "./page-builder.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** Longer texts are taken as they are written: what is inside a line may take time by the square of its length. */
const longestInline = 4_000;

/** Reads Markdown, with tables and HTML in it, into a builder. */
export function readMarkdown(file: SourceFile, builder: PageBuilder): void {
  const markdown = new MarkdownIt({ html: true });
  const starts = lineStarts(file);
  const startOf = (line: number): number => starts[line] ?? file.text.length;
  const tokens: Token[] = [];
  markdown.block.parse(readable(file.text), markdown, {}, tokens);
  let lines: readonly [number, number] = [0, 0];
  let from = 0;
  for (const { type, tag, nesting, map, content } of tokens) {
    if (map !== null) {
      lines = map;
      from = Math.max(from, startOf(map[0]));
    }
    if (type === "html_block")
      readHtml(file.text.slice(startOf(lines[0]), startOf(lines[1])), startOf(lines[0]), builder);
    else if (type === "inline") {
      const end = startOf(lines[1]);
      const at = file.text.slice(from, end).indexOf(content.split("\n", 1)[0] ?? content);
      const start = at < 0 ? startOf(lines[0]) : from + at;
      const stop = at < 0 ? end : Math.min(end, start + Math.max(content.length, 1));
      // The cells of a row are in one line: the next one stands after this one.
      if (at >= 0) from = stop;
      readInline(markdown, content, start, stop, builder);
    } else if (nesting === 1) builder.open(tag);
    else if (nesting === -1) builder.close(tag);
  }
}

/** The text with the line ends that the library expects, and nothing in place of front matter; it has the same lines. */
function readable(text: string): string {
  const unix = text.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd");
  const front = /^---[^\S\n]*\n[\s\S]*?\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(unix)?.[0];
  return front === undefined ? unix : front.replace(/[^\n]+/g, "") + unix.slice(front.length);
}

function readInline(markdown: MarkdownIt, content: string, start: number, end: number, builder: PageBuilder): void {
  if (content.length > longestInline) {
    let at = start;
    for (const [index, line] of content.split("\n").entries()) {
      if (index > 0) builder.text("\n", at, at);
      const stop = Math.min(at + line.length, end);
      if (line.length > longestInline) builder.text(line, at, stop);
      else readInline(markdown, line, at, stop, builder);
      at = Math.min(stop + 1, end);
    }
    return;
  }
  const children: Token[] = [];
  markdown.inline.parse(content, markdown, {}, children);
  for (const { type, content: text } of children) {
    const isBreak = type === "softbreak" || type === "hardbreak" || (type === "html_inline" && /^<br\b/i.test(text));
    if (isBreak) builder.text("\n", end, end);
    // Other tags stand around words.
    else if (type !== "html_inline" && text !== "") builder.text(text, start, end);
  }
}
