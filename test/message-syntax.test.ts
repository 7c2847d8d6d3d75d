import { parse } from "@formatjs/icu-messageformat-parser";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { armSpan, type MessageSyntax, readMessage } from "../core/message-syntax/message-syntax.ts";
import { plainPlaceholders } from "../core/message-syntax/placeholders.ts";
import { quickRead } from "../core/message-syntax/quick-read.ts";
import { quickTree } from "../core/message-syntax/quick-tree.ts";
import { messageTree, parsedTree } from "../core/message-tree.ts";

const pieces = fc.constantFrom(
  ..."{}'#<>,=: \n",
  "{card}",
  "{ count }",
  "{count, number}",
  "{count, number, ::.00}",
  "{count, number, percent}",
  "{count, plural, one {# card} other {# cards}}",
  "{count, selectordinal, one {#st} two {#nd} other {#th}}",
  "{size, select, S {small} other {{count, plural, =0 {none} other {# of {card}}}}}",
  "it's late",
  "''",
  "'{'",
  "count",
  "plural",
  "other {",
  "é 📦",
  "<b>",
);

const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(""));

/** Messages that choose inside of choices, with whatever stands in an arm. */
const { nested } = fc.letrec<{ nested: string; choice: string }>((tie) => ({
  nested: fc
    .array(fc.oneof({ weight: 4, arbitrary: pieces }, tie("choice")), { maxLength: 4 })
    .map((all) => all.join("")),
  choice: fc
    .tuple(
      fc.constantFrom("count", "size"),
      fc.constantFrom("plural", "selectordinal", "select"),
      tie("nested"),
      tie("nested"),
    )
    .map(([name, kind, arm, other]) => {
      const first = kind === "select" ? "S" : name === "size" ? "few" : "=1";
      return `{${name}, ${kind}, ${first} {${arm}} other {${other}}}`;
    }),
}));

function usedIn({ used }: MessageSyntax): readonly unknown[] {
  return used
    .map(({ name, use, start, end, arms }) => ({ name, use, start, end, arms: [...arms] }))
    .sort((left, right) => left.start - right.start);
}

describe("the quick readers agree with the parser", () => {
  test("wherever they read a message at all", () => {
    let read = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const quick = quickRead(text);
        if (quick === undefined) return;
        read++;
        const slow = readMessage(text);
        expect(slow.mistakes).toEqual([]);
        expect(usedIn(quick)).toEqual(usedIn(slow));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test("on the placeholders of plain texts", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const names = plainPlaceholders(text);
        if (names === undefined) return;
        const slow = readMessage(text);
        expect(slow.mistakes).toEqual([]);
        expect(slow.used.map(({ name }) => name)).toEqual(names);
      }),
      { numRuns: 2000 },
    );
  });

  test("on the tree of a message", () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(texts, nested), (text) => {
        const quick = quickTree(text);
        if (quick === undefined) return;
        read++;
        expect(quick).toEqual(parsedTree(text));
        expect(messageTree(text).filter((node) => node !== "")).toEqual(quick);
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  test.each([
    "{count, plural, one {# card} other {# cards}}",
    "Of {count, number, ::.00}, {size, select, S {it's small} other {{count, plural, =0 {none} other {# of {card}}}}}",
  ])("%s becomes a tree without the parser", (text) => expect(quickTree(text)).toBeDefined());

  test("what is nested deeper than a person would is left to the parser", () => {
    const deep = (depth: number): string => (depth === 0 ? "#" : `{count, plural, one {1} other {${deep(depth - 1)}}}`);
    expect(quickTree(deep(4))).toBeDefined();
    expect(quickTree(deep(5))).toBeUndefined();
    expect(messageTree(deep(5))).toEqual(parsedTree(deep(5)));
  });

  test.each([
    "{count, plural, one {# card} other {# cards}}",
    "{size, select, S {small} other {{count, plural, =0 {none} one {{card}} other {# of {card}}}}} cards",
    "{count, number, ::.00} of {count, number}",
  ])("%s is read without the parser", (text) => expect(quickRead(text)).toBeDefined());
});

describe("a message", () => {
  test("is never read where the parser of ICU MessageFormat refuses it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const refused = ((): boolean => {
          try {
            parse(text, { ignoreTag: true });
            return false;
          } catch {
            return true;
          }
        })();
        const { parsed, mistakes } = readMessage(text);
        if (refused) expect(mistakes.length).toBe(1);
        if (refused) expect(parsed).toBe(false);
        for (const { start, end } of mistakes) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("knows where its arms are written", () => {
    const text = "{size, select, S {a size of S} other {any}}";
    const [size] = readMessage(text).used;
    if (size === undefined) throw new Error("not read");
    expect(armSpan(text, size, "S")).toEqual({ start: 15, end: 16 });
    expect(armSpan(text, size, "other")).toEqual({ start: 31, end: 36 });
  });

  test.each([
    ["a } brace", "broken", 2],
    ["a '}' brace", undefined, 0],
    ["'{' and '{ } {'", undefined, 0],
    ["it''s {", "broken", 6],
    ["{count, plural, one {#}}", "noOther", 23],
    ["{count, choice, 0#none}", "construct", 8],
    [`${"{a, select, other {".repeat(100_000)}`, "construct", 114],
    ["{".repeat(100_000), "construct", 12],
  ] as const)("%.30s", (text, kind, start) => {
    const [mistake] = readMessage(text).mistakes;
    expect(mistake?.kind).toBe(kind);
    expect(mistake?.start ?? 0).toBe(start);
  });
});
