import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Catalog } from "../core/catalog.ts";
import type { MessageFormatId } from "../generators/messages/formats.ts";
import { regionLocaleName } from "../generators/messages/locale-name.ts";
import { messages } from "../generators/messages.ts";
import { fixtures } from "./catalog-fixture.ts";
import { formatCatalogs } from "./format-catalogs.ts";
import { artifactsOf } from "./golden.ts";
import { isSkipped } from "./installed-programs.ts";
import { formattedValues, pluralWords } from "./keyed-choices.ts";
import { layFiles } from "./laid-files.ts";
import { type Conformance, conformance, conformanceOf, shown } from "./message-conformance.ts";
import { localText, ungroupedFour } from "./number-spelling.ts";
import { reportedTexts } from "./reported-texts.ts";
import { webTexts } from "./web-texts.ts";

const withoutPhp = isSkipped("texts read back by PHP and its intl", [
  ["php", "-r", "exit((int) !class_exists('MessageFormatter'));"],
]);
const withoutRuby = isSkipped("texts read back by Ruby", [["ruby", "--version"]]);

/** Holds a program to the conformance file of a catalog, without what was reported. */
async function expectConformance(
  id: MessageFormatId,
  [list, catalog]: readonly [readonly Conformance[], Catalog],
  program: (folder: string) => readonly string[],
  ask: (entry: Conformance) => readonly [locale: string, key: string],
  spelt: (entry: Conformance, text: string) => string = (_entry, text) => text,
  expected: (entry: Conformance) => string = ({ text }) => text,
): Promise<void> {
  const files = await artifactsOf(messages({ formats: [id] }), catalog);
  const lost = await reportedTexts(id, catalog);
  const held = list.filter(({ tag, key }) => !lost.has(`${tag} ${key}`));
  const requests = held.map((entry) => {
    const { tag, params, declared } = entry;
    return [...ask(entry), params, formattedValues(declared, params, tag), pluralWords(params, tag)];
  });
  const [command = "", ...words] = program(join(layFiles(files, `${id}/`), id));
  const run = spawnSync(command, words, { input: JSON.stringify(requests), encoding: "utf8", maxBuffer: 1 << 28 });
  expect({ status: run.status, said: run.stderr }).toEqual({ status: 0, said: "" });
  const found = JSON.parse(run.stdout) as readonly string[];
  expect(held.map((entry, index) => shown(entry, spelt(entry, String(found[index]))))).toEqual(
    held.map((entry) => shown(entry, spelt(entry, expected(entry)))),
  );
  expect(held.length).toBeGreaterThan((list.length * 3) / 4);
}

const php = (framework: string) => (folder: string) => [
  "php",
  join(fixtures, "consumers/php/read_back.php"),
  framework,
  folder,
];

const syntax = webTexts();
const catalogs: readonly (readonly [name: string, catalog: Catalog, list: readonly Conformance[]])[] = [
  ...formatCatalogs.map(([name, catalog]) => [name, catalog, conformance(name, catalog)] as const),
  ["of texts that are syntax", syntax, conformanceOf(syntax)],
];

describe.each(catalogs)("the catalog %s", (_name, catalog, list) => {
  it.skipIf(withoutPhp)("says in Laravel's arrays what FormatJS says, or is reported", () =>
    expectConformance("laravel", [list, catalog], php("laravel"), ({ tag, key }) => [regionLocaleName(tag), key]),
  );

  it.skipIf(withoutPhp)("says in Symfony's YAML what FormatJS says", () =>
    expectConformance(
      "symfony",
      [list, catalog],
      php("symfony"),
      ({ tag, key }) => [regionLocaleName(tag), key],
      // PHP has a CLDR of its own.
      (_entry, text) => ungroupedFour(text),
      localText,
    ),
  );

  it.skipIf(withoutRuby)("says in Rails' YAML what FormatJS says", async () => {
    const keys = JSON.parse(
      (await artifactsOf(messages({ formats: ["rails"] }), catalog)).get("rails/keys.json") ?? "",
    ) as Readonly<Record<string, string>>;
    await expectConformance(
      "rails",
      [list, catalog],
      (folder) => ["ruby", join(fixtures, "consumers/ruby/read_back.rb"), folder],
      ({ tag, key }) => [regionLocaleName(tag).replaceAll("_", "-"), keys[key] ?? ""],
    );
  });

  it("is the same YAML to version 1.1 and 1.2: strings throughout", async () => {
    const files = await artifactsOf(messages({ formats: ["rails", "symfony"] }), catalog);
    for (const [path, content] of files) {
      if (!/\.ya?ml$/.test(path)) continue;
      const read: unknown = parse(content, { version: "1.1", schema: "yaml-1.1", stringKeys: true });
      expect(parse(content, { version: "1.2", stringKeys: true })).toEqual(read);
      expect(new Set(leaves(read).map((leaf) => typeof leaf))).toEqual(new Set(["string"]));
    }
  });
});

function leaves(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [value];
}
