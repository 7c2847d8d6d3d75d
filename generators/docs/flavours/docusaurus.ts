import { yamlText } from "../../../core/markdown.ts";
import { indexPagePath } from "../../../core/page-address.ts";
import { stableJson } from "../../../core/stable-json.ts";
import type { Artifact } from "../../../core/target.ts";
import { below, type Flavour, type PageEntry, type Site } from "./flavour.ts";
import { changedProse } from "./prose.ts";
import { type Literal, literal, siteModule } from "./site-module.ts";

/** Name of a page for Docusaurus: the path of its file without ending, below the folder of all pages. */
function documentId(path: string, { address }: PageEntry): string {
  return below(path, address === "" ? indexPagePath.replace(/\.md$/, "") : address);
}

function sidebar({ navigation, path }: Site): Literal {
  const entry = (page: PageEntry): Literal => ({ type: "doc", id: documentId(path, page), label: page.label });
  const groups = navigation.groups.map(({ label, page, pages }): Literal => {
    const link: { readonly [key: string]: Literal } =
      page === undefined ? {} : { link: { type: "doc", id: documentId(path, page) } };
    if (page !== undefined && pages.length === 0) return entry(page);
    return { type: "category", label, ...link, items: pages.map(entry) };
  });
  return [entry(navigation.first), ...groups];
}

/** What `_category_.json` says of the folders, for sidebars that are made of folders. */
const folders: Readonly<Record<string, { readonly label: string; readonly position: number }>> = {
  categories: { label: "Categories", position: 2 },
  codes: { label: "Codes", position: 3 },
  sources: { label: "Sources", position: 4 },
};

function* files(site: Site): Generator<Artifact> {
  yield {
    path: "sidebars.js",
    content: siteModule(site.header, [
      `/** For \`sidebarPath\` of the docs, or to be put into a sidebar. */\nmodule.exports = ${literal({ failureCodes: sidebar(site) })};`,
    ]),
  };
  for (const [folder, { label, position }] of Object.entries(folders)) {
    const isUsed = site.navigation.groups.some(({ page, pages }) =>
      [page, ...pages].some((entry) => entry?.address.startsWith(`${folder}/`)),
    );
    if (!isUsed) continue;
    yield { path: `${folder}/_category_.json`, content: stableJson({ label, position, collapsed: true }) };
  }
  const pairs = site.redirects.map(({ from, to }) => [below(site.path, from), below(site.path, to)]);
  yield {
    path: "redirects.js",
    content: siteModule(site.header, [
      `const moved = ${literal(pairs)};`,
      "/** For `redirects` of @docusaurus/plugin-client-redirects; `docs` is the address of all pages. */\n" +
        'module.exports = (docs = "/docs") =>\n' +
        '  moved.map(([from, to]) => ({ from: `${docs}/${from}`, to: `${docs}/${to}`.replace(/\\/$/, "") || "/" }));',
    ]),
  };
}

// Places that Docusaurus does not know are dead to its check of anchors: it knows those of its own component.
const place = /<a id="([^"]*)"><\/a>/g;

/** Emoji are put in after references are read, and an element in between keeps them out. */
function finish(page: string): string {
  const changed = changedProse(page, (line) =>
    line.replace(place, '<Link id="$1" />').replaceAll("&#58;", "<span>&#58;</span>"),
  );
  if (!changed.includes("<Link ")) return changed;
  return changed.replace(/^---\n[\s\S]*?\n---\n/, (front) => `${front}\nimport Link from "@docusaurus/Link";\n`);
}

/** Docusaurus 3, which takes Markdown for MDX. */
export const docusaurus: Flavour = {
  id: "docusaurus",
  indexPath: indexPagePath,
  titleIsHeading: false,
  // It writes the first into a script of the page, and a backslash into one of its own, as they are.
  unfit: /[<\\]/,
  frontMatter: ({ label, position }) => [
    `sidebar_label: ${yamlText(label)}`,
    ...(position === undefined ? [] : [`sidebar_position: ${position}`]),
    "custom_edit_url: null",
    "mdx:",
    "  format: mdx",
  ],
  finish,
  files,
};
