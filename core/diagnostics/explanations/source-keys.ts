import type { Explanation } from "../explanation.ts";

function keys(...written: readonly string[]): string {
  const rows = written.map((key, index) => `    { ${key}, "name": "Error ${index + 1}", "failure": 1001 }`);
  return `{\n  "mappings": [\n${rows.join(",\n")}\n  ]\n}`;
}

/**
 * What the FC72… diagnostics mean: the keys of mappings. In the examples evidence and reasons are left out; codes are
 * numbers, unless "codeForms" says otherwise.
 */
export const sourceKeyExplanations = {
  FC7201: {
    meaning:
      "A mapping is for one code, for a range of numbers, or for the whole source. A subcode and other spellings belong to one code: not to a range, and not to X.1.1 or 4.X.X.",
    language: "json",
    wrong: keys('"code": "200", "range": { "from": 200, "to": 299 }'),
    right: keys('"range": { "from": 200, "to": 299 }'),
  },
  FC7202: {
    meaning:
      "Codes are read in the forms that the source declares. A key in another form would never match what the platform sends.",
    language: "json",
    wrong: keys('"code": "E51"'),
    right: keys('"code": "51"'),
  },
  FC7203: {
    meaning: "A range goes from its smallest number to its largest, both included.",
    language: "json",
    wrong: keys('"range": { "from": 299, "to": 200 }'),
    right: keys('"range": { "from": 200, "to": 299 }'),
  },
  FC7204: {
    meaning: "A mapping has at most one condition on the platform's text, so that two of them can be compared.",
    language: "json",
    wrong: keys('"code": "51", "text": { "prefix": "Card", "suffix": "expired" }'),
    right: keys('"code": "51", "text": { "glob": "Card*expired" }'),
  },
  FC7205: {
    meaning: "A pattern without a character of its own tells no text from another.",
    language: "json",
    wrong: keys('"code": "51", "text": { "glob": "*" }'),
    right: keys('"code": "51"'),
  },
  FC7206: {
    meaning:
      "Two mappings have the same key once leading zeros, hexadecimal and other spellings are read: 7, 007 and 0x07 are one number. Nothing tells which of the two should win.",
    language: "json",
    wrong: keys('"code": "51"', '"code": "0x33"'),
    right: keys('"code": "51"', '"code": "0x34"'),
  },
  FC7207: {
    meaning:
      "The most specific key wins: a whole text before a prefix, a suffix, a part and a glob, and of two of a kind the one with more characters. Two of a kind that are equally long, and that one text can match, leave it undecided.",
    language: "json",
    wrong: keys('"code": "51", "text": { "contains": "card" }', '"code": "51", "text": { "contains": "bank" }'),
    right: keys('"code": "51", "text": { "contains": "card" }', '"code": "51", "text": { "contains": "the bank" }'),
  },
  FC7208: {
    meaning: "Of two ranges the narrower one wins, which makes sense only where it lies inside the other one.",
    language: "json",
    wrong: keys('"range": { "from": 200, "to": 299 }', '"range": { "from": 250, "to": 349 }'),
    right: keys('"range": { "from": 200, "to": 299 }', '"range": { "from": 250, "to": 259 }'),
  },
  FC7209: {
    meaning:
      "More specific keys take every error that this one could match: each code of a range has a mapping, for example, or a prefix takes every text of a glob. Whoever reads the mapping would believe that it says something.",
    language: "json",
    wrong: keys('"range": { "from": 51, "to": 52 }', '"code": "51"', '"code": "52"'),
    right: keys('"range": { "from": 51, "to": 53 }', '"code": "51"', '"code": "52"'),
  },
  FC7210: {
    meaning: "Other spellings are those that nobody could guess. Leading zeros and hexadecimal are read anyway.",
    language: "json",
    wrong: keys('"code": "51", "spellings": ["0x33"]'),
    right: keys('"code": "51"'),
  },
} as const satisfies Readonly<Record<string, Explanation>>;
