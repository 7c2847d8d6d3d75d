import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mapping, Source } from "../core/catalog.ts";
import { classifier } from "../core/sources/classifier.ts";
import { tableModule } from "../generators/typescript/sources/table-module.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { anySource, askedErrors, errorsAround, fewLettersText } from "./platform-errors.ts";
import {
  catalogsWithSources,
  expectSame,
  loadedPackage,
  type SourcesPackage,
  vendoredPackage,
} from "./sources-package.ts";
import { treacherous } from "./treacherous-values.ts";
import { evaluated, temporaryFolder } from "./typescript-package.ts";

const folder = temporaryFolder(afterAll);

describe.each(catalogsWithSources)("the sources of the catalog %s", (name, catalogOf) => {
  const catalog = catalogOf();
  const reference = classifier(catalog);
  let modules: SourcesPackage;
  let oneFile: SourcesPackage;

  beforeAll(async () => {
    modules = await loadedPackage(join(folder, name), catalog);
    oneFile = await vendoredPackage(catalog);
  });

  it("classify what every row is for, and what stands just beside it, as the catalog does", () => {
    for (const source of catalog.sources) {
      for (const mapping of source.mappings) {
        for (const error of errorsAround(source, mapping)) expectSame(modules.classify, reference, error);
      }
    }
  });

  it("classify anything as the catalog does", () => {
    const same = (error: unknown) => {
      expectSame(modules.classify, reference, error);
      expectSame(oneFile.classify, reference, error);
    };
    fc.assert(fc.property(askedErrors(catalog), same), { numRuns: 1000 });
    fc.assert(fc.property(fc.anything(), same));
  });

  it("take treacherous values and never throw", () => {
    const names = catalog.sources.map((source) => source.name);
    for (const value of treacherous) {
      const errors = [
        value,
        { source: value },
        ...names.map((source) => ({ source, code: value, subcode: value, text: value })),
      ];
      for (const error of errors) {
        const { outcome, input } = modules.classify(error);
        expect(outcome).toBe(reference(error).outcome);
        expect(Object.is(input, error)).toBe(true);
        for (const message of [
          error,
          { failure: error, reason: error },
          { failure: { code: value, source: { name: names[0], code: value } } },
        ]) {
          expect(Object.is(modules.classifyMessage(message)["input"], message)).toBe(true);
        }
      }
    }
  });

  it("are chosen by the consumer: a source whose table is not there is unknown", () => {
    for (const { name: only } of catalog.sources) {
      const classify = modules.classifier(modules.sources.find((table) => table.name === only));
      for (const source of catalog.sources) {
        for (const alias of [source.name, ...source.aliases.map((one) => one.name)]) {
          const error = { source: alias, code: "1" };
          const answer = source.name === only ? modules.classify(error) : modules.classify({ source: "" });
          expect(classify(error)).toEqual({ ...answer, input: error });
        }
      }
    }
  });

  it("are exported by the package as one file too, under the same names", async () => {
    const target = join(folder, name, "node_modules", catalog.name);
    const { exports } = JSON.parse(readFileSync(join(target, "package.json"), "utf8"));
    const entries = Object.entries<{ readonly types?: string; readonly default?: string }>(exports).filter(
      // The one file has neither single codes nor messages.
      ([entry, files]) => files.default !== undefined && !/^\.\/(codes$|message)/.test(entry),
    );
    expect(entries).toHaveLength(3 + catalog.sources.length);
    const names = new Set<string>();
    for (const [, files] of entries) {
      expect(Object.keys(files)).toEqual(["types", "default"]);
      for (const one of Object.keys(await import(pathToFileURL(join(target, files.default ?? "")).href)))
        names.add(one);
    }
    expect(Object.keys(oneFile).sort()).toEqual([...names].sort());
  });

  it("are modules of their own, which import nothing", () => {
    const target = join(folder, name, "node_modules", catalog.name, "sources");
    const files = readdirSync(target).filter((file) => file.endsWith(".js"));
    expect(files).toHaveLength(catalog.sources.length);
    for (const file of files) expect(readFileSync(join(target, file), "utf8"), file).not.toMatch(/^\s*import\b/m);
  });
});

describe("any table", async () => {
  const catalog = catalogFixture("shop");
  const { classifier: classifierOf } = await loadedPackage(join(folder, "shop"), catalog);

  it("is looked up as the catalog does it", () => {
    const codes = fc.oneof(
      fc.nat(13),
      fc.nat(13).map((code) => `0${code}`),
      fc.constantFrom(
        "4.1.1",
        "5.1.1",
        "5.01.1",
        "5.2.1",
        "2.1.1",
        "2.0.0",
        "4.9.9",
        "UNDELIV",
        "EXPIRED",
        "?",
        undefined,
      ),
    );
    const error = fc.record({
      source: fc.constantFrom("trial", "attempt"),
      code: codes,
      subcode: fc.option(fc.nat(3), { nil: undefined }),
      text: fc.option(fewLettersText, { nil: undefined }),
    });
    const property = fc.property(
      anySource(catalog),
      fc.array(error, { minLength: 20, maxLength: 40 }),
      (source, errors) => {
        const reference = classifier({ ...catalog, sources: [source] });
        const { trial } = evaluated(tableModule(catalog, source, "js"));
        const classify = classifierOf(trial);
        for (const one of errors) expectSame(classify, reference, one);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it("is searched for a text in linear time, whatever the pattern", () => {
    const half = "a".repeat(100_000);
    const patterns = [
      `${half}b`,
      `b${half}`,
      `${half}b${half}`,
      `*${half}b*${half}b`,
      `${"*ab".repeat(10_000)}*c`,
      "*a".repeat(50_000),
    ];
    const text = "a".repeat(3_000_000);
    const rows = patterns.flatMap((pattern): Mapping["key"][] => [
      { kind: "exact", code: "1", subcode: undefined, spellings: [], text: { kind: "contains", pattern } },
      { kind: "exact", code: "1", subcode: undefined, spellings: [], text: { kind: "glob", pattern: `${pattern}!` } },
    ]);
    const [first] = catalog.sources.flatMap((source) => source.mappings);
    const mappings = rows.map((key) => ({ ...(first as Mapping), key }));
    const source = { ...(catalog.sources[0] as Source), name: "trial", mappings };
    const { trial } = evaluated(tableModule(catalog, source, "js"));
    // In quadratic time this would run into the test's timeout, whichever way a piece is compared.
    expect(classifierOf(trial)({ source: "trial", code: "1", text })["outcome"]).toBe("unknownCode");
    for (const long of [
      "1".repeat(1e6),
      "0".repeat(1e6),
      `0x${"0".repeat(1e6)}`,
      "1.".repeat(5e5),
      ".".repeat(1e6),
      text,
    ]) {
      expect(classifierOf(trial)({ source: "trial", code: long, subcode: long, text })["outcome"]).toBe("unknownCode");
    }
  }, 20_000);
});

it("a source may have the name of what is something else in JavaScript or in the package", async () => {
  const shop = catalogFixture("shop");
  const [first] = shop.sources.filter(({ mappings }) => mappings.length > 0);
  const names = [
    "classify",
    "class",
    "con",
    "delete",
    "failures",
    "index",
    "index-of",
    "let",
    "property",
    "route-66",
    "route66",
    "sources",
    "text-in",
  ];
  const sources = names.map((name): Source => ({ ...(first as Source), name, aliases: [], inherits: undefined }));
  const catalog = { ...shop, sources };
  const modules = await loadedPackage(join(folder, "names"), catalog);
  const oneFile = await vendoredPackage(catalog);
  const { exports } = JSON.parse(
    readFileSync(join(folder, "names", "node_modules", shop.name, "package.json"), "utf8"),
  );
  for (const source of names) {
    const [key] = first?.mappings.map((mapping) => mapping.key) ?? [];
    const error = { source, code: key?.kind === "exact" ? key.code : "", text: key?.text?.pattern };
    expectSame(modules.classify, classifier(catalog), error);
    expectSame(oneFile.classify, classifier(catalog), error);
    expect(exports[`./sources/${source}`].default).not.toMatch(/\/(con|index)\.js$/);
  }
});
