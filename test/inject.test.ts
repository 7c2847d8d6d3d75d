import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { markerNames } from "../core/inject/marker-names.ts";
import { plainReport } from "../core/report/plain.ts";
import {
  countedThings,
  defaultColumns,
  defaultErrorColumns,
  defaultParts,
  errorColumns,
  failureColumns,
  lifecycles,
  linkKinds,
  sortKeys,
  vocabulary,
} from "../generators/inject/vocabulary.ts";
import { repository } from "./built-tool.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import { defaultPlaces, injectedPage } from "./inject-page.ts";

interface Case {
  readonly catalog?: string;
  readonly path?: string;
  readonly baseUrl?: string;
  /** Of the reference pages; null where there are none. */
  readonly folder?: string | null;
}

const folder = join(fixtures, "inject");

/** A page and what becomes of it, byte for byte; or what is said of its mistakes. */
for (const name of readdirSync(folder)) {
  test(`blocks in a page: ${name}`, async () => {
    const place = join(folder, name);
    const settings: Case = existsSync(join(place, "case.json"))
      ? JSON.parse(readFileSync(join(place, "case.json"), "utf8"))
      : {};
    const file = readdirSync(place).find((entry) => entry.startsWith("page.")) ?? "";
    const { catalog = "shop", path = file, baseUrl } = settings;
    const pages = settings.folder === undefined ? defaultPlaces.folder : (settings.folder ?? undefined);
    const places = { folder: pages, baseUrl };
    const { text, diagnostics } = injectedPage(catalogFixture(catalog), path, readFileSync(join(place, file)), places);
    if (text === undefined) {
      await expect(plainReport(diagnostics)).toMatchFileSnapshot(join(place, "expected.txt"));
      return;
    }
    const warnings = join(place, "warnings.txt");
    if (diagnostics.length > 0) await expect(plainReport(diagnostics)).toMatchFileSnapshot(warnings);
    else expect(existsSync(warnings)).toBe(false);
    await expect(text).toMatchFileSnapshot(join(place, file.replace("page", "expected")));
    // What was written is found to be as it should be.
    expect(injectedPage(catalogFixture(catalog), path, text, places).text).toBe(text);
  });
}

test("the documentation names all that a marker can ask for", () => {
  const text = readFileSync(join(repository, "docs/inject.md"), "utf8");
  const words = [
    ...markerNames,
    ...Object.values(vocabulary).flatMap(({ options }) => options),
    ...failureColumns,
    ...errorColumns,
    ...countedThings,
    ...sortKeys,
    ...linkKinds,
    ...lifecycles,
  ];
  expect(words.filter((word) => !text.includes(`\`${word}\``))).toEqual([]);
  const defaults = [defaultColumns, defaultErrorColumns, defaultParts.lines, defaultParts.sentence, defaultParts.item];
  expect(defaults.map((names) => names.join(",")).filter((names) => !text.includes(`\`${names}\``))).toEqual([]);
});
