import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import type { Catalog, Code, Failure } from "../core/catalog.ts";
import { catalogDocument } from "../core/catalog-document.ts";
import { failureSchemas, schemaId } from "../core/failed-message-schema.ts";
import type { Schema } from "../core/failed-message-shape.ts";
import type { Json } from "../core/target.ts";
import { jsonSchema } from "../generators/json-schema.ts";
import { typescript } from "../generators/typescript.ts";
import { step, typesOfFailedMessage } from "../scripts/compile-ahead/failed-message-types.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { artifactsOf, expectGolden, testKit } from "./golden.ts";
import { hostileText } from "./hostile-text.ts";

const names = ["shop", "compiler", "minimal", "hostile"] as const;
const published = { ...testKit, baseUrl: "https://example.com/failures" };

/** A validator as strict as ajv can be. The catalog's own schema alone has places for an integer or a string. */
function strictAjv(): Ajv2020 {
  return new Ajv2020({ strict: true, strictTypes: true, strictRequired: true, allErrors: true });
}

function validator(schema: Json | undefined): (value: unknown) => boolean {
  const validate = strictAjv().compile(schema as Schema);
  return (value) => validate(value) === true;
}

function schemasOf(catalog: Catalog): ReadonlyMap<string, Json> {
  return failureSchemas(catalog, testKit);
}

/** The schema that a fragment of a document names, alone: definitions are found from there too. */
function fragment(document: Json | undefined, name: string): Schema {
  const { $schema, $defs } = document as { readonly [key: string]: Schema };
  return { $schema: $schema as unknown as string, $ref: `#/$defs/${name}`, $defs: $defs as Schema };
}

function aMessage(catalog: Catalog, code: unknown, more: object = {}): object {
  return { status: catalog.statuses[0]?.id ?? "failed", failure: { code }, ...more };
}

const unknownCode = (catalog: Catalog): Code => (catalog.codeType === "integer" ? 15999 : "ZZ999");

describe.each(names)("the schemas of the catalog %s", (name) => {
  const catalog = catalogFixture(name);
  const schemas = schemasOf(catalog);

  it("are the golden files", async () => {
    const artifacts = new Map(await artifactsOf(jsonSchema(), catalog));
    // The same for every catalog, and written by hand in spec/schema.
    artifacts.delete("catalog.schema.json");
    expectGolden(name, "json-schema", artifacts);
  });

  it.each([...schemas.keys()])("hold to the metaschema: %s", (fileName) => {
    const ajv = strictAjv();
    expect(ajv.validateSchema(schemas.get(fileName) as Schema), ajv.errorsText()).toBe(true);
  });

  it("compile in a strict validator, all of them together, with permanent identifiers", () => {
    for (const kit of [testKit, published]) {
      const ajv = strictAjv();
      const own = [...failureSchemas(catalog, kit)].filter(([fileName]) => fileName !== "catalog.schema.json");
      for (const [, schema] of own) ajv.addSchema(schema as Schema);
      for (const [, schema] of own) expect(ajv.getSchema((schema as { $id: string }).$id)).toBeTypeOf("function");
    }
  });

  it("know each code once, and nothing else", () => {
    const isKnown = validator(schemas.get("failure-code.schema.json"));
    for (const { code } of catalog.failures) expect(isKnown(code), String(code)).toBe(true);
    for (const value of [unknownCode(catalog), null, {}, 1.5, true]) expect(isKnown(value)).toBe(false);
  });

  it("give every code as a plain enum with names", () => {
    const document = schemas.get("failure-code.schema.json");
    const { failureCodeEnum } = (document as { $defs: Record<string, Record<string, Json>> }).$defs;
    expect(failureCodeEnum?.["enum"]).toEqual(catalog.failures.map(({ code }) => code));
    expect(failureCodeEnum?.["x-enum-varnames"]).toEqual(catalog.failures.map((failure) => failure.name));
    expect(failureCodeEnum?.["x-aliases"]).toEqual(
      catalog.failures.flatMap(({ aliases, code, name: canonicalName }) =>
        aliases.map(({ name, reason }) => ({ name, code, canonicalName, reason })),
      ),
    );
    const ajv = strictAjv().addVocabulary(["x-enum-varnames", "x-enum-descriptions", "x-aliases"]);
    const isListed = ajv.compile(fragment(document, "failureCodeEnum"));
    for (const { code } of catalog.failures) expect(isListed(code)).toBe(true);
    expect(isListed(unknownCode(catalog))).toBe(false);
  });

  it("have an open failure code: any of its type", () => {
    for (const file of ["failure-code.schema.json", "failure.schema.json", "failed-message.schema.json"]) {
      const root = schemas.get(file) as Schema;
      // The open code of failure-code.schema.json refers to its own document.
      const isCode = strictAjv().addSchema(root).getSchema(`${root["$id"]}#/$defs/failureCode`);
      expect(isCode?.(catalog.fallback.code)).toBe(true);
      expect(isCode?.(unknownCode(catalog))).toBe(true);
      expect(isCode?.(catalog.codeType === "integer" ? "15001" : 15001)).toBe(false);
      expect(isCode?.(null)).toBe(false);
    }
  });

  it("mark exactly the deprecated and retired codes", () => {
    const { oneOf } = schemas.get("failure-code.schema.json") as { oneOf: { const: Code; deprecated?: boolean }[] };
    const ended = ({ deprecated, retired }: Failure) => deprecated !== undefined || retired !== undefined;
    expect(oneOf.filter(({ deprecated }) => deprecated).map((branch) => branch.const)).toEqual(
      catalog.failures.filter(ended).map(({ code }) => code),
    );
  });

  it("know the categories and the statuses", () => {
    const isCategory = validator(schemas.get("failure-category.schema.json"));
    const isStatus = validator(schemas.get("failure-status.schema.json"));
    for (const { id } of catalog.categories) expect(isCategory(id)).toBe(true);
    for (const { id } of catalog.statuses) expect(isStatus(id)).toBe(true);
    expect(isCategory("weather")).toBe(false);
    expect(isStatus("delivered")).toBe(catalog.statuses.length === 0);
    expect(isStatus(1)).toBe(false);
  });

  it("take every example of the catalog", () => {
    const isFailedMessage = validator(schemas.get("failed-message.schema.json"));
    for (const failure of catalog.failures) {
      for (const { title, payload } of failure.examples) {
        expect(isFailedMessage(payload), `${failure.name}: ${title}`).toBe(true);
      }
    }
  });

  it("take a failed message with unknown codes, unknown sources and further fields", () => {
    const isFailedMessage = validator(schemas.get("failed-message.schema.json"));
    const source = { name: "carrier-pigeon", code: "LOST", feathers: 3 };
    expect(isFailedMessage(aMessage(catalog, catalog.fallback.code))).toBe(true);
    expect(isFailedMessage(aMessage(catalog, unknownCode(catalog)))).toBe(true);
    const failure = { code: unknownCode(catalog), source, seen: true };
    expect(isFailedMessage(aMessage(catalog, 0, { failure, channelId: "parcels", parts: [1] }))).toBe(true);
    const isFailure = validator(schemas.get("failure.schema.json"));
    expect(isFailure(failure)).toBe(true);
  });

  it.each([
    ["no failure", (message: object) => ({ ...message, failure: undefined })],
    ["a failure that is a text", (message: object) => ({ ...message, failure: "15001" })],
    ["a failure without a code", (message: object) => ({ ...message, failure: {} })],
    ["a code that is a list", (message: object) => ({ ...message, failure: { code: [] } })],
    ["a source that is a text", (message: object) => ({ ...message, failure: { code: 1, source: "whatsapp" } })],
    ["a source without a name", (message: object) => ({ ...message, failure: { code: 1, source: { code: "1" } } })],
    [
      "a source code that is a number",
      (message: object) => ({ ...message, failure: { code: 1, source: { name: "x", code: 1 } } }),
    ],
    ["no status", (message: object) => ({ ...message, status: undefined })],
    ["a status that is a number", (message: object) => ({ ...message, status: 3 })],
    ["a reason that is a number", (message: object) => ({ ...message, reason: 3 })],
  ])("refuse %s", (_, change) => {
    const isFailedMessage = validator(schemas.get("failed-message.schema.json"));
    const wrong = JSON.parse(JSON.stringify(change(aMessage(catalog, catalog.fallback.code))));
    if (catalog.codeType === "string" && typeof wrong.failure?.code === "number") wrong.failure.code = "1";
    expect(isFailedMessage(wrong)).toBe(false);
  });

  it("describe the catalog's own JSON, to a validator without options", () => {
    const validate = new Ajv2020({ logger: false }).compile(schemas.get("catalog.schema.json") as Schema);
    expect(validate(catalogDocument(catalog)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe("identifiers", () => {
  it("hang on the base URL where there is one", () => {
    const catalog = catalogFixture("shop");
    expect(schemaId(catalog, published, "failed-message.schema.json")).toBe(
      "https://example.com/failures/schema/failed-message.schema.json",
    );
  });

  it("are URNs of the catalog's name elsewhere, scoped names included", () => {
    const catalog = { ...catalogFixture("shop"), name: "@parcels/failure-codes" };
    expect(schemaId(catalog, testKit, "failure.schema.json")).toBe("urn:failcodes:parcels:failure-codes:failure");
    const isFailure = validator(failureSchemas(catalog, testKit).get("failure.schema.json"));
    expect(isFailure({ code: 1 })).toBe(true);
  });

  it("stay the same from one release to the next", () => {
    const catalog = catalogFixture("shop");
    const next = { ...catalog, version: "9.0.0" };
    expect(failureSchemas(next, testKit)).toEqual(failureSchemas(catalog, testKit));
  });
});

it("takes the documented payloads, whatever the catalog", () => {
  const facts = JSON.parse(readFileSync(join(import.meta.dirname, "fixtures/facts/failed-message.json"), "utf8"));
  const statuses = ["sending_failed", "delivery_failed"].map((id) => ({ id, title: id, description: id }));
  const catalog = { ...catalogFixture("minimal"), statuses };
  const isFailedMessage = validator(schemasOf(catalog).get("failed-message.schema.json"));
  expect(facts.examples.length).toBeGreaterThan(0);
  for (const payload of facts.examples) {
    expect(isFailedMessage(payload)).toBe(true);
    expect(isFailedMessage({ ...payload, failure: { ...payload.failure, code: 15999 } })).toBe(true);
    for (const status of facts.otherStatuses) expect(isFailedMessage({ ...payload, status })).toBe(false);
  }
});

it("carries any text", async () => {
  const shop = catalogFixture("shop");
  await fc.assert(
    fc.asyncProperty(hostileText, hostileText, hostileText, async (title, description, reason) => {
      const texts = { title, description };
      const ending = { since: "1.0.0", reason, replacedBy: undefined };
      const failures = shop.failures.map((failure) => ({
        ...failure,
        ...texts,
        deprecated: ending,
        retired: undefined,
      }));
      const catalog: Catalog = {
        ...shop,
        ...texts,
        failures,
        categories: shop.categories.map((category) => ({ ...category, ...texts })),
        statuses: shop.statuses.map((status) => ({ ...status, ...texts })),
      };
      const files = await artifactsOf(jsonSchema(), catalog);
      const read = (path: string) => JSON.parse(files.get(path) ?? "");
      for (const branch of read("failure-code.schema.json").oneOf) {
        expect(branch.description.startsWith(`${title}\n\n${description}`)).toBe(true);
        expect(branch.description.endsWith(reason)).toBe(true);
      }
      for (const branch of read("failure-status.schema.json").oneOf) expect(branch).toMatchObject(texts);
      for (const branch of read("failure-category.schema.json").oneOf) {
        expect(branch.title).toBe(title);
        expect(branch.description.startsWith(description)).toBe(true);
      }
      expect(read("package.json").description).toContain(title);
      validator(read("failed-message.schema.json"));
    }),
    { numRuns: 60 },
  );
});

describe("the TypeScript types", () => {
  const types: Record<string, string> = {};

  beforeAll(async () => {
    const text = await step.compile();
    Object.assign(types, JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
  });

  it.each(names)("are those of the generated schema of %s", async (name) => {
    const catalog = catalogFixture(name);
    const generated = schemasOf(catalog).get("failed-message.schema.json") as Schema;
    expect(await typesOfFailedMessage(generated, catalog.codeType)).toBe(types[catalog.codeType]);
  });

  it.each(names)("are those that the npm package of %s carries, but for its layout", async (name) => {
    const catalog = catalogFixture(name);
    const bare = (text: string | undefined) => text?.replace(/[\s;*/]+/g, "");
    const carried = (await artifactsOf(typescript(), catalog)).get("failed-message.d.ts");
    expect(bare(carried)).toContain(bare(types[catalog.codeType]));
  });

  it.each([
    ["integer", "15005 | 15001", "15999", `"15005"`],
    ["string", `"E0308" | "22P02"`, `"E9999"`, "308"],
  ])("compile under strict settings, for %s codes", (codeType, codes, other, wrong) => {
    const program = (use: string) => `
      type FailureCode = ${codes};
      type FailureStatus = "sending_failed" | "delivery_failed";
      ${types[codeType]}
      const known: FailedMessage = { status: "delivery_failed", failure: { code: ${codes.split(" ")[0]} } };
      const open: FailedMessage = {
        status: "sending_failed", reason: "lost", channel: "parcels",
        failure: { code: ${other}, source: { name: "van", code: "1", seen: true } },
      };
      ${use}
      export { known, open };`;
    expect(problems(program(""))).toEqual([]);
    expect(problems(program(`known.failure = { code: ${wrong} };`))).toHaveLength(1);
    expect(problems(program(`known.status = "delivered";`))).toHaveLength(1);
  });
});

/** What the TypeScript compiler says of a file under strict settings. */
function problems(text: string): readonly string[] {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    types: [],
    lib: ["lib.es5.d.ts"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, version) =>
    name === "message.mts" ? ts.createSourceFile(name, text, version) : getSourceFile(name, version);
  const program = ts.createProgram(["message.mts"], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}
