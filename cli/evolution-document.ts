import type { Origin } from "../core/catalog.ts";
import type { JudgedChange, Verdict } from "../core/evolution/verdict.ts";
import { locate } from "../core/json.ts";
import { positionAt } from "../core/source-file.ts";
import type { Json } from "../core/target.ts";

/** What `--format json` says of an evolution. */
export function evolutionDocument(
  verdict: Verdict,
  { base, head }: { readonly base: string; readonly head: string },
): {
  readonly [key: string]: Json;
} {
  const { step, version, leftOut } = verdict;
  return {
    evolution: {
      base,
      head,
      step,
      version: { ...version },
      leftOut,
      changes: verdict.changes.map(changeDocument),
    },
  };
}

function changeDocument(change: JudgedChange): Json {
  const { rule, levels, severity, step, standing, waiver, message, hint, failure, fingerprint, base, head } = change;
  return {
    rule,
    levels,
    severity,
    step,
    standing,
    message,
    hint,
    failure: failure ?? null,
    fingerprint,
    ...(waiver === undefined ? {} : { waiver: { ...waiver } }),
    base: base === undefined ? null : placeDocument(base),
    head: head === undefined ? null : placeDocument(head),
  };
}

function placeDocument({ file, path }: Origin): Json {
  const at = locate(file, path);
  const { line, column } = positionAt(file, at.start);
  return { path: file.path, line, column };
}
