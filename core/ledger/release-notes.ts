import type { Catalog, Code } from "../catalog.ts";
import type { JudgedChange } from "../evolution/verdict.ts";

/** A release, as the changelog and the migration notes tell it. */
export interface ReleaseNotes {
  readonly catalog: Catalog;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Undefined for the first release, which changes nothing. */
  readonly changes: readonly JudgedChange[] | undefined;
  /** Address of a failure's page, as a link in a file beside the catalog; undefined where there are no pages. */
  readonly pageOf: (code: Code) => string | undefined;
}
