import { spawnSync } from "node:child_process";
import { describe, expect, it, test } from "vitest";
import type { Catalog, Locale } from "../core/catalog.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { formatCatalogs } from "./format-catalogs.ts";
import { artifactsOf } from "./golden.ts";
import { isSkipped } from "./installed-programs.ts";
import { conformance, formatted, shown } from "./message-conformance.ts";
import { below, type Element, elementsIn, parsedXml, textIn, xliff2Mistakes, xliff12Mistakes } from "./xliff-rules.ts";

const withoutXmllint = isSkipped("XLIFF read by xmllint", [["xmllint", "--version"]]);

// The schemas of OASIS may not be copied here: their rules are those of xliff-rules.ts.
const formats = [
  { id: "xliff12", mistakes: xliff12Mistakes, unit: "trans-unit", key: "resname" },
  { id: "xliff2", mistakes: xliff2Mistakes, unit: "unit", key: "name" },
] as const;

type Format = (typeof formats)[number];

async function documents({ id }: Format, catalog: Catalog): Promise<ReadonlyMap<string, string>> {
  const files = await artifactsOf(messages({ formats: [id] }), catalog);
  return new Map(catalog.locales.map(({ tag }) => [tag, files.get(`${id}/${tag}.xlf`) ?? ""]));
}

/** Source and target of every unit, as one who knows nothing but the format finds them. */
function unitsIn(root: Element, { unit, key }: Format): ReadonlyMap<string, { source: string; target?: string }> {
  return new Map(
    below(root, unit).map((one) => {
      const segments = elementsIn(one).filter(({ name }) => name === "segment");
      const [place = one] = segments;
      const text = (name: string): string | undefined => {
        const found = elementsIn(place).find((child) => child.name === name);
        return found === undefined ? undefined : textIn(found);
      };
      const target = text("target");
      return [
        one.attributes[key] ?? "",
        { source: text("source") ?? "", ...(target === undefined ? {} : { target }) },
      ] as const;
    }),
  );
}

describe.each(formats)("$id", (format) => {
  describe.each(formatCatalogs)("the catalog %s", (name, catalog) => {
    it("says what FormatJS says", async () => {
      const files = await documents(format, catalog);
      const units = new Map([...files].map(([tag, text]) => [tag, unitsIn(parsedXml(text), format)]));
      const list = conformance(name, catalog);
      const isSource = (tag: string): boolean => tag === catalog.defaultLocale;
      const said = list.map((entry) => {
        const { source = "", target } = units.get(entry.tag)?.get(entry.key) ?? {};
        // Without a target nothing is translated, and the source stands in.
        const tag = target === undefined ? catalog.defaultLocale : entry.tag;
        return shown(entry, formatted(target ?? source, tag, entry.params));
      });
      const expected = list.map((entry) =>
        shown(entry, entry.translated ? entry.text : formatted(entry.source, catalog.defaultLocale, entry.params)),
      );
      expect(said).toEqual(expected);
      const sources = list.map((entry) => {
        return shown(entry, formatted(units.get(entry.tag)?.get(entry.key)?.source ?? "", "en", entry.params));
      });
      expect(sources).toEqual(list.map((entry) => shown(entry, formatted(entry.source, "en", entry.params))));
      for (const { tag, key, translated } of list) {
        expect("target" in (units.get(tag)?.get(key) ?? {})).toBe(translated && !isSource(tag));
      }
    });

    it("breaks no rule of the standard", async () => {
      for (const [tag, text] of await documents(format, catalog)) {
        expect({ tag, mistakes: format.mistakes(parsedXml(text)) }).toEqual({ tag, mistakes: [] });
      }
    });

    it.skipIf(withoutXmllint)("is XML to xmllint", async () => {
      for (const [tag, input] of await documents(format, catalog)) {
        const { status, stderr } = spawnSync("xmllint", ["--noout", "-"], { input, encoding: "utf8" });
        expect({ tag, status, stderr }).toEqual({ tag, status: 0, stderr: "" });
      }
    });
  });

  test("texts for developers are in the file of the default locale alone, and not to be translated", async () => {
    for (const [tag, text] of await documents(format, shippedCatalog())) {
      const own = below(parsedXml(text), format.unit).filter(({ attributes }) =>
        attributes[format.key]?.endsWith(".developer"),
      );
      expect(own.length > 0).toBe(tag === "en");
      expect(own.every(({ attributes }) => attributes["translate"] === "no")).toBe(true);
    }
  });

  test("what XML has no way to write breaks no file", async () => {
    const shop = catalogFixture("shop");
    const [first] = shop.failures;
    if (first === undefined) throw new Error("no failure");
    const ends = { text: "Ende\uffff \ufffe", description: "\uffff", maxLength: undefined, markup: false };
    const failure = { ...first, messages: { title: ends } };
    const german: Locale = {
      ...(shop.locales[0] as Locale),
      tag: "de",
      messages: () => new Map([[failure.name, { title: ends.text }]]),
    };
    const catalog: Catalog = { ...shop, failures: [failure], locales: [shop.locales[0] as Locale, german] };
    for (const text of (await documents(format, catalog)).values()) {
      const root = parsedXml(text);
      expect(format.mistakes(root)).toEqual([]);
      const [unit] = unitsIn(root, format).values();
      expect(unit?.target ?? unit?.source).toBe(format.id === "xliff2" ? ends.text : "Ende\ufffd \ufffd");
    }
  });
});

const xliff12 = (unit: string, file = 'original="a" source-language="en" target-language="de" datatype="plaintext"') =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file ${file}><body>${unit}</body></file></xliff>`;
const xliff2 = (unit: string, root = 'srcLang="en" trgLang="de"') =>
  `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" ${root}><file id="f">${unit}</file></xliff>`;

/** Without rules that find something, files without a mistake say nothing. */
describe("the rules of the standard find", () => {
  test.each([
    [xliff12('<trans-unit id="1"><source>a</source><target state="final">b</target></trans-unit>'), []],
    [xliff12(""), []],
    [xliff12("", 'original="a" datatype="plaintext"'), ["<file> has no source-language"]],
    [xliff12("").replace(/ xmlns="[^"]*"/, ""), ["<xliff> is no element"]],
    [xliff12("").replace("<body></body>", ""), ["<file> holds nothing"]],
    [xliff12("<trans-unit><source>a</source></trans-unit>"), ["<trans-unit> has no id"]],
    [xliff12('<trans-unit id="1"><source/></trans-unit>'.repeat(2)), ['<trans-unit> has the id "1" of another']],
    [xliff12('<trans-unit id="1"><target/><source/></trans-unit>'), ["<trans-unit> holds target source"]],
    [xliff12('<trans-unit id="1">x<source/></trans-unit>'), ["<trans-unit> holds text"]],
    [xliff12('<trans-unit id="1"><source/><target state="done"/></trans-unit>'), ['<target> has state="done"']],
    [
      xliff12('<trans-unit id="1"><source/><target/><alt-trans><source/></alt-trans></trans-unit>'),
      ["<alt-trans> holds source"],
    ],
    [
      xliff12('<trans-unit id="1" maxwidth="3" approved="yes"><source/></trans-unit>'),
      [
        "<trans-unit> has a size without a unit, or a unit without a size",
        "<trans-unit> is approved and has no target",
      ],
    ],
    [
      xliff12('<trans-unit id="1"><source/><target/></trans-unit>', 'original="" source-language="en" datatype="x-a"'),
      ["<file> has no target-language"],
    ],
  ])("in XLIFF 1.2 %s", (text, mistakes) => {
    expect(xliff12Mistakes(parsedXml(text))).toEqual(mistakes);
  });

  const segment = '<segment state="translated" subState="a:b"><source>a</source><target>b</target></segment>';

  test.each([
    [xliff2(`<unit id="1">${segment}</unit>`), []],
    [xliff2(""), ["<file> holds nothing"]],
    [xliff2('<group id="1"/>'), []],
    [xliff2("<group/>"), ["<group> has no id"]],
    [xliff2(`<unit id="a b">${segment}</unit>`), ['<unit> has id="a b"']],
    [xliff2(`<unit id="1">${segment}</unit>`.repeat(2)), ['<unit> has the id "1" of another']],
    [xliff2(`<unit id="1">${segment}<notes/></unit>`), ["<unit> holds segment notes", "<notes> holds nothing"]],
    [xliff2(`<unit id="1">${segment}</unit>`, 'srcLang="en"'), ["<xliff> has no trgLang"]],
    [xliff2(`<unit id="1">${segment}</unit>`, 'trgLang="de"'), ["<xliff> has no srcLang"]],
    [
      xliff2(`<unit id="1">${segment.replace(' state="translated"', "")}</unit>`),
      ["<segment> has a subState without a state"],
    ],
    [xliff2(`<unit id="1">${segment.replace("a:b", "xlf:b")}</unit>`), ['<segment> has subState="xlf:b"']],
    [xliff2(`<unit id="1">${segment.replace("a:b", "stale")}</unit>`), ['<segment> has subState="stale"']],
    [xliff2(`<unit id="1">${segment.replace("translated", "new")}</unit>`), ['<segment> has state="new"']],
    [
      xliff2(`<unit id="1">${segment.replace("<target>b</target>", "")}</unit>`),
      ["<segment> is translated and has no target"],
    ],
    [
      xliff2(`<unit id="1">${segment.replace(">b<", '><cp hex="41"/><')}</unit>`),
      ['<cp> has hex="41"', '<cp> stands for "A"'],
    ],
    [xliff2(`<unit id="1">${segment.replace(">b<", '><cp hex="001F"/><')}</unit>`), []],
  ])("in XLIFF 2.0 %s", (text, mistakes) => {
    expect(xliff2Mistakes(parsedXml(text))).toEqual(mistakes);
  });
});
