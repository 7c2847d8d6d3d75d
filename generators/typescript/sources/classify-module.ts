import type { Catalog } from "../../../core/catalog.ts";
import { functionTexts } from "../function-text.ts";
import { type Face, moduleWriter } from "../module-writer.ts";
import { classificationTypes } from "./classification-types.ts";
import { classifyConstants, classifyFunctions } from "./classify-functions.ts";
import { readingImport } from "./reading-module.ts";
import { tableTypes } from "./table-types.ts";

/** `classify.js` or `.d.ts`: the functions that classify by the tables they are given. */
export function classifyModule(catalog: Catalog, face: Exclude<Face, "ts">): string {
  const writer = moduleWriter(catalog, face);
  const functions = functionTexts(classifyFunctions, face);
  if (face === "js") {
    writer.write(readingImport).blankLine().writeLine(classifyConstants(catalog, "js")).blankLine();
    return writer.writeLine(functions).toString();
  }
  writer.writeLine('import type { FailureCode } from "./failure-code.js";');
  writer.writeLine('import type { Retry } from "./failures.js";');
  writer.writeLine('import type { ParsedReason } from "./index.js";').blankLine();
  return writer.writeLine([tableTypes, classificationTypes(catalog), functions].join("\n\n")).toString();
}
