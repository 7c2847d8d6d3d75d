import { compile, createCoreContext, registerMessageCompiler, resolveValue, translate } from "@intlify/core-base";
import { MessageFormat } from "messageformat";
import { DraftFunctions } from "messageformat/functions";
import { describe, expect, it, test } from "vitest";
import type { Catalog, Failure } from "../core/catalog.ts";
import type { MessageFormatId } from "../generators/messages/formats.ts";
import { regionLocaleName } from "../generators/messages/locale-name.ts";
import { messages } from "../generators/messages.ts";
import { formatCatalogs } from "./format-catalogs.ts";
import { artifactsOf } from "./golden.ts";
import { hostileCatalog } from "./hostile-catalog.ts";
import { chosenArms, formattedValues } from "./keyed-choices.ts";
import { type Conformance, conformance, conformanceOf, shown } from "./message-conformance.ts";
import { localText, ungrouped } from "./number-spelling.ts";
import { reportedTexts } from "./reported-texts.ts";
import { chromeMessages, chromeText, dotnetFormat, resxResources } from "./web-stand-ins.ts";
import { webTexts } from "./web-texts.ts";

type Files = ReadonlyMap<string, string>;

// As vue-i18n itself does it.
registerMessageCompiler(compile);
/** Its own type is too deep to be told. */
const translated = translate as (context: unknown, key: string, params: object) => unknown;

/** Holds a reader to the conformance file of a catalog, without what was reported. */
async function expectConformance(
  id: MessageFormatId,
  [list, catalog]: readonly [readonly Conformance[], Catalog],
  reader: (files: Files) => (entry: Conformance) => string,
  expected: (entry: Conformance) => string = ({ text }) => text,
): Promise<void> {
  const read = reader(await artifactsOf(messages({ formats: [id] }), catalog));
  const lost = await reportedTexts(id, catalog);
  const held = list.filter(({ tag, key }) => !lost.has(`${tag} ${key}`));
  expect(held.map((entry) => shown(entry, read(entry)))).toEqual(held.map((entry) => shown(entry, expected(entry))));
  expect(held.length).toBeGreaterThan((list.length * 3) / 4);
}

/** The files of all locales, each read once. */
function byLocale<Read>({ locales }: Catalog, read: (tag: string) => Read): (tag: string) => Read {
  const found = new Map(locales.map(({ tag }) => [tag, read(tag)]));
  return (tag) => found.get(tag) as Read;
}

const jsonOf = (files: Files, path: string) => JSON.parse(files.get(path) ?? "") as Readonly<Record<string, string>>;

const dotted = (arms: ReturnType<typeof chosenArms>): string =>
  (arms ?? []).map(([name, arm]) => `.${name}-${arm}`).join("");

const syntax = webTexts();
const catalogs: readonly (readonly [name: string, catalog: Catalog, list: readonly Conformance[]])[] = [
  ...formatCatalogs.map(([name, catalog]) => [name, catalog, conformance(name, catalog)] as const),
  ["of texts that are syntax", syntax, conformanceOf(syntax)],
];

describe.each(catalogs)("the catalog %s", (_name, catalog, list) => {
  it("says in vue-i18n what FormatJS says", () =>
    expectConformance("vue-i18n", [list, catalog], (files) => {
      const contexts = byLocale(catalog, (tag) => {
        const own = jsonOf(files, `vue-i18n/${tag}.json`);
        const context = createCoreContext({
          locale: tag,
          fallbackLocale: false,
          messages: { [tag]: own },
          messageResolver: resolveValue,
          warnHtmlMessage: false,
          onWarn: (warning: string) => {
            throw new Error(warning);
          },
        } as never);
        return { own, context };
      });
      return ({ tag, key, params, declared }) => {
        const { own, context } = contexts(tag);
        const full = key + dotted(chosenArms(own[`${key}.choices`], params, tag));
        expect(Object.keys(own)).toContain(full);
        return String(translated(context, full, { ...params, ...formattedValues(declared, params, tag) }));
      };
    }));

  it("says in MessageFormat 2 what FormatJS says", () =>
    expectConformance("mf2", [list, catalog], (files) => {
      const texts = byLocale(catalog, (tag) => jsonOf(files, `mf2/${tag}.json`));
      return ({ tag, key, params }) =>
        new MessageFormat(tag, texts(tag)[key] ?? "", { bidiIsolation: "none", functions: DraftFunctions }).format(
          params,
          (error) => {
            throw error;
          },
        );
    }));

  // No .NET is to be had: its reading of RESX and `string.Format` are those of web-stand-ins.ts.
  it("says in resources of .NET what FormatJS says, or is reported", () =>
    expectConformance(
      "resx",
      [list, catalog],
      (files) => {
        const path = (tag: string) =>
          tag === catalog.defaultLocale ? "resx/Failures.resx" : `resx/Failures.${tag}.resx`;
        const resources = byLocale(catalog, (tag) => resxResources(files.get(path(tag)) ?? ""));
        return ({ tag, key, params, declared }) => {
          const own = resources(tag);
          const text = own.get(key + dotted(chosenArms(own.get(`${key}.choices`), params, tag)));
          if (text === undefined) throw new Error(`${tag} has no text for ${key}`);
          const values = declared.map((param) => params[param.name] ?? "");
          return ungrouped(tag, values.length === 0 ? text : dotnetFormat(text, values, tag));
        };
      },
      (entry) => ungrouped(entry.tag, localText(entry)),
    ));

  // No browser is to be had: its reading of messages.json and `getMessage` are those of web-stand-ins.ts.
  it("says in a browser extension what FormatJS says, or is reported", () =>
    expectConformance("chrome", [list, catalog], (files) => {
      const keys = jsonOf(files, "chrome/keys.json");
      const texts = byLocale(catalog, (tag) =>
        chromeMessages(files.get(`chrome/_locales/${regionLocaleName(tag)}/messages.json`) ?? ""),
      );
      return ({ tag, key, params, declared }) => {
        const own = texts(tag);
        const arms = chosenArms(own.get(`${keys[key]}__choices`), params, tag) ?? [];
        const end = arms.map(([param, arm]) => `__${param}_${arm}`.toLowerCase());
        const text = own.get((keys[key] ?? "") + end.join(""));
        if (text === undefined) throw new Error(`${tag} has no text for ${key}`);
        const names = own.get(`${keys[key]}__values`)?.split(" ") ?? declared.map((param) => param.name);
        const all = { ...params, ...formattedValues(declared, params, tag) };
        return chromeText(
          text,
          names.map((value) => String(all[value])),
        );
      };
    }));
});

// The versions that take these for syntax are not those that are read back.
test.each([
  ["100%{place}", "100{'%'}{place}"],
  ["C:\\{place}", "C:{'\\\\'}{place}"],
  ["\\@ \\\\ %\\", "{'\\\\@'} {'\\\\\\\\'} {'%\\\\'}"],
])("%s is %s to vue-i18n 9 and 12", async (text, written) => {
  const failure = {
    ...syntax.failures[0],
    messages: { detail: { text, description: "", maxLength: undefined } },
  } as Failure;
  const files = await artifactsOf(messages({ formats: ["vue-i18n"] }), { ...syntax, failures: [failure] });
  expect(jsonOf(files, "vue-i18n/en.json")).toEqual({ "1.detail": written });
});

test("locales from right to left have isolates around params, and no others", async () => {
  const catalog = hostileCatalog(["ar", "he", "pl"], 12);
  const formats = ["laravel", "symfony", "vue-i18n", "resx", "rails", "chrome", "mf2"] as const;
  const files = await artifactsOf(messages({ formats }), catalog);
  for (const [path, content] of files) {
    if (!path.includes("/")) continue;
    const isRightToLeft = /[./](?:ar|he)[./]/.test(path) && !path.startsWith("mf2/");
    const open = content.match(/\u2068|\\u2068/g)?.length ?? 0;
    expect([path, open > 0, content.match(/\u2069|\\u2069/g)?.length ?? 0]).toEqual([path, isRightToLeft, open]);
  }
});

test.each([
  ["fr", "fr"],
  ["pt-BR", "pt_BR"],
  ["zh-Hans", "zh_CN"],
  ["zh-Hant", "zh_TW"],
  ["zh-Hant-HK", "zh_HK"],
  ["sr-Latn", "sr_Latn"],
  ["es-419", "es_419"],
  ["nb", "nb"],
  ["pt", "pt"],
])("%s is %s to PHP's frameworks and to browsers", (tag, name) => {
  expect(regionLocaleName(tag)).toBe(name);
});
