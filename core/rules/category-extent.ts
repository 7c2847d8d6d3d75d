import type { CatalogDraft, CategoryDraft } from "./catalog-draft.ts";

/** The range of a category that can be compared with others: both ends written, in order. */
export interface Extent {
  readonly category: CategoryDraft;
  readonly from: number;
  readonly to: number;
}

/** The ranges of a catalog of integers, by their beginning, then their identifier. */
export function extents(catalog: CatalogDraft): readonly Extent[] {
  if (catalog.raw.codeType !== "integer") return [];
  const found: Extent[] = [];
  for (const category of catalog.categories.values()) {
    const { from, to } = category.raw.range ?? {};
    if (from !== undefined && to !== undefined && from <= to) found.push({ category, from, to });
  }
  return found.sort((left, right) => left.from - right.from || (left.category.id < right.category.id ? -1 : 1));
}

/** The prefixes of a catalog of strings, each with the first category that has it. */
export function prefixes(catalog: CatalogDraft): ReadonlyMap<string, CategoryDraft> {
  const found = new Map<string, CategoryDraft>();
  if (catalog.raw.codeType !== "string") return found;
  for (const category of catalog.categories.values()) {
    for (const prefix of category.raw.prefixes ?? []) {
      if (prefix !== undefined && prefix !== "" && !found.has(prefix)) found.set(prefix, category);
    }
  }
  return found;
}

/** The category whose prefix is the longest that a code begins with. */
export function categoryByPrefix(found: ReadonlyMap<string, CategoryDraft>, code: string): CategoryDraft | undefined {
  for (let length = code.length; length > 0; length--) {
    const category = found.get(code.slice(0, length));
    if (category !== undefined) return category;
  }
  return undefined;
}
