import type { Mapping, Source } from "../catalog.ts";
import { mappingAnchors } from "../sources/mapping-anchor.ts";

/** A mapping that both states of a source have. */
export interface KeptMapping {
  readonly base: Mapping;
  readonly head: Mapping;
}

/** Which mapping of a source is which of its later state. What is inherited before and after is not among them. */
export interface PairedMappings {
  /** For the same errors. */
  readonly kept: readonly KeptMapping[];
  /** Called the same, as no other one is, and for other errors. */
  readonly rekeyed: readonly KeptMapping[];
  /** Own ones; that inherited ones came or went is told as the inheritance, or where they are written. */
  readonly removed: readonly Mapping[];
  readonly added: readonly Mapping[];
}

/** A mapping as one word, which tells it from all others of its source. */
export function mappingKey({ key }: Mapping): string {
  return mappingAnchors(key)[0];
}

/** Pairs the mappings of a source by their keys; own ones that are left over by their names. */
export function pairMappings(base: Source, head: Source): PairedMappings {
  const [before, after] = [byKey(base), byKey(head)];
  const kept: KeptMapping[] = [];
  const removed = new Set<Mapping>();
  for (const [key, mapping] of before) {
    const later = after.get(key);
    if (later === undefined) {
      if (isOwn(base, mapping)) removed.add(mapping);
    } else if (isOwn(base, mapping) || isOwn(head, later)) kept.push({ base: mapping, head: later });
  }
  const added = new Set([...after].flatMap(([key, one]) => (isOwn(head, one) && !before.has(key) ? [one] : [])));
  const rekeyed: KeptMapping[] = [];
  const later = removed.size === 0 ? new Map() : byName(added);
  for (const [name, mapping] of added.size === 0 ? [] : byName(removed)) {
    const other = later.get(name);
    if (mapping === undefined || other === undefined) continue;
    removed.delete(mapping);
    added.delete(other);
    rekeyed.push({ base: mapping, head: other });
  }
  return { kept, rekeyed, removed: [...removed], added: [...added] };
}

function byKey({ mappings }: Source): ReadonlyMap<string, Mapping> {
  return new Map(mappings.map((mapping) => [mappingKey(mapping), mapping]));
}

function isOwn({ file }: Source, { origin }: Mapping): boolean {
  return origin.file.path === file.path;
}

/** Undefined for a name that several have. */
function byName(mappings: Iterable<Mapping>): ReadonlyMap<string, Mapping | undefined> {
  const named = new Map<string, Mapping | undefined>();
  for (const mapping of mappings) named.set(mapping.name, named.has(mapping.name) ? undefined : mapping);
  return named;
}
