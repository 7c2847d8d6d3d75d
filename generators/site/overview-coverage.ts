import { messageParts } from "../../core/catalog.ts";
import { htmlText } from "../../core/html.ts";
import { languageName } from "../../core/language-names.ts";
import { localePagePath, sourcePagePath } from "../../core/page-address.ts";
import { coverageOf } from "../../core/sources/coverage.ts";
import { digits, type Edition } from "./edition.ts";
import type { LanguageTexts } from "./language-texts.ts";
import type { SiteViews } from "./views.ts";

type LanguageView = SiteViews["index"]["languages"][number];
type SourceView = SiteViews["index"]["sources"][number];

/** How far the messages are translated. */
export function languageViews(edition: Edition, translations: readonly LanguageTexts[]): readonly LanguageView[] {
  const { catalog } = edition;
  const written = catalog.failures.map(({ name, messages }) => {
    return { name, parts: messageParts.filter((part) => messages[part] !== undefined) };
  });
  const total = written.reduce((sum, { parts }) => sum + parts.length, 0);
  if (total === 0) return [];
  const views = translations.map(({ tag, texts }) => {
    const translated = written.reduce((sum, { name, parts }) => {
      const own = texts.get(name);
      return own === undefined ? sum : sum + parts.filter((part) => own[part] !== undefined).length;
    }, 0);
    return languageView(edition, tag, translated, total);
  });
  return [languageView(edition, catalog.defaultLocale, total, total), ...views];
}

function languageView({ link }: Edition, tag: string, translated: number, total: number): LanguageView {
  return {
    language: { tag: htmlText(tag), name: htmlText(languageName(tag)), link: link(localePagePath(tag)) },
    translated: digits(translated),
    total: digits(total),
    share: String(Math.floor((100 * translated) / total)),
    width: percent(translated, total),
  };
}

const kinds = [
  ["documented", "documented"],
  ["derived", "derived"],
  ["not-judged", "not judged"],
  ["no-failure", "no failure"],
] as const;

/** How far the errors of platforms are mapped. */
export function sourceViews({ link, catalog }: Edition): readonly SourceView[] {
  return catalog.sources.map((source) => {
    const { errors, documented, derived, fallback, notAFailure } = coverageOf(source);
    const counts = { documented, derived, "not-judged": fallback, "no-failure": notAFailure };
    let start = 0;
    const segments = kinds.flatMap(([kind]) => {
      const own = counts[kind];
      const segment = { kind, start: percent(start, errors), width: percent(own, errors) };
      start += own;
      return own === 0 ? [] : [segment];
    });
    return {
      name: htmlText(source.name),
      title: htmlText(source.title),
      link: link(sourcePagePath(source.name)),
      errors: digits(errors),
      documented: digits(documented),
      derived: digits(derived),
      notJudged: digits(fallback),
      noFailure: digits(notAFailure),
      summary: kinds
        .filter(([kind]) => counts[kind] > 0)
        .map(([kind, words]) => `${Math.round((100 * counts[kind]) / errors)}% ${words}`)
        .join(", "),
      segments,
    };
  });
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "0" : String(Math.round((10_000 * part) / whole) / 100);
}
