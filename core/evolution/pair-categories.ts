import type { Catalog, Category } from "../catalog.ts";
import type { KeptFailure } from "./comparison.ts";

/**
 * The later id of every category that got another one: all of its failures that were kept are in the new one, or, where
 * there are none, both own the same codes. A category whose id is there still is not among them.
 */
export function laterCategories(
  base: Catalog,
  head: Catalog,
  kept: readonly KeptFailure[],
): ReadonlyMap<string, string> {
  const [before, after] = [new Set(idsOf(base)), new Set(idsOf(head))];
  const gone = base.categories.filter(({ id }) => !after.has(id));
  const fresh = head.categories.filter(({ id }) => !before.has(id));
  const found = new Map<string, string>();
  if (gone.length === 0 || fresh.length === 0) return found;
  const free = new Set(fresh.map(({ id }) => id));
  const moves = movesOf(kept);
  for (const category of gone) {
    const targets = moves.get(category.id) ?? new Set();
    const [only] =
      targets.size === 0 ? fresh.filter((other) => sameCodes(category, other)).map(({ id }) => id) : targets;
    if (only === undefined || targets.size > 1 || !free.has(only)) continue;
    free.delete(only);
    found.set(category.id, only);
  }
  return found;
}

function idsOf({ categories }: Catalog): readonly string[] {
  return categories.map(({ id }) => id);
}

function movesOf(kept: readonly KeptFailure[]): ReadonlyMap<string, ReadonlySet<string>> {
  const moves = new Map<string, Set<string>>();
  for (const { base, head } of kept) {
    const targets = moves.get(base.category.id);
    if (targets === undefined) moves.set(base.category.id, new Set([head.category.id]));
    else targets.add(head.category.id);
  }
  return moves;
}

function sameCodes(left: Category, right: Category): boolean {
  if (left.range !== undefined) return left.range.from === right.range?.from && left.range.to === right.range.to;
  return left.prefixes.length > 0 && JSON.stringify(left.prefixes) === JSON.stringify(right.prefixes);
}
