import fc from "fast-check";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { type Catalog, type Locale, messageParts } from "../core/catalog.ts";
import { type MessageTree, messageTree } from "../core/message-tree.ts";
import { messageFormatIds } from "../generators/messages/formats.ts";
import { icuText } from "../generators/messages/icu-text.ts";
import { pseudoLocaleTags, withPseudoLocales } from "../generators/messages/pseudo-locales.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";
import { hostileText } from "./hostile-text.ts";

const shop = catalogFixture("shop");

function localeOf(catalog: Catalog, tag: string): Locale {
  const found = catalog.locales.find((one) => one.tag === tag);
  if (found === undefined) throw new Error(`there is no ${tag}`);
  return found;
}

/** A text of the shop in a pseudo-locale. */
function textOf(tag: string, name: string, part: (typeof messageParts)[number], catalog = shop): string {
  return (
    localeOf(withPseudoLocales(catalog, [...pseudoLocaleTags]), tag)
      .messages()
      .get(name)?.[part] ?? ""
  );
}

/** The shop with one text in place of the title of a failure. */
function shopSaying(text: string): Catalog {
  const failures = shop.failures.map((failure) => {
    if (failure.name !== "CARD_EXPIRED") return failure;
    return { ...failure, messages: { title: { text, description: "", maxLength: undefined, markup: true } } };
  });
  return { ...shop, failures };
}

/** Params and choices of a message, its texts left out. */
function skeleton(tree: MessageTree): unknown[] {
  return tree.flatMap((node): unknown[] => {
    if (typeof node === "string") return [];
    if (node.kind === "param") return [node];
    return [
      { name: node.name, choice: node.choice, arms: [...node.arms].map(([arm, inner]) => [arm, skeleton(inner)]) },
    ];
  });
}

test("en-XA has accents, brackets and longer texts; params and arms stay", () => {
  expect(textOf("en-XA", "CARD_EXPIRED", "title")).toBe("[Ýóúŕ çáŕđ ĥáš éẋþíŕéđ one two]");
  expect(textOf("en-XA", "PARCEL_DELAYED", "detail")).toBe(
    "[Íţ ŵíļļ çóɱé {days, plural, one {á đáý} other {# đáýš}} ļáţéŕ. one two t]",
  );
});

test("ar-XB runs from right to left, word by word; params and arms stay", () => {
  const rtl = (word: string): string => `\u200f\u202e${word}\u202c\u200f`;
  expect(textOf("ar-XB", "CARD_EXPIRED", "title")).toBe(["Your", "card", "has", "expired"].map(rtl).join(" "));
  const days = `{days, plural, one {${rtl("a")} ${rtl("day")}} other {# ${rtl("days")}}}`;
  expect(textOf("ar-XB", "PARCEL_DELAYED", "detail")).toBe(
    `${rtl("It")} ${rtl("will")} ${rtl("come")} ${days} ${rtl("later.")}`,
  );
});

test("tags, entities and addresses stay", () => {
  const text = "Read <b>this</b> &amp; https://example.com/cards now";
  const pseudo = textOf("en-XA", "CARD_EXPIRED", "title", shopSaying(text));
  expect(pseudo).toMatch(/^\[Ŕéáđ <b>ţĥíš<\/b> &amp; https:\/\/example\.com\/cards ñóŵ /);
});

test.each(pseudoLocaleTags)("%s has the params and choices of every text, and every text", (tag) => {
  for (const name of ["shop", "compiler", "minimal", "hostile"]) {
    const catalog = catalogFixture(name);
    for (const failure of catalog.failures) {
      for (const part of messageParts) {
        const source = failure.messages[part]?.text;
        if (source === undefined) continue;
        const pseudo = textOf(tag, failure.name, part, catalog);
        expect(skeleton(messageTree(pseudo)), pseudo).toEqual(skeleton(messageTree(source)));
      }
    }
  }
});

test.each(pseudoLocaleTags)("%s of a hostile text is a text, and nothing in it becomes syntax", (tag) => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const pseudo = textOf(tag, "CARD_EXPIRED", "title", shopSaying(icuText([text])));
      expect(skeleton(messageTree(pseudo))).toEqual([]);
      const shown = String(new IntlMessageFormat(pseudo, "en", undefined, { ignoreTag: true }).format());
      const stripped = shown.normalize("NFD").replace(/[\u0300-\u036f\u200f\u202e\u202c]/g, "");
      // Symbols are neither accented nor turned.
      for (const symbol of text.normalize("NFD").match(/[{}#'"|$%@*]/g) ?? []) expect(stripped).toContain(symbol);
    }),
  );
});

describe("the target messages", () => {
  test("has no pseudo-locales unless they are asked for", async () => {
    expect(withPseudoLocales(shop, [])).toBe(shop);
    expect((await artifactsOf(messages(), shop)).has("icu-json/en-XA.json")).toBe(false);
    expect(messages().options).not.toHaveProperty("pseudoLocales");
  });

  test("makes them in every format, as locales like the others", async () => {
    const pseudoLocales = ["ar-XB", "en-XA"] as const;
    const files = await artifactsOf(messages({ formats: messageFormatIds, pseudoLocales }), shop);
    const { locales } = JSON.parse(files.get("locales.json") ?? "") as { locales: readonly Record<string, string>[] };
    expect(locales.map(({ tag }) => tag)).toEqual(["en", "ar-XB", "en-XA", "ja", "pl"]);
    expect(locales.map(({ direction }) => direction)).toEqual(["ltr", "rtl", "ltr", "ltr", "ltr"]);
    for (const format of messageFormatIds) {
      const own = [...files.keys()].filter((path) => path.startsWith(`${format}/`));
      for (const tag of pseudoLocaleTags) {
        // Android marks a region by an "r"; a String Catalog holds all languages.
        const named = own.some(
          (path) =>
            path.replaceAll("_", "-").replace("-r", "-").includes(tag) ||
            (path.endsWith(".xcstrings") && (files.get(path) ?? "").includes(`"${tag}" : {`)),
        );
        expect(named, `${format} has ${tag}`).toBe(true);
      }
    }
  });

  test("leaves a locale of the catalog with such a tag as it is", () => {
    const own = { ...localeOf(shop, "pl"), tag: "en-XA" };
    const [first] = shop.locales;
    if (first === undefined) throw new Error("the shop has no locale");
    const catalog = { ...shop, locales: [first, own] };
    expect(withPseudoLocales(catalog, ["en-XA"])).toBe(catalog);
  });
});
