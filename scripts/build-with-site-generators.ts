import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalog } from "../core/catalog.ts";
import { pageRedirects } from "../core/page-redirects.ts";
import type { FlavourId } from "../generators/docs/flavours/flavour.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture, shippedCatalog } from "../test/catalog-fixture.ts";
import { artifactsOf } from "../test/golden.ts";
import { hostilePages } from "../test/hostile-pages.ts";
import { faultsOfRedirects, faultsOfSite } from "../test/site-expectations.ts";
import { laySite, siteLayouts, sitePath } from "../test/site-layouts.ts";

/*
 * Run by hand, since it takes some ten minutes and a gigabyte: installs the larger site generators into a temporary folder,
 * builds the pages of several catalogs with each, and says what is wrong with what was built. docs/flavours.md records
 * the result. Words after the command choose generators by name.
 */

interface Generator {
  readonly flavour: FlavourId;
  readonly layout: keyof typeof siteLayouts;
  readonly packages: Readonly<Record<string, string>>;
  /** Installs it into a folder; npm unless said otherwise. */
  readonly install?: (folder: string) => void;
  /** The command that builds a site, in the site's folder. */
  readonly build: (folder: string) => readonly string[];
}

const generators: Readonly<Record<string, Generator>> = {
  docusaurus: {
    flavour: "docusaurus",
    layout: "docusaurus",
    packages: {
      "@docusaurus/core": "3.10.2",
      "@docusaurus/preset-classic": "3.10.2",
      "@docusaurus/plugin-client-redirects": "3.10.2",
      react: "19.2.0",
      "react-dom": "19.2.0",
    },
    build: (folder) => [process.execPath, join(folder, "node_modules/@docusaurus/core/bin/docusaurus.mjs"), "build"],
  },
  starlight: {
    flavour: "starlight",
    layout: "starlight",
    packages: { astro: "5.18.2", "@astrojs/starlight": "0.37.7" },
    build: (folder) => [process.execPath, join(folder, "node_modules/astro/astro.js"), "build"],
  },
  material: {
    flavour: "mkdocs",
    layout: "material",
    packages: {
      mkdocs: "1.6.1",
      "mkdocs-material": "9.8.2",
      "mkdocs-redirects": "1.2.3",
      "mkdocs-macros-plugin": "1.5.0",
      "pymdown-extensions": "13.1.2",
    },
    install: (folder) => {
      run(["python3", "-m", "venv", folder], folder);
      const names = Object.entries(generators["material"]?.packages ?? {}).map(
        ([name, version]) => `${name}==${version}`,
      );
      run([join(folder, "bin/pip"), "install", "-q", ...names], folder);
    },
    build: (folder) => [join(folder, "bin/mkdocs"), "build", "--strict"],
  },
};

const catalogs: Readonly<Record<string, () => Catalog>> = {
  shop: () => catalogFixture("shop"),
  shipped: shippedCatalog,
  "hostile texts, integer codes": () => hostilePages(catalogFixture("shop")),
  "hostile texts, string codes": () => hostilePages(catalogFixture("compiler")),
  "the fixture hostile": () => catalogFixture("hostile"),
};

function run([program = "", ...words]: readonly string[], folder: string): string | undefined {
  const { status, stdout, stderr } = spawnSync(program, words, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", DISABLE_MKDOCS_2_WARNING: "true", CI: "true" },
  });
  return status === 0 ? undefined : `${stdout}\n${stderr}`;
}

function install({ packages, install: own }: Generator, folder: string): void {
  mkdirSync(folder, { recursive: true });
  if (own !== undefined) {
    own(folder);
    return;
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: packages }));
  const problem = run(["npm", "install", "--no-audit", "--no-fund"], folder);
  if (problem !== undefined) throw new Error(problem);
}

async function buildWith(name: string, generator: Generator, root: string): Promise<number> {
  const folder = join(root, name);
  install(generator, folder);
  const layout = siteLayouts[generator.layout];
  let faulty = 0;
  for (const [index, [title, catalogOf]] of Object.entries(catalogs).entries()) {
    const catalog = catalogOf();
    const [first] = catalog.failures;
    const written = { "codes/first": `codes/${first?.code}`, "old/start": "" };
    const target = docs({ flavour: generator.flavour, path: sitePath, redirects: written, names: true });
    const site = laySite(layout, await artifactsOf(target, catalog), join(folder, `site-${index}`));
    const problem = run(generator.build(folder), site);
    const moved = pageRedirects(catalog, { written, names: true, sources: true }, () => []);
    const faults =
      problem !== undefined
        ? [problem]
        : [...faultsOfSite(catalog, layout, site), ...faultsOfRedirects(layout, site, moved)];
    console.log(`${name}, ${title}: ${faults.length === 0 ? "built, nothing dead, nothing lost" : faults.join("\n")}`);
    if (faults.length > 0) faulty += 1;
  }
  return faulty;
}

const chosen = process.argv.slice(2);
const root = mkdtempSync(join(realpathSync(tmpdir()), "failcodes-sites-"));
let faulty = 0;
for (const [name, generator] of Object.entries(generators)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const versions = Object.entries(generator.packages).map(([one, version]) => `${one} ${version}`);
  console.log(`\n== ${versions.join(", ")}`);
  faulty += await buildWith(name, generator, root);
}
rmSync(root, { recursive: true, force: true });
process.exitCode = faulty === 0 ? 0 : 1;
