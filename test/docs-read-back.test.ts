import { test } from "vitest";
import { docs } from "../generators/docs.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { expectFailurePages, expectReservedPages, expectTables } from "./docs-expectations.ts";
import { artifactsOf } from "./golden.ts";

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
