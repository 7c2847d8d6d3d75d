import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { allocate } from "../core/allocation/allocate.ts";
import { catalogCodes } from "../core/allocation/catalog-codes.ts";
import { ledgerLineText } from "../core/ledger/ledger-text.ts";
import { builtTool } from "./built-tool.ts";
import { type CommandRun, layCatalog, runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";
import { commitAll, git, tryGit } from "./git-repository.ts";
import { isSkipped } from "./installed-programs.ts";

const spec = "spec/failure-codes.json";
const withoutGit = isSkipped("codes on other branches, and the merge of two that were given at once", [
  ["git", "--version"],
]);

/** A repository with the catalog of the shop, on a branch main. */
function shop(): string {
  const root = temporaryFolder();
  git(root, "init", "--quiet", "--initial-branch=main");
  layCatalog(root, "shop");
  // Laid out as addFailure leaves it, so that what is added is all that differs.
  writeProjectFile(root, spec, `${JSON.stringify(JSON.parse(readFileSync(join(root, spec), "utf8")), null, 2)}\n`);
  commitAll(root, "First");
  return root;
}

/** Adds a failure behind the last one of the file, or before the first. */
function addFailure(root: string, code: number, name: string, where: "first" | "last" = "last"): void {
  const path = join(root, spec);
  const catalog = JSON.parse(readFileSync(path, "utf8")) as { failures: object[] };
  const category = code < 2000 ? "payment" : "parcel";
  const words = name.toLowerCase().replaceAll("_", " ");
  const entry = { code, name, category, title: `About ${words}`, description: `It is about ${words}.`, retry: "never" };
  if (where === "last") catalog.failures.push(entry);
  else catalog.failures.unshift(entry);
  writeFileSync(path, `${JSON.stringify(catalog, null, 2)}\n`);
}

function onBranch(root: string, branch: string, code: number, name: string): void {
  git(root, "checkout", "--quiet", "-b", branch, "main");
  addFailure(root, code, name);
  commitAll(root, name);
  git(root, "checkout", "--quiet", "main");
}

async function run(root: string, ...words: readonly string[]): Promise<CommandRun> {
  return runCommand(root, words);
}

async function proposed(root: string, category: string): Promise<{ readonly code: number; readonly report: string }> {
  const json = await run(root, "allocate", "--category", category, "--format", "json");
  const { allocation } = JSON.parse(json.stdout) as { allocation: { codes: readonly number[] } };
  const { stdout } = await run(root, "allocate", "--category", category);
  return { code: allocation.codes[0] ?? 0, report: stdout };
}

function releaseLine(version: string, failures: readonly (readonly [number, string])[]): string {
  const known = failures.map(([code, name]) => {
    return { code, name, aliases: [], category: "parcel", params: "", meaning: "", state: "active" } as const;
  });
  const line = { version, date: "2026-03-02", previous: undefined, release: "", failures: known, reserved: [2006] };
  return `${ledgerLineText(line, sha256)}\n`;
}

describe.skipIf(withoutGit)("allocate passes over", () => {
  test.each([
    [
      "a code of another branch",
      (root: string) => onBranch(root, "wet-parcels", 2003, "PARCEL_WET"),
      '2003 is taken by PARCEL_WET on branch "wet-parcels"',
    ],
    [
      "a code of a branch of a remote",
      (root: string) => {
        const remote = temporaryFolder();
        git(remote, "clone", "--quiet", root, ".");
        git(remote, "checkout", "--quiet", "-b", "wet-parcels");
        addFailure(remote, 2003, "PARCEL_WET");
        commitAll(remote, "Wet");
        git(root, "remote", "add", "origin", remote);
        git(root, "fetch", "--quiet", "origin");
      },
      '2003 is taken by PARCEL_WET on branch "origin/wet-parcels"',
    ],
    [
      "a code that is staged and not in the work tree",
      (root: string) => {
        addFailure(root, 2003, "PARCEL_WET");
        git(root, "add", "--all");
        git(root, "restore", "--source=HEAD", "--worktree", spec);
      },
      "2003 is taken by PARCEL_WET in what is staged",
    ],
    [
      "a code that is stashed",
      (root: string) => {
        addFailure(root, 2003, "PARCEL_WET");
        git(root, "stash", "--quiet");
      },
      "2003 is taken by PARCEL_WET in stash 0",
    ],
    [
      "a code that another work tree has not committed yet",
      (root: string) => {
        const other = join(temporaryFolder(), "other");
        git(root, "worktree", "add", "--quiet", "-b", "wet-parcels", other);
        addFailure(other, 2003, "PARCEL_WET");
      },
      /2003 is taken by PARCEL_WET in the work tree ".*other"/,
    ],
    [
      "a code of a commit that only a tag keeps",
      (root: string) => {
        onBranch(root, "wet-parcels", 2003, "PARCEL_WET");
        git(root, "tag", "v3", "wet-parcels");
        git(root, "branch", "--quiet", "-D", "wet-parcels");
      },
      '2003 is taken by PARCEL_WET in tag "v3"',
    ],
    [
      "a code of a release whose entry is gone",
      (root: string) => writeProjectFile(root, "spec/ledger.jsonl", releaseLine("3.0.0", [[2003, "PARCEL_WET"]])),
      "2003 was PARCEL_WET in release 3.0.0",
    ],
  ])("%s", async (_, prepare, reason) => {
    const root = shop();
    expect((await proposed(root, "parcel")).code).toBe(2003);
    prepare(root);
    const { code, report } = await proposed(root, "parcel");
    expect(code).toBe(2004);
    expect(report).toMatch(reason);
  });

  test("reservations, those of releases too, and names what stands between", async () => {
    const root = shop();
    writeProjectFile(root, "spec/ledger.jsonl", releaseLine("3.0.0", [[2005, "PARCEL_WET"]]));
    addFailure(root, 2012, "PARCEL_BENT");
    const { stdout } = await run(root, "allocate", "--category", "parcel");
    expect(stdout).toMatch(/^2014 is free/);
    expect(stdout).toContain("skipped  2013 is reserved: No carrier wants a failure of this number.");
    expect(stdout).toContain("holes    2000, 2003 to 2004, 2007 to 2011; --reuse-holes");
    const { stdout: holes } = await run(root, "allocate", "--category", "parcel", "--reuse-holes", "--count", "4");
    expect(holes).toMatch(/^2000, 2003, 2004, 2007 are free/);
    expect(holes).toContain("skipped  2005 was PARCEL_WET in release 3.0.0");
    expect(holes).toContain("skipped  2006 is reserved in release 3.0.0");
  });

  test("nothing for a catalog on a branch that cannot be read, and says so", async () => {
    const root = shop();
    git(root, "checkout", "--quiet", "-b", "torn");
    writeProjectFile(root, spec, "{");
    commitAll(root, "Torn");
    git(root, "checkout", "--quiet", "main");
    const { code, report } = await proposed(root, "parcel");
    expect(code).toBe(2003);
    expect(report).toContain('not seen  branch "torn": the catalog there cannot be read');
  });

  test("what another project of the repository has: the catalog is looked for at its own path", async () => {
    const top = temporaryFolder();
    git(top, "init", "--quiet", "--initial-branch=main");
    for (const project of ["cards", "parcels"]) {
      mkdirSync(join(top, project));
      layCatalog(join(top, project), "shop");
    }
    commitAll(top, "First");
    git(top, "checkout", "--quiet", "-b", "wet");
    addFailure(join(top, "cards"), 2003, "PARCEL_WET");
    commitAll(top, "Wet");
    git(top, "checkout", "--quiet", "main");
    expect((await proposed(join(top, "cards"), "parcel")).code).toBe(2004);
    expect((await proposed(join(top, "parcels"), "parcel")).code).toBe(2003);
  });
});

/** Two clones that each add the same code for another failure; `theirs` is fetched into `ours`, which is given back. */
async function allocatedAtOnce(
  where: "first" | "last" = "last",
  prepare = (_root: string): void => {},
): Promise<string> {
  const ours = shop();
  await run(ours, "generate");
  commitAll(ours, "Generated");
  const theirs = temporaryFolder();
  git(theirs, "clone", "--quiet", ours, ".");
  const codes: number[] = [];
  for (const [root, name] of [
    [ours, "PARCEL_WET"],
    [theirs, "PARCEL_BENT"],
  ] as const) {
    const { code } = await proposed(root, "parcel");
    codes.push(code);
    addFailure(root, code, name, root === ours ? where : "last");
    if (root === theirs) prepare(theirs);
    await run(root, "generate");
    commitAll(root, name);
  }
  expect(codes).toEqual([2003, 2003]);
  git(ours, "fetch", "--quiet", theirs, "main:bent-parcels");
  return ours;
}

function installDriver(root: string): void {
  git(root, "config", "merge.failcodes.driver", `"${process.execPath}" "${builtTool()}" merge-driver %O %A %B %P`);
  writeProjectFile(root, ".git/info/attributes", `${spec} merge=failcodes\n`);
}

function codesIn(root: string): Readonly<Record<string, number>> {
  const { failures } = JSON.parse(readFileSync(join(root, spec), "utf8")) as {
    failures: readonly { name: string; code: number }[];
  };
  return Object.fromEntries(failures.map(({ name, code }) => [name, code]));
}

async function expectCleanWhenGenerated(root: string): Promise<void> {
  expect(await run(root, "generate")).toMatchObject({ exitCode: 0, stderr: "" });
  expect(await run(root, "check")).toMatchObject({ exitCode: 0, stderr: "" });
  expect(await run(root, "validate")).toMatchObject({ exitCode: 0, stderr: "" });
  git(root, "add", "--all");
}

describe.skipIf(withoutGit)("two branches that took one code at once", () => {
  test("are merged by the driver without a collision, and clean after generate", async () => {
    const root = await allocatedAtOnce();
    installDriver(root);
    const merge = tryGit(root, ["merge", "--no-edit", "bent-parcels"]);
    expect(merge.stderr).toContain(
      `failcodes: ${spec}: PARCEL_BENT, which the other side added as 2003 and nobody released, has the code 2004 now: 2003 is PARCEL_WET.`,
    );
    expect(git(root, "diff", "--name-only", "--diff-filter=U")).not.toContain(spec);
    expect(codesIn(root)).toMatchObject({ PARCEL_WET: 2003, PARCEL_BENT: 2004 });
    await expectCleanWhenGenerated(root);
    git(root, "commit", "--quiet", "--no-edit");
  });

  test("are merged by a rebase too, commit after commit", async () => {
    const root = await allocatedAtOnce();
    installDriver(root);
    writeProjectFile(root, ".git/info/attributes", `${spec} merge=failcodes\ngenerated/** merge=ours\n`);
    git(root, "config", "merge.ours.driver", "true");
    git(root, "checkout", "--quiet", "bent-parcels");
    const catalog = join(root, spec);
    writeFileSync(catalog, readFileSync(catalog, "utf8").replace('"About parcel bent"', '"Bent on the way"'));
    writeFileSync(
      catalog,
      readFileSync(catalog, "utf8").replace(
        '"related": [\n        2002\n',
        '"related": [\n        2002,\n        2003\n',
      ),
    );
    commitAll(root, "Say it better");
    git(root, "rebase", "main");
    expect(codesIn(root)).toMatchObject({ PARCEL_WET: 2003, PARCEL_BENT: 2004 });
    const text = readFileSync(catalog, "utf8");
    expect(text).toContain("Bent on the way");
    expect(text).toMatch(/"related": \[\s*2002,\s*2004\s*\]/);
    await expectCleanWhenGenerated(root);
  });

  test("are left to their reader where a source already leads to the code that changes", async () => {
    const root = await allocatedAtOnce("last", (theirs) => {
      const source = JSON.parse(readFileSync(join(theirs, "spec/sources/card-network.json"), "utf8")) as {
        mappings: object[];
      };
      source.mappings.push({
        code: "777",
        name: "BENT",
        failure: 2003,
        evidence: "derived",
        reason: "The network says that the parcel is bent.",
      });
      writeProjectFile(theirs, "spec/sources/card-network.json", `${JSON.stringify(source, null, 2)}\n`);
    });
    installDriver(root);
    const merge = tryGit(root, ["merge", "--no-edit", "bent-parcels"]);
    expect(merge.exitCode).toBe(1);
    expect(merge.stderr).toContain(
      "the other side's mappings to 2003 in spec/sources/card-network.json have to lead to 2004.",
    );
    expect(git(root, "diff", "--name-only", "--diff-filter=U")).toContain(spec);
    expect(codesIn(root)).toMatchObject({ PARCEL_WET: 2003, PARCEL_BENT: 2004 });
  });

  test("are found by validate where a server merged them, and allocate says what to take", async () => {
    const root = await allocatedAtOnce("first");
    writeProjectFile(root, ".git/info/attributes", "generated/** merge=ours\n");
    git(root, "config", "merge.ours.driver", "true");
    git(root, "merge", "--quiet", "--no-edit", "bent-parcels");
    const { stdout, exitCode } = await run(root, "validate");
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^spec\/failure-codes\.json:\d+:\d+ error FC2102 The code 2003 is used by more than one failure\./,
    );
    expect(stdout).toContain("`failcodes allocate --category parcel` names the next free one.");
    expect(stdout).toMatch(/^ {2}spec\/failure-codes\.json:\d+:\d+ It is first used here\.$/m);
    expect((await proposed(root, "parcel")).code).toBe(2004);
  });
});

describe.skipIf(withoutGit)("the driver is installed", () => {
  test("on request alone, in a project below the top of its repository too", async () => {
    const top = temporaryFolder();
    git(top, "init", "--quiet");
    const root = join(top, "shop");
    mkdirSync(root);
    layCatalog(root, "shop");
    expect(tryGit(top, ["config", "--get-regexp", "^merge"]).stdout).toBe("");
    const { stdout, exitCode } = await run(root, "merge-driver", "--install");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("set   merge.failcodes.name, merge.failcodes.driver");
    expect(git(top, "config", "--get", "merge.failcodes.driver")).toBe("npx failcodes merge-driver %O %A %B %P\n");
    expect(readFileSync(join(root, ".gitattributes"), "utf8")).toBe(`${spec} merge=failcodes\n`);
    expect(git(top, "check-attr", "merge", `shop/${spec}`)).toContain("merge: failcodes");
    const again = await run(root, "merge-driver", "--install", "--format", "json");
    expect(JSON.parse(again.stdout)).toMatchObject({ exitCode: 0, installed: { config: [], attributes: "kept" } });
  });

  test("never in place of another one", async () => {
    const root = shop();
    git(root, "config", "merge.failcodes.driver", "our-own %A");
    const { stderr, exitCode } = await run(root, "merge-driver", "--install");
    expect(exitCode).toBe(2);
    expect(stderr).toContain('Git has another "merge.failcodes.driver" already: "our-own %A".');
    expect(git(root, "config", "--get", "merge.failcodes.driver")).toBe("our-own %A\n");
  });
});

describe("codes that are proposed", () => {
  const some = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 10 });

  test("are nobody's, ascend, and lie behind all others unless holes are asked for", () => {
    const drawn = fc.record({
      own: some,
      reserved: some,
      elsewhere: some,
      count: fc.integer({ min: 1, max: 5 }),
      reuseHoles: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, ({ own, reserved, elsewhere, count, reuseHoles }) => {
        const named = (codes: readonly number[]): object => ({
          categories: [{ id: "parcel", range: { from: 1, to: 10 } }],
          failures: codes.map((code) => ({ code, name: `PARCEL_${code}`, category: "parcel" })),
        });
        const catalog = catalogCodes({ ...named(own), reserved: reserved.map((code) => ({ code, reason: "No." })) });
        const other = catalogCodes(named(elsewhere));
        const category = catalog?.categories[0];
        if (catalog === undefined || other === undefined || category === undefined) throw new Error("no catalog");
        const occupied = { catalog, ledgers: [], others: [{ where: "branch", codes: other }] };
        const allocation = allocate(occupied, { category, count, reuseHoles });
        if (typeof allocation === "string") throw new Error(allocation);
        const failures = [...own, ...elsewhere].filter(
          (code) => code >= 1 && code <= 10 && !(reserved.includes(code) && !own.includes(code)),
        );
        const taken = new Set([...own, ...reserved, ...elsewhere]);
        const free = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].filter((code) => !taken.has(code));
        const highest = Math.max(0, ...failures);
        const candidates = reuseHoles ? free : free.filter((code) => code > highest);
        expect(allocation.codes).toEqual(candidates.slice(0, count));
        const last = Math.max(highest, ...allocation.codes.map(Number));
        const behind = reuseHoles && allocation.codes.length > 0 ? Math.max(...allocation.codes.map(Number)) : last;
        expect(allocation.left).toBe(free.filter((code) => code > behind).length);
        const holes = allocation.holes.flatMap(({ from, count: size }) =>
          Array.from({ length: size }, (_, index) => Number(from) + index),
        );
        expect(holes).toEqual(free.filter((code) => code < highest && !allocation.codes.includes(code)));
      }),
    );
  });
});
