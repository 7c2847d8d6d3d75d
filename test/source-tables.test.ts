import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Catalog, Mapping, Source } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import { sourcePagePath } from "../core/page-address.ts";
import { plan } from "../core/plan.ts";
import { classifier } from "../core/sources/classifier.ts";
import { normalCode } from "../core/sources/code-form.ts";
import { coverageOf } from "../core/sources/coverage.ts";
import { mappingAnchors } from "../core/sources/mapping-anchor.ts";
import { stableJson } from "../core/stable-json.ts";
import type { Json } from "../core/target.ts";
import { tablePath } from "../generators/sources/table.ts";
import { sources } from "../generators/sources.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf, expectGolden, testKit } from "./golden.ts";
import { hostileText } from "./hostile-text.ts";
import { type Key, type Row, rowFor, type Table } from "./source-tables-reader.ts";
import { withSources } from "./sources-fixture.ts";

const names = ["shop", "compiler", "minimal", "hostile"] as const;
const published = { ...testKit, baseUrl: "https://example.com/failures" };

const catalogs: readonly (readonly [string, () => Catalog])[] = [
  ...names.filter((name) => name !== "minimal").map((name) => [name, () => catalogFixture(name)] as const),
  ...names.map((name) => [`${name} with every kind of key`, () => withSources(catalogFixture(name))] as const),
  ["the shipped catalog", shippedCatalog],
];

async function read(catalog: Catalog, kit = testKit): Promise<ReadonlyMap<string, unknown>> {
  const artifacts = [...(await artifactsOf(sources(), catalog, kit))].filter(([path]) => path.endsWith(".json"));
  return new Map(artifacts.map(([path, content]) => [path, JSON.parse(content)]));
}

async function tablesOf(catalog: Catalog, kit = testKit): Promise<readonly Table[]> {
  return ((await read(catalog, kit)).get("sources.json") as { readonly sources: readonly Table[] }).sources;
}

function validator(schema: unknown): (value: unknown) => string | undefined {
  const ajv = new Ajv2020({ strict: true, strictTypes: true, strictRequired: true, allErrors: true });
  const validate = ajv.compile(schema as object);
  return (value) => (validate(value) ? undefined : ajv.errorsText(validate.errors));
}

/** What a catalog says of a mapping, as a row. */
function rowOf(catalog: Catalog, source: Source, mapping: Mapping): Row {
  const { key, failure, description, reason, evidence, reference, retry, outcome, name, provenance } = mapping;
  const parent = catalog.sources.find(({ file }) => file === mapping.origin.file);
  const spellings = key.kind === "exact" && key.spellings.length > 0 ? key.spellings : undefined;
  const row = {
    key: { ...key, spellings },
    name,
    description: description === "" ? undefined : description,
    outcome,
    failure: failure?.code,
    failureName: failure?.name,
    evidence,
    reference,
    reason: reason === "" ? undefined : reason,
    provenance,
    retry,
    inheritedFrom: parent === source ? undefined : parent?.name,
    anchor: mappingAnchors(key)[0],
  };
  return JSON.parse(JSON.stringify(row)) as Row;
}

function expectTables(catalog: Catalog, files: ReadonlyMap<string, unknown>): void {
  const isTable = validator(files.get("source-table.schema.json"));
  const areTables = validator(files.get("source-tables.schema.json"));
  const all = files.get("sources.json") as { readonly sources: readonly Table[] };
  expect(areTables(all)).toBeUndefined();
  expect(all).toMatchObject({
    $schema: "./source-tables.schema.json",
    catalog: { name: catalog.name, version: catalog.version },
    fallback: catalog.fallback.code,
  });
  expect(all.sources.map(({ name }) => name)).toEqual(catalog.sources.map(({ name }) => name));
  for (const [index, source] of catalog.sources.entries()) {
    const table = files.get(tablePath(source)) as Table;
    expect(isTable(table), source.name).toBeUndefined();
    const { $schema, catalog: _catalog, fallback, ...facts } = table;
    expect([$schema, fallback]).toEqual(["./source-table.schema.json", catalog.fallback.code]);
    expect(facts).toEqual(all.sources[index]);
    const { title, description, standing, codeForms, references, judging, aliases, inherits } = source;
    const told = { name: source.name, title, description, standing, codeForms, references, judging, aliases, inherits };
    expect(table).toMatchObject(JSON.parse(JSON.stringify(told)) as object);
    expect(table.sourceCode ?? "").toBe(source.sourceCode);
    expect(coverageOf(source)).toMatchObject(table.coverage);
    expect(table.mappings).toEqual(source.mappings.map((mapping) => rowOf(catalog, source, mapping)));
  }
}

describe.each(names)("the tables of the sources of %s", (name) => {
  it("are the golden files", async () => {
    expectGolden(name, "sources", await artifactsOf(sources(), catalogFixture(name)));
  });
});

describe.each(catalogs)("the tables of the sources of %s", (_name, catalogOf) => {
  const catalog = catalogOf();

  it("fit their schemas in a strict validator, and say what the catalog says, row by row", async () => {
    expectTables(catalog, await read(catalog));
  });

  it("are the text that stableJson gives", async () => {
    for (const [path, content] of await artifactsOf(sources(), catalog)) {
      if (path.endsWith(".json")) expect(content, path).toBe(stableJson(JSON.parse(content) as Json));
    }
  });

  it("come as a package whose exports are there", async () => {
    const artifacts = await artifactsOf(sources(), catalog);
    const { name, version, exports } = JSON.parse(artifacts.get("package.json") ?? "");
    expect([name, version]).toEqual([`${catalog.name}-sources`, catalog.version]);
    expect(exports).toEqual({ ".": "./sources.json", "./*.json": "./*.json" });
    const paths = catalog.sources.map(tablePath);
    for (const path of paths) expect(artifacts.get("README.md")).toContain(`](${path})`);
    const schemas = ["source-table.schema.json", "source-tables.schema.json"];
    const others = ["README.md", "package.json", "sources.json"];
    expect([...artifacts.keys()].sort()).toEqual([...paths, ...schemas, ...others].sort());
  });

  it("tell the address of every row, where the pages are published", async () => {
    for (const { name, url, mappings } of await tablesOf(catalog, published)) {
      const page = `https://example.com/failures/${sourcePagePath(name).replace(/\.md$/, "")}`;
      expect(url).toBe(page);
      for (const row of mappings) expect(row.url).toBe(`${page}#${row.anchor}`);
    }
  });

  it("answer, read from the top as the README says, like the classifier", async () => {
    const tables = await tablesOf(catalog);
    const classify = classifier(catalog);
    const keys = tables.flatMap(({ mappings }) => mappings.map(({ key }) => key));
    const patterns = fc.constantFrom("", ...keys.flatMap(({ text }) => (text === undefined ? [] : [text.pattern])));
    const text = fc.oneof(
      fc.constant(undefined),
      patterns,
      fc.tuple(patterns, fc.string(), patterns).map((parts) => parts.join("")),
    );
    const error = fc.constantFrom(...tables).chain((table) => {
      const own = table.mappings.map(({ key }) => key);
      return fc.record({
        table: fc.constant(table),
        code: fc.constantFrom("nobody", "250", "4.1.1", "5.9.9", "2.1.1", ...own.flatMap(codesIn)),
        subcode: fc.constantFrom(undefined, "1", ...own.flatMap(subcodesIn)),
      });
    });
    fc.assert(
      fc.property(error, text, ({ table, code, subcode }, said) => {
        const normal = (written: string): string => normalCode(table.codeForms, written);
        const row = rowFor(table, normal(code), subcode === undefined ? undefined : normal(subcode), said);
        const { mapping, outcome } = classify({ source: table.name, code, subcode, text: said });
        expect(row?.outcome ?? "unknownCode").toBe(outcome);
        expect(row?.anchor).toBe(mapping === undefined ? undefined : mappingAnchors(mapping.key)[0]);
      }),
      { numRuns: 500 },
    );
  });
});

function codesIn(key: Key): readonly string[] {
  return key.kind === "exact" ? [key.code, ...(key.spellings ?? [])] : [];
}

function subcodesIn(key: Key): readonly string[] {
  return key.kind === "exact" && key.subcode !== undefined ? [key.subcode] : [];
}

describe("the schemas of the tables", () => {
  it("have identifiers that hang on the base URL, or are URNs of the catalog's name", async () => {
    const ids = async (kit: typeof testKit): Promise<readonly unknown[]> => {
      const files = await read({ ...catalogFixture("shop"), name: "@parcels/codes" }, kit);
      return ["source-table", "source-tables"].map(
        (name) => (files.get(`${name}.schema.json`) as { readonly $id: string }).$id,
      );
    };
    expect(await ids(testKit)).toEqual([
      "urn:failcodes:parcels:codes:source-table",
      "urn:failcodes:parcels:codes:source-tables",
    ]);
    expect(await ids(published)).toEqual([
      "https://example.com/failures/schema/source-table.schema.json",
      "https://example.com/failures/schema/source-tables.schema.json",
    ]);
  });

  it("stay the same from one release to the next", async () => {
    const catalog = catalogFixture("shop");
    const [before, after] = [await read(catalog), await read({ ...catalog, version: "9.0.0" })];
    for (const path of ["source-table.schema.json", "source-tables.schema.json"]) {
      expect(after.get(path)).toEqual(before.get(path));
    }
  });

  it("refuse a row without an outcome, a key that is none, and a failure of another kind of code", async () => {
    const files = await read(catalogFixture("shop"));
    const isTable = validator(files.get("source-table.schema.json"));
    const table = files.get("wallet.json") as Table;
    const [first, ...rest] = table.mappings;
    expect(isTable(table)).toBeUndefined();
    expect(isTable({ ...table, mappings: [{ ...first, outcome: undefined }, ...rest] })).toContain("outcome");
    expect(isTable({ ...table, mappings: [{ ...first, key: { kind: "exact" } }, ...rest] })).toContain("key");
    expect(isTable({ ...table, fallback: "E1" })).toContain("fallback");
  });
});

test("where a catalog has no sources, nothing is made: no file, no manifest", async () => {
  const catalog = { ...catalogFixture("shop"), sources: [] };
  expect(await artifactsOf(sources(), catalog)).toEqual(new Map());
  const planned = await plan(catalog, [{ target: sources() }], testKit, {
    digest: (content) => String(textOf(content).length),
  });
  expect(planned).toMatchObject({ ok: true, value: new Map() });
});

test("a source that is called like another file of the package has a file of its own", async () => {
  const shop = catalogFixture("shop");
  const [source] = shop.sources;
  if (source === undefined) throw new Error("The shop has no sources.");
  const called = ["con", "manifest", "package", "sources"].map((name): Source => ({ ...source, name }));
  const paths = [...(await artifactsOf(sources(), { ...shop, sources: called })).keys()];
  expect(paths).toEqual(expect.arrayContaining(["con_.json", "manifest_.json", "package_.json", "sources_.json"]));
  expect(new Set(paths).size).toBe(paths.length);
});

test("any text, in every field of a source, is read back from the tables", async () => {
  const shop = catalogFixture("shop");
  await fc.assert(
    fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 9 }), async (texts) => {
      let taken = 0;
      const say = (): string => texts[taken++ % texts.length] ?? "";
      const catalog = withSources(shop, { line: say, paragraph: say, code: () => `${say()}#${taken}` });
      expectTables(catalog, await read(catalog));
    }),
    { numRuns: 60 },
  );
});
