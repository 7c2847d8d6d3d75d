import type { Catalog, Category, Code, Failure } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { type CodeHistory, noHistory } from "../../core/ledger/code-history.ts";
import { markdownBlock, markdownInline } from "../../core/markdown.ts";
import { categoryPagePath, codePagePath, indexPagePath, pageUrl } from "../../core/page-address.ts";
import { pageAddress } from "../../core/page-redirects.ts";
import { categoryCodes } from "../../core/reference/members.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import { pageFile } from "./flavours/flavour.ts";
import type { Look } from "./flavours/look.ts";
import type { CategoryView, FailureRow, Reference, StatusView } from "./views.ts";

/** What the pages of one folder share: the catalog, how they link, and texts that are made once. */
export interface Edition {
  readonly catalog: Catalog;
  readonly page: { readonly header: readonly string[]; readonly notice: string | undefined };
  /** Whether its pages have places that others link to. */
  readonly hasAnchors: boolean;
  /** The address of a page, as pages of this folder write it. */
  link(path: string): string;
  /** The permanent address of a page, where a site is published. */
  permalink(path: string): string | undefined;
  readonly categories: ReadonlyMap<string, CategoryView>;
  readonly statuses: ReadonlyMap<string, StatusView>;
  readonly surfaces: readonly string[];
  readonly surfacesLink: string;
  readonly otherLocales: readonly string[];
  readonly rows: Rows;
  /** What the pages are written for. */
  readonly look: Look;
  /** What releases say of a code. */
  readonly history: CodeHistory;
}

/** What the editions of a catalog have in common. */
export type EditionBasis = Pick<Edition, "catalog" | "look" | "rows"> & { readonly baseUrl: string | undefined };

/** What tables say of failures, but for links: the same in every edition, and made once. */
export type Rows = Map<Failure, Omit<FailureRow, "link">>;

/** The edition for the pages of a folder: `codes`, `categories`, `sources`, or "" for the files beside the index. */
export function edition(
  { catalog, baseUrl, look, rows }: EditionBasis,
  folder: string,
  history: CodeHistory = noHistory,
): Edition {
  const { flavour } = look;
  const up = folder === "" ? "" : "../".repeat(folder.split("/").length);
  const link =
    flavour.link === undefined
      ? (path: string): string => relative(folder, up, path === indexPagePath ? flavour.indexPath : path)
      : (path: string): string => flavour.link?.(folder, pageAddress(path)) ?? path;
  return editionWith({ catalog, baseUrl, look, rows }, true, link, history);
}

/** The edition for files that are read away from the others: every link is permanent, where there is an address. */
export function detachedEdition(basis: EditionBasis, history: CodeHistory): Edition {
  const { baseUrl, look } = basis;
  const link = (path: string): string =>
    baseUrl === undefined ? pageFile(look.flavour, pageAddress(path)) : pageUrl(baseUrl, path);
  return editionWith(basis, false, link, history);
}

function editionWith(
  { catalog, baseUrl, look, rows }: EditionBasis,
  hasAnchors: boolean,
  link: (path: string) => string,
  history: CodeHistory,
): Edition {
  return {
    catalog,
    page: {
      header: generatedHeader(catalog),
      notice: catalog.notice === "" ? undefined : markdownBlock(catalog.notice),
    },
    hasAnchors,
    link,
    permalink: (path) => (baseUrl === undefined ? undefined : pageUrl(baseUrl, path)),
    categories: new Map(catalog.categories.map((category) => [category.id, categoryView(category, link)])),
    statuses: new Map(catalog.statuses.map(({ id, title }) => [id, { id, title: markdownInline(title) }])),
    surfaces: catalog.surfaces.map(({ title }) => markdownInline(title)),
    surfacesLink: indexSection({ link, look }, "surfaces"),
    otherLocales: catalog.locales.map(({ tag }) => tag).filter((tag) => tag !== catalog.defaultLocale),
    rows,
    look,
    history,
  };
}

function relative(folder: string, up: string, path: string): string {
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : `${up}${path}`;
}

function categoryView(category: Category, link: (path: string) => string): CategoryView {
  return {
    id: category.id,
    title: markdownInline(category.title),
    description: markdownBlock(category.description),
    codes: categoryCodes(category, markdownInline),
    link: link(categoryPagePath(category.id)),
  };
}

/** The view of a failure's own category. */
export function categoryOf({ categories }: Edition, { category }: Failure): CategoryView {
  const view = categories.get(category.id);
  if (view === undefined) throw new Error(`The catalog has no category ${category.id}.`);
  return view;
}

/** A failure, to link to. */
export function reference({ catalog, link }: Edition, code: Code): Reference {
  const failure = catalog.byCode.get(code);
  if (failure === undefined) throw new Error(`The catalog has no failure ${code}.`);
  return {
    code: markdownInline(String(code)),
    name: failure.name,
    title: markdownInline(failure.title),
    link: link(codePagePath(code)),
  };
}

/** A failure in a table. */
export function failureRow({ link, rows }: Edition, failure: Failure): FailureRow {
  let row = rows.get(failure);
  if (row === undefined) {
    row = rowWithoutLink(failure);
    rows.set(failure, row);
  }
  const { code, name, aliases, names, title, mark, retry, deprecated, retired } = row;
  // A spread takes several times as long, and there are thirty thousand of these.
  return {
    code,
    name,
    aliases,
    names,
    title,
    mark,
    retry,
    deprecated,
    retired,
    link: link(codePagePath(failure.code)),
  };
}

function rowWithoutLink(failure: Failure): Omit<FailureRow, "link"> {
  return {
    code: markdownInline(String(failure.code)),
    name: failure.name,
    aliases: failure.aliases.map(({ name }) => name),
    names: names(failure),
    title: markdownInline(failure.title),
    mark: failure.retired ? "**Retired:** " : failure.deprecated ? "**Deprecated:** " : "",
    retry: retryAdvice[failure.retry].short,
    deprecated: failure.deprecated !== undefined,
    retired: failure.retired !== undefined,
  };
}

function names({ name, aliases }: Failure): string {
  if (aliases.length === 0) return `\`${name}\``;
  return [name, ...aliases.map((alias) => alias.name)].map((spelling) => `\`${spelling}\``).join(", also ");
}

/** The sections of the index that others link to, each with the anchor that GitHub makes of its heading. */
const sections = { sources: "sources", retries: "retry-advice", surfaces: "where-you-meet-a-code" } as const;

/** Address of a section of the index. */
export function indexSection({ link, look }: Pick<Edition, "link" | "look">, section: keyof typeof sections): string {
  return `${link(indexPagePath)}#${sectionAnchors(look)?.[section] ?? sections[section]}`;
}

/**
 * Anchors of the sections of the index, where they are written out: headings become other anchors in every generator, and
 * a category may have the same heading. No generator makes an anchor with a dot in it.
 */
export function sectionAnchors({ flavour }: Look): Readonly<Record<keyof typeof sections, string>> | undefined {
  if (flavour.id === "github") return undefined;
  return { sources: "at.sources", retries: "at.retry-advice", surfaces: "at.where-you-meet-a-code" };
}
