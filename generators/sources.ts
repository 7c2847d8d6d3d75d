import type { Catalog } from "../core/catalog.ts";
import { type Content, textOf } from "../core/content.ts";
import { generatedHeader } from "../core/generated-header.ts";
import { markdownInline } from "../core/markdown.ts";
import { noMemory } from "../core/memory.ts";
import { success } from "../core/outcome.ts";
import { stableJson } from "../core/stable-json.ts";
import type { Artifact, Json, OwnKit, Target } from "../core/target.ts";
import { allTablesPath, allTablesSchemaPath, tableMaker, tablePath, tableSchemaPath } from "./sources/table.ts";
import { tableSchemas } from "./sources/table-schema.ts";

/** Options of the target sources: there are none so far. */
export type SourcesOptions = Readonly<Record<string, never>>;

function packageName(catalog: Catalog): string {
  return `${catalog.name}-sources`;
}

function packageJson(catalog: Catalog): Json {
  return {
    name: packageName(catalog),
    version: catalog.version,
    description: `Errors of platforms and what they mean: ${catalog.title}`,
    keywords: ["failure-codes", "error-codes", "error-mapping"],
    type: "module",
    sideEffects: false,
    exports: {
      ".": `./${allTablesPath}`,
      "./*.json": "./*.json",
    },
  };
}

function readme(catalog: Catalog): string {
  const name = packageName(catalog);
  const rows = catalog.sources.map(
    (source) =>
      `| \`${source.name}\` | ${markdownInline(source.title)} | ${source.mappings.length} | [${tablePath(source)}](${tablePath(source)}) |`,
  );
  return `${generatedHeader(catalog)
    .map((line) => `<!-- ${line} -->`)
    .join("\n")}

# ${name}

What the errors of platforms mean, as failures of \`${catalog.name}\` ${catalog.version}: a table for each source, and all of them
in [${allTablesPath}](${allTablesPath}).

| source | | rows | table |
|---|---|---|---|
${rows.join("\n")}

[${tableSchemaPath}](${tableSchemaPath}) describes the table of one source,
[${allTablesSchemaPath}](${allTablesSchemaPath}) the one of all; a table names its schema in \`$schema\`.

To find out what an error means:

1. Take the source whose \`name\`, or one of whose \`aliases\`, is \`failure.source.name\` of the message. An unknown source is
   the failure \`fallback\`.
2. Bring the code, and the subcode if there is one, into the first of the source's \`codeForms\` that it has. \`number\`:
   decimal digits without leading zeros; hexadecimal after \`0x\` counts as its value. \`enhanced-status\`:
   class.subject.detail without leading zeros. \`word\`: as it is written. A code of none of these forms stays as it is.
3. Go through \`mappings\` from the top: the most specific stand first, and the first whose \`key\` fits counts. One of the
   \`spellings\` of a code is as good as the code; a key without \`subcode\` fits whatever the subcode is; a \`detail\` fits the
   classes 4 and 5; where the key has a \`text\`, the platform's text has to fit it too.
4. \`outcome\` \`failure\` gives the \`failure\` with its \`retry\` advice; \`fallback\` is an error that is known, but that nobody
   can judge; \`notAFailure\` means that all is well. If no key fits, the code is unknown, and the failure is \`fallback\`.

\`evidence\` says how sure a row is: \`documented\` by the vendor of the API, or \`derived\` by this catalog, for the \`reason\` that
is given. \`provenance\` says how well the error itself is known. A row's \`anchor\` is its place in the reference page of
its source.
`;
}

function* artifacts(catalog: Catalog, { baseUrl, memory = noMemory }: OwnKit): Generator<Artifact> {
  if (catalog.sources.length === 0) return;
  const files = [catalog.file, ...catalog.sources.map(({ file }) => file)];
  const { table, allTables } = tableMaker(catalog, baseUrl);
  // With a memory, a text: what is gone through each time is never what it was.
  const made = (path: string, make: () => Content): Artifact => {
    if (memory === noMemory) return { path, content: make() };
    return { path, content: memory.recall("table", path, [baseUrl, ...files], () => textOf(make())) };
  };
  for (const source of catalog.sources) yield made(tablePath(source), () => table(source));
  yield made(allTablesPath, allTables);
  for (const [path, schema] of tableSchemas(catalog, { baseUrl })) yield { path, content: stableJson(schema) };
  yield { path: "package.json", content: stableJson(packageJson(catalog)) };
  yield { path: "README.md", content: readme(catalog) };
}

/** What the errors of platforms mean: a JSON table a source, all of them in one, and their schemas, as an npm package. */
export function sources(_options: SourcesOptions = {}): Target {
  return {
    id: "sources",
    title: "Tables of sources",
    options: {},
    templates: [],
    generate: (catalog, kit: OwnKit) => success(artifacts(catalog, kit)),
  };
}
