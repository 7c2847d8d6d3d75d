import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A site for a generator, as docs/flavours.md tells people to set it up: what stands in its folder besides the pages. */
export interface SiteLayout {
  /** Folder that the pages are put into, below the site's. */
  readonly pages: string;
  readonly files: Readonly<Record<string, string>>;
  /** Folder of the built site, below the site's. */
  readonly built: string;
  /** What built addresses begin with. */
  readonly base: string;
}

/** Where the pages lie in the site, as the option `path` says. */
export const sitePath = "failures";

const vitepress: SiteLayout = {
  pages: `docs/${sitePath}`,
  files: {
    "package.json": '{ "private": true, "type": "module" }\n',
    "docs/index.md": "# Shop\n\n[Failures](./failures/)\n",
    "docs/.vitepress/config.mjs": [
      'import { sidebar } from "../failures/sidebar.mjs";',
      "export default {",
      '  title: "Shop",',
      '  base: "/help/",',
      "  cleanUrls: true,",
      '  themeConfig: { sidebar: { "/failures/": sidebar } },',
      "};",
      "",
    ].join("\n"),
  },
  built: "docs/.vitepress/dist",
  base: "/help",
};

const mkdocs: SiteLayout = {
  pages: `docs/${sitePath}`,
  files: {
    "docs/index.md": "# Shop\n\n[Failures](failures/index.md)\n",
    "mkdocs.yml": [
      "INHERIT: docs/failures/nav.yml",
      'site_name: "Shop"',
      'site_url: "https://site.example.com/help/"',
      "markdown_extensions:",
      "  - attr_list",
      "  - admonition",
      "  - footnotes",
      "  - def_list",
      "  - abbr",
      "  - md_in_html",
      "",
    ].join("\n"),
  },
  built: "site",
  base: "/help",
};

const docusaurus: SiteLayout = {
  pages: `docs/${sitePath}`,
  files: {
    "docs/index.md": "# Shop\n\n[Failures](./failures/README.md)\n",
    "package.json": '{ "private": true }\n',
    "sidebars.js":
      'const { failureCodes } = require("./docs/failures/sidebars.js");\nmodule.exports = { failureCodes };\n',
    "docusaurus.config.js": [
      'const redirects = require("./docs/failures/redirects.js");',
      "module.exports = {",
      '  title: "Shop",',
      '  url: "https://site.example.com",',
      '  baseUrl: "/help/",',
      '  onBrokenLinks: "throw",',
      '  onBrokenAnchors: "throw",',
      '  onDuplicateRoutes: "throw",',
      '  presets: [["classic", { docs: { sidebarPath: "./sidebars.js", routeBasePath: "/" }, blog: false, pages: false }]],',
      '  plugins: [["@docusaurus/plugin-client-redirects", { redirects: redirects("") }]],',
      "};",
      "",
    ].join("\n"),
  },
  built: "build",
  base: "/help",
};

const starlight: SiteLayout = {
  pages: `src/content/docs/${sitePath}`,
  files: {
    "src/content/docs/index.md": "---\ntitle: Shop\n---\n\n[Failures](failures/)\n",
    "src/content.config.ts": [
      'import { defineCollection } from "astro:content";',
      'import { docsLoader } from "@astrojs/starlight/loaders";',
      'import { docsSchema } from "@astrojs/starlight/schema";',
      "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };",
      "",
    ].join("\n"),
    "package.json": '{ "private": true, "type": "module" }\n',
    "astro.config.mjs": [
      'import starlight from "@astrojs/starlight";',
      'import { defineConfig } from "astro/config";',
      'import { redirects } from "./src/content/docs/failures/redirects.mjs";',
      'import { sidebar } from "./src/content/docs/failures/sidebar.mjs";',
      "export default defineConfig({",
      '  site: "https://site.example.com",',
      '  base: "/help",',
      '  redirects: redirects("/help"),',
      // Otherwise quotes and dashes are made nicer, and cannot be compared.
      "  markdown: { smartypants: false },",
      '  integrations: [starlight({ title: "Shop", sidebar })],',
      "});",
      "",
    ].join("\n"),
  },
  built: "dist",
  base: "/help",
};

/** Material, with the list of redirects, macros, and every extension that changes text. */
const material: SiteLayout = {
  ...mkdocs,
  files: {
    ...mkdocs.files,
    "mkdocs.yml": [
      "INHERIT: docs/failures/redirects.yml",
      'site_name: "Shop"',
      'site_url: "https://site.example.com/help/"',
      "theme:",
      "  name: material",
      "plugins:",
      "  macros: {}",
      "validation:",
      "  links:",
      "    anchors: warn",
      "    absolute_links: warn",
      "    unrecognized_links: warn",
      "markdown_extensions:",
      ...["attr_list", "admonition", "footnotes", "def_list", "abbr", "md_in_html", "toc"].map((name) => `  - ${name}`),
      ...[
        ...[
          "arithmatex",
          "betterem",
          "caret",
          "mark",
          "tilde",
          "critic",
          "details",
          "emoji",
          "highlight",
          "inlinehilite",
        ],
        ...["keys", "magiclink", "snippets", "superfences", "tabbed", "tasklist"],
      ].map((name) => `  - pymdownx.${name}`),
      "",
    ].join("\n"),
  },
};

/** The sites that are built. */
export const siteLayouts = { vitepress, mkdocs, material, docusaurus, starlight } as const;

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Iterable<readonly [string, string]>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Puts a site together in a folder, or in a new one. */
export function laySite(layout: SiteLayout, artifacts: ReadonlyMap<string, string>, folder?: string): string {
  const root = folder ?? mkdtempSync(join(realpathSync(tmpdir()), "failcodes-site-"));
  writeFiles(root, Object.entries(layout.files));
  writeFiles(join(root, layout.pages), artifacts);
  return root;
}
