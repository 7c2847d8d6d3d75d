import type { Alias, Ending, Example, Failure, Message, Param, Reservation } from "../catalog.ts";
import type { EvolutionRuleId } from "./evolution-rules.ts";

/** What a change of a field means: the rules that speak of it, or why none does. */
export type FieldMeaning = readonly [EvolutionRuleId, ...EvolutionRuleId[]] | { readonly none: string };

/** Every field of a part of the model; a new one does not compile without saying what it means. */
export type FieldMeanings<Part> = Readonly<Record<keyof Part, FieldMeaning>>;

const codes = [
  "code-added",
  "code-removed",
  "code-removed-unreserved",
  "retired-code-added",
  "tombstone-removed",
  "code-renumbered",
  "renamed-and-renumbered",
  "code-form-changed",
  "codes-swapped",
  "code-reused",
  "reserved-code-used",
] as const;

const meanings = ["meaning-changed", "meaning-clarified", "meaning-redefined", "meanings-swapped"] as const;

const retries = [
  "retry-withdrawn",
  "retry-granted",
  "retry-needs-change",
  "retry-needs-no-change",
  "correction-withdrawn",
  "correction-granted",
] as const;

/** What each field of a failure means for those who rely on it. */
export const failureFields: FieldMeanings<Failure> = {
  code: codes,
  name: ["renamed", "renamed-with-alias", "renamed-to-alias", "alias-promoted", "name-reused", "names-swapped"],
  aliases: ["alias-added", "alias-removed", "name-reused", "renamed-with-alias", "alias-promoted"],
  category: ["failure-category-changed", "legacy-allocation"],
  title: meanings,
  description: meanings,
  guidance: ["guidance-added", "guidance-emptied", "guidance-changed"],
  retry: [...retries, "retry-unjudged", "meaning-clarified", "meaning-redefined"],
  params: ["param-added", "param-removed", "param-renamed", "params-reordered"],
  messages: ["message-added", "message-removed"],
  developerText: ["developer-text-added", "developer-text-removed", "developer-text-changed"],
  since: ["history-recorded", "history-removed", "history-rewritten", "since-backdated"],
  deprecated: ["code-deprecated", "deprecation-reverted", "history-recorded", "history-removed"],
  retired: ["code-retired", "retired-without-deprecation", "retirement-reverted", "code-reactivated", "code-reused"],
  statuses: ["failure-status-added", "failure-status-removed"],
  related: ["related-added", "related-removed", "failure-split"],
  examples: ["example-added", "example-removed"],
  origin: { none: "Where an entry stands in its file, or in which file, is nobody's concern but the author's." },
};

/** What each field of an alias means. */
export const aliasFields: FieldMeanings<Alias> = {
  name: ["alias-added", "alias-removed", "name-reused"],
  reason: ["alias-reason-changed"],
};

/** What the two lists of the guidance mean. */
export const guidanceFields: FieldMeanings<Failure["guidance"]> = {
  causes: ["guidance-added", "guidance-emptied", "guidance-changed"],
  actions: ["guidance-added", "guidance-emptied", "guidance-changed"],
};

/** What each field of a param means. */
export const paramFields: FieldMeanings<Param> = {
  name: ["param-renamed", "param-added", "param-removed"],
  type: ["param-type-changed", "param-type-widened", "param-type-narrowed"],
  values: ["param-value-added", "param-value-removed"],
  example: ["param-example-changed"],
  description: ["param-description-changed"],
  pii: ["param-pii-declared", "param-pii-relaxed"],
  grouping: ["param-grouping-changed"],
};

/** What each field of a message in the default locale means. */
export const messageFields: FieldMeanings<Message> = {
  text: ["message-text-changed"],
  description: ["message-note-changed"],
  maxLength: ["message-limit-tightened", "message-limit-relaxed"],
  markup: ["message-markup-allowed", "message-markup-withdrawn"],
};

/** What each field of a deprecation or a retirement means. */
export const endingFields: FieldMeanings<Ending> = {
  since: ["history-rewritten"],
  reason: ["ending-reason-changed"],
  replacedBy: [
    "replacement-added",
    "replacement-removed",
    "replacement-changed",
    "replacement-deprecated",
    "replacement-unlike",
    "failures-merged",
    "failure-split",
  ],
};

/** What each field of an example means. */
export const exampleFields: FieldMeanings<Example> = {
  title: ["example-changed", "example-added", "example-removed"],
  payload: ["example-changed"],
};

/** What each field of a reservation means. */
export const reservationFields: FieldMeanings<Reservation> = {
  code: ["reservation-added", "reservation-removed", "code-removed", "reserved-code-used"],
  reason: ["reservation-reason-changed"],
  origin: { none: "Where an entry stands in its file, or in which file, is nobody's concern but the author's." },
};
