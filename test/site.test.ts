import { posix } from "node:path";
import { describe, expect, it, test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { type BuiltInTarget, loadConfiguration } from "../core/configuration.ts";
import { codePagePath, sitePath } from "../core/page-address.ts";
import { plainReport } from "../core/report/plain.ts";
import { builtInTarget } from "../generators/index.ts";
import { site } from "../generators/site.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf, expectGolden, testKit } from "./golden.ts";
import { type HtmlPage, readHtml } from "./html-reader.ts";

const catalogs: readonly (readonly [string, Catalog])[] = [
  ["shipped", shippedCatalog()],
  ...["shop", "compiler", "minimal", "hostile"].map((name) => [name, catalogFixture(name)] as const),
];

describe.each(catalogs)("the site of the catalog %s", async (_name, catalog) => {
  const artifacts = await artifactsOf(site(), catalog);
  const pages = new Map<string, HtmlPage>();
  for (const [path, text] of artifacts) if (path.endsWith(".html")) pages.set(path, readHtml(text));

  it("has a page for every code, retired and reserved ones too, for every category, source and language", () => {
    const codes = [...catalog.failures, ...catalog.reserved].map(({ code }) => sitePath(codePagePath(code)));
    expect([...pages.keys()]).toEqual(expect.arrayContaining(codes));
    const inFolder = (folder: string): number => [...pages.keys()].filter((path) => path.startsWith(folder)).length;
    expect(inFolder("codes/")).toBe(codes.length);
    expect(inFolder("categories/")).toBe(catalog.categories.length);
    const otherNames = catalog.sources.flatMap(({ aliases }) => aliases);
    expect(inFolder("sources/")).toBe(catalog.sources.length + otherNames.length);
    expect(inFolder("locales/")).toBe(catalog.locales.length);
  });

  it("is well formed: every tag is closed, and no place has the name of another", () => {
    for (const [path, { unbalanced, ids }] of pages) {
      expect(unbalanced, path).toEqual([]);
      expect(
        ids.filter((id, at) => ids.indexOf(id) !== at),
        path,
      ).toEqual([]);
    }
  });

  it("has no dead link and no dead fragment", () => {
    for (const [path, { links }] of pages) {
      for (const link of links) {
        if (/^https?:/.test(link)) continue;
        const [address = "", fragment] = link.split("#");
        const target = address === "" ? path : posix.join(posix.dirname(path), decodeURI(address));
        const page = pages.get(target);
        expect(page, `${link} on ${path}`).toBeDefined();
        // A filter of the page's list, not a place in it.
        if (fragment === undefined || fragment.includes("=")) continue;
        expect(page?.ids, `${link} on ${path}`).toContain(decodeURIComponent(fragment));
      }
    }
  });

  it("loads nothing but its own files, by relative addresses", () => {
    for (const [path, { loads }] of pages) {
      for (const load of loads.filter((address) => !address.startsWith("data:"))) {
        expect(artifacts.has(posix.join(posix.dirname(path), load)), `${load} on ${path}`).toBe(true);
      }
    }
  });

  it("says on the page of a code what the catalog says", () => {
    for (const failure of catalog.failures) {
      const page = pages.get(sitePath(codePagePath(failure.code)));
      const { causes, actions } = failure.guidance;
      const said = [String(failure.code), failure.name, failure.title, failure.description, ...causes, ...actions];
      for (const text of said) expect(page?.text).toContain(text.replace(/\s+/g, " ").trim());
    }
  });
});

const sectionsInOrder = [
  "what-happened",
  "who-can-fix-it",
  "retry",
  "what-to-do",
  "message",
  "payload",
  "code",
  "platform-errors",
  "history",
  "related",
];

test("a page says what happened first, then who can fix it, and history and related codes at its end", async () => {
  const artifacts = await artifactsOf(site(), shippedCatalog());
  const { ids } = readHtml(artifacts.get("codes/12007.html") ?? "");
  expect(ids.filter((id) => sectionsInOrder.includes(id))).toEqual(sectionsInOrder);
});

test("the misspelt name of 12007 has a place on its page", async () => {
  const artifacts = await artifactsOf(site(), shippedCatalog());
  expect(readHtml(artifacts.get("codes/12007.html") ?? "").ids).toContain("BILLING_FALIURE");
});

test("the page of a language written from right to left runs so, and a text of it does on every page", async () => {
  const artifacts = await artifactsOf(site(), shippedCatalog());
  expect(artifacts.get("locales/ar.html")).toContain('<html lang="ar" dir="rtl">');
  expect(artifacts.get("locales/de.html")).toContain('<html lang="de" dir="ltr">');
  expect(artifacts.get("codes/12007.html")).toContain('<div lang="ar" dir="rtl" class="bubble">');
});

test("the pages of the smallest catalog are the golden ones", async () => {
  const artifacts = new Map(await artifactsOf(site(), catalogFixture("minimal")));
  // Bundles of the browser's scripts, which tests in a browser run.
  for (const bundle of ["assets/site.js", "assets/search.js"]) artifacts.delete(bundle);
  expectGolden("minimal", "site", artifacts);
});

describe("old addresses", () => {
  const redirects = { "codes/declined": "codes/1001", "guide/errors/start": "", arabic: "locales/ja" };

  it("keep a page that leads on, and stand in the list for hosts", async () => {
    const kit = { ...testKit, baseUrl: "https://docs.example.com/failures" };
    const artifacts = await artifactsOf(site({ redirects, names: true }), catalogFixture("shop"), kit);
    expect(readHtml(artifacts.get("codes/declined.html") ?? "").links).toEqual(["1001.html"]);
    expect(readHtml(artifacts.get("guide/errors/start.html") ?? "").links).toEqual(["../../index.html"]);
    expect(readHtml(artifacts.get("arabic.html") ?? "").links).toEqual(["locales/ja.html"]);
    expect(readHtml(artifacts.get("names/CARD_DELCINED.html") ?? "").links).toEqual(["../codes/1001.html"]);
    const lines = (artifacts.get("_redirects") ?? "").split("\n");
    expect(lines).toContain("/failures/codes/declined /failures/codes/1001.html 301");
    expect(lines).toContain("/failures/guide/errors/start /failures/ 301");
  });

  it("that lead nowhere, or are pages, are mistakes with a place in the configuration", async () => {
    const content = '{ "targets": { "site": { "redirects": { "codes/1001": "codes/1002", "old": "codes/9" } } } }';
    const outcome = loadConfiguration({ path: "failcodes.config.json", content });
    if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
    const { targets, file } = outcome.value;
    const own = targets.find(({ id }) => id === "site") as BuiltInTarget;
    const found = [
      ...((await builtInTarget("site", own.options, file).check?.(catalogFixture("shop"), testKit)) ?? []),
    ];
    expect(found.map(({ code, at }) => [code, content.slice(at.start, at.end)])).toEqual([
      ["FC5402", '"codes/1001"'],
      ["FC5403", '"codes/9"'],
    ]);
  });
});
