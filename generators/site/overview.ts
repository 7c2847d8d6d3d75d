import type { Catalog, Reservation } from "../../core/catalog.ts";
import { htmlBlock, htmlText } from "../../core/html.ts";
import type { CodeHistory } from "../../core/ledger/code-history.ts";
import { codePagePath, indexPagePath } from "../../core/page-address.ts";
import { categoryOfReserved } from "../../core/reference/members.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { digits, type Edition, failureRow, reference } from "./edition.ts";
import { filtersView } from "./filters.ts";
import type { LanguageTexts } from "./language-texts.ts";
import { changeViews } from "./overview-changes.ts";
import { languageViews, sourceViews } from "./overview-coverage.ts";
import { mapView } from "./overview-map.ts";
import type { SiteViews } from "./views.ts";

/** More failures than these are not listed on one page: it would take long to load. */
export const listedAtMost = 300;

/** The same for reserved codes. */
const reservedAtMost = 40;

/** What the first page is made from besides its edition. */
export interface OverviewSources {
  readonly errors: PlatformErrors;
  readonly translations: readonly LanguageTexts[];
  readonly history: CodeHistory | undefined;
}

/** The view of the first page. */
export function indexView(edition: Edition, { errors, translations, history }: OverviewSources): SiteViews["index"] {
  const { catalog, page, link } = edition;
  const isBig = catalog.failures.length > listedAtMost;
  const rows = isBig ? [] : catalog.failures.map((failure) => failureRow(edition, failure, errors));
  const languages = languageViews(edition, translations);
  const reserved = shownReserved(catalog);
  const more = catalog.reserved.length - reserved.length;
  return {
    page: page(indexPagePath, "All codes", catalog.description),
    description: htmlBlock(catalog.description),
    facts: facts(catalog, languages.length),
    changes: changeViews(edition, history),
    map: mapView(edition, isBig),
    total: digits(catalog.failures.length),
    filters: filtersView(catalog, rows, ["category", "retry", "status", "lifecycle", "source"]),
    failures: rows,
    languages,
    sources: sourceViews(edition),
    isMapped: catalog.sources.length > 0,
    fallback: reference(edition, catalog.fallback.code),
    surfaces: catalog.surfaces.map(({ title, description }) => {
      return { title: htmlText(title), description: htmlText(description) };
    }),
    statuses: catalog.statuses.map(({ id, title, description }) => {
      return { id, title: htmlText(title), description: htmlText(description) };
    }),
    retries: Object.values(retryAdvice),
    reserved: reserved.map(({ code, reason }) => {
      return { code: htmlText(String(code)), reason: htmlText(reason), link: link(codePagePath(code)) };
    }),
    moreReserved: more === 0 ? "" : digits(more),
  };
}

function facts(catalog: Catalog, languages: number): SiteViews["index"]["facts"] {
  const all: readonly (readonly [number: number, one: string, many: string, place: string])[] = [
    [catalog.failures.length, "code", "codes", "codes"],
    [catalog.categories.length, "category", "categories", "map"],
    [languages, "language", "languages", "languages"],
    [catalog.sources.length, "source", "sources", "sources"],
    [catalog.reserved.length, "reserved code", "reserved codes", "reserved"],
  ];
  return all
    .filter(([number]) => number > 0)
    .map(([number, one, many, place]) => {
      return { value: digits(number), label: number === 1 ? one : many, link: `#${place}` };
    });
}

/** The reserved codes for the first page, by code: those that stand on no other page, and others as long as there is room. */
function shownReserved(catalog: Catalog): readonly Reservation[] {
  if (catalog.reserved.length <= reservedAtMost) return catalog.reserved;
  const alone = catalog.reserved.filter((reservation) => categoryOfReserved(catalog, reservation) === undefined);
  let room = reservedAtMost - alone.length;
  const shown = new Set(alone);
  for (const reservation of catalog.reserved) {
    if (room <= 0) break;
    if (shown.has(reservation)) continue;
    shown.add(reservation);
    room -= 1;
  }
  return catalog.reserved.filter((reservation) => shown.has(reservation));
}
