import type { Code } from "../catalog.ts";
import type { Ledger, LedgerFailure } from "./ledger.ts";

/** What became of a failure in one release. */
export interface ReleasedChange {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly what: "released" | "renamed" | "moved" | "meaning" | "params";
  /** The name or the category that it had before; "" for the others. */
  readonly before: string;
  /** The category that it has in this release. */
  readonly category: string;
}

/** What the releases say of a code, the first one first; empty for one that was never released. */
export type CodeHistory = (code: Code) => readonly ReleasedChange[];

/** Where nothing was released. */
export const noHistory: CodeHistory = () => [];

/** The history of every code in a ledger. */
export function codeHistory({ lines }: Ledger): CodeHistory {
  const changes = new Map<Code, ReleasedChange[]>();
  const last = new Map<Code, LedgerFailure>();
  for (const { version, date, failures } of lines) {
    for (const failure of failures) {
      const before = last.get(failure.code);
      last.set(failure.code, failure);
      const known = changes.get(failure.code) ?? [];
      changes.set(failure.code, known);
      for (const { what, was } of changedIn(before, failure)) {
        known.push({ version, date, what, before: was, category: failure.category });
      }
    }
  }
  return (code) => changes.get(code) ?? [];
}

function changedIn(
  before: LedgerFailure | undefined,
  now: LedgerFailure,
): readonly { readonly what: ReleasedChange["what"]; readonly was: string }[] {
  if (before === undefined) return [{ what: "released", was: "" }];
  return [
    ...(before.name === now.name ? [] : [{ what: "renamed", was: before.name } as const]),
    ...(before.category === now.category ? [] : [{ what: "moved", was: before.category } as const]),
    ...(before.meaning === now.meaning ? [] : [{ what: "meaning", was: "" } as const]),
    ...(before.params === now.params ? [] : [{ what: "params", was: "" } as const]),
  ];
}
