import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { htmlText } from "../../core/html.ts";
import { languageName } from "../../core/language-names.ts";
import { type CodeHistory, noHistory } from "../../core/ledger/code-history.ts";
import {
  addressInLink,
  categoryPagePath,
  codePagePath,
  indexPagePath,
  localePagePath,
  sitePath,
  sourcePagePath,
} from "../../core/page-address.ts";
import { pageAddress, pageRedirects, type Redirect, redirectList } from "../../core/page-redirects.ts";
import { type Edition, edition } from "./edition.ts";
import type { SiteViews } from "./views.ts";

/** What a project says of old addresses. */
export interface SiteSettings {
  readonly redirects: { readonly [from: string]: string };
  /** Whether names are addresses too. */
  readonly names: boolean;
}

/** The old addresses of the site's pages: those of other names of sources among them. */
export function siteRedirects(
  catalog: Catalog,
  { redirects: written, names }: SiteSettings,
  history: CodeHistory = noHistory,
): readonly Redirect[] {
  return pageRedirects(catalog, { written, names, sources: true, languages: true }, history);
}

/** The pages at old addresses: the path of each, and its view. */
export function* movedPages(
  catalog: Catalog,
  baseUrl: string | undefined,
  redirects: readonly Redirect[],
): Generator<{ readonly path: string; readonly view: () => SiteViews["moved"] }> {
  const labels = pageLabels(catalog);
  const editions = new Map<string, Edition>();
  for (const { from, to } of redirects) {
    const folder = from.slice(0, Math.max(from.lastIndexOf("/"), 0));
    const own = editions.get(folder) ?? edition(catalog, baseUrl, folder);
    editions.set(folder, own);
    const path = to === "" ? indexPagePath : `${to}.md`;
    const title = labels.get(to) ?? to;
    yield {
      path: sitePath(`${from}.md`),
      view: () => ({ page: own.page(path, "Moved", ""), title: htmlText(title), link: own.link(path) }),
    };
  }
}

/** The list of redirects for hosts that read one; without `baseUrl`, for a site at the root of its host. */
export function siteRedirectList(
  catalog: Catalog,
  baseUrl: string | undefined,
  redirects: readonly Redirect[],
): string {
  const root = baseUrl === undefined ? "" : addressInLink(new URL(baseUrl).pathname).replace(/\/+$/, "");
  const header = generatedHeader(catalog).map((line) => line.replace(/[\n\r\u2028\u2029]/g, " "));
  const moves = redirects.map(({ from, to }) => ({
    from: `${root}/${from}`,
    to: to === "" ? `${root}/` : `${root}/${to}.html`,
  }));
  return redirectList(header, moves);
}

function pageLabels(catalog: Catalog): ReadonlyMap<string, string> {
  const labels = new Map<string, string>([["", catalog.title]]);
  const label = (path: string, words: string): void => {
    labels.set(pageAddress(path), words);
  };
  for (const { id, title } of catalog.categories) label(categoryPagePath(id), title);
  for (const { code, name } of catalog.failures) label(codePagePath(code), `${code} ${name}`);
  for (const { code } of catalog.reserved) label(codePagePath(code), `${code} (reserved)`);
  for (const { name, title } of catalog.sources) label(sourcePagePath(name), title);
  for (const { tag } of catalog.locales) label(localePagePath(tag), languageName(tag));
  return labels;
}
