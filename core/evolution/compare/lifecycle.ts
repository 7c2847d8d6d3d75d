import type { Ending } from "../../catalog.ts";
import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure } from "../comparison.ts";
import { named } from "../named.ts";

/** The life of a failure: since when it is there, and that it goes or comes back. */
export function* lifecycleChanges(comparison: Comparison): Iterable<Change> {
  for (const kept of comparison.pairing.kept) {
    const { base, head } = kept;
    yield* history(comparison, kept, ["since"], base.since, head.since);
    if (base.deprecated === undefined && base.retired === undefined) {
      if (head.deprecated === undefined && head.retired === undefined) continue;
    }
    if ((base.retired === undefined) !== (head.retired === undefined)) yield* retirement(comparison, kept);
    else if (head.retired === undefined) yield* deprecation(comparison, kept);
    yield* endings(comparison, kept);
  }
}

function* retirement(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const { base, head } = kept;
  const words = { failure: named(head) };
  const subject = fieldOf(comparison, kept, ["retired"]);
  if (head.retired !== undefined) {
    const announced = base.deprecated !== undefined || comparison.past.deprecated.has(base.code);
    yield change(announced ? "code-retired" : "retired-without-deprecation", subject, words);
  } else if (!comparison.pairing.reborn.has(kept)) {
    yield change(head.deprecated === undefined ? "code-reactivated" : "retirement-reverted", subject, words);
  }
}

function* deprecation(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const { base, head } = kept;
  const subject = fieldOf(comparison, kept, ["deprecated"]);
  if (base.deprecated === undefined && head.deprecated !== undefined) {
    yield change("code-deprecated", subject, { failure: named(head), reason: quoted(head.deprecated.reason) });
  } else if (base.deprecated !== undefined && head.deprecated === undefined) {
    yield change("deprecation-reverted", subject, { failure: named(head) });
  }
}

/** What is said of an ending that was there before, or that belongs to a retirement. */
function* endings(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  for (const ending of ["deprecated", "retired"] as const) {
    const [before, after] = [kept.base[ending], kept.head[ending]];
    if (before !== undefined && after !== undefined) {
      yield* history(comparison, kept, [ending, "since"], before.since, after.since);
      yield* reasons(comparison, kept, ending, before, after);
    } else if (ending === "deprecated" && kept.head.retired !== undefined) {
      // A deprecation that is made up at the moment of retirement is no news besides it.
      if (before === undefined && kept.base.retired === undefined) continue;
      yield* history(comparison, kept, [ending, "since"], before?.since, after?.since);
    }
  }
}

function* reasons(
  comparison: Comparison,
  kept: KeptFailure,
  ending: "deprecated" | "retired",
  before: Ending,
  after: Ending,
): Iterable<Change> {
  if (before.reason === after.reason) return;
  const subject = fieldOf(comparison, kept, [ending, "reason"], [ending]);
  yield change("ending-reason-changed", subject, {
    failure: named(kept.head),
    ending,
    after: quoted(after.reason),
  });
}

function* history(
  comparison: Comparison,
  kept: KeptFailure,
  path: readonly string[],
  before: string | undefined,
  after: string | undefined,
): Iterable<Change> {
  if (before === after) return;
  const field = path.join(".");
  const words = { failure: named(kept.head), field: quoted(field) };
  const subject = fieldOf(comparison, kept, path, [field]);
  if (before === undefined) yield change("history-recorded", subject, { ...words, after: after ?? "" });
  else if (after === undefined) yield change("history-removed", subject, { ...words, before });
  else yield change("history-rewritten", subject, { ...words, before, after });
}
