import type { Catalog } from "../core/catalog.ts";
import { shippedCatalog } from "./catalog-fixture.ts";
import { catalogWith } from "./edited-catalog.ts";

/** The shipped catalog with so many failures, each in the category of its number. */
export function bigCatalog(count: number): Catalog {
  const catalog = shippedCatalog();
  const failures = Array.from({ length: count }, (_, at) => {
    const failure = catalog.failures[at % catalog.failures.length] ?? catalog.fallback;
    return at < catalog.failures.length ? failure : { ...failure, code: 100_000 + at, name: `${failure.name}_${at}` };
  });
  return catalogWith(catalog, failures);
}
