import type { Catalog, Mapping, MappingKey, Source, TextMatch } from "../../core/catalog.ts";
import type { Content } from "../../core/content.ts";
import { pageUrl, sourcePagePath } from "../../core/page-address.ts";
import { coverageOf } from "../../core/sources/coverage.ts";
import { type Inheritance, inheritance } from "../../core/sources/inheritance.ts";
import { mappingAnchors } from "../../core/sources/mapping-anchor.ts";
import { stableJsonPieces } from "../../core/stable-json.ts";
import type { Json } from "../../core/target.ts";

type JsonObject = { readonly [key: string]: Json };

/** Path of the table of all sources. */
export const allTablesPath = "sources.json";

/** Path of the schema of one source's table. */
export const tableSchemaPath = "source-table.schema.json";

/** Path of the schema of the table of all sources. */
export const allTablesSchemaPath = "source-tables.schema.json";

// Other files of the package, and devices on Windows. The name of a source ends in no underscore.
const taken = /^(?:sources|package|manifest|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Path of the table of one source. */
export function tablePath({ name }: Source): string {
  return `${taken.test(name) ? `${name}_` : name}.json`;
}

/** What the tables of a catalog share. */
export interface TableMaker {
  /** The text of one source's table. */
  table(source: Source): Content;
  /** The text of the table of all sources. */
  allTables(): Content;
}

/** Makes the tables of a catalog; with `baseUrl` every row tells the address of its place in the reference pages. */
export function tableMaker(catalog: Catalog, baseUrl: string | undefined): TableMaker {
  const inheritedFrom = inheritance(catalog.sources);
  const head = (schema: string): JsonObject => ({
    $schema: schema,
    catalog: { name: catalog.name, version: catalog.version },
    fallback: catalog.fallback.code,
  });
  const row = (source: Source) => (mapping: Mapping) => mappingRow(source, mapping, inheritedFrom, baseUrl);
  return {
    table: (source) => {
      const facts = { ...head(`./${tableSchemaPath}`), ...sourceFacts(source, baseUrl) };
      return stableJsonPieces((list) => ({ ...facts, mappings: list(source.mappings, row(source)) }));
    },
    allTables: () =>
      stableJsonPieces((list) => ({
        ...head(`./${allTablesSchemaPath}`),
        sources: catalog.sources.map((source) => ({
          ...sourceFacts(source, baseUrl),
          mappings: list(source.mappings, row(source)),
        })),
      })),
  };
}

function sourceFacts(source: Source, baseUrl: string | undefined): JsonObject {
  const { errors, mapped, documented, derived, fallback, notAFailure, inherited } = coverageOf(source);
  return {
    name: source.name,
    title: source.title,
    description: source.description,
    standing: source.standing,
    aliases: source.aliases.map(({ name, reason }) => ({ name, reason })),
    ...(source.sourceCode === "" ? {} : { sourceCode: source.sourceCode }),
    codeForms: source.codeForms,
    references: source.references.map(referenceDocument),
    judging: source.judging,
    ...(source.inherits === undefined ? {} : { inherits: source.inherits }),
    ...(baseUrl === undefined ? {} : { url: pageUrl(baseUrl, sourcePagePath(source.name)) }),
    coverage: { errors, mapped, documented, derived, fallback, notAFailure, inherited },
  };
}

function referenceDocument({ id, title, url }: Source["references"][number]): JsonObject {
  return url === undefined ? { id, title } : { id, title, url };
}

/** An error of a source, and what it means, as a row of a table. */
export function mappingRow(
  source: Source,
  mapping: Mapping,
  inheritedFrom: Inheritance,
  baseUrl: string | undefined,
): JsonObject {
  const { key, failure, evidence, reference, retry } = mapping;
  const [anchor] = mappingAnchors(key);
  const from = inheritedFrom(source, mapping);
  return {
    key: keyDocument(key),
    name: mapping.name,
    ...(mapping.description === "" ? {} : { description: mapping.description }),
    outcome: mapping.outcome,
    ...(failure === undefined ? {} : { failure: failure.code, failureName: failure.name }),
    ...(evidence === undefined ? {} : { evidence }),
    ...(reference === undefined ? {} : { reference: referenceDocument(reference) }),
    ...(mapping.reason === "" ? {} : { reason: mapping.reason }),
    provenance: mapping.provenance,
    ...(retry === undefined ? {} : { retry }),
    ...(from === undefined ? {} : { inheritedFrom: from.name }),
    anchor,
    ...(baseUrl === undefined ? {} : { url: `${pageUrl(baseUrl, sourcePagePath(source.name))}#${anchor}` }),
  };
}

function keyDocument(key: MappingKey): JsonObject {
  const text = key.text === undefined ? {} : { text: textDocument(key.text) };
  switch (key.kind) {
    case "exact": {
      const subcode = key.subcode === undefined ? {} : { subcode: key.subcode };
      const spellings = key.spellings.length === 0 ? {} : { spellings: key.spellings };
      return { kind: key.kind, code: key.code, ...subcode, ...spellings, ...text };
    }
    case "detail":
      return { kind: key.kind, subject: key.subject, detail: key.detail, ...text };
    case "range":
      return { kind: key.kind, from: key.from, to: key.to, ...text };
    case "class":
      return { kind: key.kind, class: key.class, ...text };
    case "source":
      return { kind: key.kind, ...text };
  }
}

function textDocument({ kind, pattern }: TextMatch): JsonObject {
  return { kind, pattern };
}
