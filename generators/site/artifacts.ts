import type { Catalog } from "../../core/catalog.ts";
import { generatedHeader } from "../../core/generated-header.ts";
import { categoryPagePath, codePagePath, localePagePath, sitePath, sourcePagePath } from "../../core/page-address.ts";
import { failuresByCategory } from "../../core/reference/members.ts";
import { platformErrors } from "../../core/reference/platform-errors.ts";
import type { Artifact, OwnKit } from "../../core/target.ts";
import type { Render } from "../../core/template/render.ts";
import { siteScript } from "./browser.gen.js";
import { edition } from "./edition.ts";
import { failureMessages } from "./failure-messages.ts";
import { failureView } from "./failure-view.ts";
import { categoryPageView, indexView, localeView, reservedView, sourceView } from "./page-views.ts";
import type { SiteViews } from "./views.ts";

/** The pages, made one by one as they are asked for. */
export function siteArtifacts(catalog: Catalog, kit: OwnKit, render: Render<SiteViews>): Iterable<Artifact> {
  return { [Symbol.iterator]: () => pages(catalog, kit, render) };
}

function* pages(catalog: Catalog, { baseUrl, history }: OwnKit, render: Render<SiteViews>): Generator<Artifact> {
  const errors = platformErrors(catalog);
  const messages = failureMessages(catalog);
  const members = failuresByCategory(catalog);
  const inFolder = (folder: string) => edition(catalog, baseUrl, folder);
  const page = <Name extends keyof SiteViews>(path: string, name: Name, view: SiteViews[Name]): Artifact => ({
    path: sitePath(path),
    content: render(name, view),
  });

  yield { path: "index.html", content: render("index", indexView(inFolder(""), errors)) };
  const forCategories = inFolder("categories");
  for (const category of catalog.categories) {
    const own = members.get(category.id) ?? [];
    yield page(categoryPagePath(category.id), "category", categoryPageView(forCategories, category, own, errors));
  }
  const forCodes = inFolder("codes");
  for (const failure of catalog.failures) {
    const view = failureView(forCodes, failure, { errors, messages, baseUrl, history });
    yield page(codePagePath(failure.code), "failure", view);
  }
  for (const reservation of catalog.reserved) {
    yield page(codePagePath(reservation.code), "reserved", reservedView(forCodes, reservation));
  }
  const forSources = inFolder("sources");
  for (const source of catalog.sources) {
    yield page(sourcePagePath(source.name), "source", sourceView(forSources, source, errors));
  }
  const forLocales = inFolder("locales");
  for (const { tag } of catalog.locales) {
    yield page(localePagePath(tag), "locale", localeView(forLocales, tag, messages));
  }
  const header = generatedHeader(catalog);
  yield { path: "assets/site.css", content: render("style", { header }) };
  yield { path: "assets/site.js", content: `/* ${header.join("\n   ")} */\n${siteScript}` };
}
