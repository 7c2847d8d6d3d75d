import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** The texts of the built-in templates of a target, by name without folder and ending (`partials/notice`), sorted. */
export function templateFiles(target: string): ReadonlyMap<string, string> {
  const folder = join(root, "templates", target);
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".hbs"))
    .sort();
  const textOf = (name: string): string => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n");
  return new Map(names.map((name) => [name.slice(0, -".hbs".length), textOf(name)]));
}
