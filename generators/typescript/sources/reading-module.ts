import type { Catalog } from "../../../core/catalog.ts";
import { functionTexts } from "../function-text.ts";
import { type FunctionText, packageFunctions, readingHelpers } from "../functions.ts";
import { type Face, moduleWriter } from "../module-writer.ts";
import { reasonFunction, reasonHelper } from "./reason-function.ts";

/** The functions of `index`. Those that `classify.js` needs too have a module of their own, where there are sources. */
export function indexFunctions(catalog: Catalog, face: Face): readonly FunctionText[] {
  if (catalog.sources.length === 0) return [...packageFunctions(catalog), ...readingHelpers(catalog)];
  return face === "dts" ? [...packageFunctions(catalog), reasonFunction] : packageFunctions(catalog);
}

/** What `readingModule` exports. */
export function readingFunctions(catalog: Catalog): readonly FunctionText[] {
  return [reasonFunction, reasonHelper, ...readingHelpers(catalog)];
}

/** What a module imports of `readingModule`. */
export const readingImport = 'import { codeIn, parseReason, property, textIn } from "./message-reading.js";\n';

/** The lines by which `index.js` imports of `readingModule` and passes on; "" where there are no sources. */
export function linksToReading(catalog: Catalog): { readonly imported: string; readonly exported: string } {
  if (catalog.sources.length === 0) return { imported: "", exported: "" };
  return { imported: readingImport, exported: 'export { parseReason } from "./message-reading.js";\n' };
}

/** `message-reading.js`, which has no declarations: nobody else imports it. */
export function readingModule(catalog: Catalog): string {
  return moduleWriter(catalog, "js")
    .writeLine(functionTexts(readingFunctions(catalog), "js", true))
    .toString();
}
