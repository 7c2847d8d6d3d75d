import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/** What came of loading a module: what it exports; nothing there; a loader that is missing; or why it failed. */
export type ModuleLoading =
  | { readonly kind: "loaded"; readonly exported: Readonly<Record<string, unknown>> }
  | { readonly kind: "missing" }
  | { readonly kind: "no-loader" }
  | { readonly kind: "failed"; readonly problem: unknown };

interface TypeScriptLoader {
  tsImport(specifier: string, parent: string): Promise<Readonly<Record<string, unknown>>>;
}

/**
 * Loads a module of the project. TypeScript goes through tsx: the project's own, else one that stands beside us.
 * `generation` tells a reload from the first load; a module that the module itself imports is not loaded anew.
 */
export async function loadTargetModule(
  root: string,
  path: string,
  there: boolean,
  generation: number,
): Promise<ModuleLoading> {
  if (!there) return { kind: "missing" };
  const url = pathToFileURL(join(root, path));
  try {
    if (/\.[mc]?ts$/.test(path)) {
      const loader = await typeScriptLoader(root);
      if (loader === undefined) return { kind: "no-loader" };
      return { kind: "loaded", exported: await loader.tsImport(url.href, import.meta.url) };
    }
    if (generation > 0) url.searchParams.set("generation", String(generation));
    return { kind: "loaded", exported: (await import(url.href)) as Readonly<Record<string, unknown>> };
  } catch (problem) {
    return { kind: "failed", problem };
  }
}

async function typeScriptLoader(root: string): Promise<TypeScriptLoader | undefined> {
  for (const parent of [pathToFileURL(join(root, "package.json")).href, import.meta.url]) {
    const path = importedPath(createRequire(parent), "tsx", "./esm/api");
    if (path !== undefined) return (await import(pathToFileURL(path).href)) as TypeScriptLoader;
  }
  return undefined;
}

/** The file that `import` finds for a part of a package, asked for from another place than ours: `require.resolve` finds the one for `require`. */
function importedPath(require: NodeJS.Require, name: string, part: string): string | undefined {
  try {
    const manifest = require.resolve(`${name}/package.json`);
    const { exports } = JSON.parse(readFileSync(manifest, "utf8")) as { exports: Record<string, unknown> };
    let found: unknown = exports[part];
    while (typeof found === "object" && found !== null) {
      const conditions = found as Readonly<Record<string, unknown>>;
      found = conditions["import"] ?? conditions["node"] ?? conditions["default"];
    }
    return typeof found === "string" ? join(dirname(manifest), found) : undefined;
  } catch {
    return undefined;
  }
}
