import type { Catalog, Status } from "../catalog.ts";
import { type PairedEntries, pairEntries } from "./pair-entries.ts";

/** Which status of the one catalog is which of the other: by id, or where that is another one by what is said of it. */
export function pairStatuses(base: Catalog, head: Catalog): PairedEntries<Status> {
  return pairEntries(
    base.statuses,
    head.statuses,
    ({ id }) => id,
    ({ title, description }) => JSON.stringify([title, description]),
  );
}

/** The later id of every status that got another one. */
export function laterStatuses(base: Catalog, head: Catalog): ReadonlyMap<string, string> {
  const { kept } = pairStatuses(base, head);
  const renamed = kept.filter((pair) => pair.base.entry.id !== pair.head.entry.id);
  return new Map(renamed.map((pair) => [pair.base.entry.id, pair.head.entry.id]));
}
