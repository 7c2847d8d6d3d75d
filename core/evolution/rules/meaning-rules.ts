import { sentence } from "../../diagnostics/message-template.ts";
import type { EvolutionRules } from "../evolution-rule.ts";

/** What becomes of what a failure means. */
export const meaningRules = {
  "meaning-changed": {
    levels: ["behaviour", "docs"],
    severity: "error",
    step: "major",
    title: "The meaning of a failure may have changed",
    message: sentence`Whoever acts on ${"failure"} by what it used to say may do the wrong thing: ${"parts"} changed.`,
    hint: sentence`Say which it is under "meanings" of spec/evolution.json: { "code": ${"code"}, "from": "${"from"}", "to": "${"to"}", "verdict": "clarified" or "changed", "reason": "…" }.`,
    mirror: "meaning-changed",
  },
  "retry-unjudged": {
    levels: ["behaviour", "docs"],
    severity: "error",
    step: "none",
    title: "The advice whether to send again changed, and nobody says what that means",
    message: sentence`Whoever acts on ${"failure"} cannot tell whether it means something else: its retry changed, and nothing is said of it.`,
    hint: sentence`Say which it is under "meanings" of spec/evolution.json: { "code": ${"code"}, "from": "${"from"}", "to": "${"to"}", "verdict": "clarified" or "changed", "reason": "…" }.`,
    mirror: "retry-unjudged",
  },
  "meaning-clarified": {
    levels: ["docs"],
    severity: "info",
    step: "patch",
    title: "A failure says the same, better",
    message: sentence`Whoever reads about ${"failure"} finds other words for the same: ${"parts"} changed.`,
    hint: sentence`Raise the patch part of the version.`,
    mirror: { none: "What was said of a change of meaning is not said of the way back, which has to be judged anew." },
  },
  "meaning-redefined": {
    levels: ["behaviour", "docs"],
    severity: "warning",
    step: "major",
    title: "A failure means something else",
    message: sentence`Whoever acts on ${"failure"} has to act otherwise: ${"parts"} changed, and the author says that the meaning did, with the words ${"reason"}.`,
    hint: sentence`Raise the major part of the version, and say in the reason what is to be done otherwise.`,
    mirror: { none: "What was said of a change of meaning is not said of the way back, which has to be judged anew." },
  },
  "meanings-swapped": {
    levels: ["wire", "behaviour"],
    severity: "forbidden",
    step: "major",
    title: "Failures exchanged their meanings",
    message: sentence`Under the same codes and names each of these says what another one said: ${"moves"}.`,
    hint: sentence`Give each failure its old title and description again.`,
    mirror: "meanings-swapped",
  },
  "failure-category-changed": {
    levels: ["behaviour", "source"],
    severity: "error",
    step: "major",
    settledByVersion: true,
    title: "A failure moved to another category",
    message: sentence`A program that decides by category treats ${"failure"} otherwise: it was of ${"before"} and is of ${"after"}.`,
    hint: sentence`Write ${"before"} again, or raise the major part of the version.`,
    mirror: "failure-category-changed",
  },
} as const satisfies EvolutionRules;
