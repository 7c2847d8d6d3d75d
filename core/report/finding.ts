import type { Severity } from "../diagnostics/definition.ts";
import type { RelatedLocation } from "../diagnostics/diagnostic.ts";
import type { Location } from "../source-file.ts";
import type { Check } from "./checks.ts";

/** A sentence about a place: what a line of a report needs. A diagnostic is one. */
export interface Remark {
  /** Permanent id of what it says: `FC2206`, `drift-edited`. */
  readonly code: string;
  readonly severity: Severity;
  /** A full sentence. */
  readonly message: string;
  /** What to do: an imperative sentence; "" where a command says all. */
  readonly hint: string;
  readonly at: Location;
  readonly related?: readonly RelatedLocation[];
}

/** What a run found, whatever found it: all that the formats of reports are made of. */
export interface Finding extends Remark {
  readonly check: Check;
  /** What its code means, in a few words. */
  readonly title: string;
  /** The command that mends it, where there is one. */
  readonly mend?: string;
  /** Whether it is about a file as a whole, which need not be there; `at` only names the file, then. */
  readonly wholeFile?: boolean;
  /** Whether the command's own text tells of it: it is not listed once more where a person reads. */
  readonly inText?: boolean;
  /** The ids that tell it from others of its code; undefined where what is written at its place does. */
  readonly ids?: readonly string[];
}

/** What there is to do about a finding, in lines. */
export function adviceLines({ hint, mend }: Finding): readonly string[] {
  if (mend === undefined) return [`hint: ${hint}`];
  return hint === "" ? [`mend: ${mend}`] : [`mend: ${mend}`, hint];
}

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Findings with the gravest first, else in the order they are in: what is cut off is what matters least. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((left, right) => weight[left.severity] - weight[right.severity]);
}
