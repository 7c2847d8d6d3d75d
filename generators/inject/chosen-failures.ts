import type { Catalog, Failure, Mapping } from "../../core/catalog.ts";
import { lifecycleOf } from "../../core/lifecycle.ts";
import type { Filter } from "./request.ts";
import type { SortKey } from "./vocabulary.ts";

/** The failures that pass a filter, sorted; what sorting does not decide stays in the order of codes. */
export function chosenFailures(catalog: Catalog, filter: Filter, sort: readonly SortKey[]): readonly Failure[] {
  const { categories, retries, sources, statuses, lifecycles, codes } = filter;
  const meant = sources && failuresOfSources(catalog, sources);
  const chosen = catalog.failures.filter(
    (failure) =>
      (categories?.includes(failure.category.id) ?? true) &&
      (retries?.includes(failure.retry) ?? true) &&
      (statuses === undefined || failure.statuses.some((status) => statuses.includes(status))) &&
      lifecycles.includes(lifecycleOf(failure)) &&
      (codes?.has(failure.code) ?? true) &&
      (meant?.has(failure) ?? true),
  );
  const order = new Map(catalog.categories.map(({ id }, index) => [id, index]));
  const keyOf: Readonly<Record<SortKey, (failure: Failure) => string | number>> = {
    code: ({ code }) => code,
    name: ({ name }) => name,
    title: ({ title }) => title,
    category: ({ category }) => order.get(category.id) ?? 0,
    retry: ({ retry }) => retryOrder.indexOf(retry),
  };
  return chosen.sort((left, right) => {
    for (const key of sort) {
      const [one, other] = [keyOf[key](left), keyOf[key](right)];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  });
}

const retryOrder: readonly Failure["retry"][] = ["later", "after-change", "never"];

function failuresOfSources({ sources }: Catalog, names: readonly string[]): ReadonlySet<Failure | undefined> {
  const meant = sources.filter(({ name }) => names.includes(name)).flatMap(({ mappings }) => mappings);
  return new Set(meant.filter(({ outcome }) => outcome === "failure").map(({ failure }) => failure));
}

/** Whether an error of a platform passes a filter: by the failure that it means, and its own advice. */
export function isChosenError({ failure, retry }: Mapping, { categories, retries, codes }: Filter): boolean {
  return (
    (categories === undefined || (failure !== undefined && categories.includes(failure.category.id))) &&
    (retries === undefined || (retry !== undefined && retries.includes(retry))) &&
    (codes === undefined || (failure !== undefined && codes.has(failure.code)))
  );
}
