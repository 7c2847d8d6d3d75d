import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageSizes, pageScript } from "../bench/message-sizes.ts";
import type { Catalog } from "../core/catalog.ts";
import { directionOf, localeResolution, resolveLocale } from "../core/locale-resolution.ts";
import { messageBundle } from "../core/message-bundle.ts";
import { packageName } from "../generators/messages/message-format.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { formatCatalogs } from "./format-catalogs.ts";
import { artifactsOf } from "./golden.ts";
import { type Conformance, conformance, formatted, normalised } from "./message-conformance.ts";
import {
  compilerMistakes,
  consumerSettings,
  installPackage,
  temporaryFolder,
  writeFiles,
} from "./typescript-package.ts";

interface Localized {
  readonly text: string;
  readonly code: unknown;
  readonly part: string;
  readonly requestedLocale: unknown;
  readonly resolvedLocale: string;
  readonly direction: string;
}

interface Functions {
  message(code: unknown, options?: unknown): string;
  localizedMessage(code: unknown, options?: unknown): Localized;
}

interface Runtime {
  messagesIn(...tables: readonly unknown[]): Functions;
}

const folder = temporaryFolder(afterAll);
const modes = ["functions", "compact JSON"] as const;

/** Where the messages are: in the npm package, or in the bundle of the target messages. */
const places = ["the npm package", "the bundle"] as const;

/** Writes what a place has, and returns its folder. */
async function installed(at: string, catalog: Catalog, place: (typeof places)[number]): Promise<string> {
  if (place === "the npm package") return await installPackage(at, catalog);
  const target = join(at, "node_modules", packageName(catalog));
  writeFiles(target, await artifactsOf(messages({ formats: ["es-modules"] }), catalog));
  return join(target, "es-modules");
}

/** What a package has for a mode: its runtime, and the table of each locale. */
async function loaded(at: string, catalog: Catalog, mode: (typeof modes)[number]) {
  const read = async (path: string): Promise<unknown> => await import(pathToFileURL(join(at, path)).href);
  const runtime = (await read(mode === "functions" ? "message.js" : "message-json.js")) as Runtime & Functions;
  const compact = at.endsWith("es-modules") ? "compact" : "messages/compact";
  const tables = new Map<string, unknown>();
  for (const { tag } of catalog.locales) {
    if (mode === "functions") tables.set(tag, ((await read(`message/${tag}.js`)) as { locale: unknown }).locale);
    else tables.set(tag, JSON.parse(readFileSync(join(at, `${compact}/${tag}.json`), "utf8")));
  }
  return { runtime, tables, all: runtime.messagesIn(...tables.values()) };
}

/** The text in the language that it is written in: one that stands in for another has the plural rules of its own. */
function expected(
  name: string,
  catalog: Catalog,
): ReadonlyMap<Conformance, { readonly text: string; readonly writtenIn: string }> {
  const writtenIn = new Map<string, string>();
  for (const locale of catalog.locales) {
    for (const message of messageBundle(catalog, locale)) {
      writtenIn.set(`${locale.tag} ${message.failure.code}.${message.part}`, message.writtenIn);
    }
  }
  return new Map(
    conformance(name, catalog).map((line) => {
      const tag = writtenIn.get(`${line.tag} ${line.key}`) ?? "";
      const text = tag === line.tag ? line.text : normalised(formatted(line.written, tag, line.params));
      return [line, { text, writtenIn: tag }];
    }),
  );
}

const codeOf = (catalog: Catalog, key: string): number | string => {
  const code = key.slice(0, key.lastIndexOf("."));
  return catalog.codeType === "integer" ? Number(code) : code;
};

describe.each(formatCatalogs)("the messages of the catalog %s", (name, catalog) => {
  const ways = places.flatMap((place) => modes.map((mode) => [mode, place] as const));

  it.each(ways)("as %s of %s say what the conformance file says", async (mode, place) => {
    const at = await installed(join(folder, name), catalog, place);
    const { all } = await loaded(at, catalog, mode);
    const lines = [...expected(name, catalog)];
    expect(lines.length).toBeGreaterThan(5);
    const said = lines.map(([{ key, part, tag, params }]) => {
      const options = { locale: tag, part, params };
      const { requestedLocale: _requested, ...localized } = all.localizedMessage(codeOf(catalog, key), options);
      expect(all.message(codeOf(catalog, key), options)).toBe(localized.text);
      return { key, tag, params, ...localized, text: normalised(localized.text) };
    });
    expect(said).toEqual(
      lines.map(([{ key, part, tag, params }, { text, writtenIn }]) => {
        const resolved = { resolvedLocale: writtenIn, direction: directionOf(writtenIn) };
        return { key, tag, params, text, code: codeOf(catalog, key), part, ...resolved };
      }),
    );
  });
});

describe.each(modes)("the runtime over %s", (mode) => {
  const catalog = catalogFixture("shop");
  const at = join(folder, `wild-${mode.replace(" ", "-")}`);
  let all: Functions;
  let none: Functions;
  beforeAll(async () => {
    const { runtime, all: functions } = await loaded(await installPackage(at, catalog), catalog, mode);
    all = functions;
    none = runtime.messagesIn();
  });
  const fallbackIn = { en: "We are looking into it.", ja: "原因を調べています。", pl: "Sprawdzamy to." };

  it("says the fallback's text in the language for a code that nobody knows", () => {
    for (const code of [4242, "no", Number.NaN, "constructor", "__proto__", -1]) {
      for (const [locale, text] of Object.entries(fallbackIn)) {
        expect(all.message(code, { locale })).toBe(text);
        expect(all.localizedMessage(code, { locale })).toMatchObject({ code: 9001, resolvedLocale: locale });
      }
    }
    expect(none.message(4242)).toBe(mode === "functions" ? fallbackIn.en : "Something went wrong");
  });

  it("writes the name in braces for a param that is not given", () => {
    expect(all.message(1001)).toBe("Your bank refused {amount} on the card {card}.");
    expect(all.message(1001, { params: { card: "4242" } })).toBe("Your bank refused {amount} on the card 4242.");
    expect(all.message(1001, { params: { card: {}, amount: null } })).toBe(all.message(1001));
    expect(all.message(1001, { params: { card: 1n, amount: Symbol("s") } })).toBe(all.message(1001));
    expect(all.message(2001)).toBe("The driver lost {count} parcels.");
    expect(all.message(2001, { part: "title", params: { count: "1" } })).toBe("A parcel is missing");
  });

  it("says a detail where there is no such part, and a title where there is no detail", () => {
    expect(all.localizedMessage(1003, { part: "action" })).toMatchObject({
      text: "This voucher was used before",
      part: "title",
    });
    expect(all.localizedMessage(9001, { part: "action" })).toMatchObject({ text: fallbackIn.en, part: "detail" });
    expect(all.localizedMessage(9001, { part: "toString" })).toMatchObject({ text: fallbackIn.en, part: "detail" });
  });

  it("resolves any tag by the table that all targets share", () => {
    const resolution = localeResolution(catalog);
    const tags = [
      "pl",
      "PL",
      "pl_PL",
      "pl-Latn-PL-x-shop",
      "ja-JP",
      "en-GB",
      "de",
      "",
      "xx",
      "constructor",
      "-",
      "日本",
    ];
    for (const locale of [...tags, ...resolution.chains.keys()]) {
      const [first] = resolveLocale(resolution, locale);
      const { resolvedLocale, requestedLocale } = all.localizedMessage(9001, { locale });
      expect([locale, resolvedLocale, requestedLocale]).toEqual([locale, first, locale]);
    }
    expect(all.localizedMessage(9001)).toMatchObject({ requestedLocale: "en", resolvedLocale: "en", direction: "ltr" });
    expect(all.localizedMessage(1003, { locale: "ja" })).toMatchObject({ requestedLocale: "ja", resolvedLocale: "en" });
  });

  it("gives a text whatever it is given", () => {
    const thrower = new Proxy(
      {},
      {
        get: () => {
          throw new Error("no");
        },
      },
    );
    const wild = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withSparseArray: true }),
      fc.constantFrom(null, undefined, thrower, Symbol("s"), () => 1, 1001, 2001, "2001"),
    );
    const options = fc.oneof(
      wild,
      fc.record({ locale: wild, part: fc.oneof(wild, fc.constant("title")), params: wild }, { requiredKeys: [] }),
      fc.record({ params: fc.record({ count: wild, carrier: wild, card: wild, amount: wild, days: wild }) }),
    );
    fc.assert(
      fc.property(fc.oneof(wild, fc.constantFrom(1001, 1002, 2001, 2002)), options, (code, given) => {
        const text = all.message(code, given);
        expect(typeof text).toBe("string");
        expect(text).not.toBe("");
        const localized = all.localizedMessage(code, given);
        expect(localized.text).toBe(text);
        expect(["en", "ja", "pl"]).toContain(localized.resolvedLocale);
      }),
      { numRuns: 1000 },
    );
  });
});

it("has types in the bundle too: what is not a param, or not of its type, does not compile", async () => {
  const catalog = catalogFixture("shop");
  const consumer = join(folder, "bundle");
  await installed(consumer, catalog, "the bundle");
  const name = `${packageName(catalog)}/es-modules`;
  const text = `import { message, messagesIn } from "${name}/message.js";
import { messagesIn as messagesOf } from "${name}/message-json.js";
import { locale } from "${name}/message/pl.js";
import en from "${name}/compact/en.json" with { type: "json" };
export const late: string = messagesIn(locale).message(2002, { locale: "pl", params: { days: 2 } });
export const used: string = messagesOf(en).message(1003);
export const misspelt = message(2002, { params: { day: 2 } });
export const untyped = message(2002, { params: { days: "2" } });
export const missing = message(2002);
`;
  writeFiles(
    consumer,
    new Map([
      ["consumer.ts", text],
      ["package.json", '{ "type": "module" }'],
    ]),
  );
  const mistakes = compilerMistakes([join(consumer, "consumer.ts")], consumerSettings("nodenext"), consumer);
  const places = mistakes.map((mistake) => mistake.replace(/(TS\d+).*/s, "$1"));
  expect(places).toEqual(["consumer.ts:7 TS2561", "consumer.ts:8 TS2322", "consumer.ts:9 TS2554"]);
});

it("is as small as it is said to be", async () => {
  const at = await installPackage(join(folder, "sizes"), shippedCatalog());
  const { texts, functions, jsonRuntime, resolution } = await messageSizes(at, "en");
  expect(functions).toBeLessThanOrEqual(texts * 1.25);
  expect(jsonRuntime).toBeLessThanOrEqual(450);
  // The chains of twelve locales, and the lookup of a tag in them.
  expect(resolution).toBeLessThanOrEqual(480);
  for (const source of ['export { message } from "./message.js"', 'export { messagesIn } from "./message-json.js"']) {
    expect(await pageScript(at, source)).not.toMatch(/\bimport\b/);
  }
});
