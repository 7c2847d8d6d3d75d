import { array, assert, constantFrom, nat, property, stringMatching, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextMatch } from "../core/catalog.ts";
import { literalLength, textMatcher } from "../core/sources/text-match.ts";

const kinds: readonly TextMatch["kind"][] = ["is", "prefix", "suffix", "contains", "glob"];

/** The same by a regular expression, which the tool itself does not use. */
function expected({ kind, pattern }: TextMatch): RegExp {
  const literal = pattern.replace(/[^\w]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const source = {
    is: `^${literal}$`,
    prefix: `^${literal}`,
    suffix: `${literal}$`,
    contains: literal,
    glob: `^${literal.replaceAll("\\u002a", "[^]*")}$`,
  }[kind];
  return new RegExp(source);
}

describe("a condition on a text", () => {
  test.each<[TextMatch["kind"], string, string, boolean]>([
    ["is", "monthly limit", "monthly limit", true],
    ["is", "monthly limit", "monthly limits", false],
    ["is", "", "", true],
    ["prefix", "Too Many", "Too Many Requests", true],
    ["prefix", "too many", "Too Many Requests", false],
    ["prefix", "Too Many Requests!", "Too Many Requests", false],
    ["suffix", "chat not found", "Bad Request: chat not found", true],
    ["suffix", "chat not found", "Bad Request: chat not found.", false],
    ["contains", "kicked from", "Forbidden: bot was kicked from the group chat", true],
    ["contains", "aab", "aaaab", true],
    ["contains", "abab", "abaabab", true],
    ["contains", "aba.", "ababa.", true],
    ["contains", "longer than it", "longer", false],
    ["glob", "*retry after *", "Too Many Requests: retry after 7", true],
    ["glob", "retry after *", "Too Many Requests: retry after 7", false],
    ["glob", "a*a", "a", false],
    ["glob", "a*a", "aa", true],
    ["glob", "a*b*c", "abbcabc", true],
    ["glob", "a*bb*c", "abcbc", false],
    ["glob", "*", "", true],
    ["glob", "a.c", "abc", false],
    ["glob", "no asterisk", "no asterisk", true],
    ["contains", "\ud83d", "😀", true],
    ["suffix", "\n", "two\nlines\n", true],
  ])("%s %j on %j: %j", (kind, pattern, text, matches) => {
    expect(textMatcher({ kind, pattern })(text)).toBe(matches);
  });

  test("says the same as a regular expression", () => {
    // A text made of parts of the pattern, so that it nearly matches and then does not, again and again.
    const patternAndText = stringMatching(/^[ab.*]{0,6}$/).chain((pattern) =>
      array(tuple(nat(6), nat(6)), { maxLength: 6 }).map((cuts) => {
        const parts = cuts.map(([from, to]) => pattern.replaceAll("*", "").slice(from, to));
        return [pattern, parts.join("")] as const;
      }),
    );
    assert(
      property(constantFrom(...kinds), patternAndText, (kind, [pattern, text]) => {
        expect(textMatcher({ kind, pattern })(text)).toBe(expected({ kind, pattern }).test(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("has as many literal characters as it asks for", () => {
    expect(kinds.map((kind) => literalLength({ kind, pattern: "a*b" }))).toEqual([3, 3, 3, 3, 2]);
  });
});

/** A text that counts how often one of its units is looked at. Only what a matcher uses of a string is there. */
function counted(text: string, count: { reads: number }): string {
  const fake = {
    length: text.length,
    charCodeAt: (index: number) => {
      count.reads += 1;
      return text.charCodeAt(index);
    },
    split: (separator: string) => text.split(separator).map((piece) => (piece === "" ? "" : counted(piece, count))),
  };
  return fake as unknown as string;
}

/** How often units of a text and of a pattern are looked at, for each unit that there is. */
function workPerUnit(kind: TextMatch["kind"], pattern: string, text: string): number {
  const count = { reads: 0 };
  textMatcher({ kind, pattern: counted(pattern, count) })(counted(text, count));
  return count.reads / (pattern.length + text.length + 1);
}

describe("the work of matching", () => {
  // What makes a search that starts anew after each mismatch quadratic, and a glob that tries again exponential.
  const hostile: readonly (readonly [TextMatch["kind"], (size: number) => string, (size: number) => string])[] = [
    ["contains", (size) => `${"a".repeat(size)}b`, (size) => "a".repeat(size * 4)],
    ["contains", (size) => `b${"a".repeat(size)}`, (size) => "a".repeat(size * 4)],
    ["contains", (size) => `${"ab".repeat(size)}c`, (size) => "ab".repeat(size * 4)],
    ["glob", (size) => "a*".repeat(size), (size) => "a".repeat(size / 2)],
    ["glob", (size) => `${"*a".repeat(size)}b`, (size) => "a".repeat(size * 4)],
    ["glob", (size) => `*${"a".repeat(size)}b*${"a".repeat(size)}c*`, (size) => "a".repeat(size * 4)],
    ["suffix", (size) => "a".repeat(size), (size) => `b${"a".repeat(size)}`],
    ["is", (size) => `${"a".repeat(size)}b`, (size) => `${"a".repeat(size)}c`],
  ];

  test.each(hostile)("is linear for hostile input: %s", (kind, pattern, text) => {
    for (const size of [10, 100, 1000, 10_000]) expect(workPerUnit(kind, pattern(size), text(size))).toBeLessThan(6);
  });

  test("is linear, whatever the pattern and the text", () => {
    const repetitive = array(constantFrom("a", "aa", "aab", "ab", "b", "*", "aaaaaaaa"), { maxLength: 40 });
    assert(
      property(constantFrom(...kinds), repetitive, repetitive, (kind, pattern, text) => {
        expect(workPerUnit(kind, pattern.join(""), text.join(""))).toBeLessThan(6);
      }),
      { numRuns: 1000 },
    );
  });
});
