import type { Explanation } from "../explanation.ts";

function mapping(meaning: string): string {
  return `{\n  "mappings": [\n    { "code": "51", "name": "Insufficient funds", ${meaning} }\n  ]\n}`;
}

/**
 * What the FC71… diagnostics mean: what errors are judged to be. In the examples 1001 is CARD_DECLINED; 1002 is deprecated,
 * 1003 is retired, and 1001 replaces both. The source has one reference, "manual".
 */
export const sourceMeaningExplanations = {
  FC7101: {
    meaning:
      'An error is judged in one of three ways: it means a failure; nobody can judge it, which "fallback" says; or it is no failure at all, which "notAFailure" says.',
    language: "json",
    wrong: mapping('"failure": 1001, "fallback": true, "reason": "It may be the bank."'),
    right: mapping('"fallback": true, "reason": "It may be the bank, the shop or the card."'),
  },
  FC7102: {
    meaning:
      "An error is mapped to the code of a failure in the catalog. This code has no failure; a name is not enough.",
    language: "json",
    wrong: mapping('"failure": 1011, "evidence": "derived", "reason": "The bank says no."'),
    right: mapping('"failure": 1001, "evidence": "derived", "reason": "The bank says no."'),
  },
  FC7103: {
    meaning: "A retired failure does not occur any more, so that no error of a platform can mean it.",
    language: "json",
    wrong: mapping('"failure": 1003, "evidence": "derived", "reason": "The bank says no."'),
    right: mapping('"failure": 1001, "evidence": "derived", "reason": "The bank says no."'),
  },
  FC7104: {
    meaning: "A deprecated failure should not be relied on, and every new mapping to it makes that harder.",
    language: "json",
    wrong: mapping('"failure": 1002, "evidence": "derived", "reason": "The bank says no."'),
    right: mapping('"failure": 1001, "evidence": "derived", "reason": "The bank says no."'),
  },
  FC7105: {
    meaning:
      "Readers have to know whether the vendor of the API says what an error means, or whether it is judged here. Every mapping to a failure says which.",
    language: "json",
    wrong: mapping('"failure": 1001, "reason": "The bank says no."'),
    right: mapping('"failure": 1001, "evidence": "derived", "reason": "The bank says no."'),
  },
  FC7106: {
    meaning:
      "Only a mapping to a failure has evidence, only a documented one has a reference, and what is no failure has no advice. Beside anything else the property is a leftover, or the other one is wrong.",
    language: "json",
    wrong: mapping('"fallback": true, "evidence": "derived", "reason": "It may be the bank, the shop or the card."'),
    right: mapping('"fallback": true, "reason": "It may be the bank, the shop or the card."'),
  },
  FC7107: {
    meaning: "What is documented can be looked up: the mapping names the page or document where it stands.",
    language: "json",
    wrong: mapping('"failure": 1001, "evidence": "documented"'),
    right: mapping('"failure": 1001, "evidence": "documented", "reference": "manual"'),
  },
  FC7108: {
    meaning: 'A mapping names one of the "references" of its own file by the id.',
    language: "json",
    wrong: mapping('"failure": 1001, "evidence": "documented", "reference": "handbook"'),
    right: mapping('"failure": 1001, "evidence": "documented", "reference": "manual"'),
  },
  FC7109: {
    meaning:
      "What is not documented was judged by somebody, and the next one who doubts it wants to know why. That holds for what cannot be judged, and for what is no failure, too.",
    language: "json",
    wrong: mapping('"failure": 1001, "evidence": "derived"'),
    right: mapping('"failure": 1001, "evidence": "derived", "reason": "The bank says no."'),
  },
  FC7110: {
    meaning:
      "Advice is written in a mapping only where it differs from the failure's, and provenance only where it differs from the file's. What is repeated would stay behind when the other one changes.",
    language: "json",
    wrong: mapping('"failure": 1001, "evidence": "derived", "reason": "The bank says no.", "retry": "never"'),
    right: mapping('"failure": 1001, "evidence": "derived", "reason": "The bank says no.", "retry": "later"'),
  },
} as const satisfies Readonly<Record<string, Explanation>>;
