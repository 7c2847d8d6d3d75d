import type { Explanation } from "../explanation.ts";
import type { readingDiagnostics } from "../reading-diagnostics.ts";

/** What the FC1… diagnostics mean. */
export const readingExplanations: Readonly<Record<keyof typeof readingDiagnostics, Explanation>> = {
  FC1001: {
    meaning:
      "The file is not JSON as RFC 8259 defines it: no comments, no commas at the end of a list, double quotes only. Reading goes on after each mistake, so that one run shows all of them; what is said about a place belongs to the text just before it.",
    language: "json",
    wrong: '{\n  "name": "order-failures"\n  "title": "Order failures",\n}',
    right: '{\n  "name": "order-failures",\n  "title": "Order failures"\n}',
  },
  FC1002: {
    meaning:
      "Some editors put an invisible character (U+FEFF) at the beginning of a file. RFC 8259 does not allow it in JSON, and many readers stop at it with words that point nowhere.",
    language: "text",
    wrong: "EF BB BF 7B 7D",
    right: "7B 7D",
  },
  FC1003: {
    meaning:
      "A file of the spec is UTF-8. This one was saved in another encoding, such as Windows-1252 or UTF-16, or was cut in the middle of a character.",
    language: "text",
    wrong: "63 61 66 E9",
    right: "63 61 66 C3 A9",
  },
  FC1004: {
    meaning:
      "A file that is larger than the limit is not read, so that a wrong path or a runaway script does not take all memory. Big catalogs keep their translations in files of their own.",
    language: "text",
    wrong: 'A catalog of 80 MiB, and "maxFileSize": 67108864.',
    right: 'The same catalog, and "maxFileSize": 134217728.',
  },
  FC1005: {
    meaning:
      "No file of the spec needs more than a few levels of arrays and objects. Much deeper ones are mistakes or attacks: they make programs that read JSON run out of stack.",
    language: "json",
    wrong: `{ "notice": ${"[".repeat(101)}${"]".repeat(101)} }`,
    right: '{ "notice": "Written by the support team." }',
  },
  FC1006: {
    meaning:
      "JSON.parse and most other readers keep the last of two equal keys and say nothing. What stands at the first one is lost, usually after a merge or a copy.",
    language: "json",
    wrong: '{ "title": "Card declined", "title": "Card expired" }',
    right: '{ "title": "Card expired" }',
  },
  FC1007: {
    meaning:
      'In JavaScript, and in programs that copy objects key by key, the key "__proto__" does not make a property: it changes what the object inherits. It has no use in a catalog.',
    language: "json",
    wrong: '{ "notice": "Written by hand.", "__proto__": {} }',
    right: '{ "notice": "Written by hand." }',
  },
  FC1008: {
    meaning:
      "Readers of JSON hold numbers as doubles. This one has digits that a double cannot hold, so that another number would be read than the one that is written: 12001.00000000000000001 becomes 12001.",
    language: "json",
    wrong: '{ "code": 12001.00000000000000001 }',
    right: '{ "code": 12001 }',
  },
  FC1009: {
    meaning:
      "Beyond 2^53 - 1 neighbouring integers become the same double, so that two codes could no longer be told apart. The number itself may be exact; the next one is not.",
    language: "json",
    wrong: '{ "code": 9007199254740992 }',
    right: '{ "code": "9007199254740992" }',
  },
};
