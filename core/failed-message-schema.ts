import catalogSchema from "../spec/schema/failure-codes.schema.json" with { type: "json" };
import type { Catalog } from "./catalog.ts";
import { type Content, textOf } from "./content.ts";
import { failedMessage, failureObject, failureSource, type Schema } from "./failed-message-shape.ts";
import { noMemory } from "./memory.ts";
import {
  failureCategory,
  failureCodeEnumeration,
  failureStatus,
  knownFailureCode,
  openFailureCode,
} from "./schema-enumerations.ts";
import { type ListMaker, listAtOnce, stableJsonPieces } from "./stable-json.ts";
import type { Json, Kit, OwnKit } from "./target.ts";

/** The name of a schema file of the tables of sources. */
export type SourceSchemaFileName = "source-table.schema.json" | "source-tables.schema.json";

/**
 * The permanent identifier of a schema: below `baseUrl` where it is set, else a URN of the catalog's name. No version is
 * in it, since a newer release of a catalog is the same schema with more codes.
 */
export function schemaId(
  catalog: Catalog,
  kit: Pick<Kit, "baseUrl">,
  fileName: SchemaFileName | SourceSchemaFileName,
): string {
  if (kit.baseUrl !== undefined) return `${kit.baseUrl}/schema/${fileName}`;
  const name = catalog.name.replace(/^@/, "").replace("/", ":");
  return `urn:failcodes:${name}:${fileName.replace(/\.schema\.json$/, "")}`;
}

/** The schema of a catalog's JSON, without the keywords that only editors know: a strict validator refuses them. */
function publishedCatalogSchema(): Json {
  const plain = JSON.stringify(catalogSchema, (key, value) => (key === "patternErrorMessage" ? undefined : value));
  return JSON.parse(plain) as Json;
}

/**
 * The JSON Schema documents (2020-12) of a catalog, by file name. Each stands alone: what it refers to lies in its own
 * `$defs`, so that no tool has to resolve one file from another. The catalog's own schema is the same for every catalog,
 * and keeps its identifier.
 */
export function failureSchemas(catalog: Catalog, kit: Pick<Kit, "baseUrl">): ReadonlyMap<SchemaFileName, Json> {
  return new Map(schemaFileNames.map((fileName) => [fileName, failureSchema(catalog, kit, fileName, listAtOnce)]));
}

const schemaFileNames = [
  "failure-code.schema.json",
  "failure-category.schema.json",
  "failure-status.schema.json",
  "failure.schema.json",
  "failed-message.schema.json",
  "catalog.schema.json",
] as const;

/** The name of a schema file. */
export type SchemaFileName = (typeof schemaFileNames)[number];

function failureSchema(catalog: Catalog, kit: Pick<Kit, "baseUrl">, fileName: SchemaFileName, list: ListMaker): Json {
  const document = (schema: Schema, definitions?: Schema): Schema => ({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaId(catalog, kit, fileName),
    ...schema,
    ...(definitions === undefined ? {} : { $defs: definitions }),
  });
  const codes = (): Schema => ({
    failureCode: openFailureCode(catalog, "#/$defs/knownFailureCode"),
    knownFailureCode: knownFailureCode(catalog, list),
  });
  switch (fileName) {
    case "failure-code.schema.json":
      return document(knownFailureCode(catalog, list), {
        failureCode: openFailureCode(catalog, "#"),
        failureCodeEnum: failureCodeEnumeration(catalog, list),
      });
    case "failure-category.schema.json":
      return document(failureCategory(catalog));
    case "failure-status.schema.json":
      return document(failureStatus(catalog));
    case "failure.schema.json":
      return document(failureObject, { failureSource, ...codes() });
    case "failed-message.schema.json":
      return document(failedMessage, {
        failureObject,
        failureSource,
        failureStatus: failureStatus(catalog),
        ...codes(),
      });
    case "catalog.schema.json":
      return publishedCatalogSchema();
  }
}

type SchemaText = readonly [fileName: SchemaFileName, text: Content];

/** The bytes of `failureSchemas`, as `stableJson` writes them. Locales have no part in them. */
export function failureSchemaTexts(catalog: Catalog, { baseUrl, memory = noMemory }: OwnKit): readonly SchemaText[] {
  const texts = schemaFileNames.map((fileName): SchemaText => {
    return [fileName, stableJsonPieces((list) => failureSchema(catalog, { baseUrl }, fileName, list))];
  });
  if (memory === noMemory) return texts;
  return memory.recall("schemas", "", [catalog.file, baseUrl], () =>
    texts.map(([fileName, text]): SchemaText => [fileName, textOf(text)]),
  );
}
