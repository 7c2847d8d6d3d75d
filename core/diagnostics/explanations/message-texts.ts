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
      "These invisible characters turn the direction of what follows, beyond the end of the text, so that a reviewer sees another text than a program reads. Written texts do without them, but for the two marks U+200E and U+200F in languages that are written from right to left; targets add isolates where they fill in params.",
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
  FC3009: {
    meaning:
      "A space of no width or a byte-order mark inside a text cannot be seen, and makes it another text to every search and comparison. A line may break at any blank; a word that should break nowhere needs no mark.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Card\\u200bdeclined" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Card declined" }] }',
  },
  FC3010: {
    meaning:
      "Characters of the areas for private use mean what one font or one company makes of them: a logo here, an empty box there.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "title": "Card declined \\uf8ff" }] }',
    right: '{ "failures": [{ "code": 1001, "title": "Card declined" }] }',
  },
  FC3011: {
    meaning:
      "Two spaces in a row are mostly left over from an edit. Some places show both and some show one, so that texts that should be equal differ. Indentation at the start of a line, and the layout of a plural between its arms, are left alone.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card  was declined" } } }] }',
    right: '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card was declined" } } }] }',
  },
  FC3012: {
    meaning:
      "A message is plain text. What looks like a tag, an entity or a Markdown link is shown as it stands in one place and acted upon in the next. Where it is meant, the text of the catalog says so for itself and for all its translations.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card was <b>declined</b>" } } }] }',
    right:
      '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card was <b>declined</b>", "markup": true } } }] }',
  },
  FC3013: {
    meaning:
      "To ICU MessageFormat and its relatives the apostrophe of ASCII can begin a quotation: a param after it is not filled in, or the apostrophe itself is lost. The typographic apostrophe never does. Texts with pairs of them, such as a quoted word or a quoted brace, are left alone.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card wasn\'t accepted" } } }] }',
    right: '{ "failures": [{ "code": 1001, "messages": { "title": { "text": "Your card wasn’t accepted" } } }] }',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
