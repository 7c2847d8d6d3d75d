import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodeForm, Source } from "../core/catalog.ts";
import { load, type RawFile, type SpecFiles } from "../core/load.ts";
import { catalogInputs } from "../core/plan-inputs.ts";
import { plainReport } from "../core/report/plain.ts";
import { mappingKeys } from "../core/rules/mapping-keys.ts";
import { sourceDraft } from "../core/rules/source-draft.ts";
import { sourceDocument } from "../core/source-document.ts";
import { compareKeysInFull } from "../core/sources/key-order.ts";
import { stableJson } from "../core/stable-json.ts";
import { catalogFixture, fixtures, shippedCatalog, shippedSpec, specFiles } from "./catalog-fixture.ts";

const catalogs = readdirSync(join(fixtures, "catalogs")).sort();
const shop = catalogFixture("shop");

function named(name: string): Source {
  const source = shop.sources.find((one) => one.name === name);
  if (source === undefined) throw new Error(`the shop has no source ${name}`);
  return source;
}

function mapping(source: Source, name: string) {
  const found = source.mappings.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${source.name} has no error ${name}`);
  return found;
}

describe("a resolved source", () => {
  test("stands among the others by name, whatever the order of the files", () => {
    expect(shop.sources.map(({ name }) => name)).toEqual(["card-network", "drone", "parcel-mail", "wallet"]);
    const { sources = [], ...spec } = specFiles(join(fixtures, "catalogs/shop"));
    const turned = load({ ...spec, sources: [...sources].reverse() });
    expect(turned.ok && turned.value.sources.map(sourceDocument)).toEqual(shop.sources.map(sourceDocument));
  });

  test.each(catalogs)("of %s has its mappings in the order of specificity", (name) => {
    for (const { mappings } of catalogFixture(name).sources) {
      const keys = mappings.map(({ key }) => key);
      expect(keys).toEqual(keys.toSorted(compareKeysInFull));
    }
  });

  test("is complete where the file is short", () => {
    expect(named("drone")).toMatchObject({ aliases: [], sourceCode: "", references: [], mappings: [] });
    expect(named("drone").inherits).toBeUndefined();
    const upkeep = mapping(named("card-network"), "Upkeep");
    expect(upkeep).toMatchObject({ description: "", provenance: "published", retry: "later" });
    expect(upkeep.evidence).toBeUndefined();
    expect(upkeep.reference).toBeUndefined();
  });

  test("leads to failures of the catalog, with their advice or its own", () => {
    const cards = named("card-network");
    const declined = shop.byCode.get(1001);
    expect(mapping(cards, "Do not honour")).toMatchObject({ outcome: "failure", evidence: "documented", reason: "" });
    expect(mapping(cards, "Do not honour").failure).toBe(declined);
    expect(mapping(cards, "Do not honour").reference).toBe(cards.references[0]);
    expect(mapping(cards, "Do not honour").retry).toBe(declined?.retry);
    expect(mapping(cards, "Card not valid yet").retry).toBe("later");
    expect(mapping(cards, "Upkeep").outcome).toBe("fallback");
    expect(mapping(cards, "Upkeep").failure).toBe(shop.fallback);
    const approved = mapping(cards, "Approved");
    expect(approved.outcome).toBe("notAFailure");
    expect([approved.failure, approved.retry, approved.evidence]).toEqual([undefined, undefined, undefined]);
    expect(mapping(cards, "Not permitted: … (try again)").provenance).toBe("recalled");
  });

  test("has its codes in the form that they are compared in", () => {
    expect(mapping(named("card-network"), "Insufficient funds").key).toMatchObject({ kind: "exact", code: "51" });
    expect(mapping(named("parcel-mail"), "No such address any more").key).toMatchObject({ code: "5.1.1" });
    expect(mapping(named("parcel-mail"), "No such address").key).toMatchObject({ subject: "1", detail: "1" });
    expect(mapping(named("parcel-mail"), "Not yet").key).toMatchObject({ kind: "class", class: "4" });
    expect(mapping(named("wallet"), "Refused by the wallet").key).toMatchObject({ code: "5" });
  });

  test("has what it inherits, but where a key of its own is equal", () => {
    const [cards, wallet] = [named("card-network"), named("wallet")];
    const own = wallet.mappings.filter(({ origin }) => origin.file === wallet.file);
    expect(own.map(({ name }) => name).sort()).toEqual([
      "Anything else",
      "Empty wallet",
      "Refused by the wallet",
      "Wallet locked",
    ]);
    const inherited = wallet.mappings.filter((one) => !own.includes(one));
    expect(new Set(inherited)).toEqual(new Set(cards.mappings.filter(({ name }) => name !== "Do not honour")));
  });

  test("remembers where each mapping stands", () => {
    const { origin } = mapping(named("wallet"), "Wallet locked");
    expect(origin).toEqual({ file: named("wallet").file, path: ["mappings", 1] });
  });
});

describe("a source's document", () => {
  const all = [...catalogs.map((name) => catalogFixture(name)), shippedCatalog()];

  test.each(all.map((catalog) => [catalog.name, catalog] as const))("of %s loads as the same one", (_, catalog) => {
    const spec = catalog.name === shippedCatalog().name ? shippedSpec() : fixtureNamed(catalog.name);
    const sources = catalog.sources.map((source): RawFile => {
      return { path: source.file.path, content: stableJson(sourceDocument(source)) };
    });
    const again = load({ ...spec, sources });
    expect(again.diagnostics).toEqual(load(spec).diagnostics);
    expect(again.ok && again.value.sources.map(sourceDocument)).toEqual(catalog.sources.map(sourceDocument));
    const seen = (source: Source) =>
      source.mappings.map(({ origin: _origin, failure, ...rest }) => [failure?.code, rest]);
    expect(again.ok && again.value.sources.map(seen)).toEqual(catalog.sources.map(seen));
  });

  function fixtureNamed(name: string): SpecFiles {
    const folder = catalogs.find((one) => catalogFixture(one).name === name);
    return specFiles(join(fixtures, "catalogs", folder ?? ""));
  }
});

describe("the digest of a source", () => {
  const spec = specFiles(join(fixtures, "catalogs/shop"));

  function digests(change: (path: string, text: string) => string): ReadonlyMap<string, string> {
    const changed = ({ path, content }: RawFile): RawFile => ({ path, content: change(path, String(content)) });
    const sources = Array.from(spec.sources ?? [], changed);
    const outcome = load({ catalog: changed(spec.catalog), locales: [], sources });
    if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
    return catalogInputs(outcome.value, (content) => String(content)).sources;
  }

  const before = digests((_, text) => text);

  function changedBy(change: (path: string, text: string) => string): readonly string[] {
    const after = digests(change);
    return [...before.keys()].filter((name) => before.get(name) !== after.get(name));
  }

  test("changes with the source, and not with the one that it inherits from", () => {
    expect([...before.keys()]).toEqual(shop.sources.map(({ name }) => name));
    expect(changedBy((path, text) => (path.includes("card") ? text.replace("Upkeep", "Repairs") : text))).toEqual([
      "card-network",
    ]);
    expect(changedBy((path, text) => (path.includes("wallet") ? text.replace("locked", "shut") : text))).toEqual([
      "wallet",
    ]);
  });

  test("does not change with the order of the mappings, with white space or with the catalog", () => {
    const reversed = (text: string): string => {
      const raw = JSON.parse(text) as { mappings: readonly unknown[] };
      return JSON.stringify({ ...raw, mappings: [...raw.mappings].reverse() });
    };
    expect(changedBy((path, text) => (path.startsWith("sources/") ? reversed(text) : text))).toEqual([]);
    expect(changedBy((path, text) => (path === "spec.json" ? text.replace("thirty days", "a month") : text))).toEqual(
      [],
    );
  });
});

describe("what is written of a key", () => {
  const form = fc.constantFrom<CodeForm>("number", "enhanced-status", "word");
  const code = fc.constantFrom("7", "007", "0x1f", "5.1.1", "X.1.1", "4.X.X", "X.X.X", "LOST", "");
  const pattern = fc.constantFrom("", "*", "a*b", "lost");
  const match = fc.record(
    { is: pattern, prefix: pattern, suffix: pattern, contains: pattern, glob: pattern },
    { requiredKeys: [] },
  );
  const mappingOf = fc.record(
    {
      code,
      range: fc.record({ from: fc.integer({ min: -1, max: 5 }), to: fc.integer({ min: -1, max: 5 }) }),
      subcode: fc.constantFrom("1", "LOST"),
      text: match,
      spellings: fc.array(fc.constantFrom("7", "GONE", "0x7"), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  );

  test("makes a key, or there is a mistake in it", () => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { minLength: 1 }), mappingOf, (codeForms, written) => {
        const raw = { codeForms, mappings: [written] };
        const file = { path: "sources/card-network.json", text: JSON.stringify(raw) };
        const draft = sourceDraft({ file, raw, removed: new Set(), sound: true });
        const found = [...mappingKeys(draft)].map((one) => one.code);
        // A spelling too many leaves the key as it is; a code that is empty is a mistake of shape.
        const mistakes = found.filter((one) => one !== "FC7210" && one !== "FC2207");
        const isEmpty = written.code === "";
        expect(draft.mappings[0]?.key === undefined).toBe(mistakes.length > 0 || isEmpty);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("files of sources", () => {
  const spec = specFiles(join(fixtures, "catalogs/shop"));

  function codesOf(sources: readonly RawFile[], catalog: RawFile = spec.catalog): readonly string[] {
    return load({ catalog, locales: [], sources }).diagnostics.map((found) => found.code);
  }

  const sources = [...(spec.sources ?? [])];

  test("need not be there", () => {
    const outcome = load({ catalog: spec.catalog, locales: [] });
    expect(outcome.ok && outcome.value.sources).toEqual([]);
  });

  test("that cannot be read leave the others alone", () => {
    const bad = { path: "sources/card-network.json", content: new Uint8Array([0xff]) };
    expect(codesOf([bad, ...sources.filter(({ path }) => !path.includes("card"))])).toEqual(["FC1003"]);
    const list = { path: "sources/card-network.json", content: "[]" };
    expect(codesOf([list, ...sources.filter(({ path }) => !path.includes("card"))])).toEqual(["FC2003"]);
  });

  test("of a catalog that cannot be read are not said to name unknown failures", () => {
    expect(codesOf(sources, { path: "spec.json", content: "{" })).toEqual(["FC1001"]);
  });

  test("with a part of a key that cannot be read are not said to repeat another", () => {
    const written = JSON.parse(readFileSync(join(fixtures, "catalogs/shop/sources/wallet.json"), "utf8")) as {
      mappings: readonly object[];
    };
    const mappings = written.mappings.map((one) => ({ ...one, ...("code" in one ? { code: 5 } : {}) }));
    const wallet = { path: "sources/wallet.json", content: JSON.stringify({ ...written, mappings }) };
    expect(codesOf([...sources.filter(({ path }) => !path.includes("wallet")), wallet])).toEqual(["FC2003", "FC2003"]);
  });

  test("have a hundred thousand mappings to a source, and a mistake in each", () => {
    const mappings = Array.from({ length: 100_000 }, (_, index) => ({ code: String(index), name: `Error ${index}` }));
    const drone = JSON.parse(readFileSync(join(fixtures, "catalogs/shop/sources/drone.json"), "utf8")) as object;
    const content = JSON.stringify({ ...drone, references: [{ id: "manual", title: "Manual" }], mappings });
    const { diagnostics } = load({
      catalog: spec.catalog,
      locales: [],
      sources: [{ path: "sources/drone.json", content }],
    });
    expect(diagnostics).toHaveLength(100_000);
    expect(new Set(diagnostics.map(({ code, at }) => `${code} ${at.start}`)).size).toBe(100_000);
  });
});
