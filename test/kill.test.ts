import { spawn, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DriftEntry } from "../core/drift/entry.ts";
import { runBuilt, startBuilt } from "./built-tool.ts";
import { take } from "./drift-steps.ts";
import { bundledKillChild } from "./kill-bundle.ts";
import { checkShop, edit, generateShop, removeShopProjects, type ShopOptions, shopProject } from "./shop-project.ts";

afterAll(removeShopProjects);

const spec = "spec/failure-codes.json";
let child = "";

beforeAll(async () => {
  child = await bundledKillChild();
});

/** Runs `generate` in a process that dies at a fail point; gives what it printed. */
function generateAndDie(root: string, options: ShopOptions, failAt: number): string {
  const words = [child, root, JSON.stringify(options), String(failAt)];
  const { stdout, stderr, signal, status } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (signal !== "SIGKILL" && status !== 0) throw new Error(stderr);
  return stdout;
}

function pointsOf(printed: string): number {
  const [, result] = printed.split("\n");
  return result === undefined || result === "" ? -1 : (JSON.parse(result) as { points: number }).points;
}

/** Every file of the artifacts, by path. */
function artifacts(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const top of ["generated", "core"]) {
    for (const entry of listed(join(root, top))) {
      const path = join(entry.parentPath, entry.name).slice(root.length + 1);
      if (entry.isFile() && !path.includes(".failcodes/")) found.set(path, readFileSync(join(root, path), "utf8"));
    }
  }
  return found;
}

function listed(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

const pages = "generated/pages/codes";
const staged = "generated/.failcodes/staged";

/** Where the shop stands: the first artifacts, or none yet, or those that are left where somebody took a folder away. */
async function firstProject(stands: "whole" | "empty" | "without a folder"): Promise<string> {
  const root = shopProject();
  if (stands !== "empty") await generateShop(root);
  if (stands === "without a folder") rmSync(join(root, pages), { recursive: true });
  return root;
}

const second: ShopOptions = { style: "long", targets: ["pages", "kinds"] };

/** The spec is edited: a page changes, one comes, one goes, and one target was switched off. */
function editSpec(root: string): void {
  edit(root, spec, (text) => text.replace("thirty days", "forty days").replace('"id": "shop"', '"id": "store"'));
  edit(root, spec, (text) => text.replaceAll('"category": "shop"', '"category": "store"'));
  take(root, { removeFailure: 1004 });
  take(root, { addFailure: 2050 });
}

/** And edited once more, after the run was killed: the page that came goes again, and another comes. */
function editSpecAgain(root: string): void {
  take(root, { removeFailure: 2050 });
  take(root, { addFailure: 2060 });
  edit(root, spec, (text) => text.replace("forty days", "fifty days"));
}

function copyOf(root: string): string {
  const copy = shopProject();
  cpSync(root, copy, { recursive: true });
  return copy;
}

/** Whole files only: each is what it was, or what it was about to become. */
function expectWhole(root: string, before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void {
  for (const [path, text] of artifacts(root)) {
    if (text !== before.get(path) && text !== after.get(path)) throw new Error(`${path} is torn:\n${text}`);
  }
}

async function expectMends(root: string, options: ShopOptions, expected: ReadonlyMap<string, string>): Promise<void> {
  const { entries } = await checkShop(root, options);
  const blamed = entries.filter(({ reason }) => !["stale", "missing", "orphan"].includes(reason));
  expect(blamed).toEqual([]);
  const { targets } = await generateShop(root, options);
  expect(targets.flatMap(({ kept }) => kept)).toEqual([]);
  expect(await checkShop(root, options)).toEqual({ entries: [], outdatedManifests: [] });
  expect(artifacts(root)).toEqual(expected);
  expect(
    listed(join(root, "generated/.failcodes"))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name),
  ).toEqual([".gitignore"]);
  expect(listed(join(root, staged))).toEqual([]);
}

describe.each([
  ["over artifacts that are there", "whole"],
  ["into an empty folder", "empty"],
  ["where a folder of pages is missing", "without a folder"],
] as const)("generate %s, killed at every fail point", (_, stands) => {
  test("leaves whole files, and the next run mends them, the spec edited in between", {
    timeout: 240_000,
  }, async () => {
    const first = await firstProject(stands);
    const before = artifacts(first);
    editSpec(first);
    const through = copyOf(first);
    const points = pointsOf(generateAndDie(through, second, -1));
    const after = artifacts(through);
    const third = copyOf(through);
    editSpecAgain(third);
    const fresh = shopProject();
    cpSync(join(third, "spec"), join(fresh, "spec"), { recursive: true });
    await generateShop(fresh, second);
    const expected = artifacts(fresh);
    expect(points).toBeGreaterThan(60);
    for (let failAt = 0; failAt < points; failAt++) {
      const root = copyOf(first);
      expect(pointsOf(generateAndDie(root, second, failAt))).toBe(-1);
      expectWhole(root, before, after);
      // Half of them go on with the same spec.
      if (failAt % 2 === 0) {
        await expectMends(root, second, after);
      } else {
        editSpecAgain(root);
        await expectMends(root, second, expected);
      }
    }
  });
});

test("killed again and again, the spec edited each time, no file is ever called hand-edited", {
  timeout: 120_000,
}, async () => {
  const root = await firstProject("whole");
  for (let round = 0; round < 40; round++) {
    edit(root, spec, (text) => text.replace(/(scanned the parcel for) .*? days/, `$1 ${round} days`));
    edit(root, spec, (text) => text.replace(/"title": "Card declined.*?"/, `"title": "Card declined ${round}"`));
    take(root, round % 2 === 0 ? { addFailure: 2050 } : { removeFailure: 2050 });
    if (round % 3 === 0) rmSync(join(root, pages), { recursive: true, force: true });
    // Every seventh point and on: somewhere else each time.
    generateAndDie(root, {}, (round * 7) % 50);
  }
  const fresh = shopProject();
  cpSync(join(root, "spec"), join(fresh, "spec"), { recursive: true });
  await generateShop(fresh);
  await expectMends(root, {}, artifacts(fresh));
});

test("killed while it sweeps the folder that an earlier run did not put in its place, at every fail point", {
  timeout: 120_000,
}, async () => {
  const root = await firstProject("empty");
  const points = pointsOf(generateAndDie(copyOf(root), {}, -1));
  const isStaged = (copy: string): boolean => listed(join(copy, staged)).length > 4;
  let killed = root;
  for (let failAt = points; !isStaged(killed); failAt--) {
    killed = copyOf(root);
    generateAndDie(killed, {}, failAt);
  }
  const before = artifacts(killed);
  const through = copyOf(killed);
  await generateShop(through);
  const after = artifacts(through);
  for (let failAt = 0, isSwept = false; !isSwept; failAt++) {
    const again = copyOf(killed);
    generateAndDie(again, {}, failAt);
    isSwept = !isStaged(again);
    expectWhole(again, before, after);
    await expectMends(again, {}, after);
  }
});

test("killed at any moment from outside, whole files only", { timeout: 120_000 }, async () => {
  const root = shopProject();
  // Enough pages for the writing to take as long as everything else.
  take(root, { addFailures: { from: 2050, count: 200 } });
  await generateShop(root);
  const whole = new Map([...artifacts(root)].map(([path, text]) => [path, new Set([text])]));
  for (let round = 0; round < 30; round++) {
    const options = { style: `style ${round}`, generator: `1.${round}.0` };
    const finished = copyOf(root);
    await generateShop(finished, options);
    for (const [path, text] of artifacts(finished)) whole.get(path)?.add(text);
    await killedFromOutside(root, options, 10 + ((round * 37) % 100));
    for (const [path, text] of artifacts(root)) expect(whole.get(path), path).toContain(text);
    const { entries } = await checkShop(root);
    expect(entries.filter(({ reason }) => !["stale", "missing", "orphan"].includes(reason))).toEqual([]);
  }
  await generateShop(root);
  expect(await checkShop(root)).toEqual({ entries: [], outdatedManifests: [] });
});

test("the tool as it is shipped, killed at any moment", { timeout: 120_000 }, async () => {
  const root = shopProject();
  take(root, { addFailures: { from: 2050, count: 100 } });
  expect(runBuilt(root, ["generate"]).exitCode).toBe(0);
  for (let round = 0; round < 16; round++) {
    edit(root, spec, (text) => text.replace(/"title": "Order failures.*?"/, `"title": "Order failures ${round}"`));
    edit(root, spec, (text) => text.replaceAll(/reports (round \d+, )?problem/g, `reports round ${round}, problem`));
    const running = startBuilt(root, ["generate"]);
    setTimeout(() => running.process.kill("SIGKILL"), 60 + ((round * 37) % 160));
    await running.ended;
    const { drift } = JSON.parse(runBuilt(root, ["check", "--format", "json"]).stdout) as { drift: DriftEntry[] };
    expect(drift.filter(({ reason }) => !["stale", "missing", "orphan"].includes(reason))).toEqual([]);
  }
  expect(runBuilt(root, ["generate"]).exitCode).toBe(0);
  expect(runBuilt(root, ["check"])).toMatchObject({ exitCode: 0, stderr: "" });
});

/** Starts `generate` and kills it some milliseconds after it began to work. */
function killedFromOutside(root: string, options: ShopOptions, milliseconds: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [child, root, JSON.stringify(options)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.stdout.once("data", () => setTimeout(() => started.kill("SIGKILL"), milliseconds));
    started.once("error", reject);
    started.once("exit", () => resolve());
  });
}

test("what a person wrote after a run was killed is theirs", async () => {
  const first = await firstProject("whole");
  editSpec(first);
  const points = pointsOf(generateAndDie(copyOf(first), second, -1));
  const page = "generated/pages/codes/2001.md";
  for (const failAt of [Math.floor(points / 3), Math.floor((points * 2) / 3)]) {
    const root = copyOf(first);
    generateAndDie(root, second, failAt);
    writeFileSync(join(root, page), "Ask the carrier.\n");
    const { targets } = await generateShop(root, second);
    expect(targets.flatMap(({ kept }) => kept.map(({ path, reason }) => `${path}: ${reason}`))).toEqual([
      `${page}: edited`,
    ]);
    expect(readFileSync(join(root, page), "utf8")).toBe("Ask the carrier.\n");
  }
});
