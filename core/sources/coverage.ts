import type { Source } from "../catalog.ts";

/** How many errors of a source there are, and how sure what they mean is. */
export interface Coverage {
  /** All of them: mapped, on the fallback, and no failure. */
  readonly errors: number;
  /** Those that mean a failure: documented and derived. */
  readonly mapped: number;
  readonly documented: number;
  readonly derived: number;
  /** Those that nobody can judge. */
  readonly fallback: number;
  readonly notAFailure: number;
  /** Those among all that come from the source it inherits from. */
  readonly inherited: number;
  readonly published: number;
  readonly sameNumbering: number;
  readonly recalled: number;
}

/** Counts the errors of a source. */
export function coverageOf(source: Source): Coverage {
  const { mappings } = source;
  const count = (counts: (mapping: Source["mappings"][number]) => boolean): number => mappings.filter(counts).length;
  return {
    errors: mappings.length,
    mapped: count(({ outcome }) => outcome === "failure"),
    documented: count(({ evidence }) => evidence === "documented"),
    derived: count(({ evidence }) => evidence === "derived"),
    fallback: count(({ outcome }) => outcome === "fallback"),
    notAFailure: count(({ outcome }) => outcome === "notAFailure"),
    inherited: count(({ origin }) => origin.file !== source.file),
    published: count(({ provenance }) => provenance === "published"),
    sameNumbering: count(({ provenance }) => provenance === "same-numbering"),
    recalled: count(({ provenance }) => provenance === "recalled"),
  };
}
