import type { Digest } from "../digest.ts";
import type { Json } from "../target.ts";
import type { Check } from "./checks.ts";
import type { Finding } from "./finding.ts";

/** A run of a command and all that came of it: what every format of a report is made of. */
export interface Report {
  /** Version of failcodes. */
  readonly version: string;
  /** Null where the words of the command line name none. */
  readonly command: string | null;
  /** 0 clean, 1 found something, 2 could not work. */
  readonly exitCode: 0 | 1 | 2;
  /** Why it could not work at all. */
  readonly problem?: { readonly message: string; readonly hint: string } | undefined;
  /** The kinds of checks that were made to the end, whether they found something or not. */
  readonly checks: readonly Check[];
  /** In the order they are printed. */
  readonly findings: readonly Finding[];
  /** What the findings come to, in a sentence or two, where that is more than their number. */
  readonly summary?: string | undefined;
  /** What the command says besides, as plain text; "" for nothing. */
  readonly text: () => string;
  /** What it says besides, as members of a JSON document. */
  readonly document: { readonly [key: string]: Json };
  /** Where the project lies in its repository, with forward slashes; "" at its root. */
  readonly folder: string;
  /** A file that was named on the command line, and its path in the repository; absolute where it lies elsewhere. */
  readonly named?: { readonly path: string; readonly inRepository: string } | undefined;
  readonly digest: Digest;
}

/** The words of a report's command: `failcodes check`. */
export function commandOf({ command }: Report): string {
  return command === null ? "failcodes" : `failcodes ${command}`;
}

/** `2 errors, 1 warning`; "" for no findings. */
export function countsText(findings: readonly Pick<Finding, "severity">[]): string {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return Object.entries({ error: counts.error, warning: counts.warning, note: counts.info })
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${count} ${word}${count === 1 ? "" : "s"}`)
    .join(", ");
}
