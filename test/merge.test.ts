import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { checkShop, edit, generateShop, reasonsIn, removeShopProjects, shopProject } from "./shop-project.ts";

afterAll(removeShopProjects);

const spec = "spec/failure-codes.json";
const index = "generated/pages/index.md";

/** Runs git as somebody without settings of their own; `mayFail` where a conflict is what is wanted. */
function git(root: string, words: readonly string[], mayFail = false): string {
  const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_EDITOR: "true" };
  const person = ["-c", "user.name=Support", "-c", "user.email=support@example.com", "-c", "rerere.enabled=false"];
  const result = spawnSync("git", [...person, ...words], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...nobody },
  });
  if (result.status !== 0 && !mayFail) throw new Error(`git ${words.join(" ")}: ${result.stderr}${result.stdout}`);
  return result.stdout;
}

function retitle(root: string, from: string, to: string): void {
  edit(root, spec, (text) => text.replace(`"title": "${from}"`, `"title": "${to}"`));
}

async function generateAndCommit(root: string, message: string): Promise<void> {
  await generateShop(root);
  git(root, ["add", "--all"]);
  git(root, ["commit", "--quiet", "--message", message]);
}

/** A repository with two branches that both edited the spec, in neighbouring entries and in distant ones, and generated. */
async function forkedProject(root: string = shopProject(), repository: string = root): Promise<string> {
  git(repository, ["init", "--quiet", "--initial-branch=main"]);
  await generateAndCommit(root, "First");
  git(root, ["checkout", "--quiet", "-b", "cards"]);
  retitle(root, "Card expired", "Card has expired");
  retitle(root, "Card declined", "Card was declined");
  await generateAndCommit(root, "Cards");
  git(root, ["checkout", "--quiet", "main"]);
  retitle(root, "Card expired", "Card out of date");
  retitle(root, "Parcel delayed", "Parcel is late");
  retitle(root, "Unknown failure", "Nobody knows");
  await generateAndCommit(root, "Parcels");
  return root;
}

/** Resolves the spec's conflict, as its author would, in favour of one title. */
function resolveSpec(root: string): void {
  edit(root, spec, (text) =>
    text
      .replace(/^<{7}.*\n([\s\S]*?)(?:^\|{7}[\s\S]*?)?^={7}\n[\s\S]*?^>{7}.*\n/gm, "$1")
      .replace(/"title": "Card (has expired|out of date)"/, '"title": "Card too old"'),
  );
}

async function expectMendedWithoutForce(root: string): Promise<void> {
  const { targets } = await generateShop(root);
  expect(targets.flatMap(({ kept }) => kept.map(({ path, reason }) => `${path}: ${reason}`))).toEqual([]);
  expect(await checkShop(root)).toEqual({ entries: [], outdatedManifests: [] });
  expect(readFileSync(join(root, index), "utf8")).toMatch(/Card too old/);
  expect(readFileSync(join(root, index), "utf8")).toMatch(/Card was declined[\s\S]*Parcel is late[\s\S]*Nobody knows/);
}

const conflicted = /^<{7} /m;

describe("a merge of two branches that both edited the spec", () => {
  test.each(["merge", "diff3", "zdiff3"])("is mended by plain generate, with conflicts in style %s", async (style) => {
    const root = await forkedProject();
    git(root, ["-c", `merge.conflictStyle=${style}`, "merge", "cards"], true);
    expect(readFileSync(join(root, index), "utf8")).toMatch(conflicted);
    expect(readFileSync(join(root, "generated/pages/manifest.json"), "utf8")).toMatch(conflicted);
    resolveSpec(root);
    const found = await reasonsIn(root);
    expect(found).toContain(`${index}: stale (merged)`);
    expect(found.filter((line) => !line.includes(": stale"))).toEqual([]);
    await expectMendedWithoutForce(root);
  });

  test("is mended when the files that git merged cleanly are not ours or theirs, but both", async () => {
    const root = shopProject();
    git(root, ["init", "--quiet", "--initial-branch=main"]);
    await generateAndCommit(root, "First");
    git(root, ["checkout", "--quiet", "-b", "cards"]);
    retitle(root, "Card declined", "Card was declined");
    await generateAndCommit(root, "Cards");
    git(root, ["checkout", "--quiet", "main"]);
    retitle(root, "Unknown failure", "Nobody knows");
    await generateAndCommit(root, "Unknown");
    git(root, ["merge", "cards"], true);
    expect(readFileSync(join(root, index), "utf8")).not.toMatch(conflicted);
    // Merged as the catalog is: nothing to explain.
    expect(await reasonsIn(root)).toEqual([]);
    // Only when the catalog goes on from there, the merged file has to be known as ours.
    retitle(root, "Parcel lost", "Parcel gone");
    expect(await reasonsIn(root)).toContain(`${index}: stale (merged)`);
    const { targets } = await generateShop(root);
    expect(targets.flatMap(({ kept }) => kept)).toEqual([]);
    expect((await checkShop(root)).entries).toEqual([]);
  });

  test("is mended after it was committed, conflicts and all", async () => {
    const root = await forkedProject();
    git(root, ["merge", "cards"], true);
    git(root, ["add", "--all"]);
    git(root, ["commit", "--quiet", "--no-edit"]);
    resolveSpec(root);
    await expectMendedWithoutForce(root);
  });

  test.each(["--ours", "--theirs"])("is mended after the manifests were resolved by checkout %s", async (side) => {
    const root = await forkedProject();
    git(root, ["merge", "cards"], true);
    for (const target of ["pages", "names", "kinds"])
      git(root, ["checkout", side, `generated/${target}/manifest.json`]);
    git(root, ["add", "generated"]);
    resolveSpec(root);
    await expectMendedWithoutForce(root);
  });

  test("is mended in a folder of the repository, whose attributes convert line endings", async () => {
    const root = shopProject("packages/shop");
    const repository = resolve(root, "../..");
    writeFileSync(join(repository, ".gitattributes"), "*.md text eol=crlf\n");
    await forkedProject(root, repository);
    git(root, ["merge", "cards"], true);
    expect(readFileSync(join(root, index), "utf8")).toMatch(/^<{7} [\s\S]*\r\n/m);
    resolveSpec(root);
    await expectMendedWithoutForce(root);
  });

  test("keeps what a person wrote into a merged file", async () => {
    const root = await forkedProject();
    git(root, ["merge", "cards"], true);
    resolveSpec(root);
    edit(root, index, (text) => `${text}\nAsk Support first.\n`);
    expect(await reasonsIn(root)).toContain(`${index}: edited`);
    const { targets } = await generateShop(root);
    expect(targets.flatMap(({ kept }) => kept.map(({ path }) => path))).toEqual([index]);
    expect(readFileSync(join(root, index), "utf8")).toMatch(/Ask Support first\./);
  });

  test("keeps a file that a person resolved by hand in a way of their own", async () => {
    const root = await forkedProject();
    git(root, ["merge", "cards"], true);
    resolveSpec(root);
    edit(root, index, (text) => text.replace(/^<{7}[\s\S]*?^>{7}.*\n/m, "- 1001 and 1002: see the bank\n"));
    expect(await reasonsIn(root)).toContain(`${index}: edited`);
  });

  test("keeps what was edited by hand on one side before the merge", async () => {
    const root = await forkedProject();
    edit(root, "generated/pages/codes/2002.md", (text) => `${text}\nAsk the carrier.\n`);
    git(root, ["commit", "--quiet", "--all", "--message", "Edit by hand"]);
    git(root, ["merge", "cards"], true);
    resolveSpec(root);
    const { targets } = await generateShop(root);
    expect(targets.flatMap(({ kept }) => kept.map(({ path, reason }) => `${path}: ${reason}`))).toEqual([
      "generated/pages/codes/2002.md: edited",
    ]);
  });
});

describe("other ways in which git brings versions together", () => {
  test("cherry-pick", async () => {
    const root = await forkedProject();
    git(root, ["cherry-pick", "cards"], true);
    expect(readFileSync(join(root, index), "utf8")).toMatch(conflicted);
    resolveSpec(root);
    await expectMendedWithoutForce(root);
  });

  test("rebase, at the stop and when it is over", async () => {
    const root = await forkedProject();
    git(root, ["checkout", "--quiet", "cards"]);
    git(root, ["rebase", "main"], true);
    expect(readFileSync(join(root, index), "utf8")).toMatch(conflicted);
    resolveSpec(root);
    expect((await reasonsIn(root)).filter((line) => !line.includes(": stale"))).toEqual([]);
    // Somebody goes on without failcodes, conflicts and all.
    git(root, ["add", "--all"]);
    git(root, ["rebase", "--continue"]);
    await expectMendedWithoutForce(root);
  });

  test("revert", async () => {
    const root = await forkedProject();
    git(root, ["checkout", "--quiet", "cards"]);
    retitle(root, "Card has expired", "Card expired in spring");
    await generateAndCommit(root, "Spring");
    git(root, ["revert", "--no-edit", "HEAD~1"], true);
    expect(readFileSync(join(root, index), "utf8")).toMatch(conflicted);
    edit(root, spec, (text) => text.replace(/^<{7}.*\n([\s\S]*?)^={7}\n[\s\S]*?^>{7}.*\n/gm, "$1"));
    const { targets } = await generateShop(root);
    expect(targets.flatMap(({ kept }) => kept)).toEqual([]);
    expect((await checkShop(root)).entries).toEqual([]);
  });

  test("stash", async () => {
    const root = await forkedProject();
    retitle(root, "Card out of date", "Card much too old");
    await generateShop(root);
    git(root, ["stash"]);
    git(root, ["merge", "--quiet", "--strategy-option=theirs", "cards"], true);
    git(root, ["checkout", "--quiet", "cards", "--", "."]);
    git(root, ["commit", "--quiet", "--allow-empty", "--message", "As on cards"], true);
    git(root, ["stash", "pop"], true);
    expect(readFileSync(join(root, index), "utf8")).toMatch(conflicted);
    edit(root, spec, (text) => text.replace(/^<{7}.*\n([\s\S]*?)^={7}\n[\s\S]*?^>{7}.*\n/gm, "$1"));
    const { targets } = await generateShop(root);
    expect(targets.flatMap(({ kept }) => kept)).toEqual([]);
    expect((await checkShop(root)).entries).toEqual([]);
  });

  test("a manifest that is gone is read from the last commit", async () => {
    const root = await forkedProject();
    retitle(root, "Parcel lost", "Parcel gone");
    rmSync(join(root, "generated/pages/manifest.json"));
    edit(root, "generated/pages/codes/1003.md", (text) => `${text}\nAsk the bank.\n`);
    expect(await reasonsIn(root)).toEqual([
      "generated/pages/codes/1003.md: edited",
      "generated/pages/codes/2001.md: stale",
      `${index}: stale`,
    ]);
  });

  test("a file that was taken back to the last commit is known", async () => {
    const root = await forkedProject();
    retitle(root, "Parcel lost", "Parcel gone");
    await generateShop(root);
    git(root, ["checkout", index]);
    expect(await reasonsIn(root)).toEqual([`${index}: stale`]);
  });

  test("a target that was switched off is found without its manifest", async () => {
    const root = await forkedProject();
    rmSync(join(root, "generated/names/manifest.json"));
    expect(await reasonsIn(root, { targets: ["pages", "kinds"] })).toEqual([
      "generated/names/names.txt: orphan (switched-off)",
    ]);
  });
});
