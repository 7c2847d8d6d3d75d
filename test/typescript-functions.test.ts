import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Catalog, Code } from "../core/catalog.ts";
import { typescript } from "../generators/typescript.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";
import { treacherous } from "./treacherous-values.ts";
import { evaluated, installPackage, temporaryFolder } from "./typescript-package.ts";

interface Described {
  readonly known: boolean;
  readonly code: unknown;
  readonly category: unknown;
  readonly failure?: { readonly name: string };
}

/** The functions of a package, called as careless JavaScript calls them. */
interface Functions {
  isFailureCode(value: unknown): boolean;
  failureByCode(code: unknown): { readonly name: string; readonly category: string } | undefined;
  failureByName(name: unknown): { readonly code: Code } | undefined;
  categoryOf(code: unknown): string | undefined;
  describeCode(code: unknown): Described;
  isFailureStatus(value: unknown): boolean;
  readFailedMessage(json: unknown): {
    readonly status: unknown;
    readonly reason: unknown;
    readonly details: unknown;
    readonly parsedReason?: { readonly details: string; readonly reason: string; readonly code: string } | undefined;
    readonly failure: Described | undefined;
    readonly source: { readonly name: unknown; readonly code: unknown } | undefined;
  };
}

const folder = temporaryFolder(afterAll);

/** The package as Node loads it. */
async function loaded(name: string): Promise<Functions> {
  const target = await installPackage(join(folder, name), catalogFixture(name));
  return import(pathToFileURL(join(target, "index.js")).href);
}

/** The vendored source. */
async function vendored(catalog: Catalog): Promise<Functions> {
  const files = await artifactsOf(typescript({ style: "const" }), catalog);
  return evaluated(files.get("src/failure-codes.ts") ?? "") as unknown as Functions;
}

/** A value in each place of a failed message that is read. */
function placements(value: unknown): readonly unknown[] {
  return [
    value,
    { status: value, reason: value, details: value, failure: value },
    { failure: { code: value, source: value } },
    { failure: { source: { name: value, code: value } } },
  ];
}

describe.each(["shop", "compiler", "minimal"])("the functions for %s", (name) => {
  const catalog = catalogFixture(name);
  const withSources = (field: string): readonly string[] => (catalog.sources.length === 0 ? [] : [field]);
  let functions: Functions;
  let source: Functions;

  beforeAll(async () => {
    functions = await loaded(name);
    source = await vendored(catalog);
  });

  it("find every failure by code, by name and by its other spellings", () => {
    for (const { code, name, aliases, category } of catalog.failures) {
      expect(functions.isFailureCode(code)).toBe(true);
      expect(functions.failureByCode(code)).toMatchObject({ name, category: category.id });
      expect(functions.categoryOf(code)).toBe(category.id);
      for (const spelling of [name, ...aliases.map((alias) => alias.name)]) {
        expect(functions.failureByName(spelling)).toBe(functions.failureByCode(code));
      }
      const failure = functions.failureByCode(code);
      expect(functions.describeCode(code)).toEqual({ known: true, code, category: category.id, failure });
      const reading = functions.readFailedMessage({ failure: { code: String(code) } });
      expect(reading.failure).toEqual(functions.describeCode(code));
    }
  });

  function expectCalm(value: unknown): void {
    const taken = catalog.failures.some(({ code }) => code === value);
    expect(functions.isFailureCode(value)).toBe(taken);
    expect(functions.failureByCode(value) !== undefined).toBe(taken);
    expect(functions.failureByName(value)).toBeUndefined();
    expect(functions.describeCode(value).known).toBe(taken);
    expect(functions.isFailureStatus?.(value)).toBe(catalog.statuses.length > 0 ? false : undefined);
    for (const json of placements(value)) {
      const reading = functions.readFailedMessage(json);
      const parsed = Object.values(reading.parsedReason ?? {});
      const texts = [
        ...parsed,
        reading.status,
        reading.reason,
        reading.details,
        reading.source?.name,
        reading.source?.code,
      ];
      expect(texts.every((text) => text === undefined || typeof text === "string")).toBe(true);
      const code = reading.failure?.code;
      expect(code === undefined || typeof code === typeof catalog.fallback.code).toBe(true);
      const fields = ["status", "reason", "details", ...withSources("parsedReason"), "failure", "source"];
      expect(Object.keys(reading)).toEqual(fields);
    }
  }

  it("take treacherous values and never throw", () => {
    for (const value of treacherous) expectCalm(value);
  });

  it("take anything and never throw", () => {
    const anything = fc.anything({ withBigInt: true, withMap: true, withNullPrototype: true, withSparseArray: true });
    fc.assert(fc.property(anything, expectCalm));
  });

  it("do the same in the vendored source", () => {
    const same = (code: unknown) => {
      expect(source.isFailureCode(code)).toBe(functions.isFailureCode(code));
      expect(source.describeCode(code)).toEqual(functions.describeCode(code));
      for (const json of placements(code))
        expect(source.readFailedMessage(json)).toEqual(functions.readFailedMessage(json));
    };
    // The assertions themselves do not stand objects that throw.
    const values = treacherous.filter((value) => typeof value !== "object");
    for (const value of [...values, ...catalog.byCode.keys(), "E0399", "E0", "2", "22", "XX0001"]) same(value);
    fc.assert(fc.property(fc.integer({ min: -1, max: 10_000 }), (code) => [code, String(code)].forEach(same)));
    for (const name of [...catalog.byName.keys(), "toString", "1001", "__proto__"]) {
      expect(source.failureByName(name)).toEqual(functions.failureByName(name));
    }
    const own = Object.keys(source).filter((name) => Object.hasOwn(functions, name));
    expect(own.sort()).toEqual(Object.keys(functions).sort());
    // What it has besides is held to the other entries by the tests of sources.
    if (catalog.sources.length === 0) expect(own).toHaveLength(Object.keys(source).length);
  });
});

describe("codes that are numbers", async () => {
  const shop = await loaded("shop");

  it.each([
    [1000, "payment"],
    [1999, "payment"],
    [2000, "parcel"],
    [9099, "shop"],
    [3000, undefined],
    [999, undefined],
    [1001.5, undefined],
    ["1001", undefined],
  ])("the code %j, known or not, is of the category %s", (code, category) => {
    expect(shop.categoryOf(code)).toBe(category);
  });

  it("an unknown code keeps its number and its category, and no failure stands in for it", () => {
    expect(shop.describeCode(2999)).toEqual({ known: false, code: 2999, category: "parcel" });
    expect(shop.describeCode(77)).toEqual({ known: false, code: 77, category: undefined });
  });

  it.each([
    ["1001", 1001],
    [1001, 1001],
    ["-7", -7],
    ["0", 0],
    ["01001", undefined],
    [" 1001", undefined],
    ["1001.0", undefined],
    ["0x3e9", undefined],
    ["1e3", undefined],
    ["9007199254740993", undefined],
    [2 ** 53, undefined],
    ["", undefined],
    [true, undefined],
    [[1001], undefined],
  ])("failure.code %j is read as %j", (written, code) => {
    expect(shop.readFailedMessage({ failure: { code: written } }).failure?.code).toBe(code);
  });

  it("a name is looked up among names alone", () => {
    for (const name of ["1001", "__proto__", "constructor", "card_declined", ""]) {
      expect(shop.failureByName(name)).toBeUndefined();
    }
  });
});

describe("codes that are strings", async () => {
  const compiler = await loaded("compiler");

  it.each([
    ["E0399", "types"],
    ["E0599", "borrow"],
    ["23505", "data"],
    ["XX000", "other"],
    ["XX001", undefined],
    [22012, undefined],
  ])("the code %j, known or not, is of the category %s", (code, category) => {
    expect(compiler.categoryOf(code)).toBe(category);
  });

  it("a number is not taken for the string of its digits", () => {
    expect(compiler.readFailedMessage({ failure: { code: 22012 } }).failure).toBeUndefined();
    expect(compiler.readFailedMessage({ failure: { code: "22012" } }).failure).toMatchObject({ known: true });
  });
});

it("reads the documented examples of failed messages", async () => {
  const { readFailedMessage, isFailureStatus } = await loaded("shop");
  const facts = JSON.parse(readFileSync(join(fixtures, "facts", "failed-message.json"), "utf8"));
  for (const example of facts.examples) {
    const { status, reason, details, failure } = example;
    const reading = readFailedMessage(example);
    expect(reading).toMatchObject({ status, reason, details, source: failure.source });
    expect(reading.parsedReason).toMatchObject({ reason: details, code: failure.source.code });
    expect(reading.failure?.code).toBe(failure.code);
    expect(isFailureStatus(status)).toBe(true);
  }
});
