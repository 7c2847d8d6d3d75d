import type { Catalog } from "../core/catalog.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { hostileCatalog } from "./hostile-catalog.ts";

/** The catalogs that every format of messages is shown with, by the name of their file in test/fixtures/conformance. */
export const formatCatalogs: readonly (readonly [name: string, catalog: Catalog])[] = [
  ["shipped", shippedCatalog()],
  ["parcels", catalogFixture("parcels")],
  ["shop", catalogFixture("shop")],
  ["compiler", catalogFixture("compiler")],
  ["hostile", catalogFixture("hostile")],
  ["hostile-choices", hostileCatalog(["ar", "fr", "hi", "ja", "pl", "pt-BR", "zh-Hans"], 27)],
];
