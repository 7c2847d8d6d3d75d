import { createInstance } from "i18next";
import { describe, expect, it, test } from "vitest";
import { textOf } from "../core/content.ts";
import { messageFormatIds } from "../generators/messages/formats.ts";
import type { I18nextChoices } from "../generators/messages/i18next-forms.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { formatCatalogs } from "./format-catalogs.ts";
import { artifactsOf } from "./golden.ts";
import { conformance, formatted, shown } from "./message-conformance.ts";
import { reportedTexts } from "./reported-texts.ts";

describe.each(formatCatalogs)("the catalog %s", (name, catalog) => {
  const list = conformance(name, catalog);

  it("says in ICU JSON what the conformance file says", async () => {
    const files = await artifactsOf(messages({ formats: ["icu-json"] }), catalog);
    const bundles = new Map(
      catalog.locales.map(({ tag }) => {
        const bundle = JSON.parse(files.get(`icu-json/${tag}.json`) ?? "") as Readonly<Record<string, string>>;
        return [tag, bundle];
      }),
    );
    const said = list.map((entry) => {
      const text = bundles.get(entry.tag)?.[entry.key] ?? "";
      return shown(entry, formatted(text, entry.tag, entry.params));
    });
    expect(said).toEqual(list.map((entry) => shown(entry, entry.text)));
  });

  it("says in i18next what FormatJS says, or is reported", async () => {
    const files = await artifactsOf(messages({ formats: ["i18next"] }), catalog);
    const choices = JSON.parse(files.get("i18next/choices.json") ?? "") as Record<string, I18nextChoices>;
    const lost = await reportedTexts("i18next", catalog);
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
});

test("some formats are there by default, and those that are named are made alone", async () => {
  const shop = catalogFixture("shop");
  const byDefault = ["es-modules", "icu-json", "i18next", "java-icu4j", "java-text", "java-spring", "po"];
  const folders = async (files: Promise<ReadonlyMap<string, string>>) => [
    ...new Set([...(await files).keys()].filter((path) => path.includes("/")).map((path) => path.split("/")[0])),
  ];
  expect(await folders(artifactsOf(messages(), shop))).toEqual(byDefault);
  const all = await folders(artifactsOf(messages({ formats: messageFormatIds }), shop));
  expect(all.sort()).toEqual([...messageFormatIds].sort());
  const files = artifactsOf(messages({ formats: ["po", "i18next"] }), shop);
  expect(await folders(files)).toEqual(["i18next", "po"]);
  expect((await files).get("locales.json")).toBe((await artifactsOf(messages(), shop)).get("locales.json"));
  expect(textOf((await files).get("README.md") ?? "")).not.toContain("java");
});
