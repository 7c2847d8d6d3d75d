import type { Catalog } from "../../core/catalog.ts";
import type { Memory } from "../../core/memory.ts";
import { categoryPagePath, codePagePath, indexPagePath, pageUrl } from "../../core/page-address.ts";
import { stableJson } from "../../core/stable-json.ts";
import type { Artifact } from "../../core/target.ts";
import type { Render } from "../../core/template/render.ts";
import { detachedEdition, edition, failuresByCategory } from "./edition.ts";
import { failureView } from "./failure-view.ts";
import { indexJson, indexJsonPath } from "./index-json.ts";
import { indexSchema, indexSchemaPath } from "./index-schema.ts";
import { categoryPageView, indexView, llmsFullView, llmsView, reservedView } from "./index-views.ts";
import type { PageViews } from "./views.ts";

/** No language model reads a longer file than this many failures make: about 3 MB. */
const mostInOneFile = 2000;

const llmsFullPath = "llms-full.txt";

/** The pages, made one by one as they are asked for, so that those of a big catalog never stand in memory together. */
export function docsArtifacts(
  catalog: Catalog,
  baseUrl: string | undefined,
  render: Render<PageViews>,
  memory: Memory,
): Iterable<Artifact> {
  return { [Symbol.iterator]: () => pages(catalog, baseUrl, render, memory) };
}

function* pages(
  catalog: Catalog,
  baseUrl: string | undefined,
  render: Render<PageViews>,
  memory: Memory,
): Generator<Artifact> {
  const page = pageMaker<PageViews>(render, memory);
  const complete = catalog.failures.length <= mostInOneFile;
  yield page(indexPagePath, "index", indexView(edition(catalog, baseUrl, ""), complete));

  const members = failuresByCategory(catalog);
  const forCategories = edition(catalog, baseUrl, "categories");
  for (const category of catalog.categories) {
    const view = categoryPageView(forCategories, category, members.get(category.id) ?? []);
    yield page(categoryPagePath(category.id), "category", view);
  }

  const forCodes = edition(catalog, baseUrl, "codes");
  for (const failure of catalog.failures) {
    yield page(codePagePath(failure.code), "failure", failureView(forCodes, failure));
  }
  for (const reservation of catalog.reserved) {
    yield page(codePagePath(reservation.code), "reserved", reservedView(forCodes, reservation));
  }

  yield { path: indexJsonPath, content: indexJson(catalog, baseUrl) };
  yield { path: indexSchemaPath, content: stableJson(indexSchema) };
  const detached = detachedEdition(catalog, baseUrl);
  const file = (path: string): string => (baseUrl === undefined ? path : pageUrl(baseUrl, path));
  const llms = llmsView(detached, file(indexJsonPath), complete ? file(llmsFullPath) : undefined);
  yield page("llms.txt", "llms", llms);
  if (complete) yield page(llmsFullPath, "llms-full", llmsFullView(detached));
}

type PageMaker<Views> = <Name extends keyof Views & string>(path: string, name: Name, view: Views[Name]) => Artifact;

/** A page whose view is what it was is not rendered again. */
function pageMaker<Views>(render: Render<Views>, memory: Memory): PageMaker<Views> {
  return (path, name, view) => {
    const content = memory.recall("page", path, [render, name, view], () => render(name, view));
    return { path, content };
  };
}
