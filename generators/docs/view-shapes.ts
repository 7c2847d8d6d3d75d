import { flag, list, optional, record, text } from "../../core/template/shape.ts";
import { frontMatter, link, page, reference, retry } from "./part-shapes.ts";
import { errorsOfSource, errorTotals, source, sourceRow } from "./source-shapes.ts";

// What the templates in templates/docs may read; part-shapes.ts says how its texts are written.

const ending = record("Why and since when.", {
  since: text("Version of the catalog in which it happened."),
  reason: text("Why."),
  replacement: optional(reference),
});

const row = record("A failure in a table.", {
  code: text("Its code."),
  name: text("Its name."),
  aliases: list("Other published spellings of the name.", text("A spelling.")),
  names: text("The name and its other spellings, as code."),
  title: text("Its title."),
  mark: text("`**Retired:** ` or `**Deprecated:** `, to stand before the title; empty for all others."),
  retry: text("Whether sending again helps, in a word or two."),
  deprecated: flag("Whether it should no longer be relied on."),
  retired: flag("Whether it no longer occurs."),
  link,
});

const reservedRow = record("A reserved code in a table.", {
  code: text("The code."),
  reason: text("Why it is reserved."),
  link,
});

const category = record("A category, which says who has to act.", {
  id: text("Identifier of the category."),
  title: text("Its title."),
  description: text("What its failures have in common. Paragraphs."),
  codes: optional(text("The codes that belong to it: 12000–12999, or codes that begin with E03.")),
  link,
});

const failure = record("All that is said of a failure.", {
  code: text("The code."),
  name: text("The name."),
  title: text("What happened, in a few words."),
  description: text("What happened. Paragraphs."),
  category,
  retry,
  statuses: list(
    "The statuses that a message with this failure can have; empty where unknown.",
    record("A status.", { id: text("As the API writes it."), title: text("Its title.") }),
  ),
  surfaces: list("Where a reader meets the code.", text("Title of a place.")),
  surfacesLink: text("Address of what the index says of these places."),
  causes: list("Likely causes.", text("A sentence.")),
  actions: list("What to do.", text("A sentence.")),
  locale: text("Language of the end user's texts on this page, as BCP 47 tag."),
  otherLocales: list("The other languages of the catalog.", text("BCP 47 tag.")),
  messages: list(
    "The end user's texts, in ICU MessageFormat.",
    record("A part.", { part: text("title, detail or action."), text: text("The text, as code.") }),
  ),
  developerText: optional(text("The text for logs, in ICU MessageFormat, as code.")),
  params: list(
    "What the texts have holes for.",
    record("A parameter.", {
      name: text("Its name."),
      type: text("Its type."),
      values: list("What it can be, where it is an enum.", text("A value, as code.")),
      example: text("An example, as code."),
      description: text("What it stands for; may be empty."),
    }),
  ),
  examples: list(
    "Payloads in which the failure was seen.",
    record("A payload.", { title: text("What it shows."), json: text("The payload, as a fenced block.") }),
  ),
  related: list("Failures that are easily taken for this one.", reference),
  deprecated: optional(ending),
  retired: optional(ending),
  history: list(
    "What happened to the entry, oldest first.",
    record("A version.", { version: text("Version of the catalog."), change: text("What happened in it.") }),
  ),
  aliases: list(
    "Other published spellings of the name.",
    record("A spelling.", { name: text("The spelling."), reason: text("Why it exists.") }),
  ),
});

/** What `docs/failure.hbs` reads. */
export const failureShape = record("The page of a failure.", {
  page,
  frontMatter,
  failure,
  anchors: list(
    "Names of places in this page, for above its heading: the name and every alias. Empty in other flavours than github.",
    text("A name."),
  ),
  anchorsBelow: list(
    "The same for below the heading, for generators that want the heading first. Empty in the flavour github.",
    text("A name."),
  ),
  platformErrors: list("The errors of platforms that lead here, by source.", errorsOfSource),
  isFallback: flag("Whether this is the failure that an error leads to which nobody can judge."),
  permalink: optional(text("The permanent address of this page, where baseUrl is set.")),
  indexLink: link,
});

/** What `docs/reserved.hbs` reads. */
export const reservedShape = record("The page of a reserved code.", {
  page,
  frontMatter,
  code: text("The code."),
  reason: text("Why it is reserved. Paragraphs."),
  category: optional(category),
  permalink: optional(text("The permanent address of this page, where baseUrl is set.")),
  indexLink: link,
});

/** What `docs/category.hbs` reads. */
export const categoryShape = record("The page of a category.", {
  page,
  frontMatter,
  category,
  failures: list("Its failures, by code.", row),
  reserved: list("The reserved codes in its range, by code.", reservedRow),
  retryLink: text("Address of what the index says of sending again."),
  indexLink: link,
});

/** What `docs/moved.hbs` reads. */
export const movedShape = record("The page at an old address, in flavours that know no list of redirects.", {
  page,
  frontMatter,
  title: text("What the page that has moved is called."),
  link,
  onward: optional(text("What leads a browser to the page, in the flavour of the pages.")),
  permalink: optional(text("The permanent address of the page that has moved, where baseUrl is set.")),
  indexLink: link,
});

/** What `docs/index.hbs` reads. */
export const indexShape = record("The first page.", {
  page,
  frontMatter,
  title: text("Title of the catalog."),
  description: text("What the catalog covers; may be empty. Paragraphs."),
  version: text("Version of the catalog."),
  categories: list(
    "The categories.",
    record("A category and its failures.", { category, failures: list("Its failures, by code.", row) }),
  ),
  retries: list("The three kinds of advice on sending again.", retry),
  surfaces: list(
    "Where a reader meets a code.",
    record("A place.", { title: text("What it is called."), description: text("How the code is found there.") }),
  ),
  statuses: list(
    "The statuses that mean failure.",
    record("A status.", {
      id: text("As the API writes it."),
      title: text("Its title."),
      description: text("What the message has gone through."),
    }),
  ),
  reserved: list("The reserved codes, by code.", reservedRow),
  fallback: reference,
  sources: list("The sources, by name; empty where the catalog has none.", sourceRow),
  sectionAnchors: optional(
    record("Names of places in this page that others link to, in flavours that do not make them of headings alike.", {
      sources: text("The sources."),
      retries: text("The advice on sending again."),
      surfaces: text("Where a reader meets a code."),
    }),
  ),
  errorTotals,
  complete: flag("Whether llms-full.txt is written."),
});

/** What `docs/llms.hbs` reads: the form is that of llmstxt.org. */
export const llmsShape = record("llms.txt", {
  page,
  title: text("Title of the catalog."),
  summary: text("What the catalog covers, in a line; may be empty."),
  categories: list(
    "The categories.",
    record("A category and its failures.", { category, failures: list("Its failures, by code.", row) }),
  ),
  retries: list("The three kinds of advice on sending again.", retry),
  sources: list("The sources, by name; empty where the catalog has none.", sourceRow),
  errorTotals,
  indexLink: link,
  indexJsonLink: link,
  completeLink: optional(link),
});

/** What `docs/llms-full.hbs` reads. */
export const llmsFullShape = record("llms-full.txt: every failure in one file.", {
  page,
  title: text("Title of the catalog."),
  summary: text("What the catalog covers, in a line; may be empty."),
  failures: list("The failures, by code.", failure),
  sources: list("The sources, by name; empty where the catalog has none.", source),
});

/** What `docs/source.hbs` reads. */
export const sourceShape = record("The page of a source: the errors of a platform, and where each leads.", {
  page,
  frontMatter,
  source,
  permalink: optional(text("The permanent address of this page, where baseUrl is set.")),
  indexLink: link,
  sourcesLink: text("Address of the table of all sources, in the index."),
});

/** The templates that are rendered, each with what it may read. */
export const pageShapes = {
  failure: failureShape,
  reserved: reservedShape,
  moved: movedShape,
  category: categoryShape,
  source: sourceShape,
  index: indexShape,
  llms: llmsShape,
  "llms-full": llmsFullShape,
} as const;
