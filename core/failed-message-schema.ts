import catalogSchema from "../spec/schema/failure-codes.schema.json" with { type: "json" };
import type { Catalog } from "./catalog.ts";
import { failedMessage, failureObject, failureSource, type Schema } from "./failed-message-shape.ts";
import { noMemory } from "./memory.ts";
import {
  failureCategory,
  failureCodeEnumeration,
  failureStatus,
  knownFailureCode,
  openFailureCode,
} from "./schema-enumerations.ts";
import { stableJson } from "./stable-json.ts";
import type { Json, Kit, OwnKit } from "./target.ts";

/** The name of a schema file. */
export type SchemaFileName =
  | "failure-code.schema.json"
  | "failure-category.schema.json"
  | "failure-status.schema.json"
  | "failure.schema.json"
  | "failed-message.schema.json"
  | "catalog.schema.json";

/**
 * The permanent identifier of a schema: below `baseUrl` where it is set, else a URN of the catalog's name. No version is
 * in it, since a newer release of a catalog is the same schema with more codes.
 */
export function schemaId(catalog: Catalog, kit: Pick<Kit, "baseUrl">, fileName: SchemaFileName): string {
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
  const document = (fileName: SchemaFileName, schema: Schema, definitions?: Schema): Schema => ({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaId(catalog, kit, fileName),
    ...schema,
    ...(definitions === undefined ? {} : { $defs: definitions }),
  });
  const known = knownFailureCode(catalog);
  const status = failureStatus(catalog);
  const codes: Schema = {
    failureCode: openFailureCode(catalog, "#/$defs/knownFailureCode"),
    knownFailureCode: known,
  };
  return new Map<SchemaFileName, Json>([
    [
      "failure-code.schema.json",
      document("failure-code.schema.json", known, {
        failureCode: openFailureCode(catalog, "#"),
        failureCodeEnum: failureCodeEnumeration(catalog),
      }),
    ],
    ["failure-category.schema.json", document("failure-category.schema.json", failureCategory(catalog))],
    ["failure-status.schema.json", document("failure-status.schema.json", status)],
    ["failure.schema.json", document("failure.schema.json", failureObject, { failureSource, ...codes })],
    [
      "failed-message.schema.json",
      document("failed-message.schema.json", failedMessage, {
        failureObject,
        failureSource,
        failureStatus: status,
        ...codes,
      }),
    ],
    ["catalog.schema.json", publishedCatalogSchema()],
  ]);
}

/** The bytes of `failureSchemas`, as `stableJson` writes them. Locales have no part in them. */
export function failureSchemaTexts(catalog: Catalog, { baseUrl, memory = noMemory }: OwnKit): Iterable<SchemaText> {
  // Kept only by who can use them again: of a big catalog one at a time is in memory otherwise.
  if (memory === noMemory) return schemaTexts(catalog, baseUrl);
  return memory.recall("schemas", "", [catalog.file, baseUrl], () => [...schemaTexts(catalog, baseUrl)]);
}

type SchemaText = readonly [fileName: SchemaFileName, text: string];

function* schemaTexts(catalog: Catalog, baseUrl: string | undefined): Generator<SchemaText> {
  for (const [fileName, schema] of failureSchemas(catalog, { baseUrl })) yield [fileName, stableJson(schema)];
}
