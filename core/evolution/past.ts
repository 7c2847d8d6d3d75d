import type { Code } from "../catalog.ts";

/** A failure as a release had it. */
export interface PastFailure {
  readonly code: Code;
  readonly name: string;
  /** `meaningDigest` of what it meant. */
  readonly meaning: string;
  /** The last release that had it. */
  readonly release: string;
}

/**
 * What all releases had, of which the base is only one. By it a number or name is known again whose entry was deleted
 * long ago.
 */
export interface Past {
  /** The last failure that had a code. */
  readonly byCode: ReadonlyMap<Code, PastFailure>;
  /** The last failure that had a name, or an alias. */
  readonly byName: ReadonlyMap<string, PastFailure>;
  /** Codes that were deprecated in a release. */
  readonly deprecated: ReadonlySet<Code>;
}

/** Where nothing is known of earlier releases. */
export const noPast: Past = { byCode: new Map(), byName: new Map(), deprecated: new Set() };
