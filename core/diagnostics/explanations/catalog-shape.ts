import type { Explanation } from "../explanation.ts";

/** What the FC20… diagnostics mean: the shape of a file. */
export const shapeExplanations = {
  FC2001: {
    meaning:
      "A file of the spec holds only the properties that its schema names. A misspelt one would be ignored without a word, and what it says would be missing from every artifact.",
    language: "json",
    wrong: '{ "reserved": [{ "code": 2013, "reason": "Bad luck.", "resaon": "Bad luck." }] }',
    right: '{ "reserved": [{ "code": 2013, "reason": "Bad luck." }] }',
  },
  FC2002: {
    meaning: "The schema asks for this property, because an artifact cannot be made without it.",
    language: "json",
    wrong: '{ "reserved": [{ "code": 2013 }] }',
    right: '{ "reserved": [{ "code": 2013, "reason": "Bad luck." }] }',
  },
  FC2003: {
    meaning:
      "The value has another type than the schema asks for: a number in quotes, for example, or one text instead of a list.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "guidance": { "causes": "The card is too old.", "actions": [] } }] }',
    right: '{ "failures": [{ "code": 1001, "guidance": { "causes": ["The card is too old."], "actions": [] } }] }',
  },
  FC2004: {
    meaning: "The property takes one of a few words, and this is none of them.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "retry": "afterwards" }] }',
    right: '{ "failures": [{ "code": 1001, "retry": "after-change" }] }',
  },
  FC2005: {
    meaning:
      "The value becomes a name somewhere: of a package, a folder, a file, a member of an enum. It therefore keeps to a form that all of these admit.",
    language: "json",
    wrong: '{ "name": "Order Failures" }',
    right: '{ "name": "order-failures" }',
  },
  FC2006: {
    meaning: "The list or value says nothing while it is empty. A catalog has at least one category and one failure.",
    language: "json",
    wrong: '{ "categories": [] }',
    right: '{ "categories": [{ "id": "payment" }] }',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
