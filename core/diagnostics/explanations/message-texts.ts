import type { Explanation } from "../explanation.ts";

/** What the FC30… diagnostics mean: texts of all kinds. */
export const textExplanations = {
  FC3001: {
    meaning:
      "An empty text, or one of nothing but spaces, leaves a hole wherever it is shown. What may be absent is left out instead.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Card declined" }] }',
  },
  FC3002: {
    meaning:
      "White space at the ends of a text cannot be seen, is kept by some formats and dropped by others, and makes equal texts differ.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Card declined " }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Card declined" }] }',
  },
  FC3003: {
    meaning:
      'Control characters do not survive in XML, in properties files or in a terminal. A text of several paragraphs has line feeds ("\\n") and no other; a title stands on one line.',
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Card\\tdeclined" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Card declined" }] }',
  },
  FC3004: {
    meaning:
      "These invisible characters turn the direction of what follows, beyond the end of the text, so that a reviewer sees another text than a program reads. Written texts do without them; targets add isolates where they fill in params.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Card \\u202edenilced" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Card declined" }] }',
  },
  FC3005: {
    meaning:
      "Characters beyond U+FFFF are written as two \\u escapes. One half alone is no character: it cannot be written as UTF-8, and every artifact would hold a replacement character instead.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Parcel \\ud83d lost" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Parcel \\ud83d\\udce6 lost" }] }',
  },
  FC3006: {
    meaning:
      "Unicode can write é as one character, or as e and an accent. The two look alike and are different texts to every comparison, search and digest. Texts are in Normalization Form C, which editors write anyway.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Cafe\\u0301 closed" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Caf\\u00e9 closed" }] }',
  },
  FC3007: {
    meaning:
      "Two failures with one title, or one description, cannot be told apart in a list, in search results or in an editor's hover.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Card refused" }, { "code": 1002, "title": "Card refused" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Card declined" }, { "code": 1002, "title": "Card expired" }] }',
  },
  FC3008: {
    meaning:
      'A person who reads the whole message cannot tell which of the two failures happened. Parts may be shared: "Try again later." fits many failures.',
    language: "json",
    wrong:
      '{\n  "failures": [\n    { "code": 1001, "messages": { "title": { "text": "Your card failed" } } },\n    { "code": 1002, "messages": { "title": { "text": "Your card failed" } } }\n  ]\n}',
    right:
      '{\n  "failures": [\n    { "code": 1001, "messages": { "title": { "text": "Your card failed" } } },\n    { "code": 1002, "messages": { "title": { "text": "Your card has expired" } } }\n  ]\n}',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
