import type { Failure, Source } from "../../core/catalog.ts";
import { htmlText } from "../../core/html.ts";
import { sourcePagePath } from "../../core/page-address.ts";
import { errorWords } from "../../core/reference/error-words.ts";
import type { PlatformError, PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { provenanceWords } from "../../core/reference/source-words.ts";
import { mappingAnchors } from "../../core/sources/mapping-anchor.ts";
import { type Edition, reference } from "./edition.ts";
import type { ErrorsOfSource, PlatformErrorView } from "./views.ts";

/** The errors that lead to a failure, by source. */
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
  return { title: htmlText(title), link: link(sourcePagePath(name)) };
}

/** An error of a platform, in a table. */
export function errorView(edition: Edition, { source, mapping, inheritedFrom }: PlatformError): PlatformErrorView {
  const { failure, retry } = mapping;
  const anchors = mappingAnchors(mapping.key).map(htmlText);
  const address = ({ name }: Source): string => `${edition.link(sourcePagePath(name))}#${encodeURI(anchors[0] ?? "")}`;
  return {
    key: errorWords(mapping.key, codeHtml),
    anchors,
    link: address(source),
    name: htmlText(mapping.name),
    description: htmlText(mapping.description),
    failure: failure && reference(edition, failure.code),
    evidence: mapping.outcome === "fallback" ? "not judged" : (mapping.evidence ?? ""),
    document: mapping.reference && {
      title: htmlText(mapping.reference.title),
      link: mapping.reference.url === undefined ? undefined : htmlText(mapping.reference.url),
    },
    reason: htmlText(mapping.reason),
    provenance: provenanceWords[mapping.provenance].word,
    retry: retry === undefined ? "" : retryAdvice[retry].short,
    hasOwnRetry: failure !== undefined && retry !== failure.retry,
    inherited: inheritedFrom && { title: htmlText(inheritedFrom.title), link: address(inheritedFrom) },
  };
}

function codeHtml(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}
