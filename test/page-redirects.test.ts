import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Catalog } from "../core/catalog.ts";
import { type BuiltInTarget, loadConfiguration } from "../core/configuration.ts";
import type { CodeHistory } from "../core/ledger/code-history.ts";
import { noHistory } from "../core/ledger/code-history.ts";
import { addressProblem, pageAddresses, pageRedirects } from "../core/page-redirects.ts";
import { plainReport } from "../core/report/plain.ts";
import type { Kit } from "../core/target.ts";
import { docs } from "../generators/docs.ts";
import { builtInTarget } from "../generators/index.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import { artifactsOf, testKit } from "./golden.ts";
import { readPage } from "./markdown-reader.ts";

const shop = catalogFixture("shop");
const none = { written: {}, sources: false, names: false };
const folder = join(fixtures, "targets", "docs");

/** The target docs as a project configures it. */
function docsOf(config: string): ReturnType<typeof docs> {
  const outcome = loadConfiguration({ path: "failcodes.config.json", content: config });
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  const { targets, file } = outcome.value;
  const { options } = targets.find(({ id }) => id === "docs") as BuiltInTarget;
  return builtInTarget("docs", options, file);
}

test.each(readdirSync(folder))("redirects with mistakes: %s", async (name) => {
  const target = docsOf(readFileSync(join(folder, name, "failcodes.config.json"), "utf8"));
  const found = [...((await target.check?.(shop, testKit)) ?? [])];
  expect(found.length).toBeGreaterThan(0);
  await expect(plainReport(found)).toMatchFileSnapshot(join(folder, name, "expected.txt"));
  // What is wrong leads nowhere, and is made into nothing.
  const made = [...(await artifactsOf(target, shop)).keys()];
  expect(new Set(made.map((path) => path.toLowerCase())).size).toBe(made.length);
});

test("nothing is said of redirects that lead to pages, over others too", async () => {
  const target = docsOf(
    '{ "targets": { "docs": { "redirects": { "a": "b", "b": "codes/1001", "c/d/e": "", "names/x": "sources/wallet" } } } }',
  );
  expect([...((await target.check?.(shop, testKit)) ?? [])]).toEqual([]);
});

test("a redirect over another old address ends at the page", () => {
  const written = { "codes/no": "codes/declined", "codes/declined": "codes/1001", start: "" };
  expect(pageRedirects(shop, { ...none, written }, noHistory)).toEqual([
    { from: "codes/declined", to: "codes/1001" },
    { from: "codes/no", to: "codes/1001" },
    { from: "start", to: "" },
  ]);
});

function movedFrom(categories: Readonly<Record<string, string>>): CodeHistory {
  return (code) => {
    const category = categories[String(code)];
    return category === undefined
      ? []
      : [{ version: "1.0.0", date: "2026-01-01", what: "released", before: "", category }];
  };
}

test("a category that releases know by another id leads to the one that most of its codes are in", () => {
  const history = movedFrom({ 1001: "money", 1002: "money", 2001: "money", 2002: "index", 9001: "shop" });
  expect(pageRedirects(shop, none, history)).toEqual([
    { from: "categories/index_", to: "categories/parcel" },
    { from: "categories/money", to: "categories/payment" },
  ]);
});

test("other names of sources and names of codes lead to their pages", () => {
  const redirects = pageRedirects(shop, { written: {}, sources: true, names: true }, noHistory);
  const told = Object.fromEntries(redirects.map(({ from, to }) => [from, to]));
  for (const { code, name, aliases } of shop.failures) {
    for (const one of [name, ...aliases.map((alias) => alias.name)]) expect(told[`names/${one}`]).toBe(`codes/${code}`);
  }
  for (const { name, aliases } of shop.sources) {
    for (const alias of aliases) expect(told[`sources/${alias.name}`]).toBe(`sources/${name}`);
  }
  const names = shop.failures.flatMap(({ aliases }) => ["", ...aliases]).length;
  expect(redirects).toHaveLength(names + shop.sources.flatMap(({ aliases }) => aliases).length);
});

test("whatever is written: every redirect leads from no page to a page, and no two from one place", () => {
  const pages = [...pageAddresses(shop).values()];
  const address = fc.oneof(
    fc.constantFrom(...pages),
    fc.constantFrom(
      "a",
      "A",
      "b",
      "c/d",
      "codes/1001",
      "CODES/1001",
      "names/CARD_DECLINED",
      "__proto__",
      "constructor",
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(address, address)), (pairs) => {
      const written = Object.fromEntries(pairs);
      const redirects = pageRedirects(shop, { written, sources: true, names: true }, noHistory);
      const keys = redirects.map(({ from }) => from.toLowerCase());
      expect(new Set(keys).size).toBe(keys.length);
      for (const { from, to } of redirects) {
        expect(pages).toContain(to);
        expect(pages.map((page) => page.toLowerCase())).not.toContain(from.toLowerCase());
        expect(addressProblem(from)).toBeUndefined();
      }
    }),
    { numRuns: 500 },
  );
});

const baseUrl = "https://docs.example.com/help/failures";
const published: Kit = { ...testKit, baseUrl };
const moved = { redirects: { "codes/card-declined": "codes/1001", "old/days/start": "" } };

test("github: nothing is made of redirects where there are none", async () => {
  const made = [...(await artifactsOf(docs(), shop)).keys()];
  expect(made.filter((path) => /^_|^(names|old)\//.test(path))).toEqual([]);
});

test("github: a page is left behind at an old address, and a list for web servers", async () => {
  const artifacts = await artifactsOf(docs(moved), shop, published);
  const page = readPage(artifacts.get("codes/card-declined.md") ?? "");
  expect(page.frontMatter).toEqual({ title: "Moved", redirect_to: `${baseUrl}/codes/1001` });
  expect(page.blocks[1]).toEqual({
    kind: "paragraph",
    text: `This page is 1001 CARD_DECLINED now. Its permanent address is ${baseUrl}/codes/1001.`,
  });
  expect(page.links).toEqual(["1001.md", `${baseUrl}/codes/1001`, "../README.md"]);
  expect(readPage(artifacts.get("old/days/start.md") ?? "").links[0]).toBe("../../README.md");
  expect(artifacts.get("_redirects")).toBe(
    [
      "# Code generated by failcodes from spec.json. DO NOT EDIT.",
      "# @generated",
      "/help/failures/codes/card-declined /help/failures/codes/1001 301",
      "/help/failures/old/days/start /help/failures/ 301",
      "",
    ].join("\n"),
  );
});

test("a template of the project's own writes the page at an old address", async () => {
  const file = { path: "spec/templates/docs/moved.hbs", text: "{{title}} is at {{link}}\n" };
  const templates = new Map([["docs/moved.hbs", file]]);
  const artifacts = await artifactsOf(docs(moved), shop, { ...testKit, templates });
  expect(artifacts.get("codes/card-declined.md")).toBe("1001 CARD_DECLINED is at 1001.md\n");
});

/** What each site generator is told, by old address. */
const lists: Readonly<Record<string, (artifacts: ReadonlyMap<string, string>) => Promise<unknown>>> = {
  docusaurus: async (artifacts) => {
    const module = { exports: (_docs: string): unknown => undefined };
    runInNewContext(artifacts.get("redirects.js") ?? "", { module });
    return JSON.parse(JSON.stringify([module.exports("/docs"), module.exports("")]));
  },
  starlight: async (artifacts) => {
    const text = `data:text/javascript,${encodeURIComponent(artifacts.get("redirects.mjs") ?? "")}`;
    const { redirects } = (await import(text)) as { redirects: (base?: string) => unknown };
    return [redirects(), redirects("/help")];
  },
  mkdocs: async (artifacts) => parse(artifacts.get("redirects.yml") ?? ""),
  gitbook: async (artifacts) => parse(artifacts.get(".gitbook.yaml") ?? ""),
};

test("docusaurus, starlight, mkdocs and gitbook are told in their own way", async () => {
  const told = async (flavour: "docusaurus" | "starlight" | "mkdocs" | "gitbook", catalog: Catalog = shop) =>
    lists[flavour]?.(await artifactsOf(docs({ flavour, path: "failures", ...moved }), catalog));
  const none = { ...shop, sources: [] };
  expect(await told("docusaurus", none)).toEqual([
    [
      { from: "/docs/failures/codes/card-declined", to: "/docs/failures/codes/1001" },
      { from: "/docs/failures/old/days/start", to: "/docs/failures" },
    ],
    [
      { from: "/failures/codes/card-declined", to: "/failures/codes/1001" },
      { from: "/failures/old/days/start", to: "/failures" },
    ],
  ]);
  expect(await told("starlight", none)).toEqual([
    { "/failures/codes/card-declined": "/failures/codes/1001", "/failures/old/days/start": "/failures" },
    { "/failures/codes/card-declined": "/help/failures/codes/1001", "/failures/old/days/start": "/help/failures" },
  ]);
  expect(await told("mkdocs", none)).toEqual({
    INHERIT: "nav.yml",
    plugins: {
      search: {},
      redirects: {
        redirect_maps: {
          "failures/codes/card-declined.md": "failures/codes/1001.md",
          "failures/old/days/start.md": "failures/index.md",
        },
      },
    },
  });
  expect(await told("gitbook", none)).toEqual({
    root: "./",
    structure: { readme: "README.md", summary: "SUMMARY.md" },
    redirects: { "codes/card-declined": "codes/1001.md", "old/days/start": "README.md" },
  });
});

test("vitepress: a page at an old address leads on by its front matter, or by a script where no address is known", async () => {
  const pageOf = async (kit: Kit): Promise<string> =>
    (await artifactsOf(docs({ flavour: "vitepress", path: "failures", ...moved }), shop, kit)).get(
      "codes/card-declined.md",
    ) ?? "";
  expect(readPage(await pageOf(published)).frontMatter["head"]).toEqual([
    ["meta", { "http-equiv": "refresh", content: `0; url=${baseUrl}/codes/1001` }],
    ["link", { rel: "canonical", href: `${baseUrl}/codes/1001` }],
  ]);
  expect(await pageOf(published)).not.toContain("<script");
  expect(await pageOf(testKit)).toContain('go(withBase("/failures/codes/1001"))');
});
