import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  oneof,
  option,
  record,
  stringMatching,
  tuple,
} from "fast-check";
import type { Catalog, Mapping, MappingKey, Source, TextMatch } from "../core/catalog.ts";
import { codeValue, enhancedStatus, normalCode } from "../core/sources/code-form.ts";
import { canBothMatch, compareKeys, compareKeysInFull, rangesCross } from "../core/sources/key-order.ts";

// Few values of each kind, so that keys and inputs meet.
const codes = ["0", "4", "7", "12", "403", "4.1.1", "5.1.1", "2.1.1", "5.7.20", "UNDELIV", "REJECTD"];
const subcodes = ["1", "99"];

/** Conditions on a text of few characters. */
export const anyTextMatch: Arbitrary<TextMatch> = tuple(
  constantFrom("is", "prefix", "suffix", "contains"),
  stringMatching(/^[ab]{1,3}$/),
)
  .map(([kind, pattern]): TextMatch => ({ kind, pattern }))
  .chain((literal) =>
    stringMatching(/^[ab*]{1,4}$/).chain((pattern) =>
      constantFrom<TextMatch>(literal, { kind: "glob", pattern: `a${pattern}` }),
    ),
  );

const text = option(anyTextMatch, { nil: undefined });
function optional<Value>(...values: readonly Value[]): Arbitrary<Value | undefined> {
  return option(constantFrom(...values), { nil: undefined });
}

const spellings = array(constantFrom("UNDELIV", "404"), { maxLength: 1 });

/** Keys of every kind. */
export const anyKey: Arbitrary<MappingKey> = oneof(
  record({ kind: constant("exact"), text, code: constantFrom(...codes), subcode: optional(...subcodes), spellings }),
  record({ kind: constant("detail"), text, subject: constantFrom("1", "7"), detail: constantFrom("1", "20") }),
  tuple(text, constantFrom(0, 3, 4, 7, 10), constantFrom(0, 1, 3, 12, 400)).map(([match, from, width]): MappingKey => {
    return { kind: "range", text: match, from, to: from + width };
  }),
  record({ kind: constant("class"), text, class: constantFrom("2", "4", "5") }),
  record({ kind: constant("source"), text }),
).map((key) => {
  return key.kind === "exact" ? { ...key, spellings: key.spellings.filter((spelling) => spelling !== key.code) } : key;
});

/** Keys that one source can have: no two are undecided, and no ranges cross. */
export const keysOfSource: Arbitrary<readonly MappingKey[]> = array(anyKey, { maxLength: 25 }).map((keys) => {
  const kept: MappingKey[] = [];
  for (const key of keys) {
    const clashes = (other: MappingKey): boolean =>
      rangesCross(key, other) || (compareKeys(key, other) === 0 && canBothMatch(key, other));
    if (!kept.some(clashes)) kept.push(key);
  }
  return kept;
});

/** An error of a platform in which every field may be absent. */
export interface AskedError {
  readonly code: string | number | undefined;
  readonly subcode: string | number | undefined;
  readonly text: string | undefined;
}

/** Errors that keys of `anyKey` may match, written in every way. */
export const anyError: Arbitrary<AskedError> = record({
  code: option(constantFrom<string | number>(...codes, "007", "0xc", 7, 403, "05.01.001", "404", "-1", ""), {
    nil: undefined,
  }),
  subcode: optional<string | number>(...subcodes, "099", 1, "5"),
  text: option(stringMatching(/^[abc]{0,6}$/), { nil: undefined }),
});

/** A source with mappings of these keys, named `key 0`, `key 1` and so on; all lead to the fallback of the catalog. */
export function sourceWith(catalog: Catalog, keys: readonly MappingKey[]): Source {
  const { file } = catalog;
  const mappings = keys.map((key, index): Mapping => {
    const origin = { file, path: [] };
    const judged = {
      outcome: "failure",
      failure: catalog.fallback,
      evidence: "derived",
      reason: "For a test.",
    } as const;
    const provenance = "published";
    return {
      key,
      name: `key ${index}`,
      description: "",
      ...judged,
      reference: undefined,
      provenance,
      retry: "later",
      origin,
    };
  });
  return {
    name: "pigeon-post",
    title: "Pigeon post",
    description: "A platform that has every kind of key.",
    standing: "documented",
    aliases: [{ name: "pigeons", reason: "People say so." }],
    sourceCode: "",
    codeForms: ["enhanced-status", "number", "word"],
    references: [],
    judging: "By nobody.",
    inherits: undefined,
    mappings: mappings.toSorted((left, right) => compareKeysInFull(left.key, right.key)),
    file,
  };
}

/** Whether a key is for an error: one condition after the other, as the documentation of `MappingKey` says it. */
export function isFor({ codeForms }: Source, key: MappingKey, { code, subcode, text: words }: AskedError): boolean {
  if (key.text !== undefined && (words === undefined || !naiveMatch(key.text, words))) return false;
  const written = code === undefined ? undefined : normalCode(codeForms, code);
  const status = written === undefined ? undefined : enhancedStatus(written);
  const value = written === undefined ? undefined : codeValue(written);
  switch (key.kind) {
    case "exact": {
      if (written === undefined || ![key.code, ...key.spellings].includes(written)) return false;
      return key.subcode === undefined || (subcode !== undefined && normalCode(codeForms, subcode) === key.subcode);
    }
    case "detail":
      return (
        status !== undefined &&
        "45".includes(status.class) &&
        `${status.subject}.${status.detail}` === `${key.subject}.${key.detail}`
      );
    case "range":
      return value !== undefined && key.from <= value && value <= key.to;
    case "class":
      return status?.class === key.class;
    case "source":
      return true;
  }
}

function naiveMatch({ kind, pattern }: TextMatch, words: string): boolean {
  switch (kind) {
    case "is":
      return words === pattern;
    case "prefix":
      return words.startsWith(pattern);
    case "suffix":
      return words.endsWith(pattern);
    case "contains":
      return words.includes(pattern);
    case "glob":
      return new RegExp(`^${pattern.replaceAll("*", "[^]*")}$`).test(words);
  }
}

/** What a source says of an error, found by asking every key and taking the most specific that is for it. */
export function naiveMapping(source: Source, error: AskedError): Mapping | undefined {
  let best: Mapping | undefined;
  for (const mapping of source.mappings) {
    if (!isFor(source, mapping.key, error)) continue;
    if (best === undefined || compareKeys(mapping.key, best.key) < 0) best = mapping;
  }
  return best;
}
