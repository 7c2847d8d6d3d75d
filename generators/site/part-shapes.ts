import { list, optional, record, text } from "../../core/template/shape.ts";

/** The address of a page. */
export const link = text("Address of the page, relative to this one.");

/** A language of the messages. */
export const language = record("A language of the messages.", {
  tag: text("BCP 47 tag."),
  name: text("Its own name for itself."),
  link: text("Address of the page of its messages."),
});

/** What every page carries. */
export const page = record("What every page carries.", {
  header: list("The lines that every generated file begins with, for a comment.", text("A line.")),
  title: text("Title of this page."),
  description: text("What this page is about, in a line; may be empty."),
  language: text("Language of the page, as BCP 47 tag."),
  direction: text("ltr or rtl, the direction of that language."),
  root: text("What leads from this page to the folder of the site: empty, or `../`."),
  siteTitle: text("Title of the catalog."),
  version: text("Version of the catalog."),
  permalink: optional(text("The permanent address of this page, where baseUrl is set.")),
  notice: optional(text("The catalog's note to its readers. Paragraphs.")),
  locales: list("The languages of the messages, the default one first.", language),
});

/** Another failure, to link to. */
export const reference = record("Another failure, to link to.", {
  code: text("Its code."),
  name: text("Its name."),
  title: text("Its title."),
  link,
});

/** Whether sending again helps. */
export const retry = record("Whether sending again helps.", {
  word: text("never, later or after-change, as the catalog has it."),
  short: text("The same in a word or two, for a table."),
  heading: text("The same as a short instruction, without a full stop."),
  advice: text("The instruction in plain words."),
});

/** A category, which says who has to act. */
export const category = record("A category, which says who has to act.", {
  id: text("Identifier of the category."),
  title: text("Its title."),
  description: text("What its failures have in common. Paragraphs."),
  codes: optional(text("The codes that belong to it: 12000–12999, or codes that begin with E03.")),
  link,
});

/** A failure in a table. */
export const row = record("A failure in a table.", {
  code: text("Its code."),
  name: text("Its name."),
  aliases: list("Other published spellings of the name.", text("A name.")),
  title: text("Its title."),
  retry,
  category: text("Identifier of its category."),
  lifecycle: text("active, deprecated or retired."),
  mark: text("Deprecated or Retired, or empty."),
  statuses: text("The statuses it is met with, apart by spaces."),
  sources: text("Names of the sources whose errors lead to it, apart by spaces; blanks in a name are underscores."),
  link,
});

/** A reserved code in a table. */
export const reservedRow = record("A reserved code in a table.", {
  code: text("The code."),
  reason: text("Why it is reserved."),
  link,
});
