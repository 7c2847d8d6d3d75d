import { yamlText } from "../../../core/markdown.ts";
import { escapedHtml } from "./escaped-html.ts";
import { below, type Flavour, type PageEntry, pageFile, type Site } from "./flavour.ts";
import { changedProse } from "./prose.ts";

const indexPath = "index.md";

function file(path: string, { address }: Pick<PageEntry, "address">): string {
  return below(path, pageFile(mkdocs, address));
}

/** Themes write the titles of `nav` as HTML. */
function navigationLines({ navigation, path }: Site): readonly string[] {
  const entry = (page: PageEntry): string => `${yamlText(escapedHtml(page.label))}: ${yamlText(file(path, page))}`;
  const groups = navigation.groups.flatMap(({ label, page, pages }) => {
    if (page !== undefined && pages.length === 0) return [`  - ${entry(page)}`];
    return [
      `  - ${yamlText(escapedHtml(label))}:`,
      ...(page === undefined ? [] : [`      - ${entry({ ...page, label: "About these codes" })}`]),
      ...pages.map((one) => `      - ${entry(one)}`),
    ];
  });
  return ["nav:", `  - ${entry(navigation.first)}`, ...groups];
}

function yamlFile(header: readonly string[], lines: readonly string[]): string {
  return [...header.map((line) => `# ${line}`), "", ...lines, ""].join("\n");
}

function redirectLines({ path, redirects }: Site): readonly string[] {
  const map = redirects.map(
    ({ from, to }) => `        ${yamlText(file(path, { address: from }))}: ${yamlText(file(path, { address: to }))}`,
  );
  return [
    "INHERIT: nav.yml",
    "plugins:",
    "  search: {}",
    "  redirects:",
    ...(map.length === 0 ? ["    redirect_maps: {}"] : ["    redirect_maps:", ...map.map((line) => line.slice(2))]),
  ];
}

// Marks of extensions that many sites switch on: highlighted, inserted and raised text, and keys.
const doubled = /==|\+\+|\^\^/g;

function finish(page: string): string {
  if (page.search(doubled) < 0 && !page.includes("{#")) return page;
  return changedProse(
    page,
    (line) => line.replace(doubled, ([sign = ""]) => `&#${sign.charCodeAt(0)};`.repeat(2)),
    // A comment to Jinja, which macros are written in. It stands in a string, where an escape is the same.
    (line) => line.replaceAll("{#", "{\\u0023"),
  );
}

/** MkDocs, with the default theme or Material, and whatever extensions. */
export const mkdocs: Flavour = {
  id: "mkdocs",
  indexPath,
  titleIsHeading: false,
  frontMatter: () => [],
  finish,
  files: (site) => [
    { path: "nav.yml", content: yamlFile(site.header, navigationLines(site)) },
    { path: "redirects.yml", content: yamlFile(site.header, redirectLines(site)) },
  ],
};
