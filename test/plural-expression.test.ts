import { describe, expect, it } from "vitest";
import { cardinalConditions, ordinalConditions } from "../core/message-runtime/plural-conditions.ts";
import { pluralExpression } from "../core/message-runtime/plural-expression.ts";
import { pluralCategories } from "../core/plural-categories.ts";

const languagesOf = (rows: readonly (readonly [string, string])[]): readonly string[] =>
  rows.flatMap(([, languages]) => languages.split(" ")).sort();

const whole = [
  ...Array.from({ length: 1201 }, (_, number) => number),
  1e4,
  12_000,
  1e5,
  100_001,
  1e6,
  3e6,
  1_000_001,
  1e9,
];
const decimals = [
  0.1,
  0.11,
  0.5,
  0.9,
  1.1,
  1.11,
  1.12,
  1.5,
  1.25,
  2.2,
  3.4,
  5.5,
  10.1,
  11.5,
  21.1,
  2.125,
  100.01,
  1e6 + 0.5,
];

/** Languages whose numbers this Node counts by the rules of their own. */
const known = languagesOf(cardinalConditions).filter((tag) => Intl.PluralRules.supportedLocalesOf(tag).length > 0);

describe.each(["cardinal", "ordinal"] as const)("the %s expression", (type) => {
  it.each(known)("of %s tells numbers apart as Intl does", (tag) => {
    const rules = new Intl.PluralRules(tag, { type });
    const text = pluralExpression(tag, type) ?? '() => "other"';
    const category = new Function(`return ${text}`)() as (number: number) => string;
    const numbers = [...whole, ...decimals];
    expect(numbers.map((number) => [number, category(number)])).toEqual(
      numbers.map((number) => [number, rules.select(number)]),
    );
    expect(category(Number.NaN)).toBe("other");
  });
});

it("is there for every language whose forms are known", () => {
  expect(known.length).toBeGreaterThan(100);
  for (const [kind, rows] of [
    ["cardinal", cardinalConditions],
    ["ordinal", ordinalConditions],
  ] as const) {
    for (const [conditions, languages] of rows) {
      const named = conditions.split("; ").flatMap((condition) => condition.split(": ")[0] || []);
      for (const tag of languages.split(" ")) {
        const pinned = pluralCategories(tag, kind);
        // Former codes of languages.
        if (pinned !== undefined) expect(pinned, `${tag} ${kind}`).toEqual([...named, "other"]);
      }
    }
  }
  expect(pluralExpression("pt-PT", "cardinal")).not.toBe(pluralExpression("pt-BR", "cardinal"));
  expect(pluralExpression("de-AT", "cardinal")).toBe(pluralExpression("de", "cardinal"));
  expect(pluralExpression("tlh", "cardinal")).toBeUndefined();
});
