import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FileSystem } from "../cli/host/file-system.ts";
import { sweepStaged } from "../cli/host/staging.ts";
import { plainReport } from "../core/report/plain.ts";
import { checkShop, generateShop, hostWith, removeShopProjects, shopProject, tryToGenerate } from "./shop-project.ts";

afterAll(removeShopProjects);

const clean = { entries: [], outdatedManifests: [] };
const staged = "generated/.failcodes/staged";
const codes = "generated/pages/codes";

/** A shop whose artifacts are there, but for the pages of its codes. */
async function withoutCodes(): Promise<string> {
  const root = shopProject();
  await generateShop(root);
  rmSync(join(root, codes), { recursive: true });
  return root;
}

/** A host where something happens in the moment before a folder is put in its place. */
function hostWhere(happens: (to: string) => void) {
  return hostWith((files) => ({
    moveFolder(from, to) {
      happens(to);
      return files.moveFolder(from, to);
    },
  }));
}

test("a folder that is new comes to its place in one step, with all that is in it", async () => {
  const root = shopProject();
  const steps: string[] = [];
  const inside = (path: string): string => path.slice(root.length + 1);
  const host = hostWith((files) => ({
    rename(from, to) {
      steps.push(inside(to));
      return files.rename(from, to);
    },
    moveFolder(from, to) {
      expect(existsSync(to)).toBe(false);
      const moved = files.moveFolder(from, to);
      steps.push(`${inside(to)}/ with ${readdirSync(to, { recursive: true }).length}`);
      return moved;
    },
  }));
  await generateShop(root, { host });
  const count = readdirSync(join(root, codes)).length;
  expect(steps).toEqual([
    "generated/.failcodes/intent/pages.json",
    `generated/pages/ with ${count + 2}`,
    "generated/pages/manifest.json",
    "generated/.failcodes/intent/names.json",
    "generated/names/ with 1",
    "generated/names/manifest.json",
    "generated/.failcodes/intent/kinds.json",
    "core/ with 2",
    "generated/kinds/manifest.json",
  ]);
  expect(await checkShop(root)).toEqual(clean);
});

test("where the system does not move folders, their files are written one by one", async () => {
  const root = await withoutCodes();
  const host = hostWith(() => ({ moveFolder: () => "refused" }));
  const { targets } = await generateShop(root, { host });
  expect(targets.flatMap(({ written }) => written)).toEqual(
    readdirSync(join(root, codes)).map((name) => `${codes}/${name}`),
  );
  expect(await checkShop(root)).toEqual(clean);
  expect(readdirSync(join(root, staged))).toEqual([]);
});

test("what somebody made in the folder's place meanwhile stays, and the other files are written beside it", async () => {
  const root = await withoutCodes();
  const host = hostWhere((to) => {
    mkdirSync(to);
    writeFileSync(join(to, "1001.md"), "Mine.\n");
    writeFileSync(join(to, "NOTES.md"), "Mine too.\n");
  });
  const { targets } = await generateShop(root, { host });
  expect(targets.flatMap(({ kept }) => kept.map(({ path, reason }) => `${path}: ${reason}`))).toEqual([
    `${codes}/1001.md: edited`,
  ]);
  expect(readFileSync(join(root, codes, "1001.md"), "utf8")).toBe("Mine.\n");
  expect(readFileSync(join(root, codes, "NOTES.md"), "utf8")).toBe("Mine too.\n");
  const { entries } = await checkShop(root);
  expect(entries.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
    `${codes}/1001.md: edited`,
    `${codes}/NOTES.md: stranger`,
  ]);
  expect(readdirSync(join(root, staged))).toEqual([]);
});

test("an empty folder in its place is filled", async () => {
  const root = await withoutCodes();
  await generateShop(root, { host: hostWhere((to) => mkdirSync(to)) });
  expect(await checkShop(root)).toEqual(clean);
});

test.each([
  ["a file", (to: string) => writeFileSync(to, "Mine.\n"), (to: string) => readFileSync(to, "utf8") === "Mine.\n"],
  ["a link to nothing", (to: string) => symlinkSync("nowhere", to), (to: string) => !existsSync(to)],
])("%s in its place is not replaced", async (_, put, isStillThere) => {
  const root = await withoutCodes();
  const outcome = await tryToGenerate(root, { host: hostWhere(put) });
  expect(plainReport(outcome.diagnostics)).toMatch(
    / error FC6011 "generated\/pages\/codes\/\d+\.md" could not be written/,
  );
  expect(isStillThere(join(root, codes))).toBe(true);
  rmSync(join(root, codes));
  await generateShop(root);
  expect(await checkShop(root)).toEqual(clean);
});

test("folders that a stopped run left are swept, and no link in them is followed", async () => {
  const root = await withoutCodes();
  const outside = shopProject();
  for (const name of ["17-1", "17-1-swept", "17-2"]) {
    mkdirSync(join(root, staged, name, "codes/deep"), { recursive: true });
    writeFileSync(join(root, staged, name, "codes/deep/1001.md"), "half a pa");
    symlinkSync(outside, join(root, staged, name, "codes/shop"));
  }
  await generateShop(root);
  expect(readdirSync(join(root, staged))).toEqual([]);
  expect(existsSync(join(outside, "spec/failure-codes.json"))).toBe(true);
});

test("a folder that another run swept meanwhile is not put in its place without what was swept", async () => {
  const root = await withoutCodes();
  let pages = 0;
  const sweepingAt = (count: number) =>
    hostWith((files: FileSystem) => ({
      create(path, content, mode) {
        if (path.includes("/staged/") && path.endsWith(".md") && ++pages === count) {
          sweepStaged(files, join(root, "generated/.failcodes"));
        }
        return files.create(path, content, mode);
      },
    }));
  const outcome = await tryToGenerate(root, { host: sweepingAt(3) });
  expect(plainReport(outcome.diagnostics)).toMatch(/ error FC6011 .* could not be written: it is not there\.\n/);
  expect(existsSync(join(root, codes))).toBe(false);
  await generateShop(root);
  expect(await checkShop(root)).toEqual(clean);
});

test("a target that makes nothing has no folder and no manifest, and leaves none behind", async () => {
  const root = shopProject();
  await generateShop(root, { files: {} });
  expect(existsSync(join(root, "generated/pages"))).toBe(false);
  expect(existsSync(join(root, "generated/names/manifest.json"))).toBe(true);
  expect(await checkShop(root, { files: {} })).toEqual(clean);
  await generateShop(root);
  expect(existsSync(join(root, codes))).toBe(true);
  await generateShop(root, { files: {} });
  expect(existsSync(join(root, "generated/pages"))).toBe(false);
  expect(await checkShop(root, { files: {} })).toEqual(clean);
});
