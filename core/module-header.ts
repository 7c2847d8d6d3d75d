import { type Catalog, catalogFileName } from "./catalog.ts";
import { generatedHeaderOf } from "./generated-header.ts";

/**
 * What stands in every `.d.ts`, so that a consumer's compiler reads the declarations without checking each of them in
 * every build, with or without `skipLibCheck`: at 10,000 codes that is a tenth of a hand-written enum's whole cost.
 * Syntax is still checked, and a consumer's use of the types too; the tests check the declarations without this line.
 */
export const uncheckedLine = "// @ts-nocheck Nobody who uses this need check it: it is generated.";

/** The lines that a generated module begins with; a blank line follows. */
export function moduleHeader(catalog: Catalog, isDeclaration: boolean): readonly string[] {
  // A file's name cannot end the line comment it stands in.
  const file = catalogFileName(catalog).replace(/[\n\r\u2028\u2029]/g, " ");
  const lines = generatedHeaderOf(file).map((line) => `// ${line}`);
  return isDeclaration ? [...lines, uncheckedLine] : lines;
}
