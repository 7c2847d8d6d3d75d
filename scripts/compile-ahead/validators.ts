import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import type { CompileStep } from "./step.ts";

const root = resolve(import.meta.dirname, "../..");

const schemas = {
  catalog: "spec/schema/failure-codes.schema.json",
  config: "spec/schema/config.schema.json",
  evolution: "spec/schema/evolution.schema.json",
  locale: "spec/schema/locale.schema.json",
  source: "spec/schema/source.schema.json",
} as const;

/** Notes to people; what the checks say of a value comes from `patternErrorMessage` alone. */
const annotations = new Set(["$comment", "title", "description", "default", "examples"]);

/** A schema without its annotations; properties that have their names stay. */
function bare(value: unknown, isSchema = true): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item));
  if (typeof value !== "object" || value === null) return value;
  const kept: { [key: string]: unknown } = {};
  for (const [key, inner] of Object.entries(value)) {
    if (isSchema && annotations.has(key)) continue;
    kept[key] = bare(inner, !(isSchema && (key === "properties" || key === "$defs")));
  }
  return kept;
}

async function moduleText(): Promise<string> {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    messages: false,
    // Adds the schema of the place to every mistake: it names the properties that are known there.
    verbose: true,
    code: { source: true, esm: true, optimize: 2 },
  });
  // Editors show it too: it is VS Code's own keyword.
  ajv.addVocabulary(["patternErrorMessage"]);
  const exported: Record<string, string> = {};
  for (const [name, path] of Object.entries(schemas)) {
    const schema = bare(JSON.parse(readFileSync(join(root, path), "utf8"))) as { $id: string };
    ajv.addSchema(schema);
    exported[name] = schema.$id;
  }
  // ajv's small run-time functions are asked for by `require`: bundled, the module stands alone.
  const bundled = await build({
    stdin: { contents: standalone.default(ajv, exported), resolveDir: root, loader: "js" },
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["main"],
    target: "node20.19",
    minify: true,
    write: false,
  });
  return bundled.outputFiles[0]?.text ?? "";
}

/** Makes core/shape/validators.gen.js: the checks of every schema of a file that people write, without ajv. */
export const step: CompileStep = {
  output: "core/shape/validators.gen.js",
  inputs: Object.values(schemas),
  compile: moduleText,
};
