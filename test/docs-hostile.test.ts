import fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalog, Failure, Messages } from "../core/catalog.ts";
import { isAdmissible } from "../core/rules/text-characters.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { expectFailurePages, expectReservedPages, expectTables, hazardsOfPages } from "./docs-expectations.ts";
import { artifactsOf } from "./golden.ts";
import { hostileText } from "./hostile-text.ts";
import { readPage } from "./markdown-reader.ts";
import { expectErrorsOfFailures, expectSourcePages, expectSourcesInIndex } from "./sources-expectations.ts";
import { withSources } from "./sources-fixture.ts";

/** What load admits as a text of a person: visible at both ends, NFC, without controls. */
const paragraph = hostileText.filter((text) => text !== "" && text.trim() === text && isAdmissible(text, "paragraph"));
const line = paragraph.map((text) => text.replace(/\s*\n\s*/g, " ")).filter((text) => isAdmissible(text, "line"));

/** Takes a text from the list for every field of a catalog, another one each time, the list over and over. */
function saying(base: Catalog, lines: readonly string[], paragraphs: readonly string[]): Catalog {
  let taken = 0;
  const from = (texts: readonly string[]): string => texts[taken++ % texts.length] ?? "";
  const title = (): string => from(lines);
  const say = (): string => from(paragraphs);
  const titled = <T extends object>(entry: T): T => ({ ...entry, title: title(), description: say() });
  const ending = (one: Failure["retired"]): Failure["retired"] => one && { ...one, reason: say() };
  const messages = (written: Messages): Messages =>
    Object.fromEntries(
      Object.entries(written).map(([part, message]) => [
        part,
        { ...message, text: part === "title" ? title() : say(), description: say() },
      ]),
    );
  const categories = base.categories.map(titled);
  const failures = base.failures.map((failure) => ({
    ...titled(failure),
    category: categories.find(({ id }) => id === failure.category.id) ?? failure.category,
    aliases: failure.aliases.map((alias) => ({ ...alias, reason: say() })),
    guidance: { causes: [say(), say()], actions: [say(), say(), say()] },
    params: failure.params.map((param) => ({
      ...param,
      values: param.values.map(say),
      example: say(),
      description: say(),
    })),
    messages: messages(failure.messages),
    deprecated: ending(failure.deprecated),
    retired: ending(failure.retired),
    examples: failure.examples.map(({ payload }) => ({ title: title(), payload: { ...payload, [say()]: [say()] } })),
  }));
  const byCode = new Map(failures.map((failure) => [failure.code, failure]));
  const catalog: Catalog = {
    ...titled(base),
    notice: say(),
    surfaces: base.surfaces.map(titled),
    statuses: base.statuses.map(titled),
    categories,
    reserved: base.reserved.map((reservation) => ({ ...reservation, reason: say() })),
    failures,
    byCode,
    byName: new Map(
      failures.flatMap((failure) => [failure, ...failure.aliases].map(({ name }) => [name, failure] as const)),
    ),
    fallback: byCode.get(base.fallback.code) ?? base.fallback,
  };
  // A code is a line, and no other mapping has it.
  return withSources(catalog, { line: title, paragraph: say, code: () => `${title()}#${taken}` });
}

async function expectReadBack(catalog: Catalog): Promise<void> {
  const artifacts = await artifactsOf(docs(), catalog);
  expectFailurePages(catalog, artifacts);
  expectReservedPages(catalog, artifacts);
  expectTables(catalog, artifacts);
  expectSourcePages(catalog, artifacts);
  expectErrorsOfFailures(catalog, artifacts);
  expectSourcesInIndex(catalog, artifacts);
  expect(hazardsOfPages(artifacts)).toEqual([]);
  for (const [path, text] of artifacts) {
    if (!path.endsWith(".md")) continue;
    const { blocks, frontMatter } = readPage(text);
    expect(
      blocks.filter(({ kind }) => kind === "html"),
      path,
    ).toEqual([]);
    // Site generators put these into scripts and HTML as they are.
    expect(Object.values(frontMatter).join("\n"), path).not.toMatch(/[<>{}]/);
    // The notice ends every page.
    const notice = catalog.notice.split(/\n\n+/);
    const last = blocks.slice(-notice.length).map((block) => ("text" in block ? block.text : block.kind));
    expect(last, path).toEqual(notice);
  }
  const index = JSON.parse(artifacts.get("index.json") ?? "") as { readonly failures: readonly { title: string }[] };
  expect(index.failures.map(({ title }) => title)).toEqual(catalog.failures.map(({ title }) => title));
}

for (const name of ["shop", "compiler"]) {
  const base = catalogFixture(name);

  test(`${name}: any text, in every field at once, is read back from the pages`, async () => {
    await fc.assert(
      fc.asyncProperty(line, paragraph, (title, text) => expectReadBack(saying(base, [title], [text]))),
      { numRuns: 100 },
    );
  });

  test(`${name}: any texts, another one in each field, are read back from the pages`, async () => {
    const some = { minLength: 2, maxLength: 9 };
    await fc.assert(
      fc.asyncProperty(fc.array(line, some), fc.array(paragraph, some), (lines, paragraphs) =>
        expectReadBack(saying(base, lines, paragraphs)),
      ),
      { numRuns: 100 },
    );
  });
}
