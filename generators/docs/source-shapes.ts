import { flag, list, optional, record, text } from "../../core/template/shape.ts";
import { link, reference } from "./part-shapes.ts";

const otherSource = record("Another source, to link to.", { title: text("Its title."), link });

const document = record("A page or document about the errors of a platform.", {
  title: text("Its title."),
  link: optional(text("Its address.")),
});

/** An error of a platform, in a table. */
const platformError = record("An error of a platform.", {
  key: text("Which errors the row is for: the code, as code, and what else has to be so."),
  anchors: list("Names of its place in the page of its source: one for each spelling of the code.", text("A name.")),
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

const coverage = record("How many errors of a source lead where.", {
  errors: text("All of them."),
  mapped: text("Those that lead to a failure."),
  documented: text("Of these: documented by the vendor of the API."),
  derived: text("Of these: derived by this catalog."),
  fallback: text("Those that nobody can judge, and that lead to the fallback."),
  noFailure: text("Those that are no failure."),
});

/** The errors of one source, as the page of a failure lists them. */
export const errorsOfSource = record("A source, and its errors that lead here.", {
  source: otherSource,
  errors: list("The errors, by code.", platformError),
});

/** A source, as the index lists it. */
export const sourceRow = record("A source in a table.", {
  name: text("As a failed message has it."),
  title: text("Its title."),
  aliases: list("Other names that people know it by.", text("A name.")),
  coverage,
  link,
});

/** How sure the mappings of all sources are. */
export const errorTotals = record("The errors of all sources that lead to a failure, counted.", {
  documented: text("How many are documented by the vendor of the API."),
  derived: text("How many are derived by this catalog."),
});

/** All that is said of a source. */
export const source = record("All that is said of a source.", {
  name: text("As a failed message has it."),
  title: text("Its title."),
  description: text("When a failure comes from here. Paragraphs."),
  standing: text("What it is to the API, as a sentence."),
  aliases: list(
    "Other names that people know it by.",
    record("A name.", { name: text("The name."), reason: text("Why people use it.") }),
  ),
  sourceCode: optional(text("What `failure.source.code` holds.")),
  codeForms: list(
    "How its codes are written, in the order in which the forms are tried.",
    text("A form, as a clause."),
  ),
  inherits: optional(otherSource),
  coverage,
  judging: text("How its errors were judged. Paragraphs."),
  provenances: list(
    "How well its errors are known: the words that its tables use.",
    record("A word.", { word: text("The word."), meaning: text("What it says of an error, as a clause.") }),
  ),
  errors: list("The errors that lead to a failure, by code.", platformError),
  fallbackErrors: list("The errors that nobody can judge, by code.", platformError),
  noFailures: list("What is no failure, by code.", platformError),
  hasOwnRetry: flag("Whether a row has other advice on sending again than its failure."),
  hasSeveralKeys: flag("Whether one error can fit several rows."),
  isOpen: flag("Whether there can be an error that no row is for."),
  fallback: reference,
  references: list("Pages and documents about its errors.", document),
});
