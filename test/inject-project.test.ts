import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Host } from "../cli/host/host.ts";
import { run } from "../cli/run.ts";
import { capturingHost, layCatalog, runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";
import { commitAll, git, tryGit } from "./git-repository.ts";

const spec = "spec/failure-codes.json";
const configuration = `{
  "inject": ["README.md", "docs/*.md"],
  "targets": { "json-schema": {}, "typescript": false, "docs": false, "messages": false, "sources": false }
}
`;
const page = (title: string): string =>
  `# ${title}\r\n\r\n<!-- failcodes:table columns=code,title -->\r\n<!-- failcodes:end -->\r\n\r\n` +
  "Of <!-- failcodes:count --><!-- failcodes:end --> there are <!-- failcodes:list category=parcel parts=title --><!-- failcodes:end -->.";

/** A project with two pages that hold blocks, which are written. */
async function project(): Promise<string> {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  writeProjectFile(root, "failcodes.config.json", configuration);
  writeProjectFile(root, "README.md", page("The shop"));
  writeProjectFile(root, "docs/codes.md", page("All codes"));
  await expectExit(root, ["generate"], 0);
  return root;
}

async function expectExit(root: string, words: readonly string[], wanted: number): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommand(root, words);
  expect(exitCode, `${words.join(" ")}: ${stdout}${stderr}`).toBe(wanted);
  return stdout;
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function retitle(root: string, from: string, to: string): void {
  const text = read(root, spec);
  expect(text).toContain(`"title": "${from}"`);
  writeFileSync(join(root, spec), text.replace(`"title": "${from}"`, `"title": "${to}"`));
}

/** A page without what stands in its blocks. */
function emptied(text: string): string {
  return text.replace(/(<!-- failcodes:(?!end)[^>]*-->)[\s\S]*?(<!-- failcodes:end -->)/g, "$1$2");
}

test("an existing page: an edited catalog fails check, which names page and block; mending touches nothing else", async () => {
  const root = await project();
  const before = read(root, "README.md");
  expect(emptied(before)).toBe(page("The shop").replace("-->\r\n<!-- failcodes:end", "--><!-- failcodes:end"));
  retitle(root, "Parcel lost", "Parcel vanished");
  const report = await expectExit(root, ["check"], 1);
  expect(report).toContain(
    "stale: the catalog changed since it was generated\n    README.md:3 (table columns=code,title)",
  );
  expect(report).toContain("    docs/codes.md:16 (list category=parcel parts=title)\n");
  expect(report).not.toContain("(count)");
  expect(read(root, "README.md")).toBe(before);
  await expectExit(root, ["generate"], 0);
  expect(read(root, "README.md")).toBe(before.replaceAll("Parcel lost", "Parcel vanished"));
  await expectExit(root, ["check"], 0);
});

test("a run that is killed before any of its writes is mended by the next, an edited catalog in between included", async () => {
  let kills = 0;
  for (let nth = 1; ; nth++) {
    const root = await project();
    retitle(root, "Parcel lost", "Parcel vanished");
    const { host } = capturingHost(root);
    if ((await run(killedAt(host, nth), ["inject"], { runtime: "Node.js v20.0.0" })) === 0) break;
    kills += 1;
    retitle(root, "Parcel vanished", "Parcel gone");
    const report = await expectExit(root, ["check", "--only", "inject"], 1);
    expect(report, `${nth}`).toMatch(/can be mended by a command above\.\n$/);
    await expectExit(root, ["generate"], 0);
    await expectExit(root, ["check"], 0);
    expect(read(root, "README.md")).toContain("| 2001 | Parcel gone |\r\n");
  }
  // Record, two pages, manifest.
  expect(kills).toBe(4);
});

/** A host that is gone before it gives a file its place for the nth time. */
function killedAt(host: Host, nth: number): Host {
  let count = 0;
  const rename: Host["files"]["rename"] = (from, to) => {
    if (++count === nth) throw new Error("killed");
    return host.files.rename(from, to);
  };
  return { ...host, files: { ...host.files, rename } };
}

test("a page that somebody saves while it is written is kept, and named", async () => {
  const root = await project();
  retitle(root, "Parcel lost", "Parcel vanished");
  const { host, printed } = capturingHost(root);
  const rename: Host["files"]["rename"] = (from, to) => {
    // The record of what is about to be written: the pages come next.
    if (to.endsWith("inject.json")) writeFileSync(join(root, "README.md"), "Mine.\n");
    return host.files.rename(from, to);
  };
  const saved: Host = { ...host, files: { ...host.files, rename } };
  expect(await run(saved, ["inject"], { runtime: "Node.js v20.0.0" })).toBe(1);
  expect(read(root, "README.md")).toBe("Mine.\n");
  expect(printed.stdout).toContain("    README.md\n");
  expect(read(root, "docs/codes.md")).toContain("Parcel vanished");
});

/** A repository with two branches that changed the catalog, wrote the blocks, and committed both; `merge` brings them together. */
async function forked(merge: (root: string) => void): Promise<string> {
  const root = await project();
  git(root, "init", "--quiet", "--initial-branch=main");
  commitAll(root, "First");
  git(root, "checkout", "--quiet", "-b", "parcels");
  retitle(root, "Parcel lost", "Parcel vanished");
  retitle(root, "Card expired", "Card has expired");
  await expectExit(root, ["generate"], 0);
  commitAll(root, "Parcels");
  git(root, "checkout", "--quiet", "main");
  retitle(root, "Unknown failure", "Nobody knows");
  retitle(root, "Card expired", "Card out of date");
  await expectExit(root, ["generate"], 0);
  writeFileSync(join(root, "README.md"), read(root, "README.md").replace("# The shop", "# Our shop"));
  commitAll(root, "Cards");
  expect(tryGit(root, ["merge", "--quiet", "parcels"]).exitCode).toBe(1);
  merge(root);
  return root;
}

/** Takes one title where both sides have another. */
function resolveSpec(root: string): void {
  const text = read(root, spec).replace(/^<{7}.*\n([\s\S]*?)(?:^\|{7}[\s\S]*?)?^={7}\n[\s\S]*?^>{7}.*\n/gm, "$1");
  writeFileSync(join(root, spec), text.replace(/"title": "Card (has expired|out of date)"/, '"title": "Card too old"'));
}

test("two branches that both wrote blocks are merged: generate mends the blocks, conflicts in them included", async () => {
  const root = await forked(resolveSpec);
  expect(read(root, "README.md")).toMatch(/^<{7} /m);
  const report = await expectExit(root, ["check", "--only", "inject"], 1);
  expect(report).toContain("stale: git merged two generated versions, and the catalog gives a third");
  await expectExit(root, ["generate"], 0);
  const text = read(root, "README.md");
  expect(text).not.toMatch(/^[<=>]{7}/m);
  expect(text).toContain("# Our shop\r\n");
  for (const title of ["Card too old", "Parcel vanished", "Nobody knows"]) expect(text).toContain(`| ${title} |\r\n`);
  await expectExit(root, ["check"], 0);
});

test("what a person writes into a block after such a merge is not lost", async () => {
  const root = await forked(resolveSpec);
  const text = read(root, "README.md");
  writeFileSync(join(root, "README.md"), text.replace("Nobody knows", "Nobody knows, ask support"));
  const report = await expectExit(root, ["generate"], 1);
  expect(report).toContain("README.md:3 (table columns=code,title)");
  expect(read(root, "README.md")).toContain("Nobody knows, ask support");
});

test("a page that was moved, and a manifest that was lost, are known again", async () => {
  const root = await project();
  git(root, "init", "--quiet", "--initial-branch=main");
  commitAll(root, "First");
  git(root, "mv", "docs/codes.md", "docs/c#.md");
  git(root, "rm", "--quiet", "generated/inject/manifest.json");
  retitle(root, "Parcel lost", "Parcel vanished");
  const report = await expectExit(root, ["check"], 1);
  expect(report).toContain(
    "stale: the catalog and its marker or its place changed since it was generated\n    docs/c#.md:3",
  );
  await expectExit(root, ["generate"], 0);
  await expectExit(root, ["check"], 0);
  expect(read(root, "generated/inject/manifest.json")).not.toContain("codes.md");
});

test("two runs give the same bytes, wherever the project lies and in whatever folder it is started", async () => {
  const [one, other] = [await project(), await project()];
  await expectExit(one, ["inject", "-C", "docs", "codes.md"], 0);
  for (const path of ["README.md", "docs/codes.md", "generated/inject/manifest.json"]) {
    expect(read(one, path)).toBe(read(other, path));
  }
});
