import type { Failure, MappingKey, Source, TextMatch } from "../../core/catalog.ts";
import { htmlText } from "../../core/html.ts";
import { sourcePagePath } from "../../core/page-address.ts";
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
    key: errorWords(mapping.key),
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

function errorWords(key: MappingKey): string {
  const code = codeWords(key);
  return key.text === undefined ? code : `${code}, where the text ${textWords(key.text)}`;
}

function codeWords(key: MappingKey): string {
  switch (key.kind) {
    case "exact": {
      const spellings = [key.code, ...key.spellings].map(codeHtml).join(" or ");
      return key.subcode === undefined ? spellings : `${spellings}, subcode ${codeHtml(key.subcode)}`;
    }
    case "detail":
      return codeHtml(`X.${key.subject}.${key.detail}`);
    case "range":
      return `${codeHtml(String(key.from))} to ${codeHtml(String(key.to))}`;
    case "class":
      return codeHtml(`${key.class}.X.X`);
    case "source":
      return "any code, or none";
  }
}

const verbs: Readonly<Record<TextMatch["kind"], string>> = {
  is: "is",
  prefix: "begins with",
  suffix: "ends with",
  contains: "contains",
  glob: "is like",
};

function textWords({ kind, pattern }: TextMatch): string {
  return `${verbs[kind]} ${codeHtml(pattern)}`;
}

function codeHtml(text: string): string {
  return `<code>${htmlText(text)}</code>`;
}
