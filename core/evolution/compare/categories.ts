import type { Category } from "../../catalog.ts";
import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { type PlacedEntry, pairEntries } from "../pair-entries.ts";

interface KeptCategory {
  readonly base: PlacedEntry<Category>;
  readonly head: PlacedEntry<Category>;
}

/** Categories that are new, gone or called otherwise, and the codes that they own. That a failure moved is told with it. */
export function* categoryChanges(comparison: Comparison): Iterable<Change> {
  const { base, head, pairing } = comparison;
  const before = new Set(base.catalog.categories);
  // A category that got another id is looked for under that one.
  const idNow = (category: Category): string =>
    (before.has(category) ? pairing.laterCategory.get(category.id) : undefined) ?? category.id;
  const { kept, removed, added } = pairEntries(base.catalog.categories, head.catalog.categories, idNow);
  for (const pair of kept) {
    yield* names(comparison, pair);
    // Codes of another type have no range in common with the old ones.
    if (base.catalog.codeType !== head.catalog.codeType) continue;
    yield* ranges(comparison, pair);
    yield* prefixes(comparison, pair);
  }
  for (const { entry, index } of removed) {
    const place = base.place(base.catalog.file, ["categories", index]);
    yield change("category-removed", { ids: [entry.id], base: place }, { category: quoted(entry.id) });
  }
  for (const { entry, index } of added) {
    const place = head.place(head.catalog.file, ["categories", index]);
    yield change("category-added", { ids: [entry.id], head: place }, { category: quoted(entry.id) });
  }
}

function fieldOf({ base, head }: Comparison, pair: KeptCategory, field: keyof Category, ...ids: string[]) {
  return {
    ids: [pair.head.entry.id, ...ids],
    base: base.place(base.catalog.file, ["categories", pair.base.index, field]),
    head: head.place(head.catalog.file, ["categories", pair.head.index, field]),
  };
}

function* names(comparison: Comparison, pair: KeptCategory): Iterable<Change> {
  const [before, after] = [pair.base.entry, pair.head.entry];
  if (before.id !== after.id) {
    const words = { before: quoted(before.id), after: quoted(after.id) };
    yield change("category-renamed", fieldOf(comparison, pair, "id", before.id), words);
  }
  for (const field of ["title", "description"] as const) {
    if (before[field] === after[field]) continue;
    const words = { category: quoted(after.id), field };
    yield change("category-text-changed", fieldOf(comparison, pair, field, field), words);
  }
}

function* ranges(comparison: Comparison, pair: KeptCategory): Iterable<Change> {
  const [before, after] = [pair.base.entry.range, pair.head.entry.range];
  const category = quoted(pair.head.entry.id);
  const subject = fieldOf(comparison, pair, "range");
  if (before === undefined || after === undefined) {
    if (after !== undefined) yield change("category-range-added", subject, { category, range: rangeText(after) });
    else if (before !== undefined) {
      yield change("category-range-removed", subject, { category, range: rangeText(before) });
    }
    return;
  }
  if (before.from === after.from && before.to === after.to) return;
  const words = { category, before: rangeText(before), after: rangeText(after) };
  if (after.from <= before.from && after.to >= before.to) yield change("category-range-widened", subject, words);
  else if (after.from >= before.from && after.to <= before.to) yield change("category-range-narrowed", subject, words);
  else yield change("category-range-moved", subject, words);
}

function rangeText({ from, to }: Category["range"] & object): string {
  return `${from} to ${to}`;
}

function* prefixes(comparison: Comparison, pair: KeptCategory): Iterable<Change> {
  const [before, after] = [new Set(pair.base.entry.prefixes), new Set(pair.head.entry.prefixes)];
  const category = quoted(pair.head.entry.id);
  for (const prefix of before) {
    if (after.has(prefix)) continue;
    const subject = fieldOf(comparison, pair, "prefixes", prefix);
    yield change("category-prefix-removed", subject, { category, prefix: quoted(prefix) });
  }
  for (const prefix of after) {
    if (before.has(prefix)) continue;
    const subject = fieldOf(comparison, pair, "prefixes", prefix);
    yield change("category-prefix-added", subject, { category, prefix: quoted(prefix) });
  }
}
