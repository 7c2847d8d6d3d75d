import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { MappingKey, TextMatch } from "../core/catalog.ts";
import {
  canBothMatch,
  compareKeys,
  compareKeysInFull,
  covers,
  rangesCross,
  textCovers,
} from "../core/sources/key-order.ts";
import { textMatcher } from "../core/sources/text-match.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { type AskedError, anyKey, anyTextMatch, isFor, sourceWith } from "./mapping-keys.ts";

const exact = (code: string, subcode?: string, text?: TextMatch): MappingKey => {
  return { kind: "exact", code, subcode, spellings: [], text };
};
const range = (from: number, to: number, text?: TextMatch): MappingKey => ({ kind: "range", from, to, text });
const detail = (subject: string, number: string): MappingKey => ({
  kind: "detail",
  subject,
  detail: number,
  text: undefined,
});
const ofClass = (digit: string): MappingKey => ({ kind: "class", class: digit, text: undefined });
const whole = (text?: TextMatch): MappingKey => ({ kind: "source", text });

describe("the order of specificity", () => {
  test("is code and subcode, code, subject and detail, range, class, source; before none a text, and of texts the longer", () => {
    const ordered: readonly MappingKey[] = [
      exact("551", "1", { kind: "glob", pattern: "a*" }),
      exact("551", "1"),
      exact("551", undefined, { kind: "is", pattern: "a" }),
      exact("551", undefined, { kind: "prefix", pattern: "parcel" }),
      exact("551", undefined, { kind: "prefix", pattern: "par" }),
      exact("551", undefined, { kind: "suffix", pattern: "parcel" }),
      exact("551", undefined, { kind: "contains", pattern: "a parcel" }),
      exact("551", undefined, { kind: "glob", pattern: "a par*cel" }),
      exact("551", undefined, { kind: "glob", pattern: "*par*cel*" }),
      exact("551"),
      detail("1", "1"),
      range(551, 551),
      range(200, 299, { kind: "is", pattern: "a" }),
      range(200, 299),
      range(300, 399),
      range(0, 999),
      ofClass("5"),
      whole({ kind: "is", pattern: "a" }),
      whole(),
    ];
    for (const [index, left] of ordered.entries()) {
      for (const [other, right] of ordered.entries()) {
        expect(Math.sign(compareKeys(left, right)), `${index} and ${other}`).toBe(Math.sign(index - other));
      }
    }
  });

  test("is antisymmetric", () => {
    assert(
      property(anyKey, anyKey, (left, right) => {
        expect(Math.sign(compareKeys(left, right))).toBe(-Math.sign(compareKeys(right, left)) + 0);
        expect(Math.sign(compareKeysInFull(left, right))).toBe(-Math.sign(compareKeysInFull(right, left)) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  test("is transitive, and so is having no order", () => {
    assert(
      property(anyKey, anyKey, anyKey, (a, b, c) => {
        for (const compare of [compareKeys, compareKeysInFull]) {
          if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
          if (compare(a, b) === 0 && compare(b, c) === 0) expect(compare(a, c)).toBe(0);
          if (compare(a, b) < 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThan(0);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("in full leaves nothing open but other spellings", () => {
    assert(
      property(anyKey, anyKey, (left, right) => {
        if (compareKeysInFull(left, right) !== 0) return;
        const plain = (key: MappingKey): object => (key.kind === "exact" ? { ...key, spellings: [] } : key);
        expect(plain(left)).toEqual(plain(right));
      }),
      { numRuns: 5000 },
    );
  });
});

/** All texts of few characters up to a length. "c" is in no pattern. */
function texts(length: number): readonly string[] {
  const shorter = length === 0 ? [] : texts(length - 1);
  return length === 0
    ? [""]
    : [...new Set([...shorter, ...shorter.flatMap((text) => ["a", "b", "c"].map((unit) => text + unit))])];
}

describe("whether two keys meet", () => {
  const source = sourceWith(catalogFixture("shop"), []);
  const numbers = Array.from({ length: 420 }, (_, value) => String(value)).filter(
    (_, value) => value < 25 || value > 395,
  );
  const codes = [undefined, ...numbers];
  const statuses = [
    "2.1.1",
    "2.9.9",
    "4.1.1",
    "4.1.20",
    "4.7.1",
    "4.7.20",
    "4.9.9",
    "5.1.1",
    "5.1.20",
    "5.7.1",
    "5.7.20",
    "5.9.9",
  ];
  const words = ["UNDELIV", "REJECTD", "LOST"];
  const errors = [...codes, ...statuses, ...words].flatMap((code) =>
    [undefined, "1", "99", "5"].map((subcode): AskedError => ({ code, subcode, text: undefined })),
  );
  const withoutText = anyKey.map((key): MappingKey => ({ ...key, text: undefined }));

  test("in their codes is what trying all codes says", () => {
    assert(
      property(withoutText, withoutText, (left, right) => {
        const both = errors.some((error) => isFor(source, left, error) && isFor(source, right, error));
        expect(canBothMatch(left, right)).toBe(both);
        const all = errors.every((error) => !isFor(source, right, error) || isFor(source, left, error));
        expect(covers(left, right)).toBe(all);
      }),
      { numRuns: 3000 },
    );
  });

  test("in their texts is what trying all short texts says", () => {
    const short = texts(7);
    assert(
      property(anyTextMatch, anyTextMatch, (left, right) => {
        const [matchesLeft, matchesRight] = [textMatcher(left), textMatcher(right)];
        expect(canBothMatch(whole(left), whole(right))).toBe(
          short.some((text) => matchesLeft(text) && matchesRight(text)),
        );
        expect(textCovers(left, right)).toBe(short.every((text) => !matchesRight(text) || matchesLeft(text)));
      }),
      { numRuns: 300 },
    );
  });

  test("in code and text is both", () => {
    assert(
      property(anyKey, anyKey, (left, right) => {
        const plain = (key: MappingKey): MappingKey => ({ ...key, text: undefined });
        expect(canBothMatch(left, right)).toBe(
          canBothMatch(plain(left), plain(right)) && canBothMatch(whole(left.text), whole(right.text)),
        );
        expect(covers(left, right)).toBe(covers(plain(left), plain(right)) && textCovers(left.text, right.text));
      }),
      { numRuns: 1000 },
    );
  });

  test("a text that holds every character that could fill a gap is still compared", () => {
    let all = "";
    for (let unit = 0xe000; unit < 0xe010; unit += 1) all += String.fromCharCode(unit);
    expect(textCovers({ kind: "contains", pattern: all }, { kind: "glob", pattern: `*${all}*x*` })).toBe(true);
    expect(textCovers({ kind: "glob", pattern: `*${all}*x*` }, { kind: "contains", pattern: all })).toBe(false);
  });

  test.each([
    [range(200, 299), range(250, 350), true],
    [range(200, 299), range(299, 299), false],
    [range(200, 299), range(200, 299), false],
    [range(200, 299), range(300, 350), false],
    [range(200, 299), exact("250"), false],
  ])("%j and %j cross: %j", (left, right, crossing) => {
    expect(rangesCross(left, right)).toBe(crossing);
    expect(rangesCross(right, left)).toBe(crossing);
  });
});
