import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { reasons } from "../core/drift/entry.ts";
import { driftDocument } from "../core/report/drift-text.ts";
import { fixtures } from "./catalog-fixture.ts";
import { type DriftCase, take } from "./drift-steps.ts";
import { checkShop, checkText, generateShop, removeShopProjects, shopProject } from "./shop-project.ts";

afterAll(removeShopProjects);

const folder = join(fixtures, "drift");
const cases = readdirSync(folder).sort();

function caseOf(name: string): DriftCase {
  return JSON.parse(readFileSync(join(folder, name, "case.json"), "utf8")) as DriftCase;
}

async function driftedProject({ before, steps }: DriftCase): Promise<string> {
  const root = shopProject();
  await generateShop(root, before);
  for (const step of steps) take(root, step);
  return root;
}

async function keptPaths(root: string, drift: DriftCase, force: boolean): Promise<readonly string[]> {
  const options = { ...drift.before, ...drift.after };
  const { targets } = await generateShop(root, { ...options, force });
  const kept = targets.flatMap((target) => target.kept.map(({ path }) => path)).sort();
  const left = (await checkShop(root, options)).entries.map(({ path }) => path);
  // What generate keeps is what check still finds: nothing else, and nothing less.
  expect(left).toEqual(kept);
  return kept;
}

describe.each(cases)("%s", (name) => {
  const drift = caseOf(name);

  test("check says why, and what mends it", async () => {
    const root = await driftedProject(drift);
    const text = await checkText(root, { ...drift.before, ...drift.after });
    await expect(text).toMatchFileSnapshot(join(folder, name, "check.txt"));
  });

  test("generate mends what loses nothing", async () => {
    expect(await keptPaths(await driftedProject(drift), drift, false)).toEqual(drift.kept);
  });

  test("generate --force mends what it may", async () => {
    expect(await keptPaths(await driftedProject(drift), drift, true)).toEqual(drift.keptByForce);
  });
});

test("every reason has a fixture", async () => {
  const met = new Set<string>();
  for (const name of cases) {
    const drift = caseOf(name);
    const { entries } = await checkShop(await driftedProject(drift), { ...drift.before, ...drift.after });
    for (const { reason } of entries) met.add(reason);
  }
  expect([...met].sort()).toEqual([...reasons].sort());
});

test("drift as data says the same as the text", async () => {
  const root = await driftedProject(caseOf("stale-several"));
  const drift = await checkShop(root, caseOf("stale-several").after);
  await expect(`${JSON.stringify(driftDocument(drift), undefined, 2)}\n`).toMatchFileSnapshot(
    join(folder, "stale-several", "check.json"),
  );
});
