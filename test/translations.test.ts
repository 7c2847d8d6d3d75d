import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import type { Catalog, MessagePart } from "../core/catalog.ts";
import { load } from "../core/load.ts";
import { canonicalText } from "../core/message-syntax/canonical-text.ts";
import { pluralForms } from "../core/plural-categories.ts";
import { cardinalForms, ordinalForms } from "../core/plural-data.ts";
import type { SourceFile } from "../core/source-file.ts";
import { sourceHash, standingOf, writtenHash } from "../core/source-hash.ts";
import { sourceHashes } from "../core/source-hashes.ts";
import { stamp } from "../core/stamp.ts";
import { translationProgress } from "../core/translation-progress.ts";
import { catalogFixture } from "./catalog-fixture.ts";

function names(tag: string, kind: "plural" | "selectordinal" = "plural"): string | undefined {
  return pluralForms(tag, kind)
    ?.map(({ name }) => name)
    .join(" ");
}

describe("the plural forms of a language", () => {
  test.each([
    ["en", "one"],
    ["de", "one"],
    ["fr", "one many"],
    ["es", "one many"],
    ["pt-BR", "one many"],
    ["it", "one many"],
    ["nl", "one"],
    ["pl", "one few many"],
    ["tr", "one"],
    ["ar", "zero one two few many"],
    ["hi", "one"],
    ["ja", ""],
    ["zh-Hans", ""],
    ["he", "one two"],
    ["ru", "one few many"],
    ["cy", "zero one two few many"],
    ["tlh", undefined],
  ])("%s: %s", (tag, expected) => {
    expect(names(tag)).toBe(expected);
  });

  test("differ between ordinals and cardinals", () => {
    expect(names("en", "selectordinal")).toBe("one two few");
    expect(names("pl", "selectordinal")).toBe("");
  });

  test("are those of the tag, and where it has none those of its language", () => {
    expect(pluralForms("pt-PT", "plural")?.[0]?.numbers).toEqual(["1"]);
    expect(pluralForms("pt-BR", "plural")?.[0]?.numbers).toEqual(["0", "1"]);
  });

  test("say whether anybody meets the numbers they are for", () => {
    const use = (tag: string) => pluralForms(tag, "plural")?.find(({ name }) => name === "many")?.use;
    expect([use("pl"), use("fr"), use("cs")]).toEqual(["integers", "millions", "fractions"]);
  });

  // Of what both know alike: the machine may have another release of CLDR, and says "other" of a language that it lacks.
  test("are for the numbers that the machine's own CLDR uses them for", () => {
    const compared = [cardinalForms, ordinalForms].map((rows, index) => {
      let count = 0;
      for (const language of rows.flatMap(([, , languages]) => languages.split(" "))) {
        if (!["en", "de", "fr", "pl", "ar", "ru", "cs", "sl", "ga", "cy", "lv", "ro", "sv", "hi"].includes(language))
          continue;
        const rules = new Intl.PluralRules(language, { type: index === 0 ? "cardinal" : "ordinal" });
        for (const { name, numbers, use } of pluralForms(language, index === 0 ? "plural" : "selectordinal") ?? []) {
          if (use === "fractions") continue;
          count++;
          expect([language, ...numbers.map((number) => rules.select(Number(number)))]).toEqual([
            language,
            ...numbers.map(() => name),
          ]);
        }
      }
      return count;
    });
    expect(Math.min(...compared)).toBeGreaterThan(5);
  });
});

describe("the hash of a source", () => {
  test.each([
    ["{count, plural, one {a card} other {# cards}}", "{ count,plural,\n  other{# cards}\n  one{a card}\n}"],
    ["It's {card}", "It''s {card}"],
    ["Braces: '{'x'}'", "Braces: '{x}'"],
    ["{n, number, ::percent}", "{ n , number , ::percent }"],
    ["{size, select, small {S} other {L}}", "{size, select, other {L} small {S}}"],
  ])("is that of %s however it is laid out", (left, right) => {
    expect(canonicalText(left)).toBe(canonicalText(right));
  });

  test.each([
    ["{count, plural, one {a card} other {# cards}}", "{count, plural, one {a card} other {#  cards}}"],
    ["{count, plural, one {a card} other {# cards}}", "{count, plural, one {a card} other {'#' cards}}"],
    ["{card}", "'{'card'}'"],
    ["{n, number}", "{n, number, percent}"],
    ["{n, plural, other {a}}", "{n, selectordinal, other {a}}"],
    ["{n, plural, other {a}}", "{n, select, other {a}}"],
    ["A card", "A  card"],
  ])("tells %s from %s", (left, right) => {
    expect(canonicalText(left)).not.toBe(canonicalText(right));
  });

  test("is of the text as it stands where that is no message", () => {
    expect(canonicalText("{count, plural, one {")).toBe("{count, plural, one {");
    expect(canonicalText("{".repeat(20_000))).toHaveLength(20_000);
  });

  test("stands in files: these may never change", () => {
    const card = { name: "card", type: "string", values: [] };
    const count = { name: "count", type: "integer", values: [] };
    const size = { name: "size", type: "enum", values: ["small", "large"] };
    const written = (...given: [string, string, readonly (typeof card | typeof size)[]]) =>
      writtenHash(sourceHash(sha256, ...given));
    expect(written("Your card was declined", "", [card])).toBe("b9821657.bb2afcf0");
    expect(written("{count, plural, one {# card} other {# cards}}", "Of a shop", [size, count])).toBe(
      written("{count,plural,other{# cards}one{# card}}", "Of a shop", [count, size]),
    );
    expect(written("{count, plural, one {# card} other {# cards}}", "Of a shop", [size, count])).toMatchInlineSnapshot(
      `"a00abc51.e9cf97c2"`,
    );
  });

  test("tells a changed text from changed words about it", () => {
    const hash = { text: "a1b2c3d4", context: "9f8e7d6c" };
    expect(standingOf("a1b2c3d4.9f8e7d6c", hash)).toBe("current");
    expect(standingOf("a1b2c3d4", hash)).toBe("current");
    expect(standingOf("a1b2c3d4.00000000", hash)).toBe("context-changed");
    expect(standingOf("00000000.9f8e7d6c", hash)).toBe("stale");
    expect(standingOf("00000000", hash)).toBe("stale");
  });
});

/** The shop with the files of its locales stamped. */
function stampedShop(catalog: Catalog): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const hashes = sourceHashes(catalog, sha256);
  const files = catalog.locales.slice(1).map(({ file }) => file);
  return { before: files.map(({ text }) => text), after: files.map((file) => stamp(file, hashes).text) };
}

describe("stamping", () => {
  const shop = catalogFixture("shop");

  test("adds hashes and changes nothing else", () => {
    const { before, after } = stampedShop(shop);
    const bare = (text: string) => text.replace(/,\s*"src": "[0-9a-f]{8}\.[0-9a-f]{8}"/g, "");
    expect(after.map(bare)).toEqual(before.map(bare));
    for (const text of after) expect(text.match(/"src"/g)?.length).toBe(text.match(/"text"/g)?.length);
  });

  test("a second time adds nothing, and everything is current", () => {
    const { after } = stampedShop(shop);
    const tags = shop.locales.slice(1).map(({ tag }) => tag);
    const again = load(
      {
        catalog: { path: "spec.json", content: shop.file.text },
        locales: after.map((content, index) => ({ path: `locales/${tags[index]}.json`, content })),
      },
      { digest: sha256 },
    );
    if (!again.ok) throw new Error("what was stamped has mistakes");
    expect(again.diagnostics.map(({ code }) => code)).toEqual(["FC3208"]);
    expect(stampedShop(again.value).after).toEqual(after);
    const progress = translationProgress(again.value, sourceHashes(again.value, sha256));
    expect(progress.map(({ stale, unknownSource }) => [stale, unknownSource])).toEqual(tags.map(() => [0, 0]));
    for (const { texts, translated, needsReview, final, missing, stale } of progress) {
      expect(translated + needsReview + final + missing + stale).toBe(texts);
    }
  });

  test("with the texts adds those of today beside what was made from them, and nothing a second time", () => {
    const written = (entries: Readonly<Record<string, unknown>>) => {
      const failures = { CARD_DECLINED: entries };
      return { path: "locales/de.json", text: JSON.stringify({ locale: "de", failures }, null, 2) };
    };
    const title = { text: "Karte abgelehnt" };
    const current = { ...title, src: sourceHashes(shop, sha256)("CARD_DECLINED", "detail")?.text };
    const stale = { ...title, src: "00000000" };
    const text = (part: MessagePart) => shop.byName.get("CARD_DECLINED")?.messages[part]?.text;
    const withTexts = (file: SourceFile) =>
      stamp(file, sourceHashes(shop, sha256), (name, part) => shop.byName.get(name)?.messages[part]?.text);
    const file = written({ title, detail: current, action: stale });
    const hash = sourceHashes(shop, sha256)("CARD_DECLINED", "title");
    if (hash === undefined) throw new Error("no such text");
    const stamped = withTexts(file);
    expect(stamped).toEqual({
      text: written({
        title: { ...title, src: writtenHash(hash), srcText: text("title") },
        detail: { ...current, srcText: text("detail") },
        action: stale,
      }).text,
      stamped: 2,
    });
    expect(withTexts({ ...file, text: stamped.text })).toEqual({ text: stamped.text, stamped: 0 });
  });

  test.each([
    ['{"text":"Karte abgelehnt"}', '{"text":"Karte abgelehnt","src":"#"}'],
    ['{ "text": "Karte abgelehnt" }', '{ "text": "Karte abgelehnt", "src": "#" }'],
    ['{"text": "Karte abgelehnt"}', '{"text": "Karte abgelehnt", "src": "#"}'],
    [
      '{\r\n\t"text": "Karte abgelehnt",\r\n\r\n\t"by": "mt"\r\n}',
      '{\r\n\t"text": "Karte abgelehnt",\r\n\r\n\t"by": "mt",\r\n\t"src": "#"\r\n}',
    ],
    ['{ "state": "new", "text": "Karte abgelehnt" }', '{ "state": "new", "text": "Karte abgelehnt" }'],
    ['{ "text": "Karte abgelehnt", "src": "00000000" }', '{ "text": "Karte abgelehnt", "src": "00000000" }'],
  ])("lays out %j as it stands there", (entry, expected) => {
    const around = (written: string) => `{ "locale": "de", "failures": { "CARD_DECLINED": { "title": ${written} } } }`;
    const file = { path: "locales/de.json", text: around(entry) };
    const { text } = stamp(file, sourceHashes(shop, sha256));
    expect(text.replace(/[0-9a-f]{8}\.[0-9a-f]{8}/, "#")).toBe(around(expected));
  });
});
