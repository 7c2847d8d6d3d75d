import type { Catalog } from "../../core/catalog.ts";
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
import { pageBasis, sharedBasis } from "./page-basis.ts";
import { categoryPageView, localeView, reservedView } from "./page-views.ts";
import { searchFiles } from "./search-artifacts.ts";
import { sourceView } from "./source-view.ts";
import type { SiteViews } from "./views.ts";

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
  // Where its view is what it was, so is the page. For thousands, making and keeping views would cost more than pages do.
  const page = <Name extends keyof SiteViews>(path: string, name: Name, view: () => SiteViews[Name]): Artifact =>
    made(sitePath(path), () => {
      const shown = view();
      return memory.recall("site page", path, { render, shown }, () => render(name, shown));
    });

  const forIndex = inFolder("");
  yield page(indexPagePath, "index", () =>
    indexView(forIndex(), { errors: errors(), translations: translations(), history }),
  );
  const forCategories = inFolder("categories");
  for (const category of catalog.categories) {
    yield page(categoryPagePath(category.id), "category", () =>
      categoryPageView(forCategories(), category, members().get(category.id) ?? [], errors()),
    );
  }
  const forCodes = inFolder("codes");
  // Compared once for all pages of codes.
  const shared = once(() => {
    const from = [render, baseUrl, sharedBasis(catalog)];
    return memory.recall("site pages", "", from, () => Symbol("site pages"));
  });
  for (const failure of catalog.failures) {
    const path = codePagePath(failure.code);
    const rendered = (): string =>
      render("failure", failureView(forCodes(), failure, { errors: errors(), messages: messages(), baseUrl, history }));
    yield made(sitePath(path), () => {
      if (memory === noMemory) return rendered();
      const from = [shared(), pageBasis(catalog, failure, errors(), history)];
      return memory.recall("site page", path, from, rendered);
    });
  }
  for (const reservation of catalog.reserved) {
    yield page(codePagePath(reservation.code), "reserved", () => reservedView(forCodes(), reservation));
  }
  const forSources = inFolder("sources");
  for (const source of catalog.sources) {
    yield page(sourcePagePath(source.name), "source", () => sourceView(forSources(), source, errors()));
  }
  const forLocales = inFolder("locales");
  for (const { tag } of catalog.locales) {
    yield page(localePagePath(tag), "locale", () => localeView(forLocales(), tag, messages()));
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

/** An artifact whose content is made when somebody first asks for it. */
function made(path: string, make: () => string): Artifact {
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
