/** An entry of a list, and where it stands in it. */
export interface PlacedEntry<Entry> {
  readonly entry: Entry;
  readonly index: number;
}

/** Which entry of the one list is which of the other. */
export interface PairedEntries<Entry> {
  readonly kept: readonly { readonly base: PlacedEntry<Entry>; readonly head: PlacedEntry<Entry> }[];
  readonly removed: readonly PlacedEntry<Entry>[];
  readonly added: readonly PlacedEntry<Entry>[];
}

/**
 * Pairs the entries of two lists. Equal keys make two entries one, whatever else they say; of those that are left over,
 * equal contents do. Takes time with the number of entries.
 */
export function pairEntries<Entry>(
  base: readonly Entry[],
  head: readonly Entry[],
  ...ways: readonly ((entry: Entry) => string)[]
): PairedEntries<Entry> {
  const kept: { base: PlacedEntry<Entry>; head: PlacedEntry<Entry> }[] = [];
  let removed = base.map((entry, index): PlacedEntry<Entry> => ({ entry, index }));
  let added = head.map((entry, index): PlacedEntry<Entry> => ({ entry, index }));
  for (const keyOf of ways) {
    if (removed.length === 0 || added.length === 0) break;
    const free = new Map(added.map((placed) => [keyOf(placed.entry), placed]));
    removed = removed.filter((placed) => {
      const key = keyOf(placed.entry);
      const later = free.get(key);
      if (later === undefined) return true;
      free.delete(key);
      kept.push({ base: placed, head: later });
      return false;
    });
    const paired = new Set(kept.map((pair) => pair.head));
    added = added.filter((placed) => !paired.has(placed));
  }
  return { kept, removed, added };
}
