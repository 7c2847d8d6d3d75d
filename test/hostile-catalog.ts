import fc from "fast-check";
import type { Catalog, Failure, Locale, Param } from "../core/catalog.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { hostileText } from "./hostile-text.ts";

/** A catalog of hostile texts with plurals, selects and numbers: so many failures, in English and in locales that have the texts of other failures. */
export function hostileCatalog(locales: readonly string[], size: number): Catalog {
  const quote = (text: string, special: RegExp): string => {
    const start = text.search(special);
    const doubled = (piece: string) => piece.replaceAll("'", "''");
    return start < 0 ? doubled(text) : `${doubled(text.slice(0, start))}'${doubled(text.slice(start))}'`;
  };
  const literal = hostileText.map((text) => quote(text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, "").trim(), /[{}]/));
  const inPlural = hostileText.map((text) =>
    quote(text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, "").trim(), /[{}#]/),
  );
  const tree = fc
    .record({ a: literal, b: literal, one: inPlural, other: inPlural, zero: inPlural, bike: inPlural, end: literal })
    .map(({ a, b, one, other, zero, bike, end }) => ({
      title: `${a} .`,
      detail: `${a} {place}, {weight, number} ${b} {code} .`,
      action: `${a} {vehicle, select, bike {${b}: {n, plural, =0 {${zero}.} one {${bike} # .} other {# ${other} {place}.}}} other {{n, plural, one {${one} # .} other {${other} #.}}}} ${end} {weight, number, ::.00} .`,
    }));
  const texts = fc.sample(tree, { numRuns: size, seed: 7 });
  const params: readonly Param[] = [
    { name: "n", type: "integer", values: [], example: 3, description: "How many.", pii: false, grouping: true },
    {
      name: "vehicle",
      type: "enum",
      values: ["bike", "van"],
      example: "van",
      description: "",
      pii: false,
      grouping: true,
    },
    { name: "place", type: "string", values: [], example: "l'Île", description: "", pii: false, grouping: true },
    { name: "weight", type: "number", values: [], example: 12.25, description: "", pii: false, grouping: true },
    { name: "code", type: "integer", values: [], example: 30007, description: "", pii: false, grouping: true },
  ];
  const shop = catalogFixture("shop");
  const base = shop.failures[0] as Failure;
  const failures = texts.map(({ title, detail, action }, index): Failure => {
    const message = (text: string) => ({
      text,
      description: "A note\nof two lines",
      maxLength: undefined,
      markup: false,
    });
    return {
      ...base,
      code: index + 1,
      name: `F_${index}`,
      params: index % 3 === 0 ? [] : params,
      messages:
        index % 3 === 0
          ? { title: message(title) }
          : { title: message(title), detail: message(detail), action: message(action) },
    };
  });
  const others = locales.map(
    (tag): Locale => ({
      tag,
      file: { path: `locales/${tag}.json`, text: "" },
      mayHoldTags: true,
      messages: () =>
        new Map(
          failures.map((failure, index) => {
            const from = failures[(index + 3) % failures.length] as Failure;
            const own = { title: from.messages.title?.text ?? "" };
            if (from.params.length === 0 || failure.params.length === 0) return [failure.name, own];
            return [
              failure.name,
              { ...own, detail: from.messages.detail?.text ?? "", action: from.messages.action?.text ?? "" },
            ];
          }),
        ),
    }),
  );
  return {
    ...shop,
    failures,
    byCode: new Map(failures.map((failure) => [failure.code, failure])),
    locales: [shop.locales[0] as Locale, ...others],
  };
}
