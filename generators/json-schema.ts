import type { Catalog } from "../core/catalog.ts";
import { failureSchemaTexts, type SchemaFileName } from "../core/failed-message-schema.ts";
import { generatedHeader } from "../core/generated-header.ts";
import { success } from "../core/outcome.ts";
import { stableJson } from "../core/stable-json.ts";
import type { Artifact, Json, OwnKit, Target } from "../core/target.ts";
import { exampleLimits } from "./json-schema/example-limits.ts";

/** Options of the target json-schema: there are none so far. */
export type JsonSchemaOptions = Readonly<Record<string, never>>;

/** What the README says of each file, in the order it says it. */
const contents: Readonly<Record<SchemaFileName, string>> = {
  "failed-message.schema.json":
    "A failed message: `status` is one of the statuses that mean failure. Other fields, unknown codes and unknown sources are allowed.",
  "failure.schema.json": "The `failure` object: `code`, and `source` with `name` and `code`.",
  "failure-code.schema.json":
    "The known failure codes, one annotated branch a code (closed). `#/$defs/failureCode` is any code (open), `#/$defs/failureCodeEnum` the known ones as a plain `enum`.",
  "failure-category.schema.json": "The identifiers of the categories.",
  "failure-status.schema.json": "The statuses that mean failure.",
  "catalog.schema.json": "The whole catalog as JSON.",
};

function packageName(catalog: Catalog): string {
  return `${catalog.name}-schema`;
}

function packageJson(catalog: Catalog, fileNames: readonly string[]): Json {
  return {
    name: packageName(catalog),
    version: catalog.version,
    description: `JSON Schemas: ${catalog.title}`,
    keywords: ["failure-codes", "error-codes", "json-schema"],
    type: "module",
    sideEffects: false,
    exports: {
      ".": "./failed-message.schema.json",
      ...Object.fromEntries(fileNames.map((fileName) => [`./${fileName}`, `./${fileName}`])),
      "./package.json": "./package.json",
    },
  };
}

function readme(catalog: Catalog, fileNames: readonly string[]): string {
  const name = packageName(catalog);
  const rows = Object.entries(contents)
    .filter(([fileName]) => fileNames.includes(fileName))
    .map(([fileName, text]) => `| [${fileName}](${fileName}) | ${text} |`);
  return `${generatedHeader(catalog)
    .map((line) => `<!-- ${line} -->`)
    .join("\n")}

# ${name}

JSON Schemas (draft 2020-12) of \`${catalog.name}\` ${catalog.version}. Each file stands alone: it refers to no other file.

| file | what it describes |
|---|---|
${rows.join("\n")}

Validate a failed message:

\`\`\`js
import { Ajv2020 } from "ajv/dist/2020.js";
import schema from "${name}" with { type: "json" };

const isFailedMessage = new Ajv2020().compile(schema);
\`\`\`

In an editor, a file that names a schema in \`$schema\` gets completion, documentation and checks:

\`\`\`json
{ "$schema": "./node_modules/${name}/failed-message.schema.json" }
\`\`\`

A code has one branch, whose \`title\` is its name. Its other published spellings stand in the branch's description, and
under \`x-aliases\` of \`#/$defs/failureCodeEnum\`, beside \`x-enum-varnames\` and \`x-enum-descriptions\` for code generators.
`;
}

function* artifacts(catalog: Catalog, kit: OwnKit): Generator<Artifact> {
  const fileNames: SchemaFileName[] = [];
  for (const [path, content] of failureSchemaTexts(catalog, kit)) {
    fileNames.push(path);
    yield { path, content };
  }
  yield { path: "package.json", content: stableJson(packageJson(catalog, fileNames)) };
  yield { path: "README.md", content: readme(catalog, fileNames) };
}

/** The JSON Schemas of a failed message and its parts, as an npm package. */
export function jsonSchema(_options: JsonSchemaOptions = {}): Target {
  return {
    id: "json-schema",
    title: "JSON Schema",
    options: {},
    templates: [],
    check: exampleLimits,
    generate: (catalog, kit: OwnKit) => success(artifacts(catalog, kit)),
  };
}
