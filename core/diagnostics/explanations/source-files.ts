import type { Explanation } from "../explanation.ts";

const row =
  '{ "code": "51", "name": "Insufficient funds", "failure": 1001, "evidence": "derived", "reason": "The bank says no." }';

/** What the FC70… diagnostics mean: files of sources, their names and references. In the examples the rest of a file is left out. */
export const sourceFileExplanations = {
  FC7001: {
    meaning: "People find a source by its file's name. The file says which source it holds, and the two agree.",
    language: "text",
    wrong: 'sources/cards.json with "name": "card-network"',
    right: 'sources/card-network.json with "name": "card-network"',
  },
  FC7002: {
    meaning: "A source has one file. With two, nobody could tell which one says what an error means.",
    language: "text",
    wrong: 'sources/card-network.json and sources/cards.json, both with "name": "card-network"',
    right: 'sources/card-network.json with "name": "card-network"',
  },
  FC7003: {
    meaning: "Whoever writes a name or an alias means one source: no two sources, and no two aliases, share one.",
    language: "json",
    wrong: '{ "name": "card-network", "aliases": [{ "name": "card-network", "reason": "Its full name." }] }',
    right: '{ "name": "card-network", "aliases": [{ "name": "cards", "reason": "What people call it." }] }',
  },
  FC7004: {
    meaning: '"inherits" names another source of the same catalog. None has this name; an alias is not enough.',
    language: "json",
    wrong: '{ "name": "card-network", "inherits": "bank-network" }',
    right: '{ "name": "card-network" }',
  },
  FC7005: {
    meaning: "A source that inherits has all mappings of the other one. In a circle nobody has any to begin with.",
    language: "json",
    wrong: '{ "name": "card-network", "inherits": "card-network" }',
    right: '{ "name": "card-network" }',
  },
  FC7006: {
    meaning:
      "Readers want to look a platform's error up where it comes from. A source with mappings names at least one page or document; its address may be left out where it has none.",
    language: "json",
    wrong: `{ "references": [], "mappings": [${row}] }`,
    right: `{ "references": [{ "id": "manual", "title": "Manual of the card network" }], "mappings": [${row}] }`,
  },
  FC7007: {
    meaning: "Mappings name a reference by its id, so that an id belongs to one of them.",
    language: "json",
    wrong: '{ "references": [{ "id": "manual", "title": "Part 1" }, { "id": "manual", "title": "Part 2" }] }',
    right: '{ "references": [{ "id": "part-1", "title": "Part 1" }, { "id": "part-2", "title": "Part 2" }] }',
  },
  FC7008: {
    meaning:
      'The forms of codes are tried one after the other, and "word" takes whatever it is given. What stands behind it, or stands there a second time, is never asked.',
    language: "json",
    wrong: '{ "codeForms": ["word", "number"] }',
    right: '{ "codeForms": ["number", "word"] }',
  },
  FC7009: {
    meaning:
      "The keys of a source are read in its forms of codes, those that it inherits too. Where the two sources differ in them, a key could mean one thing here and another one there.",
    language: "text",
    wrong:
      'sources/debit-network.json with "inherits": "card-network" and "codeForms": ["word"], where the other has ["number"]',
    right: 'sources/debit-network.json with "inherits": "card-network" and "codeForms": ["number"], as the other has',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
