import type { Code } from "../catalog.ts";
import type { Lifecycle } from "../lifecycle.ts";
import type { Location, SourceFile } from "../source-file.ts";

/** What a release says of one failure: enough to know it again, whatever became of its entry. */
export interface LedgerFailure {
  readonly code: Code;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category: string;
  /** `paramsSignature`: names and types. */
  readonly params: string;
  /** Fingerprint of what it means: `meaningOf`. */
  readonly meaning: string;
  readonly state: Lifecycle;
}

/** One release. */
export interface LedgerLine {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Digest of the line before; undefined for the first. */
  readonly previous: string | undefined;
  /** SHA-256 of the bytes of `releases/<version>.json`. */
  readonly release: string;
  /** By code, ascending. */
  readonly failures: readonly LedgerFailure[];
  /** Codes that were reserved. */
  readonly reserved: readonly Code[];
  /** SHA-256 of the line's text up to this member. */
  readonly digest: string;
  readonly at: Location;
}

/** Every release of a catalog, the first one first. */
export interface Ledger {
  readonly file: SourceFile;
  readonly lines: readonly LedgerLine[];
}

/** The last release, or undefined where there was none. */
export function lastRelease({ lines }: Ledger): LedgerLine | undefined {
  return lines.at(-1);
}
