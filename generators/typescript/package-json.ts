import type { Catalog } from "../../core/catalog.ts";
import type { Json } from "../../core/target.ts";
import { messageExports } from "./message-exports.ts";
import { sourceExports } from "./sources/source-artifacts.ts";
import type { Style } from "./style.ts";

/** Path of the vendorable source in the package of style `const`. */
export const sourcePath = "src/failure-codes.ts";

/** The package.json of the npm package. */
export function packageJson(catalog: Catalog, style: Style, areFunctions: boolean): Json {
  return {
    name: catalog.name,
    version: catalog.version,
    description: catalog.title,
    keywords: ["failure-codes", "error-codes"],
    type: "module",
    sideEffects: false,
    engines: { node: ">=18" },
    exports: {
      ".": { types: "./index.d.ts", default: "./index.js" },
      "./codes": { types: "./codes.d.ts", default: "./codes.js" },
      ...sourceExports(catalog),
      ...messageExports(areFunctions),
      "./catalog.json": "./catalog.json",
      "./schema/*.json": "./schema/*.json",
      "./messages/*.json": "./messages/*.json",
      "./package.json": "./package.json",
    },
    files: [
      "*.js",
      "*.d.ts",
      "catalog.json",
      "manifest.json",
      ...(areFunctions ? ["message"] : []),
      "messages",
      "schema",
      ...(catalog.sources.length > 0 ? ["sources"] : []),
      ...(style === "const" ? [sourcePath] : []),
    ],
  };
}
