import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "../core/catalog.ts";
import { load, type RawFile, type SpecFiles } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";

/** The folder of fixtures. */
export const fixtures = join(import.meta.dirname, "fixtures");

/** The files of a spec in a folder that holds `spec.json` and, perhaps, `locales/*.json`; paths are relative to it. */
export function specFiles(folder: string): SpecFiles {
  const locales = join(folder, "locales");
  const names = existsSync(locales) ? readdirSync(locales).sort() : [];
  const read = (path: string): RawFile => ({ path, content: readFileSync(join(folder, path)) });
  return {
    catalog: read("spec.json"),
    locales: names.filter((name) => name.endsWith(".json")).map((name) => read(`locales/${name}`)),
  };
}

/** The files of the spec that is shipped; paths are relative to the repository. */
export function shippedSpec(): SpecFiles {
  const read = (path: string): RawFile => ({ path, content: readFileSync(join(import.meta.dirname, "..", path)) });
  const names = readdirSync(join(import.meta.dirname, "../spec/locales")).sort();
  return {
    catalog: read("spec/failure-codes.json"),
    locales: names.filter((name) => name.endsWith(".json")).map((name) => read(`spec/locales/${name}`)),
  };
}

/** The resolved catalog that is shipped; throws the report where it has mistakes. */
export function shippedCatalog(): Catalog {
  return resolved(shippedSpec());
}

/** The resolved catalog of `test/fixtures/catalogs/<name>`; throws the report where it has mistakes. */
export function catalogFixture(name: string): Catalog {
  return resolved(specFiles(join(fixtures, "catalogs", name)));
}

function resolved(spec: SpecFiles): Catalog {
  const outcome = load(spec);
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}
