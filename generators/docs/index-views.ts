import type { Category, Failure, Reservation } from "../../core/catalog.ts";
import { markdownBlock, markdownInline } from "../../core/markdown.ts";
import { categoryPagePath, codePagePath, indexPagePath } from "../../core/page-address.ts";
import { categoryOfReserved, failuresByCategory } from "../../core/reference/members.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { type Edition, failureRow, indexSection, reference, sectionAnchors } from "./edition.ts";
import { failureDetails } from "./failure-view.ts";
import { frontMatter, numberOf } from "./front-matter.ts";
import { categoryLabel, indexLabel, line, reservedLabel } from "./page-labels.ts";
import { errorTotals, sourceDetails, sourceRows } from "./source-view.ts";
import type { CategoryView, PageViews } from "./views.ts";

/** The view of the page of a reserved code. */
export function reservedView(edition: Edition, reservation: Reservation): PageViews["reserved"] {
  const path = codePagePath(reservation.code);
  const category = categoryOfReserved(edition.catalog, reservation);
  return {
    page: edition.page,
    frontMatter: frontMatter(edition, path, {
      label: reservedLabel(reservation),
      description: "This code is reserved: no failure has it.",
      position: numberOf(reservation.code),
    }),
    code: markdownInline(String(reservation.code)),
    reason: markdownBlock(reservation.reason),
    category: category && edition.categories.get(category.id),
    permalink: edition.permalink(path),
    indexLink: edition.link(indexPagePath),
  };
}

/** The view of the page of a category. */
export function categoryPageView(
  edition: Edition,
  category: Category,
  failures: readonly Failure[],
): PageViews["category"] {
  return {
    page: edition.page,
    frontMatter: frontMatter(edition, categoryPagePath(category.id), {
      label: categoryLabel(category),
      otherTitle: category.id,
      description: category.description,
      position: edition.catalog.categories.indexOf(category) + 1,
    }),
    category: knownCategory(edition, category),
    failures: failures.map((failure) => failureRow(edition, failure)),
    reserved: edition.catalog.reserved
      .filter((reservation) => categoryOfReserved(edition.catalog, reservation) === category)
      .map((reservation) => reservedRow(edition, reservation)),
    retryLink: indexSection(edition, "retries"),
    indexLink: edition.link(indexPagePath),
  };
}

/** The view of the first page. */
export function indexView(edition: Edition, complete: boolean): PageViews["index"] {
  const { catalog } = edition;
  return {
    page: edition.page,
    frontMatter: frontMatter(edition, indexPagePath, {
      label: indexLabel(catalog),
      otherTitle: catalog.name,
      description: catalog.description,
      position: 1,
    }),
    sectionAnchors: sectionAnchors(edition.look),
    title: markdownInline(catalog.title),
    description: markdownBlock(catalog.description),
    version: markdownInline(catalog.version),
    categories: categoryTables(edition),
    retries: Object.values(retryAdvice),
    surfaces: catalog.surfaces.map(({ title, description }) => ({
      title: markdownInline(title),
      description: markdownInline(description),
    })),
    statuses: catalog.statuses.map(({ id, title, description }) => ({
      id,
      title: markdownInline(title),
      description: markdownInline(description),
    })),
    reserved: catalog.reserved.map((reservation) => reservedRow(edition, reservation)),
    fallback: reference(edition, catalog.fallback.code),
    sources: sourceRows(edition),
    errorTotals: errorTotals(catalog),
    complete,
  };
}

/** The view of llms.txt; `complete` is the address of llms-full.txt, where there is one. */
export function llmsView(edition: Edition, indexJson: string, complete: string | undefined): PageViews["llms"] {
  const { catalog } = edition;
  return {
    page: edition.page,
    title: markdownInline(line(catalog.title)),
    summary: markdownInline(line(catalog.description)),
    categories: categoryTables(edition),
    retries: Object.values(retryAdvice),
    sources: sourceRows(edition),
    errorTotals: errorTotals(catalog),
    indexLink: edition.link(indexPagePath),
    indexJsonLink: indexJson,
    completeLink: complete,
  };
}

/** The view of llms-full.txt. */
export function llmsFullView(edition: Edition, errors: PlatformErrors): PageViews["llms-full"] {
  const { catalog } = edition;
  return {
    page: edition.page,
    title: markdownInline(line(catalog.title)),
    summary: markdownInline(line(catalog.description)),
    failures: catalog.failures.map((failure) => failureDetails(edition, failure)),
    sources: catalog.sources.map((source) => sourceDetails(edition, source, errors)),
  };
}

function categoryTables(edition: Edition): PageViews["index"]["categories"] {
  const members = failuresByCategory(edition.catalog);
  return edition.catalog.categories.map((category) => ({
    category: knownCategory(edition, category),
    failures: (members.get(category.id) ?? []).map((failure) => failureRow(edition, failure)),
  }));
}

function reservedRow(edition: Edition, { code, reason }: Reservation): PageViews["index"]["reserved"][number] {
  return {
    code: markdownInline(String(code)),
    reason: markdownInline(reason),
    link: edition.link(codePagePath(code)),
  };
}

function knownCategory({ categories }: Edition, { id }: Category): CategoryView {
  const view = categories.get(id);
  if (view === undefined) throw new Error(`The catalog has no category ${id}.`);
  return view;
}
