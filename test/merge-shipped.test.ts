import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { cleanEnvironment, runBuilt } from "./built-tool.ts";
import { layCatalog, temporaryFolder, writeProjectFile } from "./cli-project.ts";

const spec = "spec/failure-codes.json";
const targets = ["docs", "json-schema", "messages", "sources", "typescript"];

/** Set by .ci/run, where nothing may be skipped. */
const toolsAreRequired = process.env["FAILCODES_REQUIRE_TOOLS"] === "1";
const skipped = spawnSync("git", ["--version"]).error !== undefined && !toolsAreRequired;
if (skipped)
  console.warn("skipped: a merge of two branches with the tool as it is shipped, since git is not installed");

const nobody = { GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null", GIT_EDITOR: "true" };
const person = ["-c", "user.name=Support", "-c", "user.email=support@example.com", "-c", "rerere.enabled=false"];

/** Runs git as somebody without settings of their own; throws where it ends otherwise than expected. */
function git(root: string, words: readonly string[], expectedStatus = 0): string {
  const run = spawnSync("git", [...person, ...words], { cwd: root, encoding: "utf8", env: cleanEnvironment(nobody) });
  if (run.status !== expectedStatus) throw new Error(`git ${words.join(" ")}: ${run.stderr}${run.stdout}`);
  return run.stdout;
}

type Change = (text: string) => string;

function replaced(from: string, to: string): Change {
  return (text) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };
}

function added(code: number, name: string, category: string, title: string): Change {
  const entry = { code, name, category, title, description: `${title}, as its sender says.`, retry: "never" };
  return replaced('"failures": [\n', `"failures": [\n    ${JSON.stringify(entry)},\n`);
}

function all(...changes: readonly Change[]): Change {
  return (text) => changes.reduce((changed, change) => change(changed), text);
}

/** What only one of the branches does: in entries that the other leaves alone. */
const ofCards = all(
  replaced('"title": "Card declined"', '"title": "Card was declined"'),
  replaced('"text": "Pay with another card."', '"text": "Pay with a card of another bank."'),
);
const ofParcels = all(
  replaced('"title": "Unknown failure"', '"title": "Nobody knows"'),
  replaced("for thirty days", "for forty days"),
);

/** The entry that both branches change: its title, and what it says to customers. */
function expired(title: string, message: string): Change {
  return all(
    replaced('"title": "Card expired"', `"title": "${title}"`),
    replaced('"text": "Your card has expired"', `"text": "${message}"`),
  );
}

const cards = all(
  ofCards,
  expired("Card has expired", "Your card has run out"),
  added(1005, "CARD_STOLEN", "payment", "Card stolen"),
);
const parcels = all(
  ofParcels,
  expired("Card out of date", "Your card is out of date"),
  added(2003, "PARCEL_DAMAGED", "parcel", "Parcel damaged"),
);

/** The spec as somebody resolves it: both new entries, and a third title for the one that both changed. */
const resolved = all(
  ofCards,
  ofParcels,
  expired("Card too old", "Your card is too old"),
  added(1005, "CARD_STOLEN", "payment", "Card stolen"),
  added(2003, "PARCEL_DAMAGED", "parcel", "Parcel damaged"),
);

function read(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function rewrite(root: string, path: string, change: Change): void {
  writeProjectFile(root, path, change(read(root, path)));
}

function runClean(root: string, words: readonly string[]): string {
  const { stdout, stderr, exitCode } = runBuilt(root, words);
  expect({ stderr, exitCode }, stdout).toEqual({ stderr: "", exitCode: 0 });
  return stdout;
}

function generateAndCommit(root: string, message: string): void {
  runClean(root, ["generate"]);
  git(root, ["add", "--all"]);
  git(root, ["commit", "--quiet", "--message", message]);
}

/** What stands in the output folder, and is committed: path → text. */
function generated(root: string): ReadonlyMap<string, string> {
  const entries = readdirSync(join(root, "generated"), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes(".failcodes"));
  return new Map(files.sort().map((path) => [path, read(root, path)]));
}

const conflict = /^<{7} [\s\S]*^>{7} /m;

function conflictedFiles(root: string): readonly string[] {
  return [...generated(root)].filter(([, text]) => conflict.test(text)).map(([path]) => path);
}

/** A repository on the branch `parcels`; `cards` is the other one. Both changed the spec, generated and committed. */
function forked(): { readonly root: string; readonly before: string } {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  const before = read(root, spec);
  git(root, ["init", "--quiet", "--initial-branch=main"]);
  generateAndCommit(root, "The shop");
  for (const [branch, change] of Object.entries({ cards, parcels })) {
    git(root, ["checkout", "--quiet", "-b", branch, "main"]);
    rewrite(root, spec, change);
    generateAndCommit(root, `About ${branch}`);
  }
  return { root, before };
}

/** Plain `generate` mends everything, and what it writes is what a project without a past would hold. */
function expectMended(root: string): void {
  const said = runClean(root, ["generate"]);
  expect(said).toMatch(/^Wrote \d+ files\.$/m);
  expect(runClean(root, ["check"])).toMatch(/^Clean: /m);
  expect(conflictedFiles(root)).toEqual([]);
  const fresh = temporaryFolder();
  layCatalog(fresh, "shop");
  writeProjectFile(fresh, spec, read(root, spec));
  runClean(fresh, ["generate"]);
  expect(generated(root)).toEqual(generated(fresh));
}

describe.skipIf(skipped)("a merge of two branches that both edited the spec, with the tool as it is shipped", () => {
  test.each(["merge", "diff3", "zdiff3"])("is mended by plain generate, with conflicts in style %s", (style) => {
    const { root, before } = forked();
    git(root, ["-c", `merge.conflictStyle=${style}`, "merge", "cards"], 1);
    expect(read(root, spec)).toMatch(conflict);
    const conflicted = conflictedFiles(root);
    for (const target of targets) {
      expect(conflicted).toContain(`generated/${target}/manifest.json`);
      // The tables of sources hold none of the texts that both branches changed.
      if (target === "sources") continue;
      const others = conflicted.filter((path) => path.startsWith(`generated/${target}/`));
      expect(others.length, `${target} has only its manifest in conflict`).toBeGreaterThan(1);
    }

    writeProjectFile(root, spec, resolved(before));
    const check = runBuilt(root, ["check"]);
    expect(check).toMatchObject({ stderr: "", exitCode: 1 });
    expect(check.stdout).not.toMatch(/edited by hand|stranger|a person to decide/);
    expectMended(root);
    expect(read(root, "generated/docs/README.md")).toMatch(/Card was declined[\s\S]*Card too old[\s\S]*Parcel damaged/);
    git(root, ["add", "--all"]);
    git(root, ["commit", "--quiet", "--no-edit"]);
    expect(runClean(root, ["check"])).toMatch(/^Clean: /m);
  });

  test("is mended after it was committed, conflicts and all", () => {
    const { root, before } = forked();
    git(root, ["merge", "cards"], 1);
    git(root, ["add", "--all"]);
    git(root, ["commit", "--quiet", "--no-edit"]);
    writeProjectFile(root, spec, resolved(before));
    expectMended(root);
  });

  test("is mended in a clone, which remembers nothing of the runs before", () => {
    const { root, before } = forked();
    const clone = join(temporaryFolder(), "shop");
    git(root, ["clone", "--quiet", "--branch", "parcels", root, clone]);
    git(clone, ["merge", "origin/cards"], 1);
    writeProjectFile(clone, spec, resolved(before));
    expectMended(clone);
  });

  test("keeps what a person wrote into a merged file, and says so", () => {
    const { root, before } = forked();
    git(root, ["merge", "cards"], 1);
    writeProjectFile(root, spec, resolved(before));
    const page = "generated/docs/codes/1002.md";
    rewrite(root, page, (text) => `${text}\nAsk the bank first.\n`);
    const { stdout, exitCode } = runBuilt(root, ["generate"]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain(`edited by hand: it is not what failcodes wrote\n    ${page}\n`);
    expect(read(root, page)).toMatch(/\nAsk the bank first\.\n$/);
    const check = runBuilt(root, ["check"]);
    expect(check.exitCode).toBe(1);
    expect(check.stdout).toContain("1 path differs from the catalog; 1 needs a person to decide.");
  });
});
