import type { Catalog } from "../../../core/catalog.ts";
import { functionTexts } from "../function-text.ts";
import { classificationTypes, innerTypes } from "./classification-types.ts";
import { classifyConstants, classifyFunctions } from "./classify-functions.ts";
import { reasonFunction, reasonHelper } from "./reason-function.ts";
import { allSources } from "./sources-module.ts";
import { tableText } from "./table-module.ts";
import { tableNames } from "./table-names.ts";
import { tableTypes } from "./table-types.ts";

/** What the package as one file has of sources, in final layout: types, functions, every table, and the functions over all. */
export function vendoredSources(catalog: Catalog): string {
  const nameOf = tableNames(catalog);
  const parts = [
    functionTexts([reasonFunction, reasonHelper], "ts"),
    tableTypes,
    classificationTypes(catalog),
    innerTypes,
    classifyConstants(catalog, "ts"),
    functionTexts(classifyFunctions, "ts"),
    ...catalog.sources.map((source) => tableText(source, nameOf(source), "ts")),
    allSources(catalog.sources.map(nameOf), "ts"),
  ];
  return `${parts.join("\n\n")}\n`;
}
