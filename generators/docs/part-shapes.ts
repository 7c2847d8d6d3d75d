import { flag, list, optional, record, text } from "../../core/template/shape.ts";

/*
 * What the views of several pages have in common. Texts are Markdown already: safe in a sentence, a list item, a cell, a
 * heading or the words of a link, in every renderer. "Paragraphs" may hold line ends and stand alone between blank lines.
 */

/** Where a page is. */
export const link = text("Address of the page: relative in pages, permanent in the llms files where baseUrl is set.");

/** What every page carries. */
export const page = record("What every page carries.", {
  header: list(
    "The lines that every generated file begins with, without comment marks.",
    text("A line, for a comment of the page's own format."),
  ),
  notice: optional(text("The catalog's note to its readers. Paragraphs.")),
});

/** The front matter of a page. */
export const frontMatter = record("Values of the front matter, quoted for YAML.", {
  title: text("Title of the page, quoted."),
  description: optional(text("What the page is about, in a line, quoted; absent where it holds braces or angles.")),
  id: optional(text("File name without ending, quoted: only where Docusaurus would take a number off its beginning.")),
  lines: list("Other lines of front matter, in the flavour of the pages.", text("A line.")),
  isHeading: flag("Whether the title of the front matter is the page's heading, so that the page has no other one."),
});

/** Another failure, to link to. */
export const reference = record("Another failure, to link to.", {
  code: text("Its code."),
  name: text("Its name."),
  title: text("Its title."),
  link,
});

/** Advice on sending again. */
export const retry = record("Whether sending again helps.", {
  word: text("never, later or after-change, as the catalog has it."),
  short: text("The same in a word or two, for a table."),
  heading: text("The same as a short instruction, without a full stop."),
  advice: text("The instruction in plain words."),
});
