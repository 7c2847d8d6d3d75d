import type { Catalog, Origin } from "../catalog.ts";
import type { JsonPath } from "../json/path.ts";
import type { SourceFile } from "../source-file.ts";

/** One of the two catalogs that are compared. */
export interface Side {
  readonly catalog: Catalog;
  /** How it was asked for: `main`, `1.2.0`, `the work tree`. */
  readonly title: string;
  /** Where something stands that was read from a file: a release holds all of a spec's files in one. */
  readonly place: (file: SourceFile, path: JsonPath) => Origin;
}

/** A side whose files are written one by one, as a spec's are. */
export function writtenSide(catalog: Catalog, title: string): Side {
  return { catalog, title, place: (file, path) => ({ file, path }) };
}
