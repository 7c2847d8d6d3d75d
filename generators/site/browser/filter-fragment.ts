/** What rows can be filtered by. */
export const facets = ["category", "retry", "status", "lifecycle", "source"] as const;

/** One of them. */
export type Facet = (typeof facets)[number];

/** The values that are asked for, by facet; a facet without any is absent. */
export type Filters = ReadonlyMap<Facet, ReadonlySet<string>>;

/** The filters in a fragment with its `#`; undefined where it is no filter but a place on the page, or nothing. */
export function filtersOf(fragment: string): Filters | undefined {
  const filters = new Map<Facet, Set<string>>();
  for (const pair of fragment.replace(/^#/, "").split("&")) {
    const [name, values, ...rest] = pair.split("=");
    const facet = facets.find((known) => known === name);
    if (facet === undefined || values === undefined || rest.length > 0) return undefined;
    const asked = filters.get(facet) ?? new Set<string>();
    for (const value of values.split(",")) if (value !== "") asked.add(decoded(value));
    if (asked.size > 0) filters.set(facet, asked);
  }
  return filters;
}

/** The fragment of filters, with its `#`; empty where there are none. */
export function fragmentOf(filters: Filters): string {
  const pairs = facets.flatMap((facet) => {
    const values = [...(filters.get(facet) ?? [])].map(encodeURIComponent);
    return values.length === 0 ? [] : [`${facet}=${values.join(",")}`];
  });
  return pairs.length === 0 ? "" : `#${pairs.join("&")}`;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What a row has of every facet; of what it has nothing, `-`. */
export type RowValues = Readonly<Record<Facet, readonly string[]>>;

/** The facets in which a row has nothing of what is asked for. */
export function missedFacets(row: RowValues, filters: Filters): readonly Facet[] {
  const missed: Facet[] = [];
  for (const [facet, asked] of filters) if (!row[facet].some((value) => asked.has(value))) missed.push(facet);
  return missed;
}

/** What the rows would be if a value were chosen in its facet, whatever else is chosen there: by facet and value, how many. */
export function countsOf(
  rows: readonly RowValues[],
  filters: Filters,
): ReadonlyMap<Facet, ReadonlyMap<string, number>> {
  const counts = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
  for (const row of rows) {
    const [missed, ...others] = missedFacets(row, filters);
    if (others.length > 0) continue;
    for (const facet of missed === undefined ? facets : [missed]) {
      const own = counts.get(facet);
      for (const value of row[facet]) own?.set(value, (own.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
