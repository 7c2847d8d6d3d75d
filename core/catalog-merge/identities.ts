import type { NamedCode } from "../allocation/catalog-codes.ts";
import type { Version } from "./merge-json.ts";

/** What each failure of each version is known by: the name it had first. */
export type Identities = Readonly<Record<Version, readonly string[]>>;

/** Tells which failures of three versions are the same: by name, and where one was renamed, by code. */
export function failureIdentities(failures: Readonly<Record<Version, readonly NamedCode[]>>): Identities {
  const base = failures.base.map(({ name }) => name);
  const known = new Set(base);
  const of = (side: readonly NamedCode[]): readonly string[] => {
    const names = new Set(side.map(({ name }) => name));
    const renamed = new Map(failures.base.filter(({ name }) => !names.has(name)).map(({ code, name }) => [code, name]));
    return side.map(({ code, name }) => {
      if (known.has(name)) return name;
      const before = renamed.get(code);
      renamed.delete(code);
      return before ?? name;
    });
  };
  return { base, ours: of(failures.ours), theirs: of(failures.theirs) };
}
