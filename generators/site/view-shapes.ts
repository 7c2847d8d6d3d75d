import { flag, list, optional, record, text } from "../../core/template/shape.ts";
import { filters } from "./filter-shapes.ts";
import { overviewShape } from "./overview-shapes.ts";
import { category, link, page, reference, reservedRow, retry, row } from "./part-shapes.ts";

/*
 * What the templates in templates/site may read. Texts are HTML already: safe between tags and in a quoted attribute.
 * "Paragraphs" are elements of their own.
 */

const ending = record("Why and since when.", {
  since: text("Version of the catalog in which it happened."),
  reason: text("Why."),
  replacement: optional(reference),
});

const otherSource = record("Another source, to link to.", { title: text("Its title."), link });

const document = record("A page or document about the errors of a platform.", {
  title: text("Its title."),
  link: optional(text("Its address.")),
});

const platformError = record("An error of a platform.", {
  key: text("Which errors the row is for: the code, as code, and what else has to be so."),
  anchors: list("Names of its place on the page of its source.", text("A name.")),
  link: text("Address of that place."),
  name: text("As the platform names it."),
  description: text("What it means; may be empty."),
  failure: optional(reference),
  evidence: text("documented, derived or not judged; empty where it is no failure."),
  document: optional(document),
  reason: text("Why it is judged so; may be empty where it is documented."),
  provenance: text("How well the error itself is known: published, same numbering or recalled."),
  retry: text("Whether sending again helps, in a word or two; empty where it is no failure."),
  hasOwnRetry: flag("Whether that is not the failure's own advice."),
  inherited: optional(otherSource),
});

const failure = record("All that is said of a failure.", {
  code: text("The code."),
  name: text("The name."),
  title: text("What happened, in a few words."),
  description: text("What happened. Paragraphs."),
  lifecycle: text("active, deprecated or retired."),
  deprecated: optional(ending),
  retired: optional(ending),
  isFallback: flag("Whether this is the failure that an error leads to which nobody can judge."),
  category,
  retry,
  statuses: list(
    "The statuses that a message with this failure can have.",
    record("A status.", { id: text("As the API writes it."), title: text("Its title.") }),
  ),
  surfaces: list("Where a reader meets the code.", text("Title of a place.")),
  causes: list("Likely causes.", text("A sentence.")),
  actions: list("What to do.", text("A sentence.")),
  messages: list(
    "The end user's texts: every language that has one, the default one first.",
    record("The texts in a language.", {
      locale: text("BCP 47 tag."),
      language: text("The language's own name for itself."),
      direction: text("ltr or rtl."),
      isDefault: flag("Whether it is the catalog's default language."),
      parts: list(
        "The parts, in the order they are shown.",
        record("A part.", {
          part: text("title, detail or action."),
          text: text("The text with the examples of its params, each in an element of the class `value`."),
          pattern: optional(text("The text in ICU MessageFormat, where it has params.")),
        }),
      ),
    }),
  ),
  developerText: optional(text("The text for logs, in ICU MessageFormat.")),
  params: list(
    "What the texts have holes for.",
    record("A param.", {
      name: text("Its name."),
      type: text("Its type."),
      values: list("What it can be, where it is an enum.", text("A value.")),
      example: text("An example."),
      description: text("What it stands for; may be empty."),
    }),
  ),
  payloads: list(
    "Payloads in which the failure is seen; at least one.",
    record("A payload.", { title: text("What it shows."), json: text("The payload, as indented JSON.") }),
  ),
  samples: list(
    "Code that deals with the failure.",
    record("A piece of code.", {
      id: text("typescript, curl or json-schema."),
      title: text("What it is in."),
      about: text("What it does, in a sentence."),
      code: text("The code."),
    }),
  ),
  platformErrors: list(
    "The errors of platforms that lead here, by source.",
    record("A source, and its errors that lead here.", {
      source: otherSource,
      errors: list("The errors, by code.", platformError),
    }),
  ),
  history: list(
    "What happened to the entry, oldest first.",
    record("A version.", {
      version: text("Version of the catalog."),
      date: text("Day of the release, YYYY-MM-DD; empty where unknown."),
      change: text("What happened in it."),
    }),
  ),
  related: list("Failures that are easily taken for this one.", reference),
  aliases: list(
    "Other published spellings of the name.",
    record("A spelling.", { name: text("The spelling."), reason: text("Why it exists.") }),
  ),
});

/** What each template reads. */
export const siteShapes = {
  index: overviewShape,
  failure: record("The page of a failure.", {
    page,
    failure,
    contents: list(
      "The sections of the page, for a list of them.",
      record("A section.", { id: text("Its fragment."), title: text("Its heading.") }),
    ),
  }),
  reserved: record("The page of a reserved code.", {
    page,
    code: text("The code."),
    reason: text("Why it is reserved. Paragraphs."),
    category: optional(category),
  }),
  category: record("The page of a category.", {
    page,
    category,
    filters: optional(filters),
    failures: list("Its failures, by code.", row),
    reserved: list("The reserved codes in its range, by code.", reservedRow),
  }),
  source: record("The page of a source.", {
    page,
    name: text("As a failed message has it."),
    title: text("Its title."),
    description: text("When a failure comes from here. Paragraphs."),
    standing: text("What it is to the API, as a sentence."),
    aliases: list(
      "Other names that people know it by.",
      record("A name.", { name: text("The name."), reason: text("Why people use it.") }),
    ),
    sourceCode: optional(text("What `failure.source.code` holds.")),
    codeForms: list("How its codes are written.", text("A form, as a clause.")),
    inherits: optional(otherSource),
    total: text("How many errors it has."),
    mapped: text("How many of them lead to a failure."),
    documented: text("How many of these are documented by the vendor of the API."),
    derived: text("How many of these are derived by this catalog."),
    judging: text("How its errors were judged. Paragraphs."),
    provenances: list(
      "How well its errors are known: the words that its tables use.",
      record("A word.", { word: text("The word."), meaning: text("What it says of an error, as a clause.") }),
    ),
    tables: list(
      "Its errors: those that lead to a failure, those that nobody can judge, and what is no failure. None is empty.",
      record("A table.", {
        id: text("Its fragment."),
        title: text("Its heading."),
        about: text("What is said of all of them; may be empty."),
        errors: list("The errors, by code.", platformError),
      }),
    ),
    fallback: reference,
    references: list("Pages and documents about its errors.", document),
  }),
  moved: record("The page at an old address, which leads on.", {
    page,
    title: text("What the page is called that it leads to."),
    link: text("Address of that page, relative to this one."),
  }),
  locale: record("The page of a language.", {
    page,
    locale: text("BCP 47 tag."),
    language: text("The language's own name for itself."),
    isDefault: flag("Whether it is the catalog's default language."),
    translated: text("How many texts it has."),
    total: text("How many texts there are in the default language."),
    failures: list(
      "All failures, by code.",
      record("The texts of a failure.", {
        locale: text("BCP 47 tag of the language."),
        failure: reference,
        parts: list(
          "The texts that the language has.",
          record("A text.", { part: text("title, detail or action."), text: text("The text.") }),
        ),
        missing: flag("Whether a text is missing."),
      }),
    ),
  }),
  style: record("The style sheet of all pages, assets/site.css.", {
    header: list("The lines that every generated file begins with, for a comment.", text("A line.")),
  }),
};
