import { spawnSync } from "node:child_process";
import { existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { pageRedirects } from "../core/page-redirects.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf, testKit } from "./golden.ts";
import { hostilePages } from "./hostile-pages.ts";
import { isSkipped } from "./installed-programs.ts";
import { faultsOfRedirects, faultsOfSite } from "./site-expectations.ts";
import { laySite, type SiteLayout, siteLayouts, sitePath } from "./site-layouts.ts";

// The pages, built by the site generators themselves. Those that take minutes are built by hand: scripts/build-with-site-generators.ts.

const tools = join(import.meta.dirname, "..", ".ci/tools/node_modules");
const vitepressProgram = join(tools, "vitepress/bin/vitepress.js");
const sites: string[] = [];

afterAll(() => {
  for (const site of sites) rmSync(site, { recursive: true, force: true });
});

/** Lays a site with the pages of a catalog, and says what is wrong with what `build` makes of it. */
async function faultsOf(
  catalog: Catalog,
  flavour: "vitepress" | "mkdocs",
  build: (site: string) => readonly string[],
  { baseUrl, knowsRedirects }: { readonly baseUrl?: string; readonly knowsRedirects: boolean },
): Promise<readonly string[]> {
  const layout: SiteLayout = siteLayouts[flavour];
  const redirects = { "codes/first": `codes/${catalog.failures[0]?.code}`, "old/start": "" };
  const target = docs({ flavour, path: sitePath, redirects, names: true });
  const site = laySite(layout, await artifactsOf(target, catalog, { ...testKit, baseUrl }));
  sites.push(site);
  if (flavour === "vitepress") symlinkSync(tools, join(site, "node_modules"));
  const [program = "", ...words] = build(site);
  const { status, stdout, stderr } = spawnSync(program, words, { cwd: site, encoding: "utf8" });
  if (status !== 0) return [`${stdout}\n${stderr}`];
  const moved = pageRedirects(catalog, { written: redirects, names: true, sources: true }, () => []);
  return [...faultsOfSite(catalog, layout, site), ...(knowsRedirects ? faultsOfRedirects(layout, site, moved) : [])];
}

const catalogs: readonly (readonly [string, () => Catalog])[] = [
  ["the shipped catalog", shippedCatalog],
  ["hostile texts in every field", () => hostilePages(catalogFixture("shop"))],
  ["hostile texts, and codes that are no numbers", () => hostilePages(catalogFixture("compiler"))],
];

const withoutVitepress =
  !existsSync(vitepressProgram) && isSkipped("what VitePress builds", [["vitepress, which .ci/tools installs,"]]);

test.skipIf(withoutVitepress).each(catalogs.slice(0, 2))(
  "VitePress builds %s: every page and text is there, and no link is dead",
  async (title, catalogOf) => {
    // A page at an old address leads on by its front matter where addresses are known, else by a script.
    const known = title.startsWith("the shipped") ? { baseUrl: "https://site.example.com/help/failures" } : {};
    const build = () => [process.execPath, vitepressProgram, "build", "docs"];
    expect(await faultsOf(catalogOf(), "vitepress", build, { ...known, knowsRedirects: true })).toEqual([]);
  },
  180_000,
);

const withoutMkdocs = isSkipped("what MkDocs builds", [["mkdocs", "--version"]]);

test.skipIf(withoutMkdocs).each(catalogs)(
  "MkDocs builds %s: every page and text is there, and no link is dead",
  async (_title, catalogOf) => {
    const build = () => ["mkdocs", "build", "--strict"];
    expect(await faultsOf(catalogOf(), "mkdocs", build, { knowsRedirects: false })).toEqual([]);
  },
  60_000,
);
