import type { Catalog, Code, Failure, Mapping, Source } from "../../core/catalog.ts";
import { markdownInline } from "../../core/markdown.ts";
import { addressInLink, sourcePagePath } from "../../core/page-address.ts";
import { inheritance } from "../../core/sources/inheritance.ts";
import { mappingAnchors } from "../../core/sources/mapping-anchor.ts";
import { type Edition, reference } from "./edition.ts";
import { errorWords, provenanceWords } from "./error-words.ts";
import { inReadingOrder } from "./reading-order.ts";
import { retryAdvice } from "./retry-advice.ts";
import type { DocumentView, ErrorsOfSource, PlatformErrorView } from "./views.ts";

/** An error of a platform, and the source whose page it stands on. */
export interface PlatformError {
  readonly source: Source;
  readonly mapping: Mapping;
  /** Where it comes from, if that is another source. */
  readonly inheritedFrom: Source | undefined;
}

/** The errors of all sources, each list in the order of a reader. */
export interface PlatformErrors {
  readonly bySource: ReadonlyMap<Source, readonly PlatformError[]>;
  /** By code of the failure that they lead to, source by source. */
  readonly byFailure: ReadonlyMap<Code, readonly (readonly PlatformError[])[]>;
}

/** Puts the errors of a catalog's sources in order, for all pages at once. */
export function platformErrors({ sources }: Catalog): PlatformErrors {
  const inheritedFrom = inheritance(sources);
  const bySource = new Map<Source, readonly PlatformError[]>();
  const byFailure = new Map<Code, PlatformError[][]>();
  for (const source of sources) {
    const errors = inReadingOrder(source.mappings).map((mapping) => {
      return { source, mapping, inheritedFrom: inheritedFrom(source, mapping) };
    });
    bySource.set(source, errors);
    for (const [code, leading] of groupedByFailure(errors)) {
      const known = byFailure.get(code);
      if (known === undefined) byFailure.set(code, [leading]);
      else known.push(leading);
    }
  }
  return { bySource, byFailure };
}

function groupedByFailure(errors: readonly PlatformError[]): ReadonlyMap<Code, PlatformError[]> {
  const groups = new Map<Code, PlatformError[]>();
  for (const error of errors) {
    const code = error.mapping.failure?.code;
    if (code === undefined) continue;
    const known = groups.get(code);
    if (known === undefined) groups.set(code, [error]);
    else known.push(error);
  }
  return groups;
}

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
    key: errorWords(mapping.key),
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
