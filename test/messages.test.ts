import { type MessageFormatElement, parse } from "@formatjs/icu-messageformat-parser";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Catalog, type Failure, type Locale, messageParts, type TranslatedMessages } from "../core/catalog.ts";
import { messageBundle, messageKey } from "../core/message-bundle.ts";
import { stableJson } from "../core/stable-json.ts";
import { messageFormatIds } from "../generators/messages/formats.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { artifactsOf, expectGolden } from "./golden.ts";
import { hostileText } from "./hostile-text.ts";

const names = ["shop", "compiler", "minimal", "hostile"] as const;

type Bundle = Readonly<Record<string, string>>;

async function bundlesOf(catalog: Catalog): Promise<ReadonlyMap<string, Bundle>> {
  const files = await artifactsOf(messages(), catalog);
  return new Map(catalog.locales.map(({ tag }) => [tag, JSON.parse(files.get(`icu-json/${tag}.json`) ?? "")]));
}

/** What a catalog's own text means: tags are no part of its language. */
const meaning = (text: string): MessageFormatElement[] => parse(text, { ignoreTag: true });

/** A text as a message that says just that: quoted from the first character with a meaning to the end. */
function asMessage(text: string, special = /[{}]/): string {
  const start = text.search(special);
  const doubled = (piece: string) => piece.replaceAll("'", "''");
  return start < 0 ? doubled(text) : `${doubled(text.slice(0, start))}'${doubled(text.slice(start))}'`;
}

describe.each(names)("the bundles of the catalog %s", (name) => {
  const catalog = catalogFixture(name);

  it("are the golden files", async () => {
    expectGolden(name, "messages", await artifactsOf(messages({ formats: messageFormatIds }), catalog));
  });

  it("have the same keys in every locale: by code, then by part", async () => {
    const keys = catalog.failures.flatMap((failure) =>
      messageParts.filter((part) => failure.messages[part]).map((part) => `${failure.code}.${part}`),
    );
    for (const [tag, bundle] of await bundlesOf(catalog)) expect(Object.keys(bundle), tag).toEqual(keys);
  });

  it("mean to FormatJS what the catalog says, and the default locale where a text is not translated", async () => {
    const bundles = await bundlesOf(catalog);
    for (const locale of catalog.locales) {
      const texts = locale.messages();
      for (const failure of catalog.failures) {
        for (const part of messageParts) {
          const source = texts.get(failure.name)?.[part] ?? failure.messages[part]?.text;
          if (source === undefined) continue;
          const text = bundles.get(locale.tag)?.[messageKey(failure, part)] ?? "";
          expect(parse(text), `${locale.tag} ${failure.code}.${part}`).toEqual(meaning(source));
        }
      }
    }
  });

  it("are the text that stableJson gives", async () => {
    for (const [path, content] of await artifactsOf(messages(), catalog)) {
      // Compact JSON is what a page downloads: a line for each text, and no more.
      if (path.endsWith(".json") && !path.includes("/compact/")) expect(content).toBe(stableJson(JSON.parse(content)));
    }
  });

  it("are counted in locales.json", async () => {
    const files = await artifactsOf(messages(), catalog);
    const { defaultLocale, locales } = JSON.parse(files.get("locales.json") ?? "");
    expect(defaultLocale).toBe(catalog.defaultLocale);
    for (const [index, locale] of catalog.locales.entries()) {
      const bundle = messageBundle(catalog, locale);
      const translated = bundle.filter((message) => message.translated).length;
      expect(locales[index]).toMatchObject({ tag: locale.tag, messages: bundle.length, translated });
    }
  });
});

const shop = catalogFixture("shop");

const messageOf = (text: string) => ({ text, description: "", maxLength: undefined, markup: false });

/** The shop with these texts as every message: the default locale's and those of one further locale. */
function catalogOf(text: string, translations: TranslatedMessages): Catalog {
  const failures = shop.failures.map(
    (failure): Failure => ({
      ...failure,
      messages: { title: messageOf(text), detail: messageOf(text) },
    }),
  );
  const locale = {
    tag: "ja",
    file: { path: "spec/locales/ja.json", text: "" },
    mayHoldTags: JSON.stringify([text, translations]).includes("<"),
    messages: () => new Map(failures.map(({ name }) => [name, translations])),
  };
  return { ...shop, failures, locales: [shop.locales[0] as Locale, locale] };
}

it("takes what a locale lacks from the default locale, and marks it", () => {
  const catalog = catalogOf("Parcel lost", { detail: "荷物が見つかりません" });
  const [title, detail] = messageBundle(catalog, catalog.locales[1] as Locale);
  expect(title).toMatchObject({ part: "title", text: "Parcel lost", translated: false });
  expect(detail).toMatchObject({ part: "detail", text: "荷物が見つかりません", translated: true });
});

it("takes an empty translation for what it is: no text of another language stands in for it", () => {
  const catalog = catalogOf("Parcel lost", { detail: "" });
  expect(messageBundle(catalog, catalog.locales[1] as Locale)[1]).toMatchObject({ text: "", translated: true });
});

it("reads one locale at a time, and each one once", async () => {
  const open: string[] = [];
  const spy = ({ messages: read, ...rest }: Locale): Locale => ({
    ...rest,
    messages: () => {
      open.push(rest.tag);
      return read();
    },
  });
  const outcome = await messages().generate(
    { ...shop, locales: shop.locales.map(spy) },
    { generatorVersion: "0.0.0", baseUrl: undefined, templates: new Map() },
  );
  if (!outcome.ok) throw new Error("not ok");
  const seen: [string, number][] = [];
  for (const { path } of outcome.value) if (path.startsWith("icu-json/")) seen.push([path, open.length]);
  expect(seen).toEqual([
    ["icu-json/en.json", 0],
    ["icu-json/ja.json", 1],
    ["icu-json/pl.json", 2],
  ]);
});

it("carries any plain text through FormatJS' parser", async () => {
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, async (text, translation) => {
      const catalog = catalogOf(asMessage(text), { title: asMessage(translation) });
      const bundles = await bundlesOf(catalog);
      const key = messageKey(catalog.fallback, "title");
      expect(parse(bundles.get(shop.defaultLocale)?.[key] ?? "")).toEqual([{ type: 0, value: text }]);
      expect(parse(bundles.get("ja")?.[key] ?? "")).toEqual([{ type: 0, value: translation }]);
    }),
    { numRuns: 200 },
  );
});

it("carries any text through plurals, selects and parameters", async () => {
  const literal = hostileText.map((text) => asMessage(text));
  const inPlural = hostileText.map((text) => asMessage(text, /[{}#]/));
  const message = fc
    .record({ before: literal, one: inPlural, other: inPlural, ten: literal, two: literal, after: literal })
    .map(
      ({ before, one, other, ten, two, after }) =>
        `${before}{n, plural, =0 {${one}} one {# ${one}} other {${other} #, {day, select, 10 {${ten} #} 2 {${two}} other {<b>${ten}</b>}}}}` +
        `{weight, number} ${after}{place}`,
    );
  await fc.assert(
    fc.asyncProperty(message, async (text) => {
      const bundles = await bundlesOf(catalogOf(text, {}));
      const written = bundles.get("ja")?.[messageKey(shop.fallback, "detail")] ?? "";
      expect(parse(written)).toEqual(meaning(text));
    }),
    { numRuns: 200 },
  );
});

it("leaves a text as it was written where it can", async () => {
  const text = "{ n , plural , one {# parcel isn't here} other {# parcels aren't here} }";
  const bundles = await bundlesOf(catalogOf(text, {}));
  expect(bundles.get("ja")?.[messageKey(shop.fallback, "title")]).toBe(text);
});
