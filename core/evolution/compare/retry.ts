import type { Retry } from "../../catalog.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf } from "../comparison.ts";
import type { EvolutionRuleId } from "../evolution-rules.ts";
import { named } from "../named.ts";

/** Any change of the advice: what it was, and what it is. */
export type Transition = Exclude<`${Retry} ${Retry}`, { [Same in Retry]: `${Same} ${Same}` }[Retry]>;

const transitions = {
  "later never": "retry-withdrawn",
  "never later": "retry-granted",
  "later after-change": "retry-needs-change",
  "after-change later": "retry-needs-no-change",
  "after-change never": "correction-withdrawn",
  "never after-change": "correction-granted",
} as const satisfies Record<Transition, EvolutionRuleId>;

/** Whether sending again still helps, or helps now. */
export function* retryChanges(comparison: Comparison): Iterable<Change> {
  for (const kept of comparison.pairing.kept) {
    const { base, head } = kept;
    if (base.retry === head.retry) continue;
    const rule = transitions[`${base.retry} ${head.retry}` as Transition];
    yield change(rule, fieldOf(comparison, kept, ["retry"]), { failure: named(head) });
  }
}
