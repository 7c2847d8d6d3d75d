import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalog } from "../core/catalog.ts";
import { load, type RawFile, type SpecFiles } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";

/** The folder of fixtures. */
export const fixtures = join(import.meta.dirname, "fixtures");

/** The files of a spec in a folder that holds `spec.json` and, perhaps, `locales/*.json` and `sources/*.json`; paths are relative to it. */
export function specFiles(folder: string): SpecFiles {
  const read = (path: string): RawFile => ({ path, content: readFileSync(join(folder, path)) });
  const inside = (name: string): readonly RawFile[] => jsonFilesIn(folder, name).map(read);
  return { catalog: read("spec.json"), locales: inside("locales"), sources: inside("sources") };
}

function jsonFilesIn(root: string, folder: string): readonly string[] {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
  return names.filter((name) => name.endsWith(".json")).map((name) => `${folder}/${name}`);
}

/** The files of the spec that is shipped; paths are relative to the repository. */
export function shippedSpec(): SpecFiles {
  const root = join(import.meta.dirname, "..");
  const read = (path: string): RawFile => ({ path, content: readFileSync(join(root, path)) });
  const inside = (folder: string): readonly RawFile[] => jsonFilesIn(root, folder).map(read);
  return {
    catalog: read("spec/failure-codes.json"),
    locales: inside("spec/locales"),
    sources: inside("spec/sources"),
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
