import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "../core/source-file.ts";

/** The templates below a folder as a kit holds them: name → file. */
export function templatesBelow(folder: string): ReadonlyMap<string, SourceFile> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".hbs"))
    .sort();
  return new Map(
    names.map((name) => [name, { path: `templates/${name}`, text: readFileSync(join(folder, name), "utf8") }]),
  );
}
