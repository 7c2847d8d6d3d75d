import type { Explanation } from "../explanation.ts";

/** What the FC21… diagnostics mean: codes and names. */
export const codeExplanations = {
  FC2101: {
    meaning:
      'A catalog holds codes of one kind, integers or strings, declared once as "codeType". A code of the other kind would make another type of every lookup.',
    language: "json",
    wrong: '{ "codeType": "integer", "failures": [{ "code": "1001" }] }',
    right: '{ "codeType": "integer", "failures": [{ "code": 1001 }] }',
  },
  FC2102: {
    meaning: "A code stands for one failure, forever. With two, a reader of the code cannot know which one is meant.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED" }, { "code": 1001, "name": "CARD_EXPIRED" }] }',
    right: '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED" }, { "code": 1002, "name": "CARD_EXPIRED" }] }',
  },
  FC2103: {
    meaning:
      "Names and aliases share one space: looking up any of them must give one failure. An alias is another spelling, and never the name or alias of anything else.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED" }, { "code": 1002, "name": "CARD_DECLINED" }] }',
    right: '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED" }, { "code": 1002, "name": "CARD_EXPIRED" }] }',
  },
  FC2104: {
    meaning:
      "Two names that differ only by upper and lower case are one name to people, to some languages and to some file systems.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED" }, { "code": 1002, "name": "Card_Declined" }] }',
    right: '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED" }, { "code": 1002, "name": "CARD_EXPIRED" }] }',
  },
  FC2105: {
    meaning:
      "Clients find the category of a code by its range, also of codes that are newer than they are. A code outside the range would be put into another category, or into none.",
    language: "json",
    wrong:
      '{\n  "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1999 } }],\n  "failures": [{ "code": 2001, "category": "payment" }]\n}',
    right:
      '{\n  "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1999 } }],\n  "failures": [{ "code": 1001, "category": "payment" }]\n}',
  },
  FC2106: {
    meaning:
      "Clients find the category of a string code by what it begins with, also of codes that are newer than they are. A code of a category with prefixes begins with one of them.",
    language: "json",
    wrong:
      '{\n  "codeType": "string",\n  "categories": [{ "id": "types", "prefixes": ["E03"] }],\n  "failures": [{ "code": "E0501", "category": "types" }]\n}',
    right:
      '{\n  "codeType": "string",\n  "categories": [{ "id": "types", "prefixes": ["E03"] }],\n  "failures": [{ "code": "E0301", "category": "types" }]\n}',
  },
  FC2107: {
    meaning:
      "A reserved code was set aside for a reason, often because it once had a meaning elsewhere. It is never given to a failure.",
    language: "json",
    wrong: '{ "reserved": [{ "code": 1013, "reason": "Bad luck." }], "failures": [{ "code": 1013 }] }',
    right: '{ "reserved": [{ "code": 1013, "reason": "Bad luck." }], "failures": [{ "code": 1014 }] }',
  },
  FC2108: {
    meaning: "Each reserved code has one entry with one reason.",
    language: "json",
    wrong: '{ "reserved": [{ "code": 1013, "reason": "Bad luck." }, { "code": 1013, "reason": "Taken." }] }',
    right: '{ "reserved": [{ "code": 1013, "reason": "Bad luck." }] }',
  },
  FC2109: {
    meaning:
      "A name is an identifier in every language that is generated: capital letters and digits, a letter first, single underscores between words. So no name needs quotes, and none collides with a word of a language, with NaN or with __proto__.",
    language: "json",
    wrong: '{ "failures": [{ "code": 1001, "name": "cardDeclined" }] }',
    right: '{ "failures": [{ "code": 1001, "name": "CARD_DECLINED" }] }',
  },
  FC2110: {
    meaning:
      "Every code has a page, and its address ends in the code. A string code therefore keeps to characters that are safe in file names and addresses, and is not a name that Windows keeps for a device.",
    language: "json",
    wrong: '{ "codeType": "string", "failures": [{ "code": "E0308/b" }] }',
    right: '{ "codeType": "string", "failures": [{ "code": "E0308-b" }] }',
  },
  FC2111: {
    meaning:
      "The pages of two string codes that differ only by case are one file on many disks, and people read the codes aloud as one.",
    language: "json",
    wrong: '{ "codeType": "string", "failures": [{ "code": "E0308" }, { "code": "e0308" }] }',
    right: '{ "codeType": "string", "failures": [{ "code": "E0308" }, { "code": "E0309" }] }',
  },
  FC2112: {
    meaning:
      "The failure's own category has no range or prefix that holds the code, and another category has. Clients would put the code into the other one.",
    language: "json",
    wrong:
      '{\n  "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1999 } }, { "id": "shop" }],\n  "failures": [{ "code": 1001, "category": "shop" }]\n}',
    right:
      '{\n  "categories": [{ "id": "payment", "range": { "from": 1000, "to": 1999 } }, { "id": "shop" }],\n  "failures": [{ "code": 9001, "category": "shop" }]\n}',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
