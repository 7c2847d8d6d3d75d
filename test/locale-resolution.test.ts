import { describe, expect, it } from "vitest";
import type { Catalog, Locale } from "../core/catalog.ts";
import { directionOf, localeResolution, resolveLocale } from "../core/locale-resolution.ts";
import { messageBundle } from "../core/message-bundle.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";

const shop = catalogFixture("shop");

function localeOf(tag: string, titles: Readonly<Record<string, string>> = {}): Locale {
  return {
    tag,
    file: { path: `locales/${tag}.json`, text: "" },
    mayHoldTags: false,
    messages: () => new Map(Object.entries(titles).map(([name, title]) => [name, { title }])),
  };
}

function catalogOf(tags: readonly string[], fallbacks: Readonly<Record<string, readonly string[]>>): Catalog {
  const [english] = shop.locales;
  return {
    ...shop,
    locales: [english as Locale, ...tags.map((tag) => localeOf(tag))],
    fallbacks: new Map(Object.entries(fallbacks)),
  };
}

describe("the table of locales", () => {
  const catalog = catalogOf(["es", "es-419", "es-MX", "he", "nb", "zh-Hans", "zh-Hant"], {
    "es-MX": ["es-419"],
    zh: ["zh-Hans"],
    "zh-TW": ["zh-Hant", "zh-Hans"],
    nn: ["nb"],
  });
  const table = localeResolution(catalog);

  it.each([
    ["es-MX", ["es-MX", "es-419", "es", "en"]],
    ["es_mx", ["es-MX", "es-419", "es", "en"]],
    ["es-AR", ["es", "en"]],
    ["zh-TW", ["zh-Hant", "zh-Hans", "en"]],
    ["zh-CN", ["zh-Hans", "en"]],
    ["zh-Hant-HK", ["zh-Hant", "zh-Hans", "en"]],
    ["iw-IL", ["he", "en"]],
    ["no", ["nb", "en"]],
    ["nn-NO", ["nb", "en"]],
    ["EN-gb", ["en"]],
    ["fr", ["en"]],
    ["", ["en"]],
    ["-", ["en"]],
  ])("leads %s to %j", (requested, chain) => {
    expect(resolveLocale(table, requested)).toEqual(chain);
  });

  it("ends where a chain leads back, and names no locale twice", () => {
    const round = localeResolution(catalogOf(["de", "fr"], { de: ["fr"], fr: ["de"] }));
    expect(resolveLocale(round, "de")).toEqual(["de", "fr", "en"]);
    const absent = localeResolution(catalogOf([], { zh: ["zh-Hans"] }));
    expect(resolveLocale(absent, "zh-Hans-CN")).toEqual(["en"]);
  });
});

it("no reader of Chinese or Portuguese of any kind is shown English", () => {
  const table = localeResolution(shippedCatalog());
  for (const tag of ["zh", "zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-TW", "zh-CN", "zh-SG"]) {
    expect(resolveLocale(table, tag)[0], tag).toBe("zh-Hans");
  }
  for (const tag of ["pt", "pt-PT", "pt-AO"]) expect(resolveLocale(table, tag)[0], tag).toBe("pt-BR");
});

it("a text that a locale lacks comes from the first of its chain that has it", () => {
  const [first, second] = shop.failures;
  if (first === undefined || second === undefined) throw new Error("The shop has too few failures.");
  const catalog: Catalog = {
    ...shop,
    locales: [
      shop.locales[0] as Locale,
      localeOf("es", { [first.name]: "uno", [second.name]: "dos" }),
      localeOf("es-MX", { [first.name]: "primero" }),
    ],
  };
  const titles = messageBundle(catalog, catalog.locales[2] as Locale).filter(({ part }) => part === "title");
  expect(titles[0]).toMatchObject({ text: "primero", writtenIn: "es-MX", translated: true });
  expect(titles[1]).toMatchObject({ text: "dos", writtenIn: "es", translated: false });
  expect(titles[2]).toMatchObject({ writtenIn: "en", translated: false });
});

it.each([
  ["ar", "rtl"],
  ["ar-EG", "rtl"],
  ["he", "rtl"],
  ["ur-PK", "rtl"],
  ["az-Arab-IR", "rtl"],
  ["uz", "ltr"],
  ["ks-Deva", "ltr"],
  ["en", "ltr"],
  ["arn", "ltr"],
  ["pa-PK", "rtl"],
  ["pa", "ltr"],
  ["uz-AF", "rtl"],
  ["iw", "rtl"],
])("%s is written %s", (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
