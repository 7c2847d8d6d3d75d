import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import type { Artifact, Kit, Target } from "../core/target.ts";

/** The kit that tests run targets with. */
export const testKit: Kit = { generatorVersion: "0.0.0", baseUrl: undefined, templates: new Map() };

/** What a target makes of a catalog: path → content. Throws where it reports a mistake. */
export async function artifactsOf(
  target: Target,
  catalog: Catalog,
  kit: Kit = testKit,
): Promise<ReadonlyMap<string, string>> {
  const outcome = await target.generate(catalog, kit);
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  return new Map([...outcome.value].map(({ path, content }: Artifact) => [path, textOf(content)]));
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => relative(".", name).split(sep).join("/"))
    .sort();
}

/**
 * Holds artifacts to the files of test/golden/<catalog>/<target>, both ways: a missing file, another content and a file
 * that is no artifact fail. Where the folder lacks a file it is written, to be read and committed, except under CI.
 */
export function expectGolden(catalog: string, target: string, artifacts: ReadonlyMap<string, string>): void {
  const folder = join(import.meta.dirname, "golden", catalog, target);
  for (const [path, content] of artifacts) {
    const file = join(folder, path);
    if (!existsSync(file) && process.env["CI"] === undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    expect(existsSync(file), `${catalog}/${target}/${path} is missing`).toBe(true);
    expect(content, `${catalog}/${target}/${path}`).toBe(readFileSync(file, "utf8"));
  }
  expect(filesBelow(folder)).toEqual([...artifacts.keys()].sort());
}
