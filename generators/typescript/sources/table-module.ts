import {
  type Catalog,
  type Code,
  compareCodes,
  type Failure,
  type Mapping,
  type MappingKey,
  type Provenance,
  type Retry,
  type Source,
  type SourceReference,
} from "../../../core/catalog.ts";
import { commentLine, commentLines, docComment } from "../../../core/doc-comment.ts";
import { arrayLiteral, codeLiteral, stringLiteral } from "../../../core/javascript-literal.ts";
import { coverageOf } from "../../../core/sources/coverage.ts";
import { type Face, moduleWriter } from "../module-writer.ts";
import { tableNames } from "./table-names.ts";

const provenances = ["published", "same-numbering", "recalled"] as const satisfies readonly Provenance[];

const advice = ["never", "later", "after-change"] as const satisfies readonly Retry[];

const kinds = ["exact", "detail", "range", "class", "source"] as const satisfies readonly MappingKey["kind"][];

/** `sources/<name>.js` or `.d.ts`: the table of one source, and nothing else. */
export function tableModule(catalog: Catalog, source: Source, face: Exclude<Face, "ts">): string {
  const head = moduleWriter(catalog, face);
  if (face === "dts") head.writeLine('import type { SourceTable } from "../classify.js";').blankLine();
  return `${head.toString()}${tableText(source, tableNames(catalog)(source), face)}\n`;
}

/** The constant that holds a source's table, in final layout. */
export function tableText(source: Source, name: string, face: Face): string {
  const documentation = docComment(tableDocumentation(source));
  if (face === "dts") return `${documentation}\nexport declare const ${name}: SourceTable;`;
  const provenance = usualProvenance(source);
  const rows = new Map<MappingKey["kind"], string>();
  for (const mapping of source.mappings) {
    const { kind } = mapping.key;
    rows.set(kind, `${rows.get(kind) ?? ""}\n    ${row(mapping, provenance)},`);
  }
  const fields = [
    `name: ${stringLiteral(source.name)}`,
    `title: ${stringLiteral(source.title)}`,
    `aliases: ${listLiteral(source.aliases.map((alias) => alias.name))}`,
    `codeForms: ${listLiteral(source.codeForms)}`,
    `provenance: "${provenance}"`,
    `retry: ${retryLiteral(source)}`,
    ...kinds.flatMap((kind) => (rows.has(kind) ? `${kind}: [${rows.get(kind)}\n  ]` : [])),
  ];
  const [comment, annotation] = face === "ts" ? [`${documentation}\n`, ": SourceTable"] : ["", ""];
  return `${comment}export const ${name}${annotation} = {\n${fields.map((field) => `  ${field},\n`).join("")}};`;
}

function tableDocumentation(source: Source): string[] {
  const { errors, mapped, documented, fallback, notAFailure } = coverageOf(source);
  const aliases = source.aliases.map(({ name }) => commentLine(name)).join(", ");
  return [
    `**${commentLine(source.title)}**`,
    "",
    ...commentLines(source.description),
    "",
    ...(source.sourceCode === "" ? [] : [...commentLines(source.sourceCode), ""]),
    `Errors: ${errors}. Mapped to a failure: ${mapped}, of them documented by the vendor: ${documented}. ` +
      `Not judged: ${fallback}. No failure: ${notAFailure}.${aliases === "" ? "" : ` Aliases: ${aliases}.`}`,
  ];
}

function listLiteral(texts: readonly string[]): string {
  return arrayLiteral(texts.map(stringLiteral), "  ");
}

/** What most of a source's errors are, so that the others alone have to say it. */
function usualProvenance(source: Source): Provenance {
  const count = (provenance: Provenance): number =>
    source.mappings.filter((mapping) => mapping.provenance === provenance).length;
  return provenances.reduce((usual, one) => (count(one) > count(usual) ? one : usual));
}

/** The failures that a source's errors mean, by their own advice: only what differs from it stands in a row. */
function retryLiteral({ mappings }: Source): string {
  const failures = new Map<Code, Failure>();
  for (const { outcome, failure } of mappings) {
    if (outcome === "failure" && failure !== undefined) failures.set(failure.code, failure);
  }
  const lists = advice.flatMap((retry) => {
    const codes = [...failures.values()].filter((failure) => failure.retry === retry).map(({ code }) => code);
    if (codes.length === 0) return [];
    const property = retry === "after-change" ? `"${retry}"` : retry;
    return `    ${property}: ${arrayLiteral(codes.sort(compareCodes).map(codeLiteral), "    ")},\n`;
  });
  return lists.length === 0 ? "{}" : `{\n${lists.join("")}  }`;
}

function row(mapping: Mapping, usual: Provenance): string {
  const { key, outcome, failure, name, reason } = mapping;
  const meaning = failure === undefined ? "false" : outcome === "fallback" ? "null" : codeLiteral(failure.code);
  const rest = restLiterals(mapping, usual);
  const parts = [keyLiteral(key), meaning, stringLiteral(name), stringLiteral(reason)];
  if (rest.length > 0) parts.push(`{ ${rest.join(", ")} }`);
  return `[${parts.join(", ")}]`;
}

function keyLiteral(key: MappingKey): string {
  switch (key.kind) {
    case "exact":
      return stringLiteral(key.code);
    case "detail":
      return stringLiteral(`${key.subject}.${key.detail}`);
    case "range":
      return `[${key.from}, ${key.to}]`;
    case "class":
      return stringLiteral(key.class);
    case "source":
      return '""';
  }
}

function restLiterals({ key, failure, retry, evidence, reference, provenance }: Mapping, usual: Provenance): string[] {
  const parts: string[] = [];
  if (key.kind === "exact") {
    const { subcode, spellings } = key;
    if (subcode !== undefined) parts.push(`subcode: ${stringLiteral(subcode)}`);
    if (spellings.length > 0) parts.push(`spellings: [${spellings.map(stringLiteral).join(", ")}]`);
  }
  const { text } = key;
  if (text !== undefined) parts.push(`text: { kind: "${text.kind}", pattern: ${stringLiteral(text.pattern)} }`);
  if (retry !== failure?.retry) parts.push(`retry: "${retry}"`);
  if (evidence === "documented") parts.push(`evidence: "${evidence}"`);
  if (reference !== undefined) parts.push(`reference: ${referenceLiteral(reference)}`);
  if (provenance !== usual) parts.push(`provenance: "${provenance}"`);
  return parts;
}

function referenceLiteral({ title, url }: SourceReference): string {
  return `{ title: ${stringLiteral(title)}${url === undefined ? "" : `, url: ${stringLiteral(url)}`} }`;
}
