import fc from "fast-check";
import { expect, test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { expectFailurePages, expectReservedPages, expectTables, hazardsOfPages } from "./docs-expectations.ts";
import { artifactsOf } from "./golden.ts";
import { line, paragraph, saying } from "./hostile-pages.ts";
import { readPage } from "./markdown-reader.ts";
import { expectErrorsOfFailures, expectSourcePages, expectSourcesInIndex } from "./sources-expectations.ts";

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
