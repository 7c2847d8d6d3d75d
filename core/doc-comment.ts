import { markdownBlock, markdownInline } from "./markdown.ts";

// Editors show doc comments as Markdown. What Markdown takes for markup becomes a character reference, `*` and `{` too,
// so nothing ends the comment and no inline tag begins. Left is `@`: it begins a block tag, even inside of a line.
const tagStart = /(?<![A-Za-z0-9])@/g;

/** A text for a doc comment, as one line. */
export function commentLine(text: string): string {
  return markdownInline(text).replace(tagStart, "&#64;");
}

/** A text for a doc comment, as paragraphs. */
export function commentLines(text: string): string[] {
  return markdownBlock(text).replace(tagStart, "&#64;").split("\n");
}

/** A doc comment of these lines, which must be safe already; on one line if there is only one. */
export function docComment(lines: readonly string[], indentation = ""): string {
  if (lines.length === 1) return `${indentation}/** ${lines[0]} */`;
  let comment = `${indentation}/**\n`;
  for (const line of lines) comment += line === "" ? `${indentation} *\n` : `${indentation} * ${line}\n`;
  return `${comment}${indentation} */`;
}
