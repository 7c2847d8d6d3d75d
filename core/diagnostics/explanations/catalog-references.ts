import type { Explanation } from "../explanation.ts";

/** What the FC23… to FC26… diagnostics mean: references, versions, params, examples. */
export const referenceExplanations = {
  FC2301: {
    meaning: 'The failure names a status that is not among the "statuses" of the catalog.',
    language: "json",
    wrong:
      '{ "statuses": [{ "id": "delivery_failed" }], "failures": [{ "code": 1001, "statuses": ["delivery-failed"] }] }',
    right:
      '{ "statuses": [{ "id": "delivery_failed" }], "failures": [{ "code": 1001, "statuses": ["delivery_failed"] }] }',
  },
  FC2302: {
    meaning:
      "A reference is the code of a failure in the same catalog: pages link it, and clients follow it. This code has no failure.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "related": [1003] }, { "code": 1002 }] }',
    right: '{ "failures": [{ "code": 1001, "related": [1002] }, { "code": 1002 }] }',
  },
  FC2303: {
    meaning:
      "The fallback stands for everything that nobody recognises, so that it occurs as long as the catalog does.",
    language: "json",
    wrong:
      '{ "fallback": 9001, "failures": [{ "code": 9001, "retired": { "since": "1.0.0", "reason": "Too vague." } }] }',
    right: '{ "fallback": 9001, "failures": [{ "code": 9001 }] }',
  },
  FC2304: {
    meaning: "A failure is neither related to itself nor replaced by itself.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "related": [1001] }, { "code": 1002 }] }',
    right: '{ "failures": [{ "code": 1001, "related": [1002] }, { "code": 1002 }] }',
  },
  FC2305: {
    meaning:
      "Whoever meets a replaced failure follows its replacement until one is left that is not replaced. In a circle there is none.",
    language: "json",
    wrong:
      '{\n  "failures": [\n    { "code": 1001, "deprecated": { "since": "1.0.0", "reason": "Renamed.", "replacedBy": 1002 } },\n    { "code": 1002, "deprecated": { "since": "1.0.0", "reason": "Renamed.", "replacedBy": 1001 } }\n  ]\n}',
    right:
      '{\n  "failures": [\n    { "code": 1001, "deprecated": { "since": "1.0.0", "reason": "Renamed.", "replacedBy": 1002 } },\n    { "code": 1002 }\n  ]\n}',
  },
  FC2306: {
    meaning: "A replacement is what occurs now instead of the old failure. A retired failure does not occur any more.",
    language: "json",
    wrong:
      '{\n  "failures": [\n    { "code": 1000 },\n    { "code": 1001, "deprecated": { "since": "1.0.0", "reason": "Renamed.", "replacedBy": 1002 } },\n    { "code": 1002, "retired": { "since": "1.0.0", "reason": "Gone." } }\n  ]\n}',
    right:
      '{\n  "failures": [\n    { "code": 1000 },\n    { "code": 1001, "deprecated": { "since": "1.0.0", "reason": "Renamed.", "replacedBy": 1000 } },\n    { "code": 1002, "retired": { "since": "1.0.0", "reason": "Gone." } }\n  ]\n}',
  },
  FC2401: {
    meaning:
      "Versions are compared, by npm and by failcodes, and so have the form of semver.org 2.0.0: three numbers, perhaps a prerelease.",
    language: "json",
    wrong: '{ "version": "1.0" }',
    right: '{ "version": "1.0.0" }',
  },
  FC2402: {
    meaning:
      "A failure cannot have been added, deprecated or retired in a release that does not exist yet. Before a release the catalog carries a prerelease of it, and may already speak of it: 2.0.0-beta.1 may hold 2.0.0.",
    language: "json",
    wrong: '{ "version": "1.4.0", "failures": [{ "code": 1001, "since": "1.5.0" }] }',
    right: '{ "version": "1.5.0", "failures": [{ "code": 1001, "since": "1.5.0" }] }',
  },
  FC2403: {
    meaning: "A failure is first added, then deprecated, then retired; two of them may happen in one release.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 1001, "since": "1.2.0", "deprecated": { "since": "1.1.0", "reason": "Renamed." } }] }',
    right:
      '{ "failures": [{ "code": 1001, "since": "1.1.0", "deprecated": { "since": "1.2.0", "reason": "Renamed." } }] }',
  },
  FC2501: {
    meaning:
      "Examples are shown to readers and translators, and tests fill them into messages. An example that is not of the param's type shows something that cannot occur.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 2001, "params": { "count": { "type": "integer", "example": "three" } }, "messages": { "title": { "text": "{count} parcels are lost" } } }] }',
    right:
      '{ "failures": [{ "code": 2001, "params": { "count": { "type": "integer", "example": 3 } }, "messages": { "title": { "text": "{count} parcels are lost" } } }] }',
  },
  FC2502: {
    meaning:
      "An enum is one of a few words, and messages choose their text by them. Without the words there is nothing to choose from.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 2001, "params": { "carrier": { "type": "enum", "example": "van" } }, "messages": { "title": { "text": "The {carrier} is lost" } } }] }',
    right:
      '{ "failures": [{ "code": 2001, "params": { "carrier": { "type": "enum", "values": ["bike", "van"], "example": "van" } }, "messages": { "title": { "text": "The {carrier} is lost" } } }] }',
  },
  FC2503: {
    meaning: "Only an enum is limited to a list of words; for other types the list would have no effect.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 2001, "params": { "carrier": { "type": "string", "values": ["bike", "van"], "example": "van" } }, "messages": { "title": { "text": "The {carrier} is lost" } } }] }',
    right:
      '{ "failures": [{ "code": 2001, "params": { "carrier": { "type": "enum", "values": ["bike", "van"], "example": "van" } }, "messages": { "title": { "text": "The {carrier} is lost" } } }] }',
  },
  FC2601: {
    meaning:
      "An example shows a payload in which this failure was seen. Its code is that of the failure, or it is an example of another one.",
    language: "json",
    wrong:
      '{ "failures": [{ "code": 2001, "examples": [{ "title": "Lost", "payload": { "failure": { "code": 2002 } } }] }] }',
    right:
      '{ "failures": [{ "code": 2001, "examples": [{ "title": "Lost", "payload": { "failure": { "code": 2001 } } }] }] }',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
