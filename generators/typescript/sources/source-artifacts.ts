import type { Catalog } from "../../../core/catalog.ts";
import type { Content } from "../../../core/content.ts";
import type { Artifact } from "../../../core/target.ts";
import { classifyModule } from "./classify-module.ts";
import { readingModule } from "./reading-module.ts";
import { sourcesModule } from "./sources-module.ts";
import { tableModule } from "./table-module.ts";
import { tablePath } from "./table-names.ts";

/** What the package holds of sources: nothing where the catalog has none. */
export function* sourceArtifacts(catalog: Catalog): Generator<Artifact> {
  if (catalog.sources.length === 0) return;
  yield { path: "message-reading.js", content: readingModule(catalog) };
  yield { path: "classify.js", content: classifyModule(catalog, "js") };
  yield { path: "classify.d.ts", content: classifyModule(catalog, "dts") };
  yield { path: "sources.js", content: sourcesModule(catalog, "js") };
  yield { path: "sources.d.ts", content: sourcesModule(catalog, "dts") };
  for (const source of catalog.sources) {
    yield { path: `${tablePath(source)}.js`, content: tableModule(catalog, source, "js") };
    yield { path: `${tablePath(source)}.d.ts`, content: tableModule(catalog, source, "dts") };
  }
}

/** How the declarations of sources are made, by path. */
export function sourceDeclarations(catalog: Catalog): { readonly [path: string]: () => Content } {
  if (catalog.sources.length === 0) return {};
  const tables = catalog.sources.map((source) => [
    `${tablePath(source)}.d.ts`,
    () => tableModule(catalog, source, "dts"),
  ]);
  return {
    "classify.d.ts": () => classifyModule(catalog, "dts"),
    "sources.d.ts": () => sourcesModule(catalog, "dts"),
    ...Object.fromEntries(tables),
  };
}

/** The entry points of sources in the `exports` of package.json, types first. */
export function sourceExports(catalog: Catalog): { readonly [path: string]: { types: string; default: string } } {
  if (catalog.sources.length === 0) return {};
  const entry = (path: string) => ({ types: `./${path}.d.ts`, default: `./${path}.js` });
  const tables = catalog.sources.map((source) => [`./sources/${source.name}`, entry(tablePath(source))]);
  return { "./classify": entry("classify"), "./sources": entry("sources"), ...Object.fromEntries(tables) };
}
