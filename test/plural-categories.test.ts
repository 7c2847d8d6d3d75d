import { expect, it } from "vitest";
import { type PluralKind, pluralCategories, pluralRules } from "../core/plural-categories.ts";
import { pluralForms } from "../generators/messages/plural-forms.ts";

const tags =
  "en ar de fr es pt-BR pt-PT it nl pl tr hi ja zh-Hans ru uk cs sk sl he lt lv ro is mk ga cy hr sr-Latn ko".split(
    " ",
  );
const cases = tags.flatMap((tag) =>
  (["cardinal", "ordinal"] as const).map((kind): [string, PluralKind] => [tag, kind]),
);

it.each(cases)("knows the plurals of %s, %s", (tag, kind) => {
  const rules = new Intl.PluralRules(tag, { type: kind });
  expect([...(pluralCategories(tag, kind) ?? [])].sort()).toEqual(rules.resolvedOptions().pluralCategories.sort());
  for (let number = 0; number <= 20; number++) expect(pluralRules(tag, kind)?.of(number)).toBe(rules.select(number));
  for (const category of pluralCategories(tag, kind) ?? []) {
    const only = pluralRules(tag, kind)?.only(category);
    const members = Array.from({ length: 1200 }, (_, number) => number).filter(
      (number) => rules.select(number) === category,
    );
    if (only !== undefined) expect(members).toEqual([only]);
  }
});

it("knows nothing of what is no language", () => {
  expect(pluralCategories("qq")).toBeUndefined();
  expect(pluralCategories("qq", "ordinal")).toBeUndefined();
  expect(pluralForms("qq")).toBeUndefined();
});

it.each(tags)("counts in gettext as CLDR does: %s", (tag) => {
  const forms = pluralForms(tag);
  const [, count, expression] = /^nplurals=(\d); plural=(.*);$/.exec(forms?.header ?? "") ?? [];
  expect(forms?.categories).toHaveLength(Number(count));
  const place = new Function("n", `return Number(${expression})`) as (n: number) => number;
  const rules = new Intl.PluralRules(tag);
  for (let number = 0; number <= 1200; number++) {
    expect(`${number} ${forms?.categories[place(number)]}`).toBe(`${number} ${rules.select(number)}`);
  }
});
