import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { uncheckedLine } from "../core/module-header.ts";
import { typescript } from "../generators/typescript.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { artifactsOf, expectGolden } from "./golden.ts";
import {
  type DeclaredValue,
  declaredConstants,
  declaredMembers,
  exportedValues,
  parsedSource,
} from "./typescript-declarations.ts";
import { compilerMistakes, consumerSettings, evaluated, temporaryFolder, writeFiles } from "./typescript-package.ts";

const names = ["shop", "compiler", "minimal", "hostile"] as const;
const styles = ["enum", "const"] as const;
const combinations = names.flatMap((name) => styles.map((style) => [name, style] as const));

it.each(combinations)("the package of the catalog %s in style %s is the golden one", async (name, style) => {
  const folder = style === "enum" ? "typescript" : "typescript-const";
  expectGolden(name, folder, await artifactsOf(typescript({ style }), catalogFixture(name)));
});

it("compiles, declarations and source, for every catalog and style in one program", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, new Map([["package.json", '{ "type": "module" }\n']]));
  const files: string[] = [];
  for (const [name, style] of combinations) {
    for (const [path, content] of await artifactsOf(typescript({ style }), catalogFixture(name))) {
      // Consumers need not check the declarations, because this does.
      const checked = content.replace(`\n${uncheckedLine}\n`, "\n");
      expect(checked !== content, path).toBe(path.endsWith(".d.ts"));
      writeFiles(join(folder, style, name), new Map([[path, checked]]));
      if (path.endsWith(".ts")) files.push(join(folder, style, name, path));
    }
  }
  const settings = { ...consumerSettings("nodenext"), declaration: true, isolatedDeclarations: true };
  const tables = names.map((name) => catalogFixture(name).sources.length).filter((count) => count > 0);
  const ofSources = tables.reduce((sum, count) => sum + 2 * (2 + count), 0);
  const ofMessages = names.reduce((sum, name) => sum + 2 * (3 + catalogFixture(name).locales.length), 0);
  expect(files).toHaveLength(names.length * (5 + 6) + ofSources + ofMessages);
  expect(compilerMistakes(files, settings, folder)).toEqual([]);
});

/** Every published name, in the order it has to be declared: a failure's own before its other spellings. */
function publishedNames(catalog: Catalog): { name: string; code: number | string; deprecated: boolean }[] {
  return catalog.failures.flatMap((failure) => {
    const ended = failure.deprecated !== undefined || failure.retired !== undefined;
    return [
      { name: failure.name, code: failure.code, deprecated: ended },
      ...failure.aliases.map(({ name }) => ({ name, code: failure.code, deprecated: true })),
    ];
  });
}

const shape = ({ name, value, deprecated }: DeclaredValue) => ({
  name,
  code: value,
  deprecated: deprecated !== undefined,
});

describe.each(combinations)("the codes of %s in style %s", (name, style) => {
  const catalog = catalogFixture(name);
  const published = publishedNames(catalog);
  const files = artifactsOf(typescript({ style }), catalog);
  const text = async (path: string) => (await files).get(path) ?? "";

  it("are declared with the canonical name first, and only what is to go is deprecated", async () => {
    const declared = declaredMembers(parsedSource(await text("failure-code.d.ts")), "FailureCode");
    expect(declared.map(shape)).toEqual(published);
  });

  it("have the same values at run time, and a number gives the canonical name", async () => {
    const { FailureCode, failureCodes } = evaluated(await text("failure-code.js"));
    const reverse =
      style === "enum" && catalog.codeType === "integer"
        ? catalog.failures.map((failure) => [String(failure.code), failure.name])
        : [];
    const entries = [...published.map(({ name, code }) => [name, code]), ...reverse];
    expect(FailureCode).toEqual(Object.fromEntries(entries));
    expect(failureCodes).toEqual(catalog.failures.map(({ code }) => code));
  });

  it("are constants of their own, declared and at run time", async () => {
    const constants = evaluated(await text("codes.js"));
    expect(constants).toEqual(Object.fromEntries(published.map(({ name, code }) => [name, code])));
    const declared = declaredConstants(parsedSource(await text("codes.d.ts")));
    const canonical = (code: number | string) => (style === "enum" ? catalog.byCode.get(code)?.name : code);
    expect(declared.map(shape)).toEqual(published.map((one) => ({ ...one, code: canonical(one.code) })));
  });

  it("come with categories and statuses, declared and at run time", async () => {
    const declarations = parsedSource(await text("failures.d.ts"));
    const { FailureCategory, FailureStatus } = evaluated(await text("failures.js"));
    const members = (enumeration: string) =>
      Object.fromEntries(declaredMembers(declarations, enumeration).map(({ name, value }) => [name, value]));
    const screaming = (id: string) => id.toUpperCase().replaceAll("-", "_");
    const expected = (ids: readonly { id: string }[]) => Object.fromEntries(ids.map(({ id }) => [screaming(id), id]));
    expect(members("FailureCategory")).toEqual(expected(catalog.categories));
    expect(FailureCategory).toEqual(expected(catalog.categories));
    if (catalog.statuses.length === 0) {
      expect(FailureStatus).toBeUndefined();
      expect(declarations.getTypeAliasOrThrow("FailureStatus").getTypeNodeOrThrow().getText()).toBe("string");
    } else {
      expect(members("FailureStatus")).toEqual(expected(catalog.statuses));
      expect(FailureStatus).toEqual(expected(catalog.statuses));
    }
  });

  it("have their facts", async () => {
    const { failures } = evaluated(await text("failures.js"));
    const expected = catalog.failures.map((failure) => ({
      code: failure.code,
      name: failure.name,
      aliases: failure.aliases,
      category: failure.category.id,
      title: failure.title,
      description: failure.description,
      guidance: failure.guidance,
      retry: failure.retry,
      statuses: failure.statuses,
      related: failure.related,
      ...(failure.since === undefined ? {} : { since: failure.since }),
      ...(failure.deprecated === undefined ? {} : { deprecated: failure.deprecated }),
      ...(failure.retired === undefined ? {} : { retired: failure.retired }),
    }));
    expect(failures).toEqual(expected);
  });

  it("are exported as values by .js and .d.ts alike", async () => {
    const tables = [...(await files).keys()].filter((path) => /^(classify|sources|sources\/.*)\.js$/.test(path));
    expect(tables).toHaveLength(catalog.sources.length === 0 ? 0 : catalog.sources.length + 2);
    const ofSources = tables.map((path) => path.replace(/\.js$/, ""));
    for (const path of ["index", "codes", "failures", "failure-code", ...ofSources]) {
      const declared = exportedValues(parsedSource(await text(`${path}.d.ts`)));
      expect(declared, path).not.toEqual([]);
      expect(exportedValues(parsedSource(await text(`${path}.js`), "index.js")), path).toEqual(declared);
    }
  });
});

it("declares negative codes as TypeScript would", async () => {
  const shop = catalogFixture("shop");
  const [first] = shop.failures;
  if (first === undefined) throw new Error("The shop has no failures.");
  const failures = [{ ...first, code: -32700, aliases: [], related: [] }];
  const files = await artifactsOf(typescript(), { ...shop, failures });
  const written = evaluated("export enum FailureCode { CARD_DECLINED = -32700 }");
  expect(evaluated(files.get("failure-code.js") ?? "")["FailureCode"]).toEqual(written["FailureCode"]);
  const declared = declaredMembers(parsedSource(files.get("failure-code.d.ts") ?? ""), "FailureCode");
  expect(declared.map(({ value }) => value)).toEqual([-32700]);
});
