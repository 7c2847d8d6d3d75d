import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { createInstance } from "i18next";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { Catalog, Failure, Locale, Param } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import { messageBundle, messageKey } from "../core/message-bundle.ts";
import { loadFormats, messageFormatIds } from "../generators/messages/formats.ts";
import type { I18nextChoices } from "../generators/messages/i18next-forms.ts";
import { messageLimits } from "../generators/messages/limits.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture, fixtures, shippedCatalog } from "./catalog-fixture.ts";
import { temporaryFolder } from "./cli-project.ts";
import { artifactsOf } from "./golden.ts";
import { hostileText } from "./hostile-text.ts";
import { type Conformance, conformanceOf, formatted, normalised } from "./message-conformance.ts";

type Files = ReadonlyMap<string, string>;

/** Set by .ci/run, where nothing may be skipped. */
const toolsAreRequired = process.env["FAILCODES_REQUIRE_TOOLS"] === "1";

/** Whether what a program shows has to be skipped, since the program is not installed; says so. */
function isSkipped(what: string, programs: readonly (readonly string[])[]): boolean {
  const missing = programs.find(([name = "", ...words]) => spawnSync(name, words).status !== 0);
  if (missing === undefined || toolsAreRequired) return false;
  console.warn(`skipped: ${what}, since ${missing[0]} is not installed`);
  return true;
}

const withoutJava = isSkipped("properties read back by Java", [
  ["javac", "-version"],
  ["java", "-version"],
]);
const withoutGettext = isSkipped("PO files read back by gettext", [
  ["msgfmt", "--version"],
  ["python3", "--version"],
]);

/** Texts of a shop with plurals, ordinals, selects and numbers, in every locale that is shipped. */
function hostileCatalog(locales: readonly string[], size: number): Catalog {
  const quote = (text: string, special: RegExp): string => {
    const start = text.search(special);
    const doubled = (piece: string) => piece.replaceAll("'", "''");
    return start < 0 ? doubled(text) : `${doubled(text.slice(0, start))}'${doubled(text.slice(start))}'`;
  };
  const literal = hostileText.map((text) => quote(text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, "").trim(), /[{}]/));
  const inPlural = hostileText.map((text) =>
    quote(text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, "").trim(), /[{}#]/),
  );
  const tree = fc
    .record({ a: literal, b: literal, one: inPlural, other: inPlural, zero: inPlural, bike: inPlural, end: literal })
    .map(({ a, b, one, other, zero, bike, end }) => ({
      title: `${a} .`,
      detail: `${a} {place}, {weight, number} ${b} {code} .`,
      action: `${a} {vehicle, select, bike {${b}: {n, plural, =0 {${zero}.} one {${bike} # .} other {# ${other} {place}.}}} other {{n, plural, one {${one} # .} other {${other} #.}}}} ${end} {weight, number, ::.00} .`,
    }));
  const texts = fc.sample(tree, { numRuns: size, seed: 7 });
  const params: readonly Param[] = [
    { name: "n", type: "integer", values: [], example: 3, description: "How many.", pii: false, grouping: true },
    {
      name: "vehicle",
      type: "enum",
      values: ["bike", "van"],
      example: "van",
      description: "",
      pii: false,
      grouping: true,
    },
    { name: "place", type: "string", values: [], example: "l'Île", description: "", pii: false, grouping: true },
    { name: "weight", type: "number", values: [], example: 12.25, description: "", pii: false, grouping: true },
    { name: "code", type: "integer", values: [], example: 30007, description: "", pii: false, grouping: true },
  ];
  const shop = catalogFixture("shop");
  const base = shop.failures[0] as Failure;
  const failures = texts.map(({ title, detail, action }, index): Failure => {
    const message = (text: string) => ({
      text,
      description: "A note\nof two lines",
      maxLength: undefined,
      markup: false,
    });
    return {
      ...base,
      code: index + 1,
      name: `F_${index}`,
      params: index % 3 === 0 ? [] : params,
      messages:
        index % 3 === 0
          ? { title: message(title) }
          : { title: message(title), detail: message(detail), action: message(action) },
    };
  });
  const others = locales.map(
    (tag): Locale => ({
      tag,
      file: { path: `locales/${tag}.json`, text: "" },
      mayHoldTags: true,
      messages: () =>
        new Map(
          failures.map((failure, index) => {
            const from = failures[(index + 3) % failures.length] as Failure;
            const own = { title: from.messages.title?.text ?? "" };
            if (from.params.length === 0 || failure.params.length === 0) return [failure.name, own];
            return [
              failure.name,
              { ...own, detail: from.messages.detail?.text ?? "", action: from.messages.action?.text ?? "" },
            ];
          }),
        ),
    }),
  );
  return {
    ...shop,
    failures,
    byCode: new Map(failures.map((failure) => [failure.code, failure])),
    locales: [shop.locales[0] as Locale, ...others],
  };
}

const catalogs: readonly (readonly [name: string, catalog: Catalog])[] = [
  ["that is shipped", shippedCatalog()],
  ["shop", catalogFixture("shop")],
  ["compiler", catalogFixture("compiler")],
  ["hostile", catalogFixture("hostile")],
  ["of hostile texts with choices", hostileCatalog(["ar", "fr", "hi", "ja", "pl", "pt-BR", "zh-Hans"], 36)],
];

/** What is compared: place, values, and the text or what is said instead. */
const shown = ({ tag, key, params }: Conformance, text: string) => ({ tag, key, params, text: normalised(text) });

/** The texts that a format cannot hold, by locale and key, as `check` reports them. */
async function reported(catalog: Catalog): Promise<ReadonlySet<string>> {
  const formats = await loadFormats(["i18next"]);
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

describe.each(catalogs)("the catalog %s", (_name, catalog) => {
  const list = conformanceOf(catalog);

  it("says in i18next what FormatJS says, or is reported", async () => {
    const files = await artifactsOf(messages({ formats: ["i18next"] }), catalog);
    const choices = JSON.parse(files.get("i18next/choices.json") ?? "") as Record<string, I18nextChoices>;
    const lost = await reported(catalog);
    const resources = Object.fromEntries(
      catalog.locales.map(({ tag }) => [tag, { failures: JSON.parse(files.get(`i18next/${tag}.json`) ?? "") }]),
    );
    const said: unknown[] = [];
    const expected: unknown[] = [];
    for (const { tag } of catalog.locales) {
      const i18n = createInstance();
      await i18n.init({
        lng: tag,
        fallbackLng: false,
        resources,
        interpolation: { escapeValue: false },
        showSupportNotice: false,
      } as object);
      for (const entry of list) {
        if (entry.tag !== tag || lost.has(`${tag} ${entry.key}`)) continue;
        // Values are what a program has: i18next formats them once more if they look like its own syntax, which is its affair.
        if (Object.values(entry.params).some((value) => String(value).includes("$t("))) continue;
        const { count = "", context = "", ordinal } = choices[entry.key] ?? {};
        const options = {
          ns: "failures",
          replace: entry.params,
          count: entry.params[count],
          context: entry.params[context],
          ordinal,
        };
        said.push(shown(entry, String(i18n.t(entry.key, options as never))));
        expected.push(shown(entry, entry.text));
      }
    }
    expect(said).toEqual(expected);
    expect(said.length).toBeGreaterThan(list.length / 4);
  });

  it.skipIf(withoutGettext)("says in gettext what FormatJS says", async () => {
    const files = await artifactsOf(messages({ formats: ["po"] }), catalog);
    const folder = layFiles(files, "po/");
    const compiled = new Map<string, string>();
    for (const path of files.keys()) {
      if (!path.endsWith(".po")) continue;
      const mo = join(folder, `${path}.mo`);
      const run = spawnSync("msgfmt", ["--check", "-o", mo, join(folder, path)], { encoding: "utf8" });
      expect({ path, status: run.status, said: run.stderr }).toEqual({ path, status: 0, said: "" });
      compiled.set(path, mo);
    }
    const entries = new Map(poEntries(files.get("po/messages.pot") ?? "").map((entry) => [entry.context, entry]));
    const asked = list.map((entry) => {
      const { one = "", other } = entries.get(entry.key) ?? {};
      const name = other === undefined ? undefined : /\{(\w+), plural/.exec(entry.source)?.[1];
      const count = name === undefined ? 0 : Number(entry.params[name]);
      return [compiled.get(`po/${posix[entry.tag] ?? entry.tag}.po`), entry.key, one, other ?? null, Math.trunc(count)];
    });
    const script = join(fixtures, "consumers/gettext/read_back.py");
    const run = spawnSync("python3", [script], { input: JSON.stringify(asked), encoding: "utf8", maxBuffer: 1 << 28 });
    expect(run.stderr).toBe("");
    const found = JSON.parse(run.stdout) as readonly string[];
    const said: unknown[] = [];
    const expected: unknown[] = [];
    for (const [index, entry] of list.entries()) {
      // gettext counts whole numbers.
      if (asked[index]?.[3] !== null && Object.values(entry.params).includes(1.5)) continue;
      const tag = entry.translated ? entry.tag : catalog.defaultLocale;
      const text = found[index] ?? "";
      said.push(shown(entry, entries.get(entry.key)?.icu ? formatted(text, tag, entry.params) : text));
      expected.push(shown(entry, entry.translated ? entry.text : formatted(entry.source, tag, entry.params)));
    }
    expect(said).toEqual(expected);
  });

  it.skipIf(withoutJava).each(["text", "spring"] as const)(
    "says in java.text what FormatJS says: %s",
    async (dialect) => {
      const files = await artifactsOf(messages({ formats: [`java-${dialect}`] }), catalog);
      const said = readByJava(files, dialect, list);
      expect(list.map((entry, index) => shown(entry, westernDigits(said[index] ?? "")))).toEqual(
        list.map((entry) => shown(entry, westernDigits(javaText(entry)))),
      );
    },
  );

  // ICU4J is not to be had here: Java reads the properties, and FormatJS stands in for ICU4J's MessageFormat.
  it.skipIf(withoutJava)("says in properties for ICU4J what FormatJS says", async () => {
    const files = await artifactsOf(messages({ formats: ["java-icu4j"] }), catalog);
    const found = readByJava(files, "icu4j", list);
    expect(
      list.map((entry, index) => shown(entry, westernDigits(formatted(found[index] ?? "", entry.tag, entry.params)))),
    ).toEqual(list.map((entry) => shown(entry, westernDigits(javaText(entry)))));
  });

  it("is ASCII in properties, and has no comment that ends before its line", async () => {
    const files = await artifactsOf(messages({ formats: ["java-icu4j", "java-text", "java-spring"] }), catalog);
    for (const [path, content] of files) if (path.endsWith(".properties")) expect(content, path).toMatch(/^[\n -~]*$/);
  });
});

const posix: Readonly<Record<string, string>> = { "en-GB": "en_GB", "pt-BR": "pt_BR", "zh-Hans": "zh_CN" };

/** Java writes the digits of a locale where FormatJS writes a param as it is, and has another CLDR. */
function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/\u066b/g, ".");
}

/** What Java writes of a number as it is: no grouping, and the locale's own decimal sign. */
function javaText(entry: Conformance): string {
  const { declared, written, tag, params } = entry;
  let text = written;
  for (const { name, type } of declared) {
    if (type === "integer" || type === "number") text = text.replaceAll(`{${name}}`, `{${name}, number, ::group-off}`);
  }
  return formatted(text, tag, params);
}

function layFiles(files: Files, prefix: string): string {
  const folder = temporaryFolder();
  for (const [path, content] of files) {
    if (!path.startsWith(prefix)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const program = mkdtempSync(join(tmpdir(), "failcodes-java-"));
beforeAll(() => {
  if (withoutJava) return;
  const source = join(fixtures, "consumers/java/ReadBack.java");
  const run = spawnSync("javac", ["-d", program, source], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
});
afterAll(() => rmSync(program, { recursive: true }));

const base64 = (text: string): string => Buffer.from(text).toString("base64");

function readByJava(
  files: Files,
  dialect: "icu4j" | "text" | "spring",
  list: readonly Conformance[],
): readonly string[] {
  const folder = layFiles(files, `java-${dialect}/`);
  const lines = list.map(({ tag, key, params, declared }) => {
    const values = declared.map(({ name, type }) => {
      const value = params[name] ?? "";
      if (type === "integer") return `l:${value}`;
      return type === "number" ? `d:${value}` : `s:${base64(String(value))}`;
    });
    const categories = declared.flatMap(({ name, type }, index) => {
      if (type !== "integer" && type !== "number") return [];
      const number = Number(params[name]);
      const category = (type: "cardinal" | "ordinal") => new Intl.PluralRules(tag, { type }).select(number);
      return [`plural:${index}=${category("cardinal")}`, `selectordinal:${index}=${category("ordinal")}`];
    });
    return [tag, key, values.join(" "), categories.join(" ")].join("\t");
  });
  const words = [
    "-cp",
    program,
    "ReadBack",
    dialect,
    join(folder, `java-${dialect}`),
    dialect === "spring" ? "messages" : "Messages",
  ];
  const run = spawnSync("java", words, { input: `${lines.join("\n")}\n`, encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trimEnd()
    .split("\n")
    .map((line) => Buffer.from(line, "base64").toString());
}

interface PoEntry {
  readonly context: string;
  readonly one: string;
  readonly other: string | undefined;
  readonly icu: boolean;
}

/** The entries of a template, as far as a program needs them to ask for a translation. */
function poEntries(text: string): readonly PoEntry[] {
  return text
    .split("\n\n")
    .slice(1)
    .map((block) => {
      const field = (name: string): string | undefined => {
        const found = new RegExp(`^${name} ((?:"[^\\n]*"\\n?)+)`, "m").exec(block)?.[1];
        return found
          ?.split("\n")
          .filter((line) => line !== "")
          .map((line) => JSON.parse(line) as string)
          .join("");
      };
      return {
        context: field("msgctxt") ?? "",
        one: field("msgid") ?? "",
        other: field("msgid_plural"),
        icu: block.includes("#, icu-message-format"),
      };
    });
}

test("ICU JSON is there by default, and those that are named are made alone", async () => {
  const shop = catalogFixture("shop");
  const folders = async (files: Promise<Files>) => [
    ...new Set([...(await files).keys()].filter((path) => path.includes("/")).map((path) => path.split("/")[0])),
  ];
  expect(await folders(artifactsOf(messages(), shop))).toEqual(["icu-json"]);
  expect(await folders(artifactsOf(messages({ formats: messageFormatIds }), shop))).toEqual([...messageFormatIds]);
  const files = artifactsOf(messages({ formats: ["po", "i18next"] }), shop);
  expect(await folders(files)).toEqual(["i18next", "po"]);
  expect((await files).get("locales.json")).toBe((await artifactsOf(messages(), shop)).get("locales.json"));
  expect(textOf((await files).get("README.md") ?? "")).not.toContain("java");
});
