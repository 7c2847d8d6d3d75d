import type { Catalog, MappingKey, Source } from "../../core/catalog.ts";
import { markdownBlock, markdownInline } from "../../core/markdown.ts";
import { indexPagePath, sourcePagePath } from "../../core/page-address.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { formWords, provenanceWords, standingWords } from "../../core/reference/source-words.ts";
import { type Coverage, coverageOf } from "../../core/sources/coverage.ts";
import { type Edition, indexSection, reference } from "./edition.ts";
import { frontMatter } from "./front-matter.ts";
import { sourceLabel } from "./page-labels.ts";
import { documentView, errorView, hasOwnRetry, sourceLink } from "./platform-errors.ts";
import type { PageViews, SourceDetails, SourceRow } from "./views.ts";

/** The view of the page of a source. */
export function sourceView(edition: Edition, source: Source, errors: PlatformErrors): PageViews["source"] {
  const path = sourcePagePath(source.name);
  return {
    page: edition.page,
    frontMatter: frontMatter(edition, path, {
      label: sourceLabel(source),
      otherTitle: source.name,
      description: source.description,
      position: edition.catalog.sources.indexOf(source) + 1,
    }),
    source: sourceDetails(edition, source, errors),
    permalink: edition.permalink(path),
    indexLink: edition.link(indexPagePath),
    sourcesLink: indexSection(edition, "sources"),
  };
}

/** What is said of a source wherever it is written out in full. */
export function sourceDetails(edition: Edition, source: Source, { bySource }: PlatformErrors): SourceDetails {
  const { catalog } = edition;
  const errors = bySource.get(source) ?? [];
  const met = new Set<string>(source.mappings.map(({ provenance }) => provenance));
  const inherited = catalog.sources.find(({ name }) => name === source.inherits);
  const leadingTo = (wanted: string): SourceDetails["errors"] =>
    errors.filter(({ mapping }) => mapping.outcome === wanted).map((error) => errorView(edition, error));
  return {
    name: source.name,
    title: markdownInline(source.title),
    description: markdownBlock(source.description),
    standing: standingWords[source.standing],
    aliases: source.aliases.map(({ name, reason }) => ({ name, reason: markdownInline(reason) })),
    sourceCode: source.sourceCode === "" ? undefined : markdownInline(source.sourceCode),
    codeForms: source.codeForms.map((form) => formWords[form]),
    inherits: inherited && sourceLink(edition, inherited),
    coverage: coverageView(source),
    judging: markdownBlock(source.judging),
    provenances: Object.entries(provenanceWords).flatMap(([word, words]) => (met.has(word) ? [words] : [])),
    errors: leadingTo("failure"),
    fallbackErrors: leadingTo("fallback"),
    noFailures: leadingTo("notAFailure"),
    hasOwnRetry: source.mappings.some(hasOwnRetry),
    hasSeveralKeys: source.mappings.length > 1 && source.mappings.some(({ key }) => isForMany(key)),
    isOpen: !source.mappings.some(({ key }) => key.kind === "source" && key.text === undefined),
    fallback: reference(edition, catalog.fallback.code),
    references: source.references.map(documentView),
  };
}

/** Whether a more exact key can be for an error that this key is for, or this one be the more exact. */
function isForMany(key: MappingKey): boolean {
  return key.kind !== "exact" || key.subcode !== undefined || key.text !== undefined;
}

/** The sources, as the index lists them. */
export function sourceRows({ catalog, link }: Edition): readonly SourceRow[] {
  return catalog.sources.map((source) => ({
    name: source.name,
    title: markdownInline(source.title),
    aliases: source.aliases.map(({ name }) => name),
    coverage: coverageView(source),
    link: link(sourcePagePath(source.name)),
  }));
}

/** How sure the mappings of all sources are. */
export function errorTotals({ sources }: Catalog): PageViews["index"]["errorTotals"] {
  const total = (part: keyof Coverage): string =>
    String(sources.reduce((sum, source) => sum + coverageOf(source)[part], 0));
  return { documented: total("documented"), derived: total("derived") };
}

function coverageView(source: Source): SourceRow["coverage"] {
  const { errors, mapped, documented, derived, fallback, notAFailure } = coverageOf(source);
  return {
    errors: String(errors),
    mapped: String(mapped),
    documented: String(documented),
    derived: String(derived),
    fallback: String(fallback),
    noFailure: String(notAFailure),
  };
}
