import type { allocationDiagnostics } from "../allocation-diagnostics.ts";
import type { Explanation } from "../explanation.ts";

/** What the FC93… diagnostics mean. */
export const allocationExplanations: Readonly<Record<keyof typeof allocationDiagnostics, Explanation>> = {
  FC9301: {
    meaning:
      "New codes come after the highest one that is or was in use, on any branch and in any release. Where a range ends there, numbers may be left between others; they are given only when they are asked for, since one of them may have been somebody's before there was a ledger.",
    language: "json",
    wrong: '{ "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1001 } }] }',
    right: '{ "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1999 } }] }',
  },
  FC9302: {
    meaning:
      "Integers count up through the range of their category. String codes do where every code of the category has the same letters and as many digits behind them, such as E0308; which one follows 22P02 is for people to say.",
    language: "json",
    wrong: '{ "categories": [{ "id": "types" }], "failures": [{ "code": "E0308", "category": "types" }] }',
    right:
      '{ "categories": [{ "id": "types", "prefixes": ["E03"] }], "failures": [{ "code": "E0308", "category": "types" }] }',
  },
};
