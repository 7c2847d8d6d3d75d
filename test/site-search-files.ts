import { createContext, runInContext } from "node:vm";
import type { Catalog } from "../core/catalog.ts";
import { platformErrors } from "../core/reference/platform-errors.ts";
import { type Engine, searchEngine } from "../generators/site/browser/search-engine.ts";
import { type ResultGroup, resultMaker } from "../generators/site/browser/search-results.ts";
import { searchFiles } from "../generators/site/search-artifacts.ts";
import type { PackedIndex, SearchCore } from "../generators/site/search-data.ts";

/** The files that search looks into, by path. */
export function searchFilesOf(catalog: Catalog): ReadonlyMap<string, string> {
  const errors = platformErrors(catalog);
  return new Map(
    searchFiles(catalog, () => errors, "").flatMap(({ path, make }) =>
      path.startsWith("assets/search/") ? [[path, make()] as const] : [],
    ),
  );
}

/** What the files hand over when they are run as a page runs them. */
export function takenFrom(files: ReadonlyMap<string, string>): ReadonlyMap<string, unknown> {
  const taken = new Map<string, unknown>();
  const context = createContext({
    failcodesSearch: { take: (name: string, data: unknown) => taken.set(name, structuredClone(data)) },
  });
  for (const text of files.values()) runInContext(text, context);
  return taken;
}

/** Search over a catalog, as a page has it once all its files are there. */
export interface SearchOf {
  readonly core: SearchCore;
  readonly engine: Engine;
  find(query: string, preferred?: string): readonly ResultGroup[];
}

/** Search over a catalog, from its files. */
export function searchOf(catalog: Catalog): SearchOf {
  const taken = takenFrom(searchFilesOf(catalog));
  const core = taken.get("core") as SearchCore;
  const engine = searchEngine(core);
  for (const [name, data] of taken) if (name !== "core") engine.addMessages(name.slice(9), data as PackedIndex);
  const resultsOf = resultMaker(core);
  return { core, engine, find: (query, preferred = "") => resultsOf(engine.answer(query, preferred)) };
}
