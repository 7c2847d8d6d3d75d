import { posix } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { generatedHeader } from "../core/generated-header.ts";
import { categoryPagePath, codePagePath, pageUrl } from "../core/page-address.ts";
import { lookOf } from "../generators/docs/flavours/look.ts";
import { frontMatter } from "../generators/docs/front-matter.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf, expectGolden, testKit } from "./golden.ts";
import { hazards, type Page, readPage } from "./markdown-reader.ts";
import { withSources } from "./sources-fixture.ts";

const fixtureNames = ["shop", "compiler", "minimal", "hostile"];
const catalogs: readonly (readonly [string, () => Catalog])[] = [
  ...fixtureNames.map((name) => [name, () => catalogFixture(name)] as const),
  ["shop with every kind of key", () => withSources(catalogFixture("shop"))],
  ["the shipped catalog", shippedCatalog],
];

/** The pages of a catalog, without the files for programs. */
function pagesOf(artifacts: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...artifacts].filter(([path]) => path.endsWith(".md"));
}

/** Other links lead to pages and documents of platforms. */
function isWithin(address: string): boolean {
  return !/^https?:/.test(address);
}

for (const name of fixtureNames) {
  test(`${name}: golden files`, async () => {
    expectGolden(name, "docs", await artifactsOf(docs(), catalogFixture(name)));
  });
}

for (const [name, catalogOf] of catalogs) {
  test(`${name}: every code has a page of its own, retired and reserved ones too`, async () => {
    const catalog = catalogOf();
    const pages = pagesOf(await artifactsOf(docs(), catalog)).map(([path]) => path);
    const codes = [...catalog.failures, ...catalog.reserved].map(({ code }) => code);
    expect(pages.filter((path) => path.startsWith("codes/")).sort()).toEqual(codes.map(codePagePath).sort());
    expect(pages.filter((path) => path.startsWith("categories/"))).toHaveLength(catalog.categories.length);
  });

  test(`${name}: every page has the header in its front matter, the notice, and tidy lines`, async () => {
    const catalog = catalogOf();
    const [first, second] = generatedHeader(catalog);
    for (const [path, text] of pagesOf(await artifactsOf(docs(), catalog))) {
      expect(text.startsWith(`---\n# ${first}\n# ${second}\ntitle: "`), path).toBe(true);
      expect(text, path).not.toMatch(/\r| $|\n\n\n|[^\n]$(?![\s\S])|\n\n$(?![\s\S])/m);
      const paragraphs = readPage(text).blocks.map((block) => ("text" in block ? block.text : ""));
      if (catalog.notice !== "") expect(paragraphs.at(-1), path).toBe(catalog.notice);
    }
  });

  test(`${name}: no page holds anything for MDX or Vue`, async () => {
    for (const [path, text] of pagesOf(await artifactsOf(docs(), catalogOf()))) {
      expect(hazards(text.replace(/^---\n[\s\S]*?\n---\n/, "")), path).toEqual([]);
    }
  });

  test(`${name}: every relative link leads to a page, and every fragment to a place in it`, async () => {
    const artifacts = await artifactsOf(docs(), catalogOf());
    const pages = new Map(pagesOf(artifacts).map(([path, text]) => [path, readPage(text)]));
    for (const [path, { links }] of pages) {
      expect(links.length, path).toBeGreaterThan(0);
      for (const link of links.filter(isWithin)) {
        const [target, fragment] = link.split("#");
        const page = pages.get(posix.join(posix.dirname(path), target ?? ""));
        expect(page, `${path} → ${link}`).toBeDefined();
        if (fragment !== undefined && page !== undefined)
          expect(placesOf(page), `${path} → ${link}`).toContain(fragment);
      }
    }
    const llms = readPage(artifacts.get("llms.txt") ?? "").links;
    expect(llms.length).toBeGreaterThan(0);
    for (const link of llms) expect(artifacts.has(link), `llms.txt → ${link}`).toBe(true);
    for (const link of readPage(artifacts.get("llms-full.txt") ?? "").links.filter(isWithin)) {
      expect(artifacts.has(link.replace(/#.*$/, "")), `llms-full.txt → ${link}`).toBe(true);
    }
  });

  test(`${name}: index.json fits its schema and leads to the pages and their anchors`, async () => {
    const catalog = catalogOf();
    const artifacts = await artifactsOf(docs(), catalog);
    const index = JSON.parse(artifacts.get("index.json") ?? "") as IndexJson;
    const ajv = new Ajv2020({ strict: true, strictTypes: false, formats: { uri: true } });
    const validate = ajv.compile(JSON.parse(artifacts.get("index.schema.json") ?? "") as object);
    expect(validate(index), JSON.stringify(validate.errors)).toBe(true);
    expect(index.failures.map(({ code }) => code)).toEqual(catalog.failures.map(({ code }) => code));
    for (const { code, path, anchors, lifecycle, name, aliases } of index.failures) {
      const failure = catalog.byCode.get(code);
      expect(lifecycle).toBe(failure?.retired ? "retired" : failure?.deprecated ? "deprecated" : "active");
      expect(anchors).toEqual([name, ...aliases]);
      expect(readPage(artifacts.get(path) ?? "").anchors, path).toEqual(anchors);
    }
    for (const { path } of [...index.categories, ...index.reserved, index]) expect(artifacts.has(path)).toBe(true);
    expect(index.sources?.map((source) => source.name) ?? []).toEqual(catalog.sources.map((source) => source.name));
    expect("sources" in index).toBe(catalog.sources.length > 0);
    for (const { path, errors } of index.sources ?? []) {
      const { anchors } = readPage(artifacts.get(path) ?? "");
      for (const { anchor } of errors) expect(anchors, path).toContain(anchor);
    }
    expect(index.sources?.flatMap(({ errors }) => errors.map(({ failure }) => failure)) ?? []).toEqual(
      catalog.sources.flatMap(({ mappings }) => mappings.map(({ failure }) => failure?.code)),
    );
  });

  test(`${name}: llms.txt has the form of llmstxt.org`, async () => {
    const catalog = catalogOf();
    const artifacts = await artifactsOf(docs(), catalog);
    const blocks = readPage(artifacts.get("llms.txt") ?? "").blocks;
    expect(blocks[0]).toEqual({ kind: "heading", level: 1, text: catalog.title });
    expect(blocks[1]?.kind).toBe(catalog.description === "" ? "html" : "quote");
    const sections = blocks.slice(blocks.findIndex((block) => block.kind === "heading" && block.level === 2));
    expect(sections.map(({ kind }) => kind).join(" ")).toMatch(/^(heading list( |$))+$/);
    const headings = sections.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
    expect(new Set(headings)).toEqual(new Set([2]));
    expect(sections.at(-2)).toMatchObject({ text: "Optional" });
  });
}

interface IndexJson {
  readonly path: string;
  readonly categories: readonly { readonly path: string }[];
  readonly failures: readonly {
    readonly code: number | string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly path: string;
    readonly url?: string;
    readonly anchors: readonly string[];
    readonly lifecycle: string;
  }[];
  readonly reserved: readonly { readonly code: number | string; readonly path: string }[];
  readonly sources?: readonly {
    readonly name: string;
    readonly path: string;
    readonly url?: string;
    readonly errors: readonly { readonly anchor: string; readonly failure?: number | string }[];
  }[];
}

/** Where a link can lead to in a page: explicit anchors, and headings as GitHub names them. */
function placesOf({ anchors, blocks }: Page): readonly string[] {
  const headings = blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
  return [
    ...anchors,
    ...headings.map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  ];
}

function headingsOf(text: string | undefined): readonly string[] {
  return readPage(text ?? "").blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
}

test("a page says what a reader in a hurry needs, in this order", async () => {
  const artifacts = await artifactsOf(docs(), catalogFixture("shop"));
  expect(headingsOf(artifacts.get("codes/2001.md"))).toEqual([
    "2001 PARCEL_LOST",
    "What happened",
    "Who has to act",
    "Retry",
    "Causes",
    "What to do",
    "Message for the end user",
    "Example payloads",
    "Lost on the way",
    "Related codes",
    "History",
    "Platform errors that lead here",
    "Parcel mail",
  ]);
  expect(headingsOf(artifacts.get("codes/1001.md")).slice(-5)).toEqual([
    "History",
    "Other spellings",
    "Platform errors that lead here",
    "Card network",
    "Wallet",
  ]);
});

test("a page without much to say has no empty sections", async () => {
  const artifacts = await artifactsOf(docs(), catalogFixture("minimal"));
  const headings = [...artifacts].filter(([path]) => path.startsWith("codes/")).flatMap(([, text]) => headingsOf(text));
  expect(headings.slice(1)).toEqual(["What happened", "Who has to act", "Retry"]);
});

test("a retired failure keeps its page, with a banner that links to the replacement", async () => {
  const artifacts = await artifactsOf(docs(), catalogFixture("shop"));
  const page = readPage(artifacts.get("codes/1004.md") ?? "");
  expect(page.blocks[3]).toEqual({
    kind: "quote",
    text: "Retired in 2.0.0: this failure no longer occurs. The shop takes no cheques any more. See 1001 CARD_DECLINED instead.",
  });
  expect(page.links[0]).toBe("1001.md");
  expect(artifacts.get("README.md")).toContain("| **Retired:** Cheque bounced |");
});

test("a deprecated failure says since when, why, and what to use", async () => {
  const artifacts = await artifactsOf(docs(), catalogFixture("shop"));
  expect(readPage(artifacts.get("codes/1003.md") ?? "").blocks[3]).toEqual({
    kind: "quote",
    text: "Deprecated since 2.1.0. Vouchers are cards now. Use 1001 CARD_DECLINED instead.",
  });
});

test("the misspelt name of 12007 leads to its page", async () => {
  const artifacts = await artifactsOf(docs(), shippedCatalog());
  expect(artifacts.get("codes/12007.md")).toContain('\n<a id="BILLING_FALIURE"></a>\n');
  expect(artifacts.get("codes/12007.md")).toContain("\n# 12007 BILLING_FAILURE\n");
  expect(artifacts.get("README.md")).toContain("| `BILLING_FAILURE`, also `BILLING_FALIURE` |");
  expect(artifacts.get("llms.txt")).toContain("also spelt BILLING_FALIURE");
});

test("where the pages are published, links that are read elsewhere are permanent addresses", async () => {
  const kit = { ...testKit, baseUrl: "https://example.com/failures" };
  const artifacts = await artifactsOf(docs(), catalogFixture("shop"), kit);
  const index = JSON.parse(artifacts.get("index.json") ?? "") as IndexJson;
  expect(index.failures[0]).toMatchObject({ path: "codes/1001.md", url: "https://example.com/failures/codes/1001" });
  expect(artifacts.get("llms.txt")).toContain("- [1001 CARD_DECLINED](https://example.com/failures/codes/1001): ");
  expect(artifacts.get("llms-full.txt")).toContain("[Payment](https://example.com/failures/categories/payment)");
  expect(artifacts.get("codes/1001.md")).toContain("(https://example.com/failures/codes/1001)");
  expect(artifacts.get("codes/1001.md")).toContain("](../README.md)");
});

test("pages are made as they are asked for, and may be asked for again", async () => {
  const outcome = await docs().generate(catalogFixture("shop"), testKit);
  if (!outcome.ok) throw new Error("The fixture has mistakes.");
  const first = outcome.value[Symbol.iterator]().next();
  expect(first.value).toMatchObject({ path: "README.md" });
  expect([...outcome.value]).toEqual([...outcome.value]);
  expect([...outcome.value][0]).toEqual(first.value);
});

test("the address of a page hangs on the code alone, and no site takes it for something else", () => {
  const given = [15005, "E0308", "22-P02", "README", "index", "codes"];
  expect(given.map(codePagePath)).toEqual([
    "codes/15005.md",
    "codes/E0308.md",
    "codes/22-P02.md",
    "codes/README_.md",
    "codes/index_.md",
    "codes/codes_.md",
  ]);
  expect(["service", "con", "index"].map(categoryPagePath)).toEqual([
    "categories/service.md",
    "categories/con_.md",
    "categories/index_.md",
  ]);
  expect(pageUrl("https://example.com/a_(b)", "codes/1.md")).toBe("https://example.com/a_%28b%29/codes/1");
  expect(pageUrl("https://example.com", "README.md")).toBe("https://example.com/");
});

test("front matter holds what every site generator takes for plain text", () => {
  const plain = { look: lookOf({ flavour: "github", path: "", redirects: {}, names: false }) };
  const { title, description, id } = frontMatter(plain, "codes/22-P02.md", {
    label: "22-P02 CARD",
    description: "Card {declined}",
    position: undefined,
  });
  expect([title, description, id]).toEqual(['"22-P02 CARD"', undefined, '"22-P02"']);
  const cards = { label: "*Cards*", otherTitle: "card", description: 'Two\nlines, "quoted".', position: 1 };
  expect(frontMatter(plain, "categories/card.md", cards)).toEqual({
    title: '"card"',
    description: '"Two lines, \\"quoted\\"."',
    id: undefined,
    lines: [],
    isHeading: false,
  });
});
