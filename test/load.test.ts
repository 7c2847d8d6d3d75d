import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogDocument, failureDocument, localeDocument } from "../core/catalog-document.ts";
import { load, type SpecFiles } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { stableJson } from "../core/stable-json.ts";
import { catalogFixture, fixtures, specFiles } from "./catalog-fixture.ts";

const catalogs = readdirSync(join(fixtures, "catalogs")).sort();
const spec = resolve(import.meta.dirname, "../spec");

function reportOf(files: SpecFiles): string {
  // A fixture need not be translated, and hostile texts differ from one language to the next.
  const meant = /^FC(3011|3208|3213|3214)$/;
  return plainReport(load(files).diagnostics.filter(({ code, severity }) => severity !== "info" && !meant.test(code)));
}

/** A spec of one file, made of the shop with something changed. */
function changedShop(change: (text: string) => string): SpecFiles {
  const { catalog } = specFiles(join(fixtures, "catalogs/shop"));
  return { catalog: { path: catalog.path, content: change(String(catalog.content)) }, locales: [] };
}

describe("a spec without mistakes", () => {
  test.each(catalogs)("%s loads", (name) => {
    expect(reportOf(specFiles(join(fixtures, "catalogs", name)))).toBe("");
  });

  test("the shipped one loads", () => {
    const read = (path: string) => ({ path, content: readFileSync(join(spec, path)) });
    const locales = readdirSync(join(spec, "locales")).map((name) => read(`locales/${name}`));
    const outcome = load({ catalog: read("failure-codes.json"), locales });
    expect(plainReport(outcome.diagnostics)).toBe("");
    expect(outcome.ok && outcome.value.failures).toHaveLength(27);
  });

  test("text and bytes are read alike", () => {
    const { catalog, locales } = specFiles(join(fixtures, "catalogs/hostile"));
    const text = ({ path, content }: typeof catalog) => ({ path, content: String(content) });
    const outcome = load({ catalog: text(catalog), locales: Array.from(locales, text) });
    expect(outcome.ok && stableJson(catalogDocument(outcome.value))).toBe(
      stableJson(catalogDocument(catalogFixture("hostile"))),
    );
  });
});

describe("the resolved catalog", () => {
  const shop = catalogFixture("shop");

  test("is sorted, whatever the order of the file", () => {
    expect(shop.failures.map(({ code }) => code)).toEqual([1001, 1002, 1003, 1004, 2001, 2002, 9001]);
    expect(shop.reserved.map(({ code }) => code)).toEqual([1404, 2013]);
    expect(shop.locales.map(({ tag }) => tag)).toEqual(["en", "ja", "pl"]);
    expect(catalogFixture("compiler").failures.map(({ code }) => code)).toEqual([
      "22012",
      "22P02",
      "E0308",
      "E0505",
      "E0506",
      "XX000",
    ]);
  });

  test("is complete where the file is short", () => {
    const minimal = catalogFixture("minimal");
    expect(minimal).toMatchObject({ description: "", notice: "", surfaces: [], reserved: [], statuses: [] });
    expect(minimal.categories[0]).toMatchObject({ range: undefined, prefixes: [] });
    expect(minimal.fallback).toBe(minimal.failures[0]);
    expect(minimal.fallback).toMatchObject({
      aliases: [],
      guidance: { causes: [], actions: [] },
      params: [],
      messages: {},
      since: undefined,
      deprecated: undefined,
      retired: undefined,
      statuses: [],
      related: [],
      examples: [],
    });
  });

  test("finds failures by code, name and alias", () => {
    const declined = shop.byCode.get(1001);
    expect(declined?.name).toBe("CARD_DECLINED");
    expect(shop.byName.get("CARD_DECLINED")).toBe(declined);
    expect(shop.byName.get("CARD_DELCINED")).toBe(declined);
    expect(declined?.category).toBe(shop.categories[0]);
  });

  test("remembers where its entries stand", () => {
    expect(shop.byCode.get(2001)?.origin).toEqual({ file: shop.file, path: ["failures", 0] });
    expect(shop.reserved[0]?.origin.path).toEqual(["reserved", 1]);
  });

  test.each(catalogs)("of %s is frozen through and through", (name) => {
    const thawed: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value !== "object" || value === null || path.endsWith(".file") || value instanceof Map) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    };
    visit(catalogFixture(name), name);
    expect(thawed).toEqual([]);
  });

  test("reads its locales on demand", () => {
    const [english, japanese, polish] = shop.locales.map((locale) => locale.messages());
    expect(english?.get("CARD_DECLINED")?.title).toBe("Your card was declined");
    expect(polish?.get("VOUCHER_REFUSED")).toEqual({ title: "Ten bon został już wykorzystany" });
    expect(japanese?.has("PARCEL_DELAYED")).toBe(false);
    expect(english?.has("CHEQUE_BOUNCED")).toBe(false);
  });
});

describe("the catalog's document", () => {
  test.each(catalogs)("of %s is a catalog that loads as the same one", (name) => {
    const catalog = catalogFixture(name);
    const content = stableJson(catalogDocument(catalog));
    const locales = catalog.locales.slice(1).map((locale) => ({
      path: `locales/${locale.tag}.json`,
      content: stableJson(localeDocument(catalog, locale)),
    }));
    const again = load({ catalog: { path: "spec.json", content }, locales });
    expect(reportOf({ catalog: { path: "spec.json", content }, locales })).toBe("");
    if (!again.ok) throw new Error("not loaded");
    expect(stableJson(catalogDocument(again.value))).toBe(content);
    for (const [index, locale] of catalog.locales.entries()) {
      const other = again.value.locales[index];
      if (other === undefined) throw new Error("a locale is missing");
      expect(localeDocument(again.value, other)).toEqual(localeDocument(catalog, locale));
    }
  });

  test("of a failure is what was written", () => {
    const shop = catalogFixture("shop");
    const raw = JSON.parse(shop.file.text) as { failures: readonly { code: number }[] };
    for (const written of raw.failures) {
      const failure = shop.byCode.get(written.code);
      expect(failure && failureDocument(failure)).toMatchObject(written);
    }
  });
});

describe("limits and encodings", () => {
  test("a byte-order mark is a mistake, and the rest is read nevertheless", () => {
    const report = plainReport(
      load(changedShop((text) => `\ufeff${text.replace('"retry": "later"', '"retry": "soon"')}`)).diagnostics,
    );
    expect(report).toContain("spec.json:1:1 error FC1002");
    expect(report).toContain("FC2004");
  });

  test("a file of exactly the limit is read", () => {
    const files = changedShop((text) => text);
    const size = files.catalog.content.length;
    expect(load(files, { maxFileSize: size }).ok).toBe(true);
    expect(load(files, { maxFileSize: size - 1 }).diagnostics.map(({ code }) => code)).toEqual(["FC1004"]);
  });

  test("of a locale that cannot be read nothing else is said", () => {
    const files = specFiles(join(fixtures, "catalogs/shop"));
    const bad = { path: "locales/xx.json", content: new Uint8Array([0xff]) };
    const outcome = load({ ...files, locales: [...files.locales, bad] });
    expect(outcome.ok).toBe(false);
    const said = outcome.diagnostics.filter(({ code, severity }) => severity !== "info" && code !== "FC3208");
    expect(said.map(({ code }) => code)).toEqual(["FC1003"]);
  });

  test("translations of a catalog that cannot be read are not called unknown", () => {
    const files = specFiles(join(fixtures, "catalogs/shop"));
    const outcome = load({ ...files, catalog: { path: "spec.json", content: "{" } });
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(["FC1001"]);
  });

  test("a hundred thousand mistakes are reported, and none of them twice", () => {
    const failure = { code: 1, name: "lost", category: "parcels", title: "Lost", description: "Lost.", retry: "never" };
    const failures = Array.from({ length: 20_000 }, (_, index) => ({ ...failure, code: index, name: `lost_${index}` }));
    const raw = { ...JSON.parse(String(specFiles(join(fixtures, "catalogs/minimal")).catalog.content)), failures };
    const { diagnostics } = load({ catalog: { path: "spec.json", content: JSON.stringify(raw) }, locales: [] });
    const places = new Set(diagnostics.map(({ code, at }) => `${code} ${at.start}`));
    expect(places.size).toBe(diagnostics.length);
    expect(diagnostics.length).toBe(20_000 * 2 + 19_999 * 2);
  });
});
