import type { Catalog, Category, Failure, Reservation } from "../catalog.ts";

/** The failures of every category, by the category's id, in the order of their codes. */
export function failuresByCategory({ failures }: Catalog): ReadonlyMap<string, readonly Failure[]> {
  const found = new Map<string, Failure[]>();
  for (const failure of failures) {
    const members = found.get(failure.category.id);
    if (members === undefined) found.set(failure.category.id, [failure]);
    else members.push(failure);
  }
  return found;
}

/** The category that a reserved code would belong to; undefined where none owns it. */
export function categoryOfReserved({ categories }: Catalog, { code }: Reservation): Category | undefined {
  if (typeof code === "number") {
    return categories.find(({ range }) => range !== undefined && code >= range.from && code <= range.to);
  }
  let best: Category | undefined;
  let length = 0;
  for (const category of categories) {
    for (const prefix of category.prefixes) {
      if (prefix.length > length && code.startsWith(prefix)) [best, length] = [category, prefix.length];
    }
  }
  return best;
}

/** The codes that belong to a category, in words; `text` makes a prefix safe where they are written. */
export function categoryCodes({ range, prefixes }: Category, text: (prefix: string) => string): string | undefined {
  if (range !== undefined) return range.from === range.to ? `${range.from}` : `${range.from}–${range.to}`;
  if (prefixes.length === 0) return undefined;
  const words = prefixes.map(text).join(", ");
  return `codes that begin with ${words.replace(/, (?=[^,]*$)/, " or ")}`;
}
