import type { Catalog, Category } from "../../../core/catalog.ts";
import { categoryPagePath, codePagePath, indexPagePath, sourcePagePath } from "../../../core/page-address.ts";
import { pageAddress } from "../../../core/page-redirects.ts";
import { categoryOfReserved, failuresByCategory } from "../../../core/reference/members.ts";
import { categoryLabel, failureLabel, indexLabel, reservedLabel, sourceLabel } from "../page-labels.ts";
import type { Navigation, PageEntry } from "./flavour.ts";

function entry(path: string, label: string): PageEntry {
  return { address: pageAddress(path), label };
}

/**
 * All pages of a catalog, as a sidebar lists them: by category, then what belongs to none. A title that `unfit` fits gives
 * way to an id.
 */
export function navigationOf(catalog: Catalog, unfit: RegExp = /(?!)/): Navigation {
  const named = (label: string, id: string): string => (unfit.test(label) ? id : label);
  const members = failuresByCategory(catalog);
  const reserved = new Map<Category | undefined, PageEntry[]>();
  for (const reservation of catalog.reserved) {
    const category = categoryOfReserved(catalog, reservation);
    const known = reserved.get(category) ?? [];
    reserved.set(category, known);
    known.push(entry(codePagePath(reservation.code), reservedLabel(reservation)));
  }
  const categories = catalog.categories.map((category) => ({
    label: named(categoryLabel(category), category.id),
    page: entry(categoryPagePath(category.id), named(categoryLabel(category), category.id)),
    pages: [
      ...(members.get(category.id) ?? []).map((failure) => entry(codePagePath(failure.code), failureLabel(failure))),
      ...(reserved.get(category) ?? []),
    ],
  }));
  const others = [
    { label: "Reserved codes", page: undefined, pages: reserved.get(undefined) ?? [] },
    {
      label: "Sources",
      page: undefined,
      pages: catalog.sources.map((source) =>
        entry(sourcePagePath(source.name), named(sourceLabel(source), source.name)),
      ),
    },
  ];
  return {
    first: entry(indexPagePath, named(indexLabel(catalog), catalog.name)),
    groups: [...categories, ...others.filter(({ pages }) => pages.length > 0)],
  };
}
