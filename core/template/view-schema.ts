import type { Json } from "../target.ts";
import type { TemplateFolder } from "./set-render.ts";
import type { RecordShape, Shape } from "./shape.ts";

type Schema = { readonly [key: string]: Json };

const dialect = "https://json-schema.org/draft/2020-12/schema";

/** The JSON Schema of what a page's template reads, made from the shape that templates are checked against. */
export function viewSchema({ folder, modelVersion }: TemplateFolder, page: string, shape: RecordShape): Schema {
  return {
    $schema: dialect,
    $id: `urn:failcodes:schema:view:${folder}/${page}:${modelVersion}`,
    $comment: `modelVersion ${modelVersion}`,
    title: `${folder}/${page}.hbs`,
    ...schemaOf(shape),
  };
}

/** The JSON Schema of one view of every page, by the names of their templates: `docs/failure`. */
export function allViewsSchema(
  folders: readonly (readonly [folder: TemplateFolder, shapes: Readonly<Record<string, RecordShape>>])[],
): Schema {
  const versions = folders.map(([{ folder, modelVersion }]) => `${folder} ${modelVersion}`).join(", ");
  return {
    $schema: dialect,
    $id: "urn:failcodes:schema:views",
    $comment: `modelVersion ${versions}`,
    title: "What templates read",
    type: "object",
    properties: Object.fromEntries(
      folders.flatMap(([{ folder }, shapes]) =>
        Object.entries(shapes).map(([page, shape]) => [`${folder}/${page}`, schemaOf(shape)]),
      ),
    ),
    additionalProperties: false,
  };
}

function schemaOf(shape: Shape): Schema {
  const { description } = shape;
  switch (shape.kind) {
    case "text":
      return { description, type: "string" };
    case "flag":
      return { description, type: "boolean" };
    case "list":
      return { description, type: "array", items: schemaOf(shape.item) };
    case "optional":
      return schemaOf(shape.present);
    case "record": {
      const fields = Object.entries(shape.fields);
      return {
        description,
        type: "object",
        properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOf(field)])),
        required: fields.flatMap(([name, field]) => (field.kind === "optional" ? [] : [name])),
        additionalProperties: false,
      };
    }
  }
}
