import type { Code } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** How a published page and a catalog can differ, and which diagnostic says so. */
export const differenceKinds = {
  "code-missing-on-page": "FC8201",
  "code-missing-in-catalog": "FC8202",
  "other-number": "FC8203",
  "swapped-numbers": "FC8204",
  "other-spelling": "FC8205",
  "moved-category": "FC8206",
  "text-differs": "FC8207",
  "reserved-code": "FC8208",
  "retired-unmarked": "FC8209",
  "alias-printed": "FC8210",
} as const;

/** One of `differenceKinds`. */
export type DifferenceKind = keyof typeof differenceKinds;

/** One thing that a page says and a catalog does not, or the other way round. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The code of the catalog; where it has none, that of the page. */
  readonly code: Code;
  readonly name: string | undefined;
  /** What stands on either side; undefined where nothing does. */
  readonly onPage: string | undefined;
  readonly inCatalog: string | undefined;
  readonly diagnostic: Diagnostic;
}
