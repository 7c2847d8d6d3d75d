import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { typescript } from "../generators/typescript.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import { testKit } from "./golden.ts";

const folder = join(fixtures, "targets", "typescript");

it.each(readdirSync(folder))("a catalog that TypeScript cannot express: %s", async (name) => {
  const content = readFileSync(join(folder, name, "spec.json"));
  const outcome = load({ catalog: { path: "spec.json", content }, locales: [] });
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  const found = (await typescript().check?.(outcome.value, testKit)) ?? [];
  await expect(plainReport([...found])).toMatchFileSnapshot(join(folder, name, "expected.txt"));
});

it.each(["shop", "compiler", "minimal", "hostile"])("nothing is said of the catalog %s", async (name) => {
  expect([...((await typescript().check?.(catalogFixture(name), testKit)) ?? [])]).toEqual([]);
});
