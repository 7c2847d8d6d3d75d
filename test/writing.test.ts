import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Host } from "../cli/host/host.ts";
import { nodeHost } from "../cli/host/node-host.ts";
import { plainReport } from "../core/report/plain.ts";
import { bundledKillChild } from "./kill-bundle.ts";
import {
  checkShop,
  edit,
  generateShop,
  hostWith,
  reasonsIn,
  removeShopProjects,
  type ShopOptions,
  shopProject,
  tryToGenerate,
} from "./shop-project.ts";

afterAll(removeShopProjects);

const spec = "spec/failure-codes.json";
const clean = { entries: [], outdatedManifests: [] };

async function generatedShop(options: ShopOptions = {}): Promise<string> {
  const root = shopProject();
  await generateShop(root, options);
  return root;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** What tells that a file was written: another inode, or another time. */
function marks(root: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const top of ["generated", "core"]) {
    for (const path of filesIn(join(root, top))) {
      const { ino, mtimeMs } = statSync(path);
      if (!path.includes(".failcodes")) found.set(path.slice(root.length + 1), `${ino} ${mtimeMs}`);
    }
  }
  return found;
}

async function keptBy(root: string, options: ShopOptions): Promise<readonly string[]> {
  const { targets } = await generateShop(root, options);
  return targets.flatMap(({ kept }) => kept.map(({ path, reason }) => `${path}: ${reason}`));
}

async function problemOf(root: string, options: ShopOptions): Promise<string> {
  const outcome = await tryToGenerate(root, options);
  expect(outcome.ok).toBe(false);
  return plainReport(outcome.diagnostics).replaceAll(root, "<project>");
}

describe("what is written", () => {
  test("nothing, where the bytes are equal", async () => {
    const root = await generatedShop();
    const before = marks(root);
    await generateShop(root);
    await generateShop(root, { force: true });
    expect(marks(root)).toEqual(before);
  });

  test("only what differs, and what check named", async () => {
    const root = await generatedShop();
    const before = marks(root);
    edit(root, spec, (text) => text.replace("thirty days", "forty days"));
    const { entries, outdatedManifests } = await checkShop(root);
    await generateShop(root);
    const after = marks(root);
    const touched = [...after.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(touched.sort()).toEqual([...entries.map(({ path }) => path), ...outdatedManifests].sort());
    expect(entries.map(({ path }) => path)).toEqual(["generated/pages/codes/2001.md"]);
  });

  test("with the permissions that a file had", async () => {
    const root = await generatedShop();
    const page = join(root, "generated/pages/codes/2001.md");
    chmodSync(page, 0o640);
    edit(root, spec, (text) => text.replace("thirty days", "forty days"));
    await generateShop(root);
    expect(readFileSync(page, "utf8")).toContain("forty days");
    expect(statSync(page).mode & 0o777).toBe(0o640);
  });

  test("without a trace in git of what is not committed", async () => {
    const root = await generatedShop();
    expect(readFileSync(join(root, "generated/.failcodes/.gitignore"), "utf8")).toBe("*\n");
    expect(filesIn(join(root, "generated/.failcodes"))).toEqual([join(root, "generated/.failcodes/.gitignore")]);
  });

  test("nor removed where somebody changed a file after it was compared", async () => {
    const root = await generatedShop();
    const page = "generated/pages/codes/2001.md";
    const orphan = "generated/pages/codes/1004.md";
    edit(root, spec, (text) => text.replace("thirty days", "forty days"));
    const files = await pagesOf(root);
    delete files["codes/1004.md"];
    files["codes/2001.md"] = "Another page.\n";
    const host = hostWith((files) => ({
      // The record of the write is the first thing to be put in its place.
      rename(from, to) {
        if (to.endsWith("intent/pages.json")) {
          writeFileSync(join(root, page), "Mine.\n");
          writeFileSync(join(root, orphan), "Mine too.\n");
        }
        return files.rename(from, to);
      },
    }));
    expect(await keptBy(root, { files, host })).toEqual([`${page}: edited`, `${orphan}: modified-orphan`]);
    expect(readFileSync(join(root, page), "utf8")).toBe("Mine.\n");
    expect(readFileSync(join(root, orphan), "utf8")).toBe("Mine too.\n");
  });
});

async function pagesOf(root: string): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  const folder = join(root, "generated/pages");
  for (const path of filesIn(folder)) {
    const name = path.slice(folder.length + 1);
    if (name !== "manifest.json") pages[name] = readFileSync(path, "utf8");
  }
  return pages;
}

describe("what was kept is remembered", () => {
  test("a file of unknown origin does not become one that was edited by hand", async () => {
    const root = await generatedShop();
    rmSync(join(root, "generated/pages/manifest.json"));
    edit(root, "generated/pages/codes/1001.md", (text) => `${text}Mine.\n`);
    await generateShop(root);
    expect(await reasonsIn(root)).toEqual(["generated/pages/codes/1001.md: origin-unknown"]);
    expect(await keptBy(root, { force: true })).toEqual([]);
    expect(await checkShop(root)).toEqual(clean);
  });

  test("an orphan whose edit is taken back is removed", async () => {
    const root = await generatedShop();
    const page = "generated/pages/codes/1004.md";
    const text = readFileSync(join(root, page), "utf8");
    writeFileSync(join(root, page), "Mine.\n");
    const files = await pagesOf(root);
    delete files["codes/1004.md"];
    expect(await keptBy(root, { files })).toEqual([`${page}: modified-orphan`]);
    expect(await keptBy(root, { files })).toEqual([`${page}: modified-orphan`]);
    writeFileSync(join(root, page), text);
    expect(await keptBy(root, { files })).toEqual([]);
    expect(existsSync(join(root, page))).toBe(false);
  });

  test("a stranger on a planned path stays one", async () => {
    const root = await generatedShop();
    const page = "generated/pages/codes/9999.md";
    writeFileSync(join(root, page), "Mine.\n");
    const files = { ...(await pagesOf(root)), "codes/9999.md": "Nines.\n" };
    expect(await keptBy(root, { files })).toEqual([`${page}: stranger-on-planned-path`]);
    expect(await keptBy(root, { files })).toEqual([`${page}: stranger-on-planned-path`]);
    rmSync(join(root, page));
    expect(await keptBy(root, { files })).toEqual([]);
    expect(readFileSync(join(root, page), "utf8")).toBe("Nines.\n");
  });
});

describe("names that change", () => {
  const shop = (files: Readonly<Record<string, string>>) => ({ files, targets: ["pages"] });

  test("only in capitals", async () => {
    const root = await generatedShop(shop({ "Index.md": "A\n", "Codes/1.md": "1\n" }));
    expect(await keptBy(root, shop({ "index.md": "B\n", "codes/1.md": "1\n" }))).toEqual([]);
    expect(await checkShop(root, shop({ "index.md": "B\n", "codes/1.md": "1\n" }))).toEqual(clean);
    expect(readdirSync(join(root, "generated/pages")).sort()).toEqual(["codes", "index.md", "manifest.json"]);
  });

  test("from file to folder and back", async () => {
    const root = await generatedShop(shop({ codes: "1, 2\n", a: "A\n" }));
    const folders = shop({ "codes/deep/1.md": "1\n", "codes/deep/2.md": "2\n", a: "A\n" });
    expect(await keptBy(root, folders)).toEqual([]);
    expect(await checkShop(root, folders)).toEqual(clean);
    expect(await keptBy(root, shop({ codes: "1, 2\n" }))).toEqual([]);
    expect(await checkShop(root, shop({ codes: "1, 2\n" }))).toEqual(clean);
    expect(readdirSync(join(root, "generated/pages")).sort()).toEqual(["codes", "manifest.json"]);
  });

  test("of the output folder", async () => {
    const root = await generatedShop();
    renameSync(join(root, "generated"), join(root, "artifacts"));
    expect(await checkShop(root, { output: "artifacts" })).toEqual(clean);
    edit(root, spec, (text) => text.replace("thirty days", "forty days"));
    expect(await reasonsIn(root, { output: "artifacts" })).toEqual(["artifacts/pages/codes/2001.md: stale"]);
    expect(await keptBy(root, { output: "artifacts" })).toEqual([]);
  });

  test("of the folder that a target shares with others", async () => {
    const root = await generatedShop();
    expect(await reasonsIn(root, { folder: "lib/raw" })).toEqual([
      "core/raw/kinds.gen.ts: orphan",
      "lib/raw/kinds.gen.ts: missing (new)",
    ]);
    const { entries } = await checkShop(root, { folder: "lib/raw" });
    expect(entries[0]?.causes).toEqual([{ input: "option", name: "folder" }]);
    expect(await keptBy(root, { folder: "lib/raw" })).toEqual([]);
    expect(existsSync(join(root, "core"))).toBe(false);
  });

  test("of a target, which goes on with the files that it had", async () => {
    const root = await generatedShop();
    edit(root, spec, (text) => text.replaceAll('"shop"', '"store"'));
    const renamed = { kindsId: "sorts" };
    const found = await reasonsIn(root, renamed);
    expect(found).toContain("core/raw/kinds.gen.ts: stale");
    expect(found).toContain("generated/kinds/manifest.json: orphan (switched-off)");
    expect(await keptBy(root, renamed)).toEqual([]);
    expect(await checkShop(root, renamed)).toEqual(clean);
    expect(existsSync(join(root, "generated/kinds"))).toBe(false);
  });
});

describe("links", () => {
  test("to the project", async () => {
    const root = await generatedShop();
    const link = `${shopProject()}/link`;
    symlinkSync(root, link);
    expect(await checkShop(link)).toEqual(clean);
    edit(root, spec, (text) => text.replace("thirty days", "forty days"));
    expect(await keptBy(link, {})).toEqual([]);
    expect(await checkShop(root)).toEqual(clean);
  });

  test("from the output folder, or a target's, to another place in the project", async () => {
    const root = shopProject();
    mkdirSync(join(root, "website/pages"), { recursive: true });
    mkdirSync(join(root, "build"));
    symlinkSync("build", join(root, "generated"));
    symlinkSync("../website/pages", join(root, "build/pages"));
    await generateShop(root);
    expect(existsSync(join(root, "website/pages/codes/2001.md"))).toBe(true);
    expect(await checkShop(root)).toEqual(clean);
    writeFileSync(join(root, "website/pages/NOTES.md"), "Mine.\n");
    expect(await reasonsIn(root)).toEqual(["generated/pages/NOTES.md: stranger"]);
  });

  test.each([
    ["the output folder", "generated"],
    ["a target's folder", "generated/pages"],
    ["the folder of what is not committed", "generated/.failcodes"],
    ["a shared folder", "core"],
  ])("from %s out of the project are not followed", async (_, path) => {
    const root = shopProject();
    const outside = shopProject();
    mkdirSync(join(root, path, ".."), { recursive: true });
    symlinkSync(outside, join(root, path));
    const before = filesIn(outside);
    expect(await problemOf(root, {})).toMatch(
      / error FC6010 The folder ".*" is a link to ".*", outside of the project\.\n/,
    );
    expect(filesIn(outside)).toEqual(before);
  });

  test("to nothing are not followed either", async () => {
    const root = shopProject();
    symlinkSync("../elsewhere", join(root, "generated"));
    expect(await problemOf(root, {})).toContain("is a link to nothing, outside of the project.");
  });

  test("from one target's folder to another's are not followed either", async () => {
    const root = await generatedShop();
    rmSync(join(root, "generated/names"), { recursive: true });
    symlinkSync("pages", join(root, "generated/names"));
    expect(await problemOf(root, {})).toMatch(/ error FC6008 The target "pages" owns the folder "generated\/pages"/);
  });

  test("inside of an owned folder are never gone through, not even by --force", async () => {
    const root = await generatedShop();
    const codes = join(root, "generated/pages/codes");
    renameSync(codes, join(root, "spec/codes"));
    symlinkSync("../../spec/codes", codes);
    edit(root, spec, (text) => text.replace("thirty days", "forty days"));
    const before = readFileSync(join(root, "spec/codes/2001.md"), "utf8");
    const found = await reasonsIn(root);
    expect(found).toHaveLength(7);
    expect(found).toContain("generated/pages/codes/2001.md: stranger-on-planned-path");
    expect(await keptBy(root, { force: true })).toHaveLength(7);
    expect(readFileSync(join(root, "spec/codes/2001.md"), "utf8")).toBe(before);
    expect(readlinkSync(codes)).toBe("../../spec/codes");
  });

  test("are not gone through to remove what a manifest names", async () => {
    const root = await generatedShop();
    const outside = join(shopProject(), "raw");
    renameSync(join(root, "core/raw"), outside);
    symlinkSync(outside, join(root, "core/raw"));
    // The target is switched off: its file is an orphan, but it does not stand in the project any more.
    await generateShop(root, { targets: ["pages", "names"] });
    expect(readdirSync(outside)).toEqual(["kinds.gen.ts"]);
  });
});

test("a manifest cannot make failcodes remove what is not its own", async () => {
  const root = await generatedShop();
  writeFileSync(join(root, "spec/notes.txt"), "export const payment = 1;\n");
  edit(root, "generated/kinds/manifest.json", (text) => text.replace('"core/raw"', '"generated/kinds/../.."'));
  edit(root, "generated/names/manifest.json", (text) => text.replace('"names.txt"', '"../../spec/failure-codes.json"'));
  const { targets } = await generateShop(root, { targets: ["pages"] });
  expect(targets.flatMap(({ removed }) => removed)).not.toContain("spec/failure-codes.json");
  expect(existsSync(join(root, spec))).toBe(true);
  expect(existsSync(join(root, "spec/notes.txt"))).toBe(true);
});

describe("where the system refuses", () => {
  test("the run says what it could not do, and the next one goes on from there", async () => {
    const root = await generatedShop();
    edit(root, spec, (text) => text.replace("thirty days", "forty days").replace('"Card declined"', '"Card refused"'));
    const host = hostWith((files) => ({
      rename(from, to) {
        if (!to.endsWith("codes/2001.md")) return files.rename(from, to);
        throw Object.assign(new Error("no"), { code: "ENOSPC", syscall: "rename", path: to });
      },
    }));
    expect(await problemOf(root, { host })).toBe(
      'generated/pages/codes/2001.md:1:1 error FC6011 "generated/pages/codes/2001.md" could not be written: the disk is full.\n' +
        "  hint: Mend what stands in the way and run the command again; what was written so far is whole, and the next run goes on from it.\n",
    );
    expect(await reasonsIn(root)).toEqual(["generated/pages/codes/2001.md: stale", "generated/pages/index.md: stale"]);
    expect(await keptBy(root, {})).toEqual([]);
    expect(await checkShop(root)).toEqual(clean);
  });

  test("files are written beside their place where that is on another file system, and what is left there is swept", async () => {
    const root = await generatedShop();
    edit(root, spec, (text) => text.replace("thirty days", "forty days"));
    edit(root, spec, (text) => text.replaceAll('"shop"', '"store"'));
    const left = ["generated/pages/codes/.failcodes-tmp-17-1", "core/raw/.failcodes-tmp-17-2"];
    for (const path of left) writeFileSync(join(root, path), "half a fi");
    expect((await reasonsIn(root)).filter((line) => !line.endsWith("stale"))).toEqual([]);
    const host = hostWith((files) => ({
      rename: (from, to) =>
        from.includes("/.failcodes/staged/") && /pages|core/.test(to) ? "other-device" : files.rename(from, to),
    }));
    expect(await keptBy(root, { host })).toEqual([]);
    expect(await checkShop(root)).toEqual(clean);
    for (const path of left) expect(existsSync(join(root, path))).toBe(false);
    expect([...marks(root).keys()].filter((path) => path.includes("tmp"))).toEqual([]);
  });
});

describe("runs at the same time", () => {
  const lock = "generated/.failcodes/lock";
  const now = 1_700_000_000_000;

  /** A host on which time passes only where somebody waits for it. */
  function waitingHost(runs: boolean | undefined): { readonly host: Host; readonly waited: () => number } {
    const host = nodeHost();
    let time = now;
    const pause = (milliseconds: number): void => {
      time += milliseconds;
    };
    return {
      host: { ...host, programs: { ...host.programs, runs: () => runs, now: () => time, pause } },
      waited: () => time - now,
    };
  }

  function layLock(root: string, content: string, age: number): void {
    writeFileSync(join(root, lock), content);
    utimesSync(join(root, lock), (now - age) / 1_000, (now - age) / 1_000);
  }

  const holder = '{"machine":"till-2","process":4711,"started":"99"}\n';

  test("wait for each other, and give up in the end", async () => {
    const root = await generatedShop();
    layLock(root, holder, 0);
    const { host, waited } = waitingHost(true);
    expect(await problemOf(root, { host })).toBe(
      'generated/.failcodes/lock:1:1 error FC6012 Another run of failcodes writes into "generated" (process 4711 on till-2), and did not end in 30 seconds.\n' +
        '  hint: Wait for it and run the command again; if there is no such process any more, remove "generated/.failcodes/lock".\n',
    );
    expect(waited()).toBe(30_000);
    expect(readFileSync(join(root, lock), "utf8")).toBe(holder);
    expect(await checkShop(root, { host })).toEqual(clean);
  });

  test.each([
    ["of a process that ended", holder, 0, false],
    ["of another machine, when it was not refreshed for a minute", holder, 61_000, undefined],
    ["that was cut in the making", '{"mach', 3_000, undefined],
    ["that is empty", "", 3_000, undefined],
  ] as const)("are not kept waiting by a lock %s", async (_, content, age, runs) => {
    const root = await generatedShop();
    layLock(root, content, age);
    const { host, waited } = waitingHost(runs);
    expect(await keptBy(root, { host })).toEqual([]);
    expect(waited()).toBe(0);
    expect(readdirSync(join(root, "generated/.failcodes")).filter((name) => name.startsWith("lock"))).toEqual([]);
  });

  test("leave whole files, whoever was last", { timeout: 60_000 }, async () => {
    const root = await generatedShop();
    const child = await bundledKillChild();
    for (let round = 0; round < 4; round++) {
      edit(root, spec, (text) => text.replace(/(scanned the parcel for) .*? days/, `$1 ${round} days`));
      const styles = ["one", "two", "three", "four"].map((style) => ({ style, generator: `1.${round}.0` }));
      const ends = styles.map((options) =>
        ended(spawn(process.execPath, [child, root, JSON.stringify(options), "-1"])),
      );
      expect(await Promise.all(ends)).toEqual(styles.map(() => 0));
      const verdicts = await Promise.all(
        styles.map(async (options) => (await checkShop(root, options)).entries.length),
      );
      expect(verdicts.filter((count) => count === 0)).toHaveLength(1);
      expect((await checkShop(root)).entries.filter(({ reason }) => reason !== "stale")).toEqual([]);
    }
    expect(await keptBy(root, {})).toEqual([]);
  });
});

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
    child.stderr?.pipe(process.stderr);
  });
}
