import { posix } from "node:path";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Catalog } from "../core/catalog.ts";
import { pageAddresses } from "../core/page-redirects.ts";
import { type FlavourId, flavourIds } from "../generators/docs/flavours/flavour.ts";
import { type DocsOptions, docs } from "../generators/docs.ts";
import { bare, builtPage } from "./built-pages.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf, expectGolden, testKit } from "./golden.ts";
import { hostilePages, line, paragraph, saying } from "./hostile-pages.ts";
import { hazards, readPage } from "./markdown-reader.ts";
import { textsOfPages } from "./site-expectations.ts";
import { sitePath } from "./site-layouts.ts";

const others = flavourIds.filter((id) => id !== "github");
const catalogs: readonly (readonly [string, () => Catalog])[] = [
  ["shop", () => catalogFixture("shop")],
  ["compiler", () => catalogFixture("compiler")],
  ["hostile", () => catalogFixture("hostile")],
  ["hostile texts in every field", () => hostilePages(catalogFixture("shop"))],
  ["the shipped catalog", shippedCatalog],
];
const cases = others.flatMap((flavour) => catalogs.map(([name, catalogOf]) => [flavour, name, catalogOf] as const));

function optionsFor(flavour: FlavourId): DocsOptions {
  return { flavour, path: sitePath, redirects: { "old/start": "" } };
}

async function filesOf(flavour: FlavourId, catalog: Catalog): Promise<ReadonlyMap<string, string>> {
  return artifactsOf(docs(optionsFor(flavour)), catalog);
}

function indexOf(flavour: FlavourId): string {
  return ["github", "docusaurus", "gitbook"].includes(flavour) ? "README.md" : "index.md";
}

/** The pages of a catalog, by their address; pages at old addresses are not among them. */
function pagesOf(
  flavour: FlavourId,
  catalog: Catalog,
  artifacts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const addresses = [...pageAddresses(catalog).values()];
  return new Map(
    addresses.map((address) => [address, artifacts.get(address === "" ? indexOf(flavour) : `${address}.md`) ?? ""]),
  );
}

/** A page as CommonMark has it: without what is Docusaurus's own. */
function plain(page: string): string {
  return page
    .replace('\nimport Link from "@docusaurus/Link";\n', "")
    .replace(/<Link id="([^"]*)" \/>/g, '<a id="$1"></a>')
    .replaceAll("<span>&#58;</span>", "&#58;");
}

for (const flavour of others) {
  test(`${flavour}: golden files`, async () => {
    const redirects = { "codes/card-declined": "codes/1001", "old/start": "" };
    const target = docs({ ...optionsFor(flavour), redirects });
    expectGolden("shop", `docs-${flavour}`, await artifactsOf(target, catalogFixture("shop")));
  });
}

const renderer = new MarkdownIt({ html: true });

/** The texts of a page that are not to be seen on it. */
function lost(page: string, title: unknown, texts: readonly string[]): readonly string[] {
  const { text } = builtPage("/", renderer.render(page.replace(/^---\n[\s\S]*?\n---\n/, "")));
  return texts.filter((wanted) => !text.includes(bare(wanted)) && bare(wanted) !== bare(String(title)));
}

async function expectTexts(flavour: FlavourId, catalog: Catalog): Promise<void> {
  const texts = textsOfPages(catalog);
  for (const [address, page] of pagesOf(flavour, catalog, await filesOf(flavour, catalog))) {
    const { frontMatter, blocks } = readPage(plain(page));
    expect(lost(page, frontMatter["title"], [catalog.notice, ...(texts.get(address) ?? [])]), address).toEqual([]);
    const headings = blocks.filter((block) => block.kind === "heading" && block.level === 1);
    expect(headings, address).toHaveLength(flavour === "starlight" ? 0 : 1);
    expect(hazards(plain(page).replace(/^---\n[\s\S]*?\n---\n/, "")), address).toEqual([]);
  }
}

test.each(cases)("%s, %s: every text is on its page, under one heading", async (flavour, _name, catalogOf) => {
  await expectTexts(flavour, catalogOf());
});

test.each(others)("%s: any text, in every field at once, is read back from the pages", async (flavour) => {
  const base = catalogFixture("shop");
  await fc.assert(
    fc.asyncProperty(line, paragraph, (title, text) => expectTexts(flavour, saying(base, [title], [text]))),
    { numRuns: 15 },
  );
});

/** Where a link of a page leads: the address of a page; undefined where it leads out of the pages. */
function addressOf(flavour: FlavourId, from: string, link: string): string | undefined {
  if (/^https?:/.test(link)) return undefined;
  const [path = ""] = link.split("#");
  if (flavour === "starlight") {
    const { pathname } = new URL(path, `https://site.example.com/${from === "" ? "" : `${from}/`}`);
    return pathname.slice(1).replace(/\/$/, "");
  }
  const file = posix.join(posix.dirname(from === "" ? indexOf(flavour) : from), path);
  return file === indexOf(flavour) ? "" : file.replace(/\.md$/, "");
}

test.each(cases)("%s, %s: every link leads to a page, and every fragment to a written place", async (...given) => {
  const [flavour, , catalogOf] = given;
  const catalog = catalogOf();
  const pages = pagesOf(flavour, catalog, await filesOf(flavour, catalog));
  const read = new Map([...pages].map(([address, page]) => [address, readPage(plain(page))]));
  let fragments = 0;
  for (const [from, { links }] of read) {
    expect(links.length, from).toBeGreaterThan(0);
    for (const link of links) {
      const address = addressOf(flavour, from, link);
      if (address === undefined) continue;
      expect([...read.keys()], `${from} → ${link}`).toContain(address);
      const fragment = link.split("#")[1];
      if (fragment === undefined) continue;
      fragments += 1;
      expect(read.get(address)?.anchors, `${from} → ${link}`).toContain(fragment);
    }
  }
  expect(fragments).toBeGreaterThan(0);
});

test.each(others)("%s: permanent addresses are those of every other flavour", async (flavour) => {
  const kit = { ...testKit, baseUrl: "https://docs.example.com/failures" };
  const listOf = async (id: FlavourId): Promise<string> =>
    (await artifactsOf(docs({ flavour: id }), catalogFixture("shop"), kit)).get("index.json") ?? "";
  expect((await listOf(flavour)).replace('"index.md"', '"README.md"')).toBe(await listOf("github"));
});

type Pair = readonly [string, string];

/** The pages that a sidebar lists, as files below the folder of all pages or as addresses, each with its words. */
const sidebars: Readonly<
  Record<(typeof others)[number], (artifacts: ReadonlyMap<string, string>) => Promise<readonly Pair[]>>
> = {
  docusaurus: async (artifacts) => {
    const module = { exports: {} };
    runInNewContext(artifacts.get("sidebars.js") ?? "", { module });
    return pairsIn(module.exports, ["id"], "label").map(([id, label]) => [id.replace(/\/README$/, "/"), label]);
  },
  vitepress: async (artifacts) => pairsIn(await moduleOf(artifacts.get("sidebar.mjs")), ["link"], "text"),
  starlight: async (artifacts) => pairsIn(await moduleOf(artifacts.get("sidebar.mjs")), ["slug", "link"], "label"),
  mkdocs: async (artifacts) => {
    const pairs = (value: unknown): readonly Pair[] =>
      Object.entries(value as object).flatMap(([key, inner]) =>
        typeof inner === "string" ? [[inner.replace(/(^|\/)index\.md$|\.md$/, "$1"), key]] : pairs(inner),
      );
    return pairs((parse(artifacts.get("nav.yml") ?? "") as { readonly nav: unknown }).nav);
  },
  gitbook: async (artifacts) => {
    const { links } = readPage(artifacts.get("SUMMARY.md") ?? "");
    return links.map((link) => [`${sitePath}/${link === "README.md" ? "" : link.replace(/\.md$/, "")}`, ""]);
  },
};

async function moduleOf(text = ""): Promise<unknown> {
  return { ...((await import(`data:text/javascript,${encodeURIComponent(text)}`)) as object) };
}

function pairsIn(value: unknown, addresses: readonly string[], label: string): readonly Pair[] {
  if (typeof value !== "object" || value === null) return [];
  const entries = value as Readonly<Record<string, unknown>>;
  const key = addresses.find((name) => typeof entries[name] === "string");
  const inner = Object.values(entries).flatMap((one) => pairsIn(one, addresses, label));
  return key === undefined ? inner : [[String(entries[key]), String(entries[label])], ...inner];
}

test.each(cases)("%s, %s: the sidebar lists every page once", async (flavour, _name, catalogOf) => {
  const catalog = catalogOf();
  const pairs = await sidebars[flavour](await filesOf(flavour, catalog));
  const listed = pairs.map(([address]) => address.replace(/^\//, "").replace(/^failures\/?/, ""));
  expect([...listed].sort()).toEqual([...pageAddresses(catalog).values()].sort());
});

test.each(["vitepress", "mkdocs"] as const)("%s: what is written as HTML is escaped for it", async (flavour) => {
  const catalog = hostilePages(catalogFixture("shop"));
  const words = (await sidebars[flavour](await filesOf(flavour, catalog))).map(([, label]) => label);
  expect(words.join("\n")).not.toMatch(/[<>{}"]/);
  const shown = words.map((label) => builtPage("/", label).text);
  for (const { title } of flavour === "vitepress" ? catalog.categories : catalog.sources) {
    expect(shown).toContain(bare(title));
  }
});

test("docusaurus: a title that it would write into a script as it is gives way to the id", async () => {
  const shop = catalogFixture("shop");
  const categories = shop.categories.map((category) => ({ ...category, title: "</script><b>", description: "a \\" }));
  const catalog = { ...shop, categories };
  const artifacts = await filesOf("docusaurus", catalog);
  expect(artifacts.get("sidebars.js")).not.toContain("</");
  for (const { id } of categories) {
    expect(readPage(artifacts.get(`categories/${id}.md`) ?? "").frontMatter).toMatchObject({ sidebar_label: id });
    expect(artifacts.get(`categories/${id}.md`)).not.toContain("description:");
  }
});

test("mkdocs: marks of extensions, and comments to Jinja, are kept from them", async () => {
  const shop = catalogFixture("shop");
  const failures = shop.failures.map((failure) => ({
    ...failure,
    description: "It is ==a== ++b++ ^^c^^",
    examples: [{ title: "One", payload: { "{# x #}": "==" } }],
  }));
  const page = (await filesOf("mkdocs", { ...shop, failures })).get("codes/1001.md") ?? "";
  expect(page).toContain("&#61;&#61;a&#61;&#61; &#43;&#43;b&#43;&#43; &#94;&#94;c&#94;&#94;");
  const [, json = ""] = /```json\n([\s\S]*?)\n```/.exec(page) ?? [];
  expect(json).not.toContain("{#");
  expect(JSON.parse(json)).toEqual({ "{# x #}": "==" });
});
