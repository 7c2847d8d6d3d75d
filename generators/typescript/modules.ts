import type CodeBlockWriter from "code-block-writer";
import type { Catalog } from "../../core/catalog.ts";
import { type Content, joinedPieces, linesOf, pieces } from "../../core/content.ts";
import { docComment } from "../../core/doc-comment.ts";
import { codeLiteral } from "../../core/javascript-literal.ts";
import { aliasDocumentation, constantDocumentation } from "./documentation.ts";
import { type Enumeration, writeEnumeration } from "./enumeration.ts";
import { factTypes, writeFacts } from "./facts.ts";
import { functionTexts } from "./function-text.ts";
import { type FunctionText, packageFunctions, readingHelpers } from "./functions.ts";
import { type Face, moduleContent, moduleWriter, writeLaidOut } from "./module-writer.ts";
import { resultTypes } from "./result-types.ts";
import { schemaTypes } from "./schema-types.ts";
import { indexFunctions, linksToReading } from "./sources/reading-module.ts";
import { vendoredSources } from "./sources/vendored-sources.ts";
import type { Style } from "./style.ts";
import { failureCategories, failureStatuses, nameIn } from "./vocabulary.ts";

/** `failure-code.js` or `.d.ts`: the enumeration of the codes, and the list of them. */
export function failureCodeModule(catalog: Catalog, codes: Enumeration, face: Face, style: Style): Content {
  const writer = moduleWriter(catalog, face);
  writeCodes(writer, catalog, codes, face, style);
  return moduleContent(writer);
}

function writeCodes(writer: CodeBlockWriter, catalog: Catalog, codes: Enumeration, face: Face, style: Style): void {
  writeEnumeration(writer, codes, face, style);
  writer.blankLine();
  if (face !== "js") writer.writeLine("/** Every code that this version of the catalog knows, ascending. */");
  if (face === "dts") {
    writer.writeLine("export declare const failureCodes: readonly FailureCode[];");
    return;
  }
  writer.writeLine(`export const failureCodes${face === "ts" ? ": readonly FailureCode[]" : ""} = [`);
  writeLaidOut(
    writer,
    linesOf(catalog.failures, ({ code }) => `  ${codeLiteral(code)},`),
  );
  writer.writeLine("];");
}

/** `codes.js`: every code as a constant of its own, so that a bundler keeps the ones that are used. */
export function codesModule(catalog: Catalog, codes: Enumeration): Content {
  const writer = moduleWriter(catalog, "js");
  writeLaidOut(
    writer,
    linesOf(codes.members, ({ name, value }) => `export const ${name} = ${codeLiteral(value)};`),
  );
  return moduleContent(writer);
}

/** `codes.d.ts`: one statement, since a statement for each code is half as much again to parse and to bind. */
export function codesDeclarations(catalog: Catalog, style: Style): Content {
  const writer = moduleWriter(catalog, "dts");
  if (style === "enum") writer.writeLine('import type { FailureCode } from "./failure-code.js";').blankLine();
  writeLaidOut(
    writer,
    pieces(() => declarations(catalog, style)),
  );
  return moduleContent(writer);
}

function* declarations(catalog: Catalog, style: Style): Generator<string> {
  yield "export declare const";
  const nameOf = nameIn(catalog);
  const entries = function* (): Generator<string> {
    for (const failure of catalog.failures) {
      const type = style === "enum" ? `FailureCode.${failure.name}` : codeLiteral(failure.code);
      const declaration = (name: string, documentation: readonly string[]): string =>
        `\n${docComment(documentation, "  ")}\n  ${name}: ${type}`;
      yield declaration(failure.name, constantDocumentation(failure, nameOf));
      for (const alias of failure.aliases) yield declaration(alias.name, aliasDocumentation(alias, failure));
    }
  };
  yield* joinedPieces(entries(), ",");
  yield ";";
}

/** `failures.js` or `.d.ts`: categories, statuses, and the facts of every failure. */
export function failuresModule(catalog: Catalog, face: Face, style: Style): Content {
  const writer = moduleWriter(catalog, face);
  if (face === "dts") writer.writeLine('import type { FailureCode } from "./failure-code.js";').blankLine();
  writeFailures(writer, catalog, face, style);
  return moduleContent(writer);
}

function writeFailures(writer: CodeBlockWriter, catalog: Catalog, face: Face, style: Style): void {
  writeEnumeration(writer, failureCategories(catalog), face, style);
  writer.blankLine();
  if (catalog.statuses.length > 0) {
    writeEnumeration(writer, failureStatuses(catalog), face, style);
    writer.blankLine();
  } else if (face !== "js") {
    writer.writeLine(docComment(["A message status that means failure. The catalog names none, so it may be any."]));
    writer.writeLine("export type FailureStatus = string;").blankLine();
  }
  if (face !== "js") writer.writeLine(factTypes).blankLine();
  writeFacts(writer, catalog, face);
}

/** `failed-message.d.ts`: the types of the JSON Schemas. */
export function failedMessageModule(catalog: Catalog): Content {
  const writer = moduleWriter(catalog, "dts");
  writer.writeLine('import type { FailureCode } from "./failure-code.js";');
  writer.writeLine('import type { FailureStatus } from "./failures.js";').blankLine();
  writer.writeLine(schemaTypes(catalog));
  return moduleContent(writer);
}

/** `index.js` or `.d.ts`: the functions, and everything else by re-export. */
export function indexModule(catalog: Catalog, face: Face): Content {
  const writer = moduleWriter(catalog, face);
  const statuses = catalog.statuses.length > 0;
  const values = ["FailureCategory", ...(statuses ? ["FailureStatus"] : []), "failures"].join(", ");
  if (face === "dts") {
    const types = `${statuses ? "" : "FailureStatus, "}Retry`;
    writer.writeLine('import type { FailureCode } from "./failure-code.js";');
    writer.writeLine('import type { Failure, FailureCategory, FailureStatus } from "./failures.js";').blankLine();
    writer.writeLine('export type { FailedMessage, FailureObject, FailureSource } from "./failed-message.js";');
    writer.writeLine('export { FailureCode, failureCodes } from "./failure-code.js";');
    writer.writeLine(`export { ${values} } from "./failures.js";`);
    writer.writeLine(`export type { Failure, FailureAlias, FailureEnding, ${types} } from "./failures.js";`);
    writer.blankLine().writeLine(resultTypes(catalog)).blankLine();
  } else {
    writer.writeLine('import { FailureCode, failureCodes } from "./failure-code.js";');
    writer.writeLine('import { failures } from "./failures.js";').write(linksToReading(catalog).imported).blankLine();
    writer.writeLine('export { FailureCode, failureCodes } from "./failure-code.js";');
    writer.writeLine(`export { ${values} } from "./failures.js";`).write(linksToReading(catalog).exported).blankLine();
  }
  writeFunctions(writer, indexFunctions(catalog, face), face);
  return moduleContent(writer);
}

/** The package as one `.ts` without imports, in style `const`: for those who keep the source in their own tree. */
export function sourceModule(catalog: Catalog, codes: Enumeration): Content {
  const writer = moduleWriter(catalog, "ts");
  writeCodes(writer, catalog, codes, "ts", "const");
  writer.blankLine();
  writeFailures(writer, catalog, "ts", "const");
  writer.blankLine().writeLine(schemaTypes(catalog)).blankLine().writeLine(resultTypes(catalog)).blankLine();
  writeFunctions(writer, [...packageFunctions(catalog), ...readingHelpers(catalog)], "ts");
  if (catalog.sources.length > 0) writer.unsafeInsert(writer.getLength(), `\n${vendoredSources(catalog)}`);
  return moduleContent(writer);
}

function writeFunctions(writer: CodeBlockWriter, functions: readonly FunctionText[], face: Face): void {
  if (face !== "dts") {
    const annotation = face === "ts" ? ": ReadonlySet<unknown>" : "";
    writer.writeLine(`const known${annotation} = /* @__PURE__ */ new Set(failureCodes);`).blankLine();
  }
  writer.writeLine(functionTexts(functions, face));
}
