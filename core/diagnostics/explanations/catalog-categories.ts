import type { Explanation } from "../explanation.ts";

/** What the FC22… diagnostics mean: categories and lists. */
export const categoryExplanations = {
  FC2201: {
    meaning: "Failures name a category or a status by its identifier, so that each identifier means one of them.",
    language: "json",
    wrong: '{ "categories": [{ "id": "payment" }, { "id": "payment" }] }',
    right: '{ "categories": [{ "id": "payment" }, { "id": "parcel" }] }',
  },
  FC2202: {
    meaning:
      'Integers belong to categories by ranges, string codes by prefixes. Which of the two counts is decided by "codeType".',
    language: "json",
    wrong: '{ "codeType": "integer", "categories": [{ "id": "payment", "prefixes": ["10"] }] }',
    right: '{ "codeType": "integer", "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1999 } }] }',
  },
  FC2203: {
    meaning: "A range that ends before it begins holds no code at all. Both ends belong to the range.",
    language: "json",
    wrong: '{ "categories": [{ "id": "payment", "range": { "from": 1999, "to": 1000 } }] }',
    right: '{ "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1999 } }] }',
  },
  FC2204: {
    meaning:
      "A code in both ranges would belong to two categories, and a client could only guess. Both ends belong to a range.",
    language: "json",
    wrong:
      '{\n  "categories": [\n    { "id": "payment", "range": { "from": 1000, "to": 2000 } },\n    { "id": "parcel", "range": { "from": 2000, "to": 2999 } }\n  ]\n}',
    right:
      '{\n  "categories": [\n    { "id": "payment", "range": { "from": 1000, "to": 1999 } },\n    { "id": "parcel", "range": { "from": 2000, "to": 2999 } }\n  ]\n}',
  },
  FC2205: {
    meaning:
      "The longest prefix that a string code begins with decides its category. Two categories with the same prefix leave that open; a longer prefix inside a shorter one is fine.",
    language: "json",
    wrong:
      '{ "codeType": "string", "categories": [{ "id": "types", "prefixes": ["E"] }, { "id": "borrow", "prefixes": ["E"] }] }',
    right:
      '{ "codeType": "string", "categories": [{ "id": "types", "prefixes": ["E"] }, { "id": "borrow", "prefixes": ["E05"] }] }',
  },
  FC2206: {
    meaning: 'The failure names a category that is not among the "categories" of the catalog.',
    language: "json",
    wrong: '{ "categories": [{ "id": "payment" }], "failures": [{ "code": 1001, "category": "payments" }] }',
    right: '{ "categories": [{ "id": "payment" }], "failures": [{ "code": 1001, "category": "payment" }] }',
  },
  FC2207: {
    meaning: "The list is a set: naming something twice adds nothing, and usually something else was meant.",
    language: "json",
    wrong: '{ "statuses": [{ "id": "failed" }], "failures": [{ "code": 1001, "statuses": ["failed", "failed"] }] }',
    right: '{ "statuses": [{ "id": "failed" }], "failures": [{ "code": 1001, "statuses": ["failed"] }] }',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
