import type { Failure, Source } from "../../core/catalog.ts";
import { markdownCode, markdownInline } from "../../core/markdown.ts";
import { categoryPagePath, sourcePagePath } from "../../core/page-address.ts";
import { errorWords } from "../../core/reference/error-words.ts";
import { inReadingOrder } from "../../core/reference/reading-order.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { provenanceWords } from "../../core/reference/source-words.ts";
import { mappingAnchors } from "../../core/sources/mapping-anchor.ts";
import { isChosenError } from "./chosen-failures.ts";
import { codeLink, linked, nameCode, shortText, type WordBasis } from "./failure-words.ts";
import type { Filter } from "./request.ts";
import type { ErrorColumn, FailureColumn } from "./vocabulary.ts";

const headings: Readonly<Record<FailureColumn | ErrorColumn, string>> = {
  code: "Code",
  name: "Name",
  title: "Title",
  category: "Category",
  retry: "Retry",
  statuses: "Statuses",
  lifecycle: "Lifecycle",
  since: "Since",
  description: "Description",
  causes: "Causes",
  actions: "What to do",
  message: "Message",
  error: "Error",
  failure: "Failure",
  evidence: "Evidence",
  provenance: "Known as",
};

/** A table of failures, or the word that there are none. */
export function failureTable(
  basis: WordBasis,
  failures: readonly Failure[],
  columns: readonly FailureColumn[],
): string {
  return tableOf(
    columns,
    failures.map((failure) => columns.map((column) => shortText(basis, failure, column))),
  );
}

/** A table of the errors of a source. */
export function errorTable(basis: WordBasis, source: Source, filter: Filter, columns: readonly ErrorColumn[]): string {
  const mappings = inReadingOrder(source.mappings).filter((mapping) => isChosenError(mapping, filter));
  return tableOf(
    columns,
    mappings.map((mapping) => columns.map((column) => errorText(basis, source, mapping, column))),
  );
}

function errorText(basis: WordBasis, source: Source, mapping: Source["mappings"][number], column: ErrorColumn): string {
  const { failure, retry, outcome, evidence, provenance } = mapping;
  switch (column) {
    case "error": {
      const page = basis.link(sourcePagePath(source.name));
      return linked(errorWords(mapping.key, markdownCode), page && `${page}#${mappingAnchors(mapping.key)[0]}`);
    }
    case "name":
      return markdownInline(mapping.name);
    case "description":
      return markdownInline(mapping.description);
    case "failure":
      return failure === undefined ? "no failure" : `${codeLink(basis, failure)} ${nameCode(basis, failure)}`;
    case "title":
      return failure === undefined ? "" : markdownInline(failure.title);
    case "category": {
      const category = failure?.category;
      return category === undefined
        ? ""
        : linked(markdownInline(category.title), basis.link(categoryPagePath(category.id)));
    }
    case "retry":
      return retry === undefined ? "" : retryAdvice[retry].short;
    case "evidence":
      return outcome === "fallback" ? "not judged" : (evidence ?? "");
    case "provenance":
      return provenanceWords[provenance].word;
  }
}

function tableOf(columns: readonly (FailureColumn | ErrorColumn)[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return nothing;
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map((column) => headings[column])),
    `|${columns.map(() => "---|").join("")}`,
    ...rows.map(line),
  ].join("\n");
}

/** What stands where nothing is to be listed. */
export const nothing = "None.";
