import type { Catalog } from "../../core/catalog.ts";
import { htmlText } from "../../core/html.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { digits, wordOf } from "./edition.ts";
import type { FailureRow, FiltersView } from "./views.ts";

/** What the failures of a table can be told apart by. */
export type FacetId = "category" | "retry" | "status" | "lifecycle" | "source";

/** The value for what has none: no name of a status or source is so short. */
const none = "-";

/** More values than these are not shown at once. */
const fewValues = 6;

interface Facet {
  readonly title: string;
  /** What a row has of it, as the row's attribute writes it. */
  readonly of: (row: FailureRow) => string;
  /** The values in their order, and what they are called. */
  readonly values: (catalog: Catalog) => readonly (readonly [value: string, label: string])[];
}

const facets: Readonly<Record<FacetId, Facet>> = {
  category: {
    title: "Category",
    of: ({ category }) => category,
    values: ({ categories }) => categories.map(({ id, title }) => [id, htmlText(title)]),
  },
  retry: {
    title: "Send again?",
    of: ({ retry }) => retry.word,
    values: () => Object.values(retryAdvice).map(({ word, short }) => [word, short]),
  },
  status: {
    title: "Status",
    of: ({ statuses }) => statuses,
    values: ({ statuses }) => [...statuses.map(({ id, title }) => [id, htmlText(title)] as const), [none, "not known"]],
  },
  lifecycle: {
    title: "Lifecycle",
    of: ({ lifecycle }) => lifecycle,
    values: () => [
      ["active", "active"],
      ["deprecated", "deprecated"],
      ["retired", "retired"],
    ],
  },
  source: {
    title: "Source",
    of: ({ sources }) => sources,
    values: ({ sources }) => [
      ...sources.map(({ name, title }) => [wordOf(name), htmlText(title)] as const),
      [none, "no platform"],
    ],
  },
};

/** The filters of a table; undefined where there is nothing to tell apart. */
export function filtersView(
  catalog: Catalog,
  rows: readonly FailureRow[],
  asked: readonly FacetId[],
): FiltersView | undefined {
  if (rows.length < 2) return undefined;
  const views = asked.map((id) => facetView(catalog, rows, id)).filter(({ values }) => values.length > 0);
  return { total: digits(rows.length), facets: views };
}

function facetView(catalog: Catalog, rows: readonly FailureRow[], id: FacetId): FiltersView["facets"][number] {
  const { title, of, values } = facets[id];
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const value of (of(row) || none).split(" ")) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const isSplit = id === "lifecycle" || id === "retry" || counts.size > 1;
  const shown = values(catalog).filter(([value]) => id === "lifecycle" || counts.has(value));
  return {
    id,
    title,
    isLong: shown.length > fewValues,
    values: (isSplit ? shown : []).map(([value, label]) => {
      return { facet: id, value, label, count: String(counts.get(value) ?? 0) };
    }),
  };
}
