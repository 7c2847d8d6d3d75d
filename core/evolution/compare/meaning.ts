import { quoted, quotedSentence } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure } from "../comparison.ts";
import { changedMeaning, meaningDigest } from "../meaning.ts";
import { listed, named } from "../named.ts";
import { meaningCycles } from "./swaps.ts";

/** What failures mean, and where they belong. */
export function* meaningChanges(comparison: Comparison): Iterable<Change> {
  const swapped = new Set(meaningCycles(comparison.pairing).flat());
  for (const kept of comparison.pairing.kept) {
    if (!swapped.has(kept) && !comparison.pairing.reborn.has(kept)) yield* otherMeaning(comparison, kept);
    yield* otherCategory(comparison, kept);
  }
}

function* otherMeaning(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const { base, head } = kept;
  const [first, ...others] = changedMeaning(base, head);
  if (first === undefined) return;
  const failure = named(head);
  const parts = `its ${listed([first, ...others])}`;
  const { code } = head;
  const [from, to] = [meaningDigest(base, comparison.digest), meaningDigest(head, comparison.digest)];
  const subject = fieldOf(comparison, kept, [first], [from, to]);
  const judgement = comparison.judge(code, from, to);
  if (judgement?.verdict === "clarified") yield change("meaning-clarified", subject, { failure, parts });
  else if (judgement !== undefined) {
    const reason = quotedSentence(judgement.reasons.join(" "));
    yield change("meaning-redefined", subject, { failure, parts, reason });
  } else {
    const words = { failure, code: JSON.stringify(code), from, to };
    // The step that a change of the advice asks for is told by the rule for it.
    if (first === "retry") yield change("retry-unjudged", subject, words);
    else yield change("meaning-changed", subject, { ...words, parts });
  }
}

function* otherCategory(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const [before, after] = [kept.base.category.id, kept.head.category.id];
  // A category that got another id took its failures along.
  if (before === after || comparison.pairing.laterCategory.get(before) === after) return;
  const words = { failure: named(kept.head), before: quoted(before), after: quoted(after) };
  yield change("failure-category-changed", fieldOf(comparison, kept, ["category"]), words);
}
