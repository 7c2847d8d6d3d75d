import type { Source } from "../../core/catalog.ts";
import { htmlBlock, htmlText } from "../../core/html.ts";
import { sourcePagePath } from "../../core/page-address.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { formWords, provenanceWords, standingWords } from "../../core/reference/source-words.ts";
import { coverageOf } from "../../core/sources/coverage.ts";
import { type Edition, reference } from "./edition.ts";
import { errorView, sourceLink } from "./platform-errors.ts";
import type { PlatformErrorView, SiteViews } from "./views.ts";

const tables = [
  { outcome: "failure", id: "errors", title: "Errors", about: "" },
  {
    outcome: "fallback",
    id: "not-judged",
    title: "Errors that nobody can judge",
    about: "They are known, but what they say can have opposite causes.",
  },
  { outcome: "notAFailure", id: "no-failure", title: "No failure", about: "What the source reports when all is well." },
] as const;

/** The view of the page of a source. */
export function sourceView(edition: Edition, source: Source, { bySource }: PlatformErrors): SiteViews["source"] {
  const { catalog } = edition;
  const errors = bySource.get(source) ?? [];
  const inherited = catalog.sources.find(({ name }) => name === source.inherits);
  const met = new Set<string>(source.mappings.map(({ provenance }) => provenance));
  const leadingTo = (wanted: string): readonly PlatformErrorView[] =>
    errors.filter(({ mapping }) => mapping.outcome === wanted).map((error) => errorView(edition, error));
  const counts = coverageOf(source);
  return {
    page: edition.page(sourcePagePath(source.name), source.title, source.description),
    name: htmlText(source.name),
    title: htmlText(source.title),
    description: htmlBlock(source.description),
    standing: standingWords[source.standing],
    aliases: source.aliases.map(({ name, reason }) => ({ name: htmlText(name), reason: htmlText(reason) })),
    sourceCode: source.sourceCode === "" ? undefined : htmlText(source.sourceCode),
    codeForms: source.codeForms.map((form) => formWords[form]),
    inherits: inherited && sourceLink(edition, inherited),
    total: String(counts.errors),
    mapped: String(counts.mapped),
    documented: String(counts.documented),
    derived: String(counts.derived),
    judging: htmlBlock(source.judging),
    provenances: Object.entries(provenanceWords).flatMap(([word, words]) => (met.has(word) ? [words] : [])),
    tables: tables
      .map(({ outcome, id, title, about }) => ({ id, title, about, errors: leadingTo(outcome) }))
      .filter((table) => table.errors.length > 0),
    fallback: reference(edition, catalog.fallback.code),
    references: source.references.map(({ title, url }) => ({
      title: htmlText(title),
      link: url === undefined ? undefined : htmlText(url),
    })),
  };
}
