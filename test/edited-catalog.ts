import { type Catalog, type Code, compareCodes, type Failure, type Reservation } from "../core/catalog.ts";

/** A resolved catalog with other failures or reservations; its lookups follow. */
export function catalogWith(
  catalog: Catalog,
  failures: readonly Failure[],
  reserved: readonly Reservation[] = catalog.reserved,
): Catalog {
  const sorted = [...failures].sort((left, right) => compareCodes(left.code, right.code));
  const names = sorted.flatMap((failure) =>
    [failure.name, ...failure.aliases.map(({ name }) => name)].map((name) => [name, failure] as const),
  );
  const byCode = new Map(sorted.map((failure) => [failure.code, failure]));
  const { fallback } = catalog;
  return {
    ...catalog,
    reserved,
    fallback: sorted.find(({ origin }) => origin === fallback.origin) ?? byCode.get(fallback.code) ?? fallback,
    failures: sorted,
    byCode,
    byName: new Map(names),
  };
}

/** A resolved catalog in which one failure is another. */
export function catalogEdited(catalog: Catalog, code: Code, edit: (failure: Failure) => Failure): Catalog {
  return catalogWith(
    catalog,
    catalog.failures.map((failure) => (failure.code === code ? edit(failure) : failure)),
  );
}

/** A resolved catalog in which failures have other codes, wherever those are written. */
export function catalogRenumbered(catalog: Catalog, codes: ReadonlyMap<Code, Code>): Catalog {
  const now = (code: Code): Code => codes.get(code) ?? code;
  const ending = (old: Failure["retired"]): Failure["retired"] =>
    old?.replacedBy === undefined ? old : { ...old, replacedBy: now(old.replacedBy) };
  const failures = catalog.failures.map((failure) => ({
    ...failure,
    code: now(failure.code),
    related: failure.related.map(now),
    deprecated: ending(failure.deprecated),
    retired: ending(failure.retired),
  }));
  return catalogWith(catalog, failures);
}
