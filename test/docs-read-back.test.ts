import { test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { expectFailurePages, expectReservedPages, expectTables } from "./docs-expectations.ts";
import { artifactsOf } from "./golden.ts";
import { expectErrorsOfFailures, expectSourcePages, expectSourcesInIndex } from "./sources-expectations.ts";
import { withSources } from "./sources-fixture.ts";

// Whatever stands in the catalog stands on the page, as a Markdown renderer and a YAML parser read it.

for (const name of ["shop", "compiler", "minimal", "hostile"]) {
  test(`${name}: the pages of failures say what the catalog says`, async () => {
    const catalog = catalogFixture(name);
    expectFailurePages(catalog, await artifactsOf(docs(), catalog));
  });

  test(`${name}: the pages of reserved codes say why`, async () => {
    const catalog = catalogFixture(name);
    expectReservedPages(catalog, await artifactsOf(docs(), catalog));
  });

  test(`${name}: the tables of the index and of the categories say what the catalog says`, async () => {
    const catalog = catalogFixture(name);
    expectTables(catalog, await artifactsOf(docs(), catalog));
  });
}

const catalogsWithSources: readonly (readonly [string, () => Catalog])[] = [
  ...["shop", "compiler", "minimal", "hostile"].map((name) => [name, () => catalogFixture(name)] as const),
  ...["shop", "compiler", "minimal", "hostile"].map(
    (name) => [`${name} with every kind of key`, () => withSources(catalogFixture(name))] as const,
  ),
  ["the shipped catalog", shippedCatalog],
];

for (const [name, catalogOf] of catalogsWithSources) {
  test(`${name}: the pages of sources say what every error means, and why`, async () => {
    const catalog = catalogOf();
    expectSourcePages(catalog, await artifactsOf(docs(), catalog));
  });

  test(`${name}: the pages of failures name every platform error that leads there, and link to it`, async () => {
    const catalog = catalogOf();
    expectErrorsOfFailures(catalog, await artifactsOf(docs(), catalog));
  });

  test(`${name}: the index lists the sources, and says how much of it is documented`, async () => {
    const catalog = catalogOf();
    expectSourcesInIndex(catalog, await artifactsOf(docs(), catalog));
  });
}
