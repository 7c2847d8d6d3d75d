import type { Code } from "./catalog.ts";

/** Path of the first reference page. `README.md`, because GitHub and GitBook show no other name; Docusaurus and MkDocs take either. */
export const indexPagePath = "README.md";

// A page of such a name is shown as the index of its folder by one site generator or another; some are devices on Windows.
// Neither a code nor the identifier of a category ends in an underscore.
const taken = /^(index|readme|codes|categories|con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

function pageName(word: string): string {
  return taken.test(word) ? `${word}_` : word;
}

/** Path of the page of a failure or of a reserved code, below the folder of the pages. It hangs on nothing but the code. */
export function codePagePath(code: Code): string {
  return `codes/${pageName(String(code))}.md`;
}

/** Path of the page of a category, below the folder of the pages. */
export function categoryPagePath(id: string): string {
  return `categories/${pageName(id)}.md`;
}

/** Path of the page of a source, below the folder of the pages. */
export function sourcePagePath(name: string): string {
  return name.toLowerCase() === "sources" ? `sources/${name}_.md` : `sources/${pageName(name)}.md`;
}

/** Path of the page of a locale, below the folder of the pages. */
export function localePagePath(tag: string): string {
  return `locales/${pageName(tag)}.md`;
}

/** Path of the same page in the site. */
export function sitePath(path: string): string {
  return path === indexPagePath ? "index.html" : path.replace(/\.md$/, ".html");
}

/**
 * The permanent address of a page where a site is published: without `.md`, as Docusaurus, VitePress with clean addresses,
 * MkDocs and GitBook all answer it.
 */
export function pageUrl(baseUrl: string, path: string): string {
  const base = addressInLink(baseUrl);
  return path === indexPagePath ? `${base}/` : `${base}/${path.replace(/\.md$/, "")}`;
}

/** An address without what would end or bend a Markdown link; none of it means anything else in an address. */
export function addressInLink(address: string): string {
  return address.replace(/[()<>{}[\]\\`|*]/g, percentEncoded);
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
