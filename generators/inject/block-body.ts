import type { Catalog } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Block, Page } from "../../core/inject/page-blocks.ts";
import { type Outcome, success } from "../../core/outcome.ts";
import { ownMappings } from "../../core/source-document.ts";
import { chosenFailures } from "./chosen-failures.ts";
import { paragraphs, sentenceText, type WordBasis } from "./failure-words.ts";
import { linksFrom, type ReferencePlaces } from "./page-links.ts";
import { type BlockRequest, blockRequest } from "./request.ts";
import { errorTable, failureTable, nothing } from "./table-text.ts";

/**
 * What a block of a page should hold, as Markdown that is safe in MDX too: lines that end in LF and are not indented; one
 * line where it stands in a sentence.
 */
export function blockBody(catalog: Catalog, page: Page, block: Block, places: ReferencePlaces): Outcome<string> {
  const request = blockRequest(catalog, page.file, block, places);
  if (!request.ok) return request;
  const link = linksFrom(page.file.path, places, request.value.links);
  const body = bodyOf({ catalog, link, isSentence: !block.hasLines }, request.value, block.hasLines);
  return success(body, isTakenForHtml(page, block, body) ? [lineWarning(page, block)] : []);
}

/** Whether a block in a sentence begins a line that holds Markdown, which is HTML there. */
function isTakenForHtml({ file }: Page, { open, close, hasLines }: Block, body: string): boolean {
  if (hasLines || open.isMdx || file.path.endsWith(".mdx")) return false;
  if (/[^\s>]/.test(file.text.slice(open.line.start, open.start).replace(/(?:[-*+]|\d+[.)])\s+/g, ""))) return false;
  const rest = close.line.start === open.line.start ? file.text.slice(close.end, open.line.end) : "";
  return /[[\]*_`]/.test(body + rest.replace(/<!--.*?-->/g, ""));
}

function lineWarning({ file }: Page, { open }: Block): Diagnostic {
  return diagnostic("FC8314", { file, start: open.start, end: open.end }, {});
}

function bodyOf(basis: WordBasis, request: BlockRequest, hasLines: boolean): string {
  const { catalog } = basis;
  switch (request.kind) {
    case "table":
      return failureTable(basis, chosenFailures(catalog, request.filter, request.sort), request.columns);
    case "list": {
      const texts = chosenFailures(catalog, request.filter, request.sort).map((failure) =>
        sentenceText(basis, failure, request.parts),
      );
      if (texts.length === 0) return hasLines ? nothing : "none";
      return hasLines ? texts.map((text) => `- ${text}`).join("\n") : texts.join(", ");
    }
    case "count":
      return String(countOf(catalog, request));
    case "code":
      return hasLines
        ? paragraphs(basis, request.failure, request.parts)
        : sentenceText(basis, request.failure, request.parts);
    case "source":
      return errorTable(basis, request.source, request.filter, request.columns);
  }
}

function countOf(catalog: Catalog, { of, filter }: BlockRequest & { readonly kind: "count" }): number {
  switch (of) {
    case "failures":
      return chosenFailures(catalog, filter, []).length;
    case "errors": {
      // What a source inherits is counted where it is written, unless somebody asks for that source.
      const { sources } = filter;
      return catalog.sources
        .filter(({ name }) => sources?.includes(name) ?? true)
        .reduce((sum, source) => sum + (sources === undefined ? ownMappings(source) : source.mappings).length, 0);
    }
    case "categories":
      return catalog.categories.length;
    case "reserved":
      return catalog.reserved.length;
    case "sources":
      return catalog.sources.length;
    case "locales":
      return catalog.locales.length;
  }
}
