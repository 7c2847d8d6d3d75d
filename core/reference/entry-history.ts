import type { Failure } from "../catalog.ts";
import type { CodeHistory, ReleasedChange } from "../ledger/code-history.ts";
import { compareVersions, parseVersion } from "../semantic-version.ts";

/** Something that happened to a failure's entry: as the entry says of itself, or as a release remembers. */
export type HistoryEntry = { readonly version: string } & (
  | { readonly what: "added" }
  | { readonly what: "deprecated" | "retired"; readonly reason: string }
  | { readonly what: ReleasedChange["what"]; readonly before: string; readonly date: string }
);

/** The history of a failure, the oldest version first. */
export function entryHistory(failure: Failure, released: CodeHistory): readonly HistoryEntry[] {
  const { code, since, deprecated, retired } = failure;
  const entries: HistoryEntry[] = [];
  if (since !== undefined) entries.push({ version: since, what: "added" });
  for (const { version, date, what, before } of released(code)) entries.push({ version, what, before, date });
  if (deprecated !== undefined) {
    entries.push({ version: deprecated.since, what: "deprecated", reason: deprecated.reason });
  }
  if (retired !== undefined) entries.push({ version: retired.since, what: "retired", reason: retired.reason });
  return entries.sort((left, right) => compareWritten(left.version, right.version));
}

function compareWritten(left: string, right: string): number {
  const [one, other] = [parseVersion(left), parseVersion(right)];
  return one === undefined || other === undefined ? 0 : compareVersions(one, other);
}
