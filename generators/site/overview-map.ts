import type { Catalog, Category, Failure } from "../../core/catalog.ts";
import { lifecycleOf } from "../../core/lifecycle.ts";
import { categoryPagePath } from "../../core/page-address.ts";
import { failuresByCategory } from "../../core/reference/members.ts";
import { type RetryAdvice, retryAdvice } from "../../core/reference/retry-advice.ts";
import { categoryView, digits, type Edition, marks, quantity, reference } from "./edition.ts";
import type { SiteViews } from "./views.ts";

type MapView = SiteViews["index"]["map"];
type Cell = MapView["rows"][number]["cells"][number];

/** In CSS pixels. */
const sides = { smallest: 6, largest: 96 };

/** Titles of more codes than these make a map too big to be seen at once. */
const titledAtMost = 60;

/** The codes by category and by advice; `isBig` shows areas in place of codes. */
export function mapView(edition: Edition, isBig: boolean): MapView {
  const { catalog } = edition;
  const advices = Object.values(retryAdvice);
  const rows = membersOf(catalog).map(({ category, failures }) => {
    const cells = advices.map((advice) => failures.filter(({ retry }) => retry === advice.word));
    return { category, failures, cells };
  });
  const most = Math.max(...rows.flatMap(({ cells }) => cells.map(({ length }) => length)));
  return {
    isTitled: catalog.failures.length <= titledAtMost,
    columns: advices.map((retry, at) => {
      const count = rows.reduce((sum, { cells }) => sum + (cells[at]?.length ?? 0), 0);
      return { retry, count: quantity(count, "code", "codes") };
    }),
    rows: rows.map(({ category, failures, cells }) => {
      const view = categoryView(edition, category);
      return {
        category: view,
        count: quantity(failures.length, "code", "codes"),
        cells: cells.map((own, at): Cell => {
          const retry = advices[at] ?? retryAdvice.never;
          if (isBig) return { retry, codes: [], area: areaOf(edition, category, retry, own.length, most) };
          return { retry, codes: own.map((failure) => codeView(edition, failure)), area: undefined };
        }),
      };
    }),
  };
}

function membersOf(catalog: Catalog): readonly { category: Category; failures: readonly Failure[] }[] {
  const members = failuresByCategory(catalog);
  return catalog.categories.map((category) => ({ category, failures: members.get(category.id) ?? [] }));
}

function codeView(edition: Edition, failure: Failure): Cell["codes"][number] {
  const lifecycle = lifecycleOf(failure);
  return { ...reference(edition, failure.code), lifecycle, mark: marks[lifecycle] };
}

function areaOf(edition: Edition, category: Category, retry: RetryAdvice, count: number, most: number): Cell["area"] {
  if (count === 0) return undefined;
  const { title } = categoryView(edition, category);
  const side = Math.max(sides.smallest, Math.round(sides.largest * Math.sqrt(count / most)));
  const page = edition.link(categoryPagePath(category.id));
  return {
    count: digits(count),
    side: String(side),
    category: title,
    short: retry.short,
    link: `${page}#retry=${retry.word}`,
  };
}
