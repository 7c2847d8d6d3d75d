import { join } from "node:path";
import type { Catalog, Failure } from "../core/catalog.ts";
import { categoryPagePath, codePagePath, sourcePagePath } from "../core/page-address.ts";
import { pageAddress, pageAddresses, type Redirect } from "../core/page-redirects.ts";
import { type BuiltPage, bare, builtPages, deadLinks, pageAt } from "./built-pages.ts";
import { type SiteLayout, sitePath } from "./site-layouts.ts";

/** What a page has to show, by its address: everything that people wrote for it. */
export function textsOfPages(catalog: Catalog): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, readonly string[]>();
  texts.set("", [
    catalog.title,
    catalog.description,
    ...catalog.surfaces.flatMap(({ title, description }) => [title, description]),
    ...catalog.statuses.flatMap(({ title, description }) => [title, description]),
    ...catalog.reserved.map(({ reason }) => reason),
    ...catalog.failures.map(({ title }) => title),
  ]);
  for (const category of catalog.categories) {
    texts.set(pageAddress(categoryPagePath(category.id)), [category.title, category.description]);
  }
  for (const failure of catalog.failures) texts.set(pageAddress(codePagePath(failure.code)), textsOf(failure));
  for (const { code, reason } of catalog.reserved) texts.set(pageAddress(codePagePath(code)), [reason]);
  for (const source of catalog.sources) {
    texts.set(pageAddress(sourcePagePath(source.name)), [
      source.title,
      source.description,
      source.judging,
      ...source.aliases.map(({ reason }) => reason),
      ...source.references.map(({ title }) => title),
      ...source.mappings.flatMap(({ name, description, reason }) => [name, description, reason]),
    ]);
  }
  return texts;
}

function textsOf(failure: Failure): readonly string[] {
  const { title, description, category, guidance, aliases, deprecated, retired, params, messages, examples } = failure;
  return [
    title,
    description,
    category.title,
    ...guidance.causes,
    ...guidance.actions,
    ...aliases.map(({ reason }) => reason),
    ...[deprecated?.reason, retired?.reason].map((reason) => reason ?? ""),
    ...params.flatMap((param) => [...param.values, String(param.example), param.description]),
    ...Object.values(messages).map((message) => message?.text ?? ""),
    failure.developerText ?? "",
    ...examples.map((example) => example.title),
  ];
}

/** What is wrong with a built site, in words: pages and texts that are not there, and links that lead nowhere. */
export function faultsOfSite(catalog: Catalog, layout: SiteLayout, root: string): readonly string[] {
  const pages = builtPages(join(root, layout.built));
  const faults = deadLinks(pages, layout.base).map((link) => `dead: ${link}`);
  const texts = textsOfPages(catalog);
  for (const address of pageAddresses(catalog).values()) {
    const page = pageAt(pages, `/${sitePath}/${address}`);
    if (page === undefined) faults.push(`missing: ${address}`);
    else faults.push(...faultsOfPage(page, [catalog.notice, ...(texts.get(address) ?? [])]));
  }
  return faults;
}

function faultsOfPage({ url, text, headings }: BuiltPage, texts: readonly string[]): readonly string[] {
  const lost = texts.filter((wanted) => !text.includes(bare(wanted)));
  return [
    ...lost.map((wanted) => `lost on ${url}: ${wanted}`),
    ...(headings.length === 1 ? [] : [`${headings.length} headings on ${url}: ${headings.join(", ")}`]),
  ];
}

/** What is wrong with the old addresses of a built site: those that are not there, or lead elsewhere. */
export function faultsOfRedirects(layout: SiteLayout, root: string, redirects: readonly Redirect[]): readonly string[] {
  const pages = builtPages(join(root, layout.built));
  return redirects.flatMap(({ from, to }) => {
    const page = pageAt(pages, `/${sitePath}/${from}`);
    if (page === undefined) return [`no page at ${from}`];
    const here = `https://site.example.com${layout.base}${page.url}`;
    const paths = [page.refresh ?? "", ...page.links].map((link) => new URL(link, here).pathname);
    const target = pageAt(pages, `/${sitePath}/${to}`);
    const leads =
      target !== undefined && paths.some((path) => pageAt(pages, path.slice(layout.base.length)) === target);
    return leads ? [] : [`${from} leads to ${paths.join(", ")} instead of ${to}`];
  });
}
