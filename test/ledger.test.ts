import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import type { Catalog, Failure } from "../core/catalog.ts";
import { catalogDocument, localeDocument } from "../core/catalog-document.ts";
import { textOf } from "../core/content.ts";
import { pairFailures } from "../core/evolution/pairing.ts";
import { locate, parseJson } from "../core/json.ts";
import { codeHistory } from "../core/ledger/code-history.ts";
import type { Ledger } from "../core/ledger/ledger.ts";
import { ledgerLineText } from "../core/ledger/ledger-text.ts";
import { readLedger } from "../core/ledger/read-ledger.ts";
import { readRelease } from "../core/ledger/read-release.ts";
import { ledgerFailure, releaseText } from "../core/ledger/release-document.ts";
import { contradictions } from "../core/ledger/released-codes.ts";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { sourceDocument } from "../core/source-document.ts";
import type { SourceFile } from "../core/source-file.ts";
import { repository } from "./built-tool.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";

const catalogs = ["shop", "compiler", "minimal", "hostile", "parcels"].map((name) => catalogFixture(name));
catalogs.push(shippedCatalog());

const meaningOf = ({ title, description, retry }: Failure): string =>
  sha256(JSON.stringify([title, description, retry])).slice(0, 16);

/** The ledger of the releases of catalogs, one after the other. */
function ledgerOf(releases: readonly (readonly [version: string, catalog: Catalog])[]): string {
  let previous: string | undefined;
  const lines: string[] = [];
  for (const [version, catalog] of releases) {
    const text = ledgerLineText(
      {
        version,
        date: "2026-03-02",
        previous,
        release: sha256(releaseText(catalog, undefined)),
        failures: catalog.failures.map((failure) => ledgerFailure(failure, meaningOf(failure))),
        reserved: catalog.reserved.map(({ code }) => code),
      },
      sha256,
    );
    lines.push(text);
    previous = readLedger({ path: "ledger.jsonl", content: text }, sha256).ledger.lines[0]?.digest;
  }
  return `${lines.join("\n")}\n`;
}

function read(content: string): { readonly ledger: Ledger; readonly report: string } {
  const { ledger, diagnostics } = readLedger({ path: "spec/ledger.jsonl", content }, sha256);
  return { ledger, report: plainReport(diagnostics) };
}

describe("a ledger", () => {
  const shop = catalogFixture("shop");
  const written = ledgerOf(["1.0.0", "1.1.0", "2.0.0"].map((version) => [version, shop] as const));
  const lines = written.trimEnd().split("\n");

  test("is read as it was written, whatever its line ends", () => {
    const { ledger, report } = read(written);
    expect(report).toBe("");
    expect(ledger.lines.map(({ version }) => version)).toEqual(["1.0.0", "1.1.0", "2.0.0"]);
    expect(ledger.lines[0]?.failures).toEqual(shop.failures.map((one) => ledgerFailure(one, meaningOf(one))));
    expect(read(written.replaceAll("\n", "\r\n")).report).toBe("");
  });

  test.each([
    [
      "edited",
      lines.map((line, index) => (index === 1 ? line.replace("CARD_DECLINED", "CARD_REFUSED") : line)),
      "FC9002",
    ],
    ["removed", [lines[0], lines[2]], "FC9003"],
    ["moved", [lines[0], lines[2], lines[1]], "FC9003"],
    ["written twice", [lines[0], lines[0], ...lines.slice(1)], "FC9003"],
    ["cut in the middle", [lines[0], lines[1]?.slice(0, 90), lines[2]], "FC9001"],
  ])("a line of it that was %s is found, and named", (_, changed, code) => {
    const { report } = read(`${changed.join("\n")}\n`);
    expect(report).toContain(code);
    expect(report).toMatch(/^spec\/ledger\.jsonl:[23]:1 error/);
  });

  test("shows every change of a character", () => {
    const change = fc.record({
      at: fc.nat(written.length - 2),
      by: fc.constantFrom("0", "f", "x", '"', ",", " ", "}"),
    });
    fc.assert(
      fc.property(change, ({ at, by }) => {
        fc.pre(written[at] !== by);
        expect(read(written.slice(0, at) + by + written.slice(at + 1)).report).not.toBe("");
      }),
    );
  });
});

const schemaAt = (name: string): object =>
  JSON.parse(readFileSync(join(repository, `spec/schema/${name}.schema.json`), "utf8"));

describe("the published schemas", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  for (const name of ["failure-codes", "locale", "source"]) ajv.addSchema(schemaAt(name));
  const [isRelease, isLine] = ["release", "ledger"].map((name) => ajv.compile(schemaAt(name)));

  test.each(catalogs.map((catalog) => [catalog.name, catalog] as const))("admit a release of %s", (_, catalog) => {
    const surface = { ".": { FailureCode: "export declare enum FailureCode {}" } };
    for (const seen of [undefined, surface]) {
      isRelease?.(JSON.parse(textOf(releaseText(catalog, seen))));
      expect(isRelease?.errors ?? []).toEqual([]);
    }
    const lines = ledgerOf([
      ["1.0.0", catalog],
      ["1.1.0-rc.1", catalog],
    ]);
    for (const line of lines.trimEnd().split("\n")) {
      isLine?.(JSON.parse(line));
      expect(isLine?.errors ?? []).toEqual([]);
    }
  });

  test.each([
    ["no catalog", isRelease, { release: 1, locales: [], sources: [] }],
    [
      "another form",
      isRelease,
      { ...JSON.parse(textOf(releaseText(catalogFixture("minimal"), undefined))), release: 2 },
    ],
    ["no digest", isLine, { ...JSON.parse(ledgerOf([["1.0.0", catalogFixture("minimal")]])), digest: undefined }],
    ["a member nobody knows", isLine, { ...JSON.parse(ledgerOf([["1.0.0", catalogFixture("minimal")]])), who: "me" }],
  ])("refuse what has %s", (_, admits, value) => {
    expect(admits?.(JSON.parse(JSON.stringify(value)))).toBe(false);
  });
});

describe("a release", () => {
  test.each(catalogs.map((catalog) => [catalog.name, catalog] as const))(
    "of %s is read as the same catalog",
    (_, catalog) => {
      const outcome = readRelease(
        { path: "releases/1.0.0.json", content: textOf(releaseText(catalog, undefined)) },
        "1.0.0",
      );
      if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
      const again = outcome.value.side.catalog;
      expect(catalogDocument(again)).toEqual(catalogDocument(catalog));
      expect(again.sources.map(sourceDocument)).toEqual(catalog.sources.map(sourceDocument));
      const texts = (one: Catalog) => one.locales.map((locale) => localeDocument(one, locale));
      expect(texts(again)).toEqual(texts(catalog));
    },
  );

  test("says where something stands in it", () => {
    const shop = catalogFixture("shop");
    const raw = { path: "releases/1.0.0.json", content: textOf(releaseText(shop, undefined)) };
    const outcome = readRelease(raw, "1.0.0");
    if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
    const { catalog, place } = outcome.value.side;
    const [failure] = catalog.failures;
    const { file, path } = place(failure?.origin.file ?? catalog.file, [...(failure?.origin.path ?? []), "name"]);
    const { start, end } = locate(file, path);
    expect(raw.content.slice(start, end)).toBe(JSON.stringify(failure?.name));
    const [source] = catalog.sources;
    const inSource = place(source?.file ?? catalog.file, ["title"]);
    const at = locate(inSource.file, inSource.path);
    expect(raw.content.slice(at.start, at.end)).toBe(JSON.stringify(source?.title));
  });

  test("says it of a language and a source that have one name, too", () => {
    const shop = catalogFixture("shop");
    const { locales, sources } = shop;
    const [source] = sources.filter(({ inherits }) => inherits === undefined);
    if (source === undefined) throw new Error("The shop has no source.");
    const raw = {
      path: "releases/1.0.0.json",
      content: textOf(releaseText({ ...shop, sources: [{ ...source, name: "pl" }] }, undefined)),
    };
    const outcome = readRelease(raw, "1.0.0");
    if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
    const { catalog, place } = outcome.value.side;
    const textOfPlace = (file: SourceFile, path: readonly string[]): string => {
      const at = place(file, path);
      const { start, end } = locate(at.file, at.path);
      return raw.content.slice(start, end);
    };
    expect(locales.map(({ tag }) => tag)).toContain("pl");
    const polish = catalog.locales.find(({ tag }) => tag === "pl");
    expect(textOfPlace(polish?.file ?? catalog.file, ["locale"])).toBe('"pl"');
    expect(textOfPlace(catalog.sources[0]?.file ?? catalog.file, ["title"])).toBe(JSON.stringify(source.title));
  });

  test("is read although newer rules would refuse a text of it, and not without what it refers to", () => {
    const released = JSON.parse(textOf(releaseText(catalogFixture("shop"), undefined)));
    released.catalog.failures[0].messages.title.text = "The card {number was declined.";
    const content = JSON.stringify(released);
    expect(readRelease({ path: "releases/1.0.0.json", content }, "1.0.0").ok).toBe(true);
    released.catalog.failures[0].category = "parachutes";
    const broken = readRelease({ path: "releases/1.0.0.json", content: JSON.stringify(released) }, "1.0.0");
    expect(plainReport(broken.diagnostics)).toContain("FC9007");
  });
});

type Written = {
  version: string;
  failures: { code: number; name: string; title: string }[];
  reserved: { code: number }[];
};

describe("what was released", () => {
  const shop = catalogFixture("shop");
  const { ledger } = read(ledgerOf([["0.0.1", shop]]));

  const recognition = (catalog: Catalog) => ({
    meaningOf,
    isRenamed: (failure: Failure) => pairFailures(shop, catalog).earlier.get(failure)?.code === failure.code,
  });

  function edited(edit: (catalog: Written) => void): string {
    const document = JSON.parse(JSON.stringify(catalogDocument(shop))) as Written;
    edit(document);
    const outcome = load(
      { catalog: { path: "shop.json", content: JSON.stringify(document, undefined, 2) }, locales: [] },
      { published: true },
    );
    if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
    return plainReport([...contradictions(outcome.value, ledger, recognition(outcome.value))]);
  }

  const entry = (catalog: Written, code: number): Written["failures"][number] => {
    const found = catalog.failures.find((one) => one.code === code);
    if (found === undefined) throw new Error(`The shop has no ${code}.`);
    return found;
  };
  const [first, second] = shop.failures.map(({ code }) => Number(code));

  test("is no contradiction to itself", () => {
    expect(edited(() => {})).toBe("");
  });

  test.each([
    [
      "a code given to another failure",
      "FC9102",
      (catalog: Written) =>
        Object.assign(entry(catalog, first ?? 0), {
          name: "LOST_KEYS",
          title: "Keys lost",
          description: "Nobody can open the locker.",
          aliases: [],
          messages: undefined,
        }),
    ],
    [
      "a name given to another code",
      "FC9103",
      (catalog: Written) => {
        const name = entry(catalog, first ?? 0).name;
        Object.assign(entry(catalog, first ?? 0), { name: "SOMETHING_ELSE", aliases: [] });
        Object.assign(entry(catalog, second ?? 0), { name });
      },
    ],
    [
      "an entry deleted",
      "FC9104",
      (catalog: Written) => {
        const unused = catalog.failures.findIndex(({ code }) => code === 1004);
        catalog.failures.splice(unused, 1);
      },
    ],
    ["a reservation deleted", "FC9105", (catalog: Written) => catalog.reserved.splice(0)],
  ])("%s is found", (_, code, edit) => {
    expect(edited((catalog) => void edit(catalog))).toContain(code);
  });

  test("a version below a release is found", () => {
    const { ledger: later } = read(ledgerOf([["99.0.0", shop]]));
    expect(plainReport([...contradictions(shop, later, recognition(shop))])).toContain("FC9101");
  });

  test("a failure that got another name and some other words is the same failure, as `diff` judges", () => {
    const change = (catalog: Catalog | Written): void =>
      void Object.assign(entry(catalog as Written, first ?? 0), {
        name: "CARD_REFUSED",
        aliases: [],
        title: `${shop.failures[0]?.title} by the bank`,
      });
    expect(edited(change)).toBe("");
  });

  test("a failure that got another name, and says the same as before, is the same failure", () => {
    expect(edited((catalog) => void Object.assign(entry(catalog, first ?? 0), { name: "CARD_REFUSED" }))).toBe("");
  });
});

test("a code's history says in which release what became of it", () => {
  const shop = catalogFixture("shop");
  const [first] = shop.failures;
  const [, , other] = shop.categories;
  if (first === undefined || other === undefined) throw new Error("The shop has no failures.");
  const after = (change: Partial<Failure>): Catalog => ({ ...shop, failures: [{ ...first, ...change }] });
  const params = [...first.params, { ...first.params[0], name: "late", type: "integer" }] as Failure["params"];
  const { ledger } = read(
    ledgerOf([
      ["1.0.0", shop],
      ["2.0.0", after({ name: "CARD_REFUSED" })],
      ["3.0.0", after({ name: "CARD_REFUSED", category: other, retry: "never" })],
      ["4.0.0", after({ name: "CARD_REFUSED", category: other, retry: "never", params })],
    ]),
  );
  const told = codeHistory(ledger)(first.code).map(({ version, what, before }) => [version, what, before]);
  expect(told).toEqual([
    ["1.0.0", "released", ""],
    ["2.0.0", "renamed", first.name],
    ["3.0.0", "moved", first.category.id],
    ...(first.retry === "never" ? [] : [["3.0.0", "meaning", ""]]),
    ["4.0.0", "params", ""],
  ]);
  expect(codeHistory(ledger)(4711)).toEqual([]);
});

test("every line is JSON by itself", () => {
  const [line = ""] = ledgerOf([["1.0.0", catalogFixture("minimal")]]).split("\n");
  expect(parseJson({ path: "line", text: line }).value).toMatchObject({ ledger: 1, version: "1.0.0", previous: null });
});
