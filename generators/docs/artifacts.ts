import type { Catalog } from "../../core/catalog.ts";
import { pieces } from "../../core/content.ts";
import { type CodeHistory, noHistory } from "../../core/ledger/code-history.ts";
import { type Memory, noMemory } from "../../core/memory.ts";
import { categoryPagePath, codePagePath, pageUrl, sourcePagePath } from "../../core/page-address.ts";
import { failuresByCategory } from "../../core/reference/members.ts";
import { platformErrors } from "../../core/reference/platform-errors.ts";
import { stableJson } from "../../core/stable-json.ts";
import type { Artifact } from "../../core/target.ts";
import type { Render } from "../../core/template/render.ts";
import { besides } from "./besides.ts";
import { detachedEdition, type EditionBasis, edition } from "./edition.ts";
import { failureView } from "./failure-view.ts";
import { lookOf } from "./flavours/look.ts";
import type { DocsSettings } from "./flavours/settings.ts";
import { indexJson, indexJsonPath } from "./index-json.ts";
import { indexSchema, indexSchemaPath } from "./index-schema.ts";
import { categoryPageView, indexView, llmsFullView, llmsView, reservedView } from "./index-views.ts";
import { errorsBasis, pageBasis, sharedBasis, tablesBasis } from "./page-basis.ts";
import { sourceView } from "./source-view.ts";
import type { PageViews } from "./views.ts";

/** No language model reads a longer file than this many failures make: about 3 MB. */
const mostInOneFile = 2000;

/** Of a catalog with more failures than this, a page that is written is made twice, so that not all of them are in memory. */
const mostRendered = 20_000;

const llmsFullPath = "llms-full.txt";

/** The pages, made one by one as they are asked for, so that those of a big catalog never stand in memory together. */
export function docsArtifacts(
  catalog: Catalog,
  baseUrl: string | undefined,
  settings: DocsSettings,
  render: Render<PageViews>,
  memory: Memory,
  history: CodeHistory = noHistory,
): Iterable<Artifact> {
  const look = lookOf(settings);
  return { [Symbol.iterator]: () => pages({ catalog, baseUrl, look, rows: new Map() }, render, memory, history) };
}

function* pages(
  basis: EditionBasis,
  render: Render<PageViews>,
  memory: Memory,
  history: CodeHistory,
): Generator<Artifact> {
  const { catalog, baseUrl, look } = basis;
  const { finish = asItIs, indexPath } = look.flavour;
  const isBig = memory === noMemory && catalog.failures.length > mostRendered;
  const page: PageMaker<PageViews> = (path, name, from, view) => {
    if (isBig) return { path, content: pieces(() => [finish(render(name, view()))].values()) };
    const content = memory.recall("page", path, [render, from], () => finish(render(name, view())));
    return { path, content };
  };
  const again = memory !== noMemory;
  const complete = isShortEnough(catalog);
  const errors = platformErrors(catalog);
  // Each compared once for all that is made from it.
  const tables = again
    ? memory.recall("tables", "", [baseUrl, look, tablesBasis(catalog)], () => Symbol("tables"))
    : undefined;
  yield page(indexPath, "index", tables, () => indexView(edition(basis, ""), complete));

  const members = failuresByCategory(catalog);
  const forCategories = edition(basis, "categories");
  for (const category of catalog.categories) {
    yield page(categoryPagePath(category.id), "category", tables, () =>
      categoryPageView(forCategories, category, members.get(category.id) ?? []),
    );
  }

  const forCodes = edition(basis, "codes", history);
  const shared = again
    ? memory.recall("pages", "", [baseUrl, sharedBasis(forCodes)], () => Symbol("pages"))
    : undefined;
  for (const failure of catalog.failures) {
    const from = again ? [shared, pageBasis(forCodes, failure), errorsBasis(failure, errors)] : undefined;
    yield page(codePagePath(failure.code), "failure", from, () => failureView(forCodes, failure, errors));
  }
  for (const reservation of catalog.reserved) {
    yield page(codePagePath(reservation.code), "reserved", tables, () => reservedView(forCodes, reservation));
  }

  const forSources = edition(basis, "sources");
  for (const source of catalog.sources) {
    yield page(sourcePagePath(source.name), "source", tables, () => sourceView(forSources, source, errors));
  }

  yield* besides(basis, history, (path, view) => page(path, "moved", undefined, view));

  const list = () => indexJson(catalog, baseUrl, look.flavour);
  yield { path: indexJsonPath, content: memory.recall("index", "", tables, list) };
  yield { path: indexSchemaPath, content: stableJson(indexSchema) };
  const detached = detachedEdition(basis, history);
  const file = (path: string): string => (baseUrl === undefined ? path : pageUrl(baseUrl, path));
  yield page("llms.txt", "llms", tables, () =>
    llmsView(detached, file(indexJsonPath), complete ? file(llmsFullPath) : undefined),
  );
  if (!complete) return;
  const view = llmsFullView(detached, errors);
  yield page(llmsFullPath, "llms-full", view, () => view);
}

function asItIs(page: string): string {
  return page;
}

/** A platform's error takes a quarter of the room that a failure takes. */
function isShortEnough({ failures, sources }: Catalog): boolean {
  const errors = sources.reduce((sum, { mappings }) => sum + mappings.length, 0);
  return failures.length + errors / 4 <= mostInOneFile;
}

/** Makes a page. Where `from` is what it was, so is the page, and not even its view is made again. */
type PageMaker<Views> = <Name extends keyof Views & string>(
  path: string,
  name: Name,
  from: unknown,
  view: () => Views[Name],
) => Artifact;
