import type { Catalog } from "../../../core/catalog.ts";
import { arrayLiteral } from "../../../core/javascript-literal.ts";
import { type Face, moduleWriter } from "../module-writer.ts";
import { tableNames, tablePath } from "./table-names.ts";

interface Constant {
  readonly documentation: string;
  readonly name: string;
  readonly type: string;
  value(tables: readonly string[]): string;
}

const constants: readonly Constant[] = [
  {
    documentation: "/** The tables of all sources, by name. */",
    name: "sources",
    type: "readonly SourceTable[]",
    value: (tables) => arrayLiteral(tables, ""),
  },
  {
    documentation:
      "/** Says what a platform's error means, by the tables of all sources. It takes anything and never throws. */",
    name: "classify",
    type: "Classify",
    value: () => "/* @__PURE__ */ classifier(...sources)",
  },
  {
    documentation: `/**
 * Says what a failed message's JSON, already parsed, means, by the tables of all sources. It takes anything and never
 * throws.
 */`,
    name: "classifyMessage",
    type: "ClassifyMessage",
    value: () => "/* @__PURE__ */ messageClassifier(classify)",
  },
];

/** The constants that hold for all sources, by the names of their tables. */
export function allSources(tables: readonly string[], face: Face): string {
  return constants
    .map(({ documentation, name, type, value }) => {
      if (face === "dts") return `${documentation}\nexport declare const ${name}: ${type};`;
      const annotation = face === "ts" ? `: ${type}` : "";
      return `${documentation}\nexport const ${name}${annotation} = ${value(tables)};`;
    })
    .join("\n\n");
}

/** `sources.js` or `.d.ts`: every table, and the functions over all of them. */
export function sourcesModule(catalog: Catalog, face: Exclude<Face, "ts">): string {
  const nameOf = tableNames(catalog);
  const writer = moduleWriter(catalog, face);
  if (face === "dts") {
    writer.writeLine('import type { Classify, ClassifyMessage, SourceTable } from "./classify.js";');
  } else {
    writer.writeLine('import { classifier, messageClassifier } from "./classify.js";');
    for (const source of catalog.sources) {
      writer.writeLine(`import { ${nameOf(source)} } from "./${tablePath(source)}.js";`);
    }
  }
  return writer
    .blankLine()
    .writeLine(allSources(catalog.sources.map(nameOf), face))
    .toString();
}
