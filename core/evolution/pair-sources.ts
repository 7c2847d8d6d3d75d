import type { Source } from "../catalog.ts";

/** A source that both catalogs have, whatever its name became. */
export interface KeptSource {
  readonly base: Source;
  readonly head: Source;
}

/** Which source of the one catalog is which of the other. */
export interface PairedSources {
  readonly kept: readonly KeptSource[];
  readonly removed: readonly Source[];
  readonly added: readonly Source[];
}

/** Pairs sources by their names; those that are left over by their aliases, then by their titles. */
export function pairSources(base: readonly Source[], head: readonly Source[]): PairedSources {
  const kept: KeptSource[] = [];
  const [removed, added] = [new Set(base), new Set(head)];
  const pair = (before: Source, keysOf: (source: Source) => readonly string[], keys: readonly string[]): void => {
    const after = [...added].find((source) => keysOf(source).some((key) => keys.includes(key)));
    if (after === undefined || !removed.has(before)) return;
    removed.delete(before);
    added.delete(after);
    kept.push({ base: before, head: after });
  };
  const later = new Map(head.map((source) => [source.name, source]));
  for (const before of base) {
    const after = later.get(before.name);
    if (after === undefined) continue;
    removed.delete(before);
    added.delete(after);
    kept.push({ base: before, head: after });
  }
  // Few are left over.
  for (const before of [...removed]) pair(before, aliasesOf, [before.name]);
  for (const before of [...removed]) pair(before, ({ name }) => [name], aliasesOf(before));
  for (const before of [...removed]) pair(before, ({ title }) => [title], [before.title]);
  return { kept, removed: [...removed], added: [...added] };
}

function aliasesOf({ aliases }: Source): readonly string[] {
  return aliases.map(({ name }) => name);
}
