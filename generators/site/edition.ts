import type { Catalog, Category, Code, Failure } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { htmlBlock, htmlText } from "../../core/html.ts";
import { languageName } from "../../core/language-names.ts";
import { lifecycleOf } from "../../core/lifecycle.ts";
import { directionOf } from "../../core/locale-resolution.ts";
import { categoryPagePath, codePagePath, localePagePath, pageUrl, sitePath } from "../../core/page-address.ts";
import { categoryCodes } from "../../core/reference/members.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import { retryAdvice } from "../../core/reference/retry-advice.ts";
import type { CategoryView, FailureRow, PageView, Reference } from "./views.ts";

/** What the pages of one folder share. */
export interface Edition {
  readonly catalog: Catalog;
  /** The address of a page, as pages of this folder write it; `path` is that of the reference page. */
  link(path: string): string;
  /** What a page carries; `path` is that of the reference page, `language` another than that of the reference. */
  page(path: string, title: string, description: string, language?: string): PageView;
}

/** The edition for the pages of a folder: `codes`, or "" for the first page. Old addresses may lie in folders of folders. */
export function edition(catalog: Catalog, baseUrl: string | undefined, folder: string): Edition {
  const root = folder === "" ? "" : "../".repeat(folder.split("/").length);
  const link = (path: string): string => relative(folder, root, sitePath(path));
  const everyPage = {
    header: generatedHeader(catalog).map(commentText),
    root,
    siteTitle: htmlText(catalog.title),
    version: htmlText(catalog.version),
    notice: catalog.notice === "" ? undefined : htmlBlock(catalog.notice),
    locales: catalog.locales.map(({ tag }) => {
      return { tag: htmlText(tag), name: htmlText(languageName(tag)), link: link(localePagePath(tag)) };
    }),
  };
  return {
    catalog,
    link,
    page: (path, title, description, language = catalog.defaultLocale) => ({
      ...everyPage,
      language: htmlText(language),
      direction: directionOf(language),
      title: htmlText(title),
      description: htmlText(description.replace(/\s+/g, " ").trim()),
      permalink: baseUrl === undefined ? undefined : htmlText(pageUrl(baseUrl, path)),
    }),
  };
}

/** A text inside of a comment, in HTML and in CSS. */
function commentText(text: string): string {
  return htmlText(text).replaceAll("--", "-&#45;").replaceAll("*/", "*&#47;");
}

function relative(folder: string, root: string, path: string): string {
  const address = encodeURI(path);
  return folder !== "" && path.startsWith(`${folder}/`) ? address.slice(folder.length + 1) : `${root}${address}`;
}

/** A failure, to link to. */
export function reference({ catalog, link }: Edition, code: Code): Reference {
  const failure = catalog.byCode.get(code);
  if (failure === undefined) throw new Error(`The catalog has no failure ${code}.`);
  return {
    code: htmlText(String(code)),
    name: failure.name,
    title: htmlText(failure.title),
    link: link(codePagePath(code)),
  };
}

/** A category, to link to. */
export function categoryView({ link }: Edition, category: Category): CategoryView {
  return {
    id: category.id,
    title: htmlText(category.title),
    description: htmlBlock(category.description),
    codes: categoryCodes(category, htmlText),
    link: link(categoryPagePath(category.id)),
  };
}

/** What a table says of the lifecycle of a failure. */
export const marks = { active: "", deprecated: "Deprecated", retired: "Retired" } as const;

/** A failure in a table. */
export function failureRow({ link }: Edition, failure: Failure, { byFailure }: PlatformErrors): FailureRow {
  const lifecycle = lifecycleOf(failure);
  const sources = (byFailure.get(failure.code) ?? []).flatMap(([first]) => first?.source.name ?? []);
  return {
    code: htmlText(String(failure.code)),
    name: failure.name,
    aliases: failure.aliases.map(({ name }) => name),
    title: htmlText(failure.title),
    retry: retryAdvice[failure.retry],
    category: failure.category.id,
    lifecycle,
    mark: marks[lifecycle],
    statuses: words(failure.statuses),
    sources: words(sources),
    link: link(codePagePath(failure.code)),
  };
}

/** Names as words of one attribute. */
export function words(names: readonly string[]): string {
  return names.map(wordOf).join(" ");
}

/** A name as a word of an attribute, and of a filter in the fragment of an address. */
export function wordOf(name: string): string {
  return htmlText(name.replace(/\s/g, "_"));
}

/** A number of things: 1 code, 2 codes. */
export function quantity(number: number, one: string, many: string): string {
  return `${digits(number)} ${number === 1 ? one : many}`;
}

/** A number as people read it: 10,000. */
export function digits(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}
