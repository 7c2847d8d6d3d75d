import { compile, type JSONSchema } from "json-schema-to-typescript";
import { failedMessage, failureObject, failureSource, type Schema } from "../../core/failed-message-shape.ts";
import type { Json } from "../../core/target.ts";
import type { CompileStep } from "./step.ts";

/** A member of an enum, or its text as it stands in JSON: without it `status: "sending_failed"` would not compile. */
const failureStatus = "FailureStatus | `${FailureStatus}`";

/** What the definitions that depend on the catalog are called in TypeScript. The intersection keeps completion of known codes. */
const typeNames = {
  integer: { failureCode: "FailureCode | (number & {})", failureStatus },
  string: { failureCode: "FailureCode | (string & {})", failureStatus },
} as const;

function loweredReference(reference: string, names: Readonly<Record<string, string>>): { [key: string]: Json } {
  const name = names[reference.replace("#/$defs/", "")];
  // A description beside `$ref` would make a numbered copy of the type.
  return name === undefined ? { allOf: [{ $ref: reference }] } : { tsType: name };
}

function lowered(value: Json, names: Readonly<Record<string, string>>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => lowered(item, names));
  if (typeof value !== "object" || value === null) return value;
  const { $ref: reference, ...rest } = value as Schema;
  const own = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, lowered(inner, names)]));
  return typeof reference === "string" ? { ...own, ...loweredReference(reference, names) } : own;
}

/**
 * The TypeScript types of a failed message's schema. What depends on the catalog is named instead of spelt out: the text
 * is the same for every catalog of one kind of code, and takes the same time to make at any number of failures.
 */
export async function typesOfFailedMessage(schema: Schema, codeType: "integer" | "string"): Promise<string> {
  const { $defs, ...root } = schema;
  const { failureObject, failureSource } = $defs as Schema;
  const small = lowered({ ...root, $defs: { failureObject, failureSource } as Schema }, typeNames[codeType]);
  const text = await compile(small as JSONSchema, "FailedMessage", { bannerComment: "", format: false });
  return `${text.trim()}\n`;
}

async function moduleText(): Promise<string> {
  const schema: Schema = { ...failedMessage, $defs: { failureObject, failureSource } };
  const types = {
    integer: await typesOfFailedMessage(schema, "integer"),
    string: await typesOfFailedMessage(schema, "string"),
  };
  return `export const failedMessageTypes = ${JSON.stringify(types, null, 2)};\n`;
}

/** Makes core/failed-message-types.gen.js. */
export const step: CompileStep = {
  output: "core/failed-message-types.gen.js",
  inputs: ["core/failed-message-shape.ts"],
  compile: moduleText,
};
