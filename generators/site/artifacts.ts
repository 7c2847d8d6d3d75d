import type { Catalog } from "../../core/catalog.ts";
import { pieces } from "../../core/content.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { noMemory } from "../../core/memory.ts";
import {
  categoryPagePath,
  codePagePath,
  indexPagePath,
  localePagePath,
  sitePath,
  sourcePagePath,
} from "../../core/page-address.ts";
import { failuresByCategory } from "../../core/reference/members.ts";
import { platformErrors } from "../../core/reference/platform-errors.ts";
import type { Artifact, OwnKit } from "../../core/target.ts";
import type { Render } from "../../core/template/render.ts";
import { siteScript } from "./browser.gen.js";
import { edition } from "./edition.ts";
import { failureMessages } from "./failure-messages.ts";
import { failureView } from "./failure-view.ts";
import { languageTexts } from "./language-texts.ts";
import { movedPages, type SiteSettings, siteRedirectList, siteRedirects } from "./moved-pages.ts";
import { indexView } from "./overview.ts";
import { messagesBasis, overviewBasis, pageBasis, sharedBasis, tablesBasis } from "./page-basis.ts";
import { categoryPageView, localeView, reservedView } from "./page-views.ts";
import { searchFiles } from "./search-artifacts.ts";
import { sourceView } from "./source-view.ts";
import type { SiteViews } from "./views.ts";

/** Of a catalog with more failures than this, a page that is written is made twice, so that not all of them are in memory. */
const mostRendered = 20_000;

/** The pages, each made when its content is first asked for: who serves one need not wait for the others. */
export function siteArtifacts(
  catalog: Catalog,
  kit: OwnKit,
  settings: SiteSettings,
  render: Render<SiteViews>,
): Iterable<Artifact> {
  return { [Symbol.iterator]: () => pages(catalog, kit, settings, render) };
}

function* pages(
  catalog: Catalog,
  { baseUrl, history, memory = noMemory }: OwnKit,
  settings: SiteSettings,
  render: Render<SiteViews>,
): Generator<Artifact> {
  const errors = once(() => platformErrors(catalog));
  const translations = once(() => languageTexts(catalog));
  const messages = once(() => failureMessages(catalog, translations()));
  const members = once(() => failuresByCategory(catalog));
  const inFolder = (folder: string) => once(() => edition(catalog, baseUrl, folder));
  // Each is compared once for all pages that are made from it.
  const known = (name: string, from: () => unknown) =>
    once(() => memory.recall("site pages", name, from(), () => Symbol(name)));
  const shared = known("all", () => [render, baseUrl, sharedBasis(catalog)]);
  const tables = known("tables", () => [shared(), tablesBasis(catalog)]);
  const isBig = memory === noMemory && catalog.failures.length > mostRendered;
  const page = (path: string, from: () => unknown, rendered: () => string): Artifact => {
    if (isBig) return { path: sitePath(path), content: pieces(() => [rendered()].values()) };
    if (memory === noMemory) return made(sitePath(path), rendered);
    return made(sitePath(path), () => memory.recall("site page", path, from(), () => utf8(rendered())));
  };

  const forIndex = inFolder("");
  yield page(
    indexPagePath,
    () => [tables(), overviewBasis(catalog, history)],
    () => render("index", indexView(forIndex(), { errors: errors(), translations: translations(), history })),
  );
  const forCategories = inFolder("categories");
  for (const category of catalog.categories) {
    const own = () => members().get(category.id) ?? [];
    yield page(categoryPagePath(category.id), tables, () =>
      render("category", categoryPageView(forCategories(), category, own(), errors())),
    );
  }
  const forCodes = inFolder("codes");
  for (const failure of catalog.failures) {
    yield page(
      codePagePath(failure.code),
      () => [shared(), pageBasis(catalog, failure, errors(), history)],
      () =>
        render(
          "failure",
          failureView(forCodes(), failure, { errors: errors(), messages: messages(), baseUrl, history }),
        ),
    );
  }
  for (const reservation of catalog.reserved) {
    yield page(codePagePath(reservation.code), tables, () => render("reserved", reservedView(forCodes(), reservation)));
  }
  const forSources = inFolder("sources");
  for (const source of catalog.sources) {
    yield page(sourcePagePath(source.name), tables, () => render("source", sourceView(forSources(), source, errors())));
  }
  const forLocales = inFolder("locales");
  const inDefault = known("default", () => [shared(), messagesBasis(catalog, catalog.defaultLocale)]);
  const inOthers = known("others", () => [shared(), messagesBasis(catalog, "")]);
  for (const locale of catalog.locales) {
    const isDefault = locale.tag === catalog.defaultLocale;
    yield page(
      localePagePath(locale.tag),
      () => (isDefault ? inDefault() : [inOthers(), locale.messages()]),
      () => render("locale", localeView(forLocales(), locale.tag, messages())),
    );
  }
  const redirects = siteRedirects(catalog, settings, history);
  for (const { path, view } of movedPages(catalog, baseUrl, redirects)) {
    yield made(path, () => render("moved", view()));
  }
  if (redirects.length > 0) yield made("_redirects", () => siteRedirectList(catalog, baseUrl, redirects));
  const header = generatedHeader(catalog);
  yield made("assets/site.css", () => render("style", { header }));
  const scriptHeader = `/* ${header.join("\n   ")} */\n`;
  yield made("assets/site.js", () => scriptHeader + siteScript);
  for (const { path, make } of searchFiles(catalog, errors, scriptHeader, memory)) yield made(path, make);
}

/** Pages that are kept take half of the room: with texts beyond Latin, a string has two bytes for every letter. */
function utf8(page: string): Uint8Array {
  return new TextEncoder().encode(page);
}

/** An artifact whose content is made when somebody first asks for it. */
function made(path: string, make: () => string | Uint8Array): Artifact {
  const content = once(make);
  return {
    path,
    get content() {
      return content();
    },
  };
}

function once<T>(make: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: make() };
    return known.value;
  };
}
