import { compile, type JSONSchema } from "json-schema-to-typescript";
import type { Catalog } from "../../core/catalog.ts";
import { generatedHeaderOf } from "../../core/generated-header.ts";
import { type Outcome, success } from "../../core/outcome.ts";
import type { Artifact, Json, Target } from "../../core/target.ts";
import configSchema from "../../spec/schema/config.schema.json" with { type: "json" };
import evolutionSchema from "../../spec/schema/evolution.schema.json" with { type: "json" };
import catalogSchema from "../../spec/schema/failure-codes.schema.json" with { type: "json" };
import localeSchema from "../../spec/schema/locale.schema.json" with { type: "json" };
import sourceSchema from "../../spec/schema/source.schema.json" with { type: "json" };

type Schema = { readonly [key: string]: Json };

const sources: readonly { readonly path: string; readonly schemaFile: string; readonly schema: Schema }[] = [
  { path: "catalog.gen.ts", schemaFile: "failure-codes.schema.json", schema: catalogSchema },
  { path: "locale.gen.ts", schemaFile: "locale.schema.json", schema: localeSchema },
  { path: "source.gen.ts", schemaFile: "source.schema.json", schema: sourceSchema },
  { path: "evolution.gen.ts", schemaFile: "evolution.schema.json", schema: evolutionSchema },
  { path: "config.gen.ts", schemaFile: "config.schema.json", schema: configSchema },
];

function isSchema(value: Json | undefined): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The definition that a reference within the document names. */
function definition(root: Schema, reference: string): Schema {
  const found = isSchema(root["$defs"]) ? root["$defs"][reference.replace("#/$defs/", "")] : undefined;
  if (!isSchema(found)) throw new Error(`"${reference}" names no definition`);
  return found;
}

/** A reference as the compiler understands it: an object by its name, a plain value in place. */
function loweredReference(root: Schema, schema: Schema, reference: string): Json {
  const target = definition(root, reference);
  const { $ref: _, ...own } = schema;
  if (target["type"] === "object") {
    // A description beside `$ref` would make a numbered copy of the type.
    return Object.keys(own).length === 0 ? schema : { ...own, allOf: [{ $ref: reference }] };
  }
  const { $comment: _comment, title: _title, ...value } = target;
  return { ...value, ...own };
}

function interfaceName(key: string, schema: Schema): string {
  const { title } = schema;
  return `Raw${typeof title === "string" ? title : key.slice(0, 1).toUpperCase() + key.slice(1)}`;
}

/**
 * The schema such that every object becomes one interface, named Raw…, and every plain value stands in its place. A
 * definition tells what it is in `$comment` where an editor is to show the description beside `$ref`.
 */
function lowered(root: Schema, value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => lowered(root, item));
  if (!isSchema(value)) return value;
  if (typeof value["$ref"] === "string") return loweredReference(root, value, value["$ref"]);
  const { $comment: description, $defs: definitions, ...rest } = value;
  const entries = Object.entries(rest).map(([key, inner]): [string, Json] => [key, lowered(root, inner)]);
  const named = Object.entries(isSchema(definitions) ? definitions : {}).map(([key, inner]): [string, Json] => {
    const schema = lowered(root, inner) as Schema;
    return [key, schema["type"] === "object" ? { ...schema, title: interfaceName(key, schema) } : schema];
  });
  return {
    ...(description === undefined ? {} : { description }),
    ...Object.fromEntries(entries),
    ...(named.length === 0 ? {} : { $defs: Object.fromEntries(named) }),
  };
}

async function typesOf(schemaFile: string, schema: Schema): Promise<string> {
  const root = lowered(schema, schema) as Schema;
  const text = await compile({ ...root, title: interfaceName("", root) } as JSONSchema, "Raw", {
    bannerComment: generatedHeaderOf(schemaFile)
      .map((line) => `// ${line}`)
      .join("\n"),
    format: false,
    ignoreMinAndMaxItems: true,
  });
  return `${text.trimEnd()}\n`;
}

async function generate(_catalog: Catalog): Promise<Outcome<readonly Artifact[]>> {
  const artifacts: Artifact[] = [];
  for (const { path, schemaFile, schema } of sources) {
    artifacts.push({ path, content: await typesOf(schemaFile, schema) });
  }
  return success(artifacts);
}

/**
 * The TypeScript types of what people write (catalog, locale, source, decisions about changes, configuration), made from spec/schema by
 * json-schema-to-typescript. It reads nothing of the catalog; its inputs are the schemas, and so they are its options.
 */
export function target(): Target {
  return {
    id: "raw-types",
    title: "Raw types",
    options: Object.fromEntries(sources.map(({ schemaFile, schema }) => [schemaFile, schema])),
    templates: [],
    generate,
  };
}
