import { spawnSync } from "node:child_process";
import { describe, expect, it, test } from "vitest";
import type { Catalog, Failure, Locale } from "../core/catalog.ts";
import { messageBundle, messageKey } from "../core/message-bundle.ts";
import { pluralCategories } from "../core/plural-categories.ts";
import { loadFormats, type MessageFormatId } from "../generators/messages/formats.ts";
import { messageLimits } from "../generators/messages/limits.ts";
import { androidQualifier } from "../generators/messages/locale-name.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";
import { hostileCatalog } from "./hostile-catalog.ts";
import { isSkipped } from "./installed-programs.ts";
import { type Conformance, conformanceOf, normalised } from "./message-conformance.ts";
import {
  type ArbPlaceholder,
  androidResources,
  appleFormat,
  type ChoicesOfKey,
  chosen,
  genL10n,
  javaFormat,
  type StringCatalog,
  type Value,
  valueRuns,
} from "./mobile-stand-ins.ts";

const withoutXmllint = isSkipped("strings.xml read by xmllint", [["xmllint", "--version"]]);

const catalogs: readonly (readonly [name: string, catalog: Catalog])[] = [
  ["that is shipped", shippedCatalog()],
  ["shop", catalogFixture("shop")],
  ["compiler", catalogFixture("compiler")],
  ["hostile", catalogFixture("hostile")],
  ["of hostile texts with choices", hostileCatalog(["ar", "fr", "he", "hi", "ja", "pl", "pt-BR", "zh-Hans"], 36)],
];

const shown = ({ tag, key, params }: Conformance, text: string) => ({ tag, key, params, text: normalised(text) });

const pathOfAndroid = (tag: string, catalog: Catalog): string =>
  `android/res/values${tag === catalog.defaultLocale ? "" : `-${androidQualifier(tag)}`}/strings.xml`;

/** The texts that a format cannot hold, by locale and key, as `check` reports them. */
async function reported(id: MessageFormatId, catalog: Catalog): Promise<ReadonlySet<string>> {
  const formats = await loadFormats([id]);
  const found = new Set<string>();
  for (const locale of catalog.locales) {
    for (const { failure, part } of messageBundle(catalog, locale)) {
      if (part === "developer") continue;
      const one = { ...failure, messages: { [part]: failure.messages[part] } } as Failure;
      const alone: Catalog = { ...catalog, failures: [one], locales: [locale], byCode: new Map([[one.code, one]]) };
      const [problem] = messageLimits(alone, formats);
      if (problem !== undefined) found.add(`${locale.tag} ${messageKey(failure, part)}`);
    }
  }
  return found;
}

/** Holds a reader to the list, without what was reported; a text that stands in for another is said as its own language says it. */
async function expectConformance(
  id: MessageFormatId,
  catalog: Catalog,
  read: (entry: Conformance) => string,
): Promise<void> {
  const list = conformanceOf(catalog);
  const lost = await reported(id, catalog);
  const said: unknown[] = [];
  const expected: unknown[] = [];
  for (const entry of list) {
    if (lost.has(`${entry.tag} ${entry.key}`)) continue;
    said.push(shown(entry, read(entry)));
    expected.push(shown(entry, entry.text));
  }
  expect(said).toEqual(expected);
  expect(said.length).toBeGreaterThan((list.length * 3) / 4);
}

describe.each(catalogs)("the catalog %s", (_name, catalog) => {
  // No aapt is to be had: its reading of a resource, and Java's String.format, are those of mobile-stand-ins.ts.
  it("says in resources of Android what FormatJS says, or is reported", async () => {
    const files = await artifactsOf(messages({ formats: ["android"] }), catalog);
    const keys = JSON.parse(files.get("android/keys.json") ?? "") as Record<string, string>;
    const choices = JSON.parse(files.get("android/choices.json") ?? "") as Record<string, ChoicesOfKey>;
    const resources = new Map(
      catalog.locales.map(({ tag }) => [tag, androidResources(files.get(pathOfAndroid(tag, catalog)) ?? "")]),
    );
    const all = [...(resources.get(catalog.defaultLocale)?.keys() ?? [])];
    const forDevelopers = new Set(Object.keys(keys).filter((key) => key.endsWith(".developer")));
    for (const [tag, own] of resources) {
      if (tag === catalog.defaultLocale) continue;
      expect([...own.keys()]).toEqual(
        all.filter((name) => !/_developer(?:__|$)/.test(name) || forDevelopers.size === 0),
      );
      for (const resource of own.values()) {
        if (typeof resource !== "string") expect([...resource.keys()]).toEqual(pluralCategories(tag));
      }
    }
    await expectConformance("android", catalog, ({ key, tag, params, declared }) => {
      const own = choices[key];
      const variant = chosen(own, params);
      const pieces = variant?.arms.map(([param, arm]) => own?.selects.find((one) => one.param === param)?.arms[arm]);
      const ending = [...(pieces ?? []), variant?.exact ?? []].flat().map((piece) => `__${piece}`);
      const resource = resources.get(tag)?.get((keys[key] ?? "") + ending.join(""));
      if (resource === undefined) throw new Error(`${tag} has no ${key}${ending.join("")}`);
      const count = params[own?.count ?? ""];
      const text =
        typeof resource === "string"
          ? resource
          : (resource.get(new Intl.PluralRules(tag).select(Number(count))) ?? resource.get("other") ?? "");
      return declared.length === 0 ? text : javaFormat(text, valueRuns(declared, params, tag), tag);
    });
  });

  it.skipIf(withoutXmllint)("is XML to xmllint", async () => {
    const files = await artifactsOf(messages({ formats: ["android"] }), catalog);
    for (const { tag } of catalog.locales) {
      const run = spawnSync("xmllint", ["--noout", "-"], {
        input: files.get(pathOfAndroid(tag, catalog)) ?? "",
        encoding: "utf8",
      });
      expect({ tag, status: run.status, said: run.stderr }).toEqual({ tag, status: 0, said: "" });
    }
  });

  // No Xcode is to be had: substitutions and printf are those of mobile-stand-ins.ts.
  it("says in a String Catalog what FormatJS says, or is reported", async () => {
    const files = await artifactsOf(messages({ formats: ["xcstrings"] }), catalog);
    const file = JSON.parse(files.get("xcstrings/Failures.xcstrings") ?? "") as StringCatalog;
    const choices = JSON.parse(files.get("xcstrings/choices.json") ?? "") as Record<string, ChoicesOfKey>;
    await expectConformance("xcstrings", catalog, ({ key, tag, params, declared }) => {
      const own = choices[key];
      const variant = chosen(own, params);
      const ending = (variant?.arms ?? []).map(([param, arm]) => `.${param}-${arm}`);
      if (variant?.exact !== undefined) ending.push(`.${own?.count}-${variant.exact}`);
      const localization = file.strings[key + ending.join("")]?.localizations[tag];
      if (localization === undefined) throw new Error(`${tag} has no ${key}${ending.join("")}`);
      if (declared.length === 0) return localization.stringUnit.value;
      const texts = valueRuns(declared, params, tag).map(String);
      const numbers = declared.map(({ name }): Value => {
        const value = params[name];
        return typeof value === "number" ? value : 0;
      });
      return appleFormat(localization, [...texts, ...numbers], tag);
    });
  });

  // No Flutter is to be had: what gen-l10n knows of ICU, and the code that it writes, are those of mobile-stand-ins.ts.
  it("says in ARB what FormatJS says, or is reported", async () => {
    const files = await artifactsOf(messages({ formats: ["arb"] }), catalog);
    const keys = JSON.parse(files.get("arb/keys.json") ?? "") as Record<string, string>;
    const read = (tag: string) =>
      JSON.parse(files.get(`arb/app_${tag.replaceAll("-", "_")}.arb`) ?? "") as Record<string, unknown>;
    const template = read(catalog.defaultLocale);
    const texts = new Map(catalog.locales.map(({ tag }) => [tag, read(tag)]));
    for (const key of Object.values(keys)) expect(key).toMatch(/^[a-z][A-Za-z0-9]*$/);
    const dart = dartArguments(files.get("arb/failure_messages.dart") ?? "");
    await expectConformance("arb", catalog, ({ key, tag, params, declared }) => {
      const method = keys[key] ?? "";
      const meta = template[`@${method}`] as { placeholders?: Record<string, ArbPlaceholder> };
      const placeholders = meta.placeholders ?? {};
      const call = dart.get(key);
      expect(call?.method).toBe(method);
      const values = Object.fromEntries(
        Object.keys(placeholders).map((name, index) => {
          const param = call?.params[index] ?? "";
          expect(declared.map((one) => one.name)).toContain(param);
          return [name, params[param] ?? ""];
        }),
      );
      return genL10n(String(texts.get(tag)?.[method]), placeholders, values, tag);
    });
  });
});

/** The method that the Dart file calls for each key, and the params that it hands over. */
function dartArguments(dart: string): ReadonlyMap<string, { method: string; params: readonly string[] }> {
  const cases = dart.matchAll(/case '((?:[^'\\]|\\.)*)':\n\s*return l\.(\w+)(.*);/g);
  return new Map(
    [...cases].map(([, key = "", method = "", call = ""]) => [
      key.replace(/\\(.)/g, "$1"),
      { method, params: [...call.matchAll(/\(params, '(\w+)'\)/g)].map(([, name = ""]) => name) },
    ]),
  );
}

test("locales from right to left have isolates around params, and no others", async () => {
  const catalog = hostileCatalog(["ar", "he", "pl"], 12);
  const files = await artifactsOf(messages({ formats: ["android", "arb", "xcstrings"] }), catalog);
  for (const [path, content] of files) {
    if (!/\.(?:xml|arb)$/.test(path)) continue;
    expect([path, /\u2068/.test(content)]).toEqual([path, /-(?:ar|iw)\/|_(?:ar|he)\./.test(path)]);
    const params = [...content.matchAll(/<xliff:g|\{(?:n|place|weight|code)[A-Z]?\w*\}/g)].length;
    if (/\u2068/.test(content)) expect([...content.matchAll(/\u2068(?:<xliff:g|\{\w+\}\u2069)/g)].length).toBe(params);
    expect([...content.matchAll(/\u2068/g)].length).toBe([...content.matchAll(/\u2069/g)].length);
  }
  const { strings } = JSON.parse(files.get("xcstrings/Failures.xcstrings") ?? "") as StringCatalog;
  for (const { localizations } of Object.values(strings)) {
    for (const [tag, one] of Object.entries(localizations)) {
      const text = JSON.stringify(one);
      expect([tag, text.includes("\u2068")]).toEqual([tag, tag !== "en" && tag !== "pl" && /%\d+\$/.test(text)]);
    }
  }
});

test("a language that has a locale of a script or region alone has an ARB file, which says the same", async () => {
  const shop = catalogFixture("shop");
  const locale = (tag: string): Locale => ({ ...(shop.locales[1] as Locale), tag });
  const own = [shop.locales[0] as Locale, ...["pt-BR", "zh", "zh-Hans", "zh-Hant"].map(locale)];
  const files = await artifactsOf(messages({ formats: ["arb"] }), { ...shop, locales: own });
  const named = [...files.keys()]
    .filter((path) => path.endsWith(".arb"))
    .map((path) => path.slice("arb/app_".length, -4));
  expect(named).toEqual(["en", "pt_BR", "pt", "zh", "zh_Hans", "zh_Hant"]);
  const texts = (tag: string) => ({ ...JSON.parse(files.get(`arb/app_${tag}.arb`) ?? ""), "@@locale": "" });
  expect(texts("pt")).toEqual(texts("pt_BR"));
  const chinese = { ...shop, locales: [shop.locales[0] as Locale, locale("zh-Hans"), locale("zh-Hant")] };
  const written = { ...chinese, fallbacks: new Map([["zh", ["zh-Hant", "en"]]]) };
  const last = async (catalog: Catalog) =>
    [...(await artifactsOf(messages({ formats: ["arb"] }), catalog)).keys()].filter((path) => /_zh/.test(path));
  expect(await last(chinese)).toEqual(["arb/app_zh_Hans.arb", "arb/app_zh.arb", "arb/app_zh_Hant.arb"]);
  expect(await last(written)).toEqual(["arb/app_zh_Hans.arb", "arb/app_zh_Hant.arb", "arb/app_zh.arb"]);
});

test.each([
  ["fr", "fr"],
  ["pt-BR", "pt-rBR"],
  ["zh-Hans", "b+zh+Hans"],
  ["zh-Hant-TW", "b+zh+Hant+TW"],
  ["sr-Latn", "b+sr+Latn"],
  ["es-419", "b+es+419"],
  ["he", "iw"],
  ["id", "in"],
  ["fil", "fil"],
])("Android's qualifier of %s is %s", (tag, qualifier) => {
  expect(androidQualifier(tag)).toBe(qualifier);
});

test("a String Catalog is laid out as Xcode does it, and what is for developers is not translated", async () => {
  const shop = catalogFixture("shop");
  const failures = shop.failures.map((failure, index) =>
    index === 0 ? { ...failure, developerText: "Lost." } : failure,
  );
  const files = await artifactsOf(messages({ formats: ["xcstrings", "android", "arb"] }), { ...shop, failures });
  const text = files.get("xcstrings/Failures.xcstrings") ?? "";
  expect(text).toMatch(/^\{\n {2}"sourceLanguage" : "en",\n {2}"strings" : \{\n/);
  expect(text).toMatch(/\n {2}\},\n {2}"version" : "1\.0"\n\}$/);
  expect(JSON.stringify(JSON.parse(text), undefined, 2).replace(/^( *"(?:[^"\\]|\\.)*"): /gm, "$1 : ")).toBe(text);
  const file = JSON.parse(text) as StringCatalog;
  expect(Object.keys(file.strings)).toEqual(Object.keys(file.strings).sort());
  const key = `${shop.failures[0]?.code}.developer`;
  for (const [name, entry] of Object.entries(file.strings)) {
    expect(entry.extractionState).toBe("manual");
    expect(entry.shouldTranslate).toBe(name === key ? false : undefined);
  }
  expect(Object.keys(file.strings[key]?.localizations ?? {})).toEqual(["en"]);
  const resource = `<string name="e_${shop.failures[0]?.code}_developer" translatable="false">Lost.</string>`;
  const withIt = [...files].filter(([, content]) => content.includes(resource)).map(([path]) => path);
  expect(withIt).toEqual(["android/res/values/strings.xml"]);
});
