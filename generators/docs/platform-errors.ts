import type { Failure, Mapping, Source } from "../../core/catalog.ts";
import { markdownCode, markdownInline } from "../../core/markdown.ts";
import { addressInLink, sourcePagePath } from "../../core/page-address.ts";
import { errorWords } from "../../core/reference/error-words.ts";
import type { PlatformError, PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { provenanceWords } from "../../core/reference/source-words.ts";
import { mappingAnchors } from "../../core/sources/mapping-anchor.ts";
import { type Edition, reference } from "./edition.ts";

import type { DocumentView, ErrorsOfSource, PlatformErrorView } from "./views.ts";

/** The errors that lead to a failure, as its page lists them. */
export function errorsLeadingTo(
  edition: Edition,
  { code }: Failure,
  { byFailure }: PlatformErrors,
): readonly ErrorsOfSource[] {
  return (byFailure.get(code) ?? []).flatMap((errors) => {
    const [first] = errors;
    if (first === undefined) return [];
    return [{ source: sourceLink(edition, first.source), errors: errors.map((error) => errorView(edition, error)) }];
  });
}

/** A source, to link to. */
export function sourceLink({ link }: Edition, { name, title }: Source): ErrorsOfSource["source"] {
  return { title: markdownInline(title), link: link(sourcePagePath(name)) };
}

/** An error, as tables show it. */
export function errorView(edition: Edition, { source, mapping, inheritedFrom }: PlatformError): PlatformErrorView {
  const { failure, retry } = mapping;
  const anchors = mappingAnchors(mapping.key);
  const address = ({ name }: Source): string => `${edition.link(sourcePagePath(name))}#${anchors[0]}`;
  return {
    key: errorWords(mapping.key, markdownCode),
    anchors: edition.hasAnchors ? anchors : [],
    link: address(source),
    name: markdownInline(mapping.name),
    description: markdownInline(mapping.description),
    failure: failure && reference(edition, failure.code),
    evidence: mapping.outcome === "fallback" ? "not judged" : (mapping.evidence ?? ""),
    document: mapping.reference && documentView(mapping.reference),
    reason: markdownInline(mapping.reason),
    provenance: provenanceWords[mapping.provenance].word,
    retry: retry === undefined ? "" : retryAdvice[retry].short,
    hasOwnRetry: hasOwnRetry(mapping),
    inherited: inheritedFrom && { title: markdownInline(inheritedFrom.title), link: address(inheritedFrom) },
  };
}

/** Whether a mapping has other advice on sending again than its failure. */
export function hasOwnRetry({ failure, retry }: Mapping): boolean {
  return failure !== undefined && retry !== failure.retry;
}

/** A page or document about errors. */
export function documentView({ title, url }: Source["references"][number]): DocumentView {
  // A reference to a character is read in an address too.
  return { title: markdownInline(title), link: url && addressInLink(url).replaceAll("&", "&amp;") };
}
