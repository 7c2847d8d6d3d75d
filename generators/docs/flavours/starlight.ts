import { yamlText } from "../../../core/markdown.ts";
import { below, type Flavour, type PageEntry, type Site } from "./flavour.ts";
import { type Literal, literal, siteModule } from "./site-module.ts";

function sidebar({ navigation, path }: Site): Literal {
  const entry = ({ address, label }: PageEntry): Literal =>
    address === "" ? { label, link: `/${path}` } : { label, slug: below(path, address) };
  const groups = navigation.groups.map(({ label, page, pages }): Literal => {
    if (page !== undefined && pages.length === 0) return entry(page);
    const own = page === undefined ? [] : [entry({ ...page, label: "About these codes" })];
    return { label, collapsed: true, items: [...own, ...pages.map(entry)] };
  });
  return [entry(navigation.first), ...groups];
}

function redirects({ path, redirects }: Site): string {
  return literal(redirects.map(({ from, to }) => [`/${below(path, from)}`, `/${below(path, to)}`]));
}

/** Astro writes every page into a folder of its name, and leaves the addresses of links as they are. */
function link(folder: string, address: string): string {
  if (address === "") return folder === "" ? "./" : "../../";
  if (folder === "") return `${address}/`;
  return address.startsWith(`${folder}/`) ? `..${address.slice(folder.length)}/` : `../../${address}/`;
}

/** Starlight, where the title is the heading, and an address is written as it is wanted: without it, capitals would be lost. */
export const starlight: Flavour = {
  id: "starlight",
  indexPath: "index.md",
  titleIsHeading: true,
  link,
  frontMatter: ({ address, label, position }, path) => [
    ...(address === "" ? [] : [`slug: ${yamlText(below(path, address))}`]),
    "editUrl: false",
    "sidebar:",
    `  label: ${yamlText(label)}`,
    ...(position === undefined ? [] : [`  order: ${position}`]),
  ],
  files: (site) => [
    {
      path: "sidebar.mjs",
      content: siteModule(site.header, [
        `/** For \`sidebar\` of the integration starlight(). */\nexport const sidebar = ${literal(sidebar(site))};`,
      ]),
    },
    {
      path: "redirects.mjs",
      content: siteModule(site.header, [
        `const moved = ${redirects(site)};`,
        "/** For `redirects` of astro.config; `base` is the site's own `base`, without a slash at the end. */\n" +
          'export const redirects = (base = "") => Object.fromEntries(moved.map(([from, to]) => [from, `${base}${to}`]));',
      ]),
    },
  ],
};
