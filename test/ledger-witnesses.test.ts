import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type CommandRun, layCatalog, runCommand, temporaryFolder } from "./cli-project.ts";
import { commitAll, git } from "./git-repository.ts";
import { isSkipped } from "./installed-programs.ts";

const ledger = "spec/ledger.jsonl";
const spec = "spec/failure-codes.json";

async function succeed(root: string, command: string): Promise<void> {
  const { exitCode, stdout, stderr } = await runCommand(root, command.split(" "));
  expect(exitCode, `${command}: ${stdout}${stderr}`).toBe(0);
}

async function releaseAs(root: string, version: string): Promise<void> {
  const path = join(root, spec);
  writeFileSync(path, readFileSync(path, "utf8").replace(/"version": "[^"]*"/, `"version": "${version}"`));
  await succeed(root, "generate");
  await succeed(root, "release");
}

/** A repository with two releases on its branch main. */
async function released(): Promise<string> {
  const root = temporaryFolder();
  git(root, "init", "--quiet", "--initial-branch=main");
  layCatalog(root, "minimal");
  await releaseAs(root, "1.0.0");
  commitAll(root, "1.0.0");
  await releaseAs(root, "1.1.0");
  commitAll(root, "1.1.0");
  return root;
}

/** Takes the last line of the ledger away, and makes the manifests forget it too. */
async function cut(root: string): Promise<void> {
  const [first] = readFileSync(join(root, ledger), "utf8").split("\n");
  writeFileSync(join(root, ledger), `${first}\n`);
  await succeed(root, "generate");
}

describe.skipIf(isSkipped("what git remembers of a ledger", [["git", "--version"]]))(
  "a ledger whose end was cut off",
  () => {
    async function validate(root: string, environment: Readonly<Record<string, string>> = {}): Promise<CommandRun> {
      return runCommand(root, ["validate"], environment);
    }

    test("is caught by the last commit", async () => {
      const root = await released();
      await cut(root);
      const { stdout, exitCode } = await validate(root);
      expect(stdout).toContain("FC9006 The last commit knows release 1.1.0");
      expect(exitCode).toBe(1);
    });

    test("and committed so, by the branch that the change is for", async () => {
      const root = await released();
      git(root, "checkout", "--quiet", "-b", "shorter");
      await cut(root);
      commitAll(root, "Shorter");
      expect((await validate(root)).stdout).toContain("FC9006 Branch main knows release 1.1.0");
      git(root, "branch", "--quiet", "--move", "main", "stable");
      expect((await validate(root)).exitCode).toBe(0);
      expect((await validate(root, { GITHUB_BASE_REF: "stable" })).stdout).toContain(
        "FC9006 Branch stable knows release 1.1.0",
      );
    });

    test("and committed on that branch, by the last tag", async () => {
      const root = await released();
      git(root, "tag", "v1.1.0");
      await cut(root);
      commitAll(root, "Shorter");
      expect((await validate(root)).stdout).toContain("FC9006 Tag v1.1.0 knows release 1.1.0");
    });

    test("and taken away as a whole, too, and nothing is released in its place", async () => {
      const root = await released();
      rmSync(join(root, ledger));
      await succeed(root, "generate");
      const said = `${ledger}:1:1 error FC9006 The last commit knows release 1.1.0`;
      const { stdout, exitCode } = await validate(root);
      expect(stdout).toContain(said);
      expect(exitCode).toBe(1);
      const release = await runCommand(root, ["release"]);
      expect(release.stdout).toContain(said);
      expect(release.exitCode).toBe(1);
      expect(existsSync(join(root, ledger))).toBe(false);
    });

    test("and taken away as a whole without git, is caught by the manifests", async () => {
      const root = temporaryFolder();
      layCatalog(root, "minimal");
      await releaseAs(root, "1.0.0");
      rmSync(join(root, ledger));
      const { stdout, exitCode } = await validate(root);
      expect(stdout).toContain("FC9006 generated/docs/manifest.json knows a release");
      expect(exitCode).toBe(1);
    });

    test("put together anew with another release of the same version, all the same", async () => {
      const root = await released();
      git(root, "tag", "v1.1.0");
      await cut(root);
      writeFileSync(
        join(root, spec),
        readFileSync(join(root, spec), "utf8").replace("Parcel lost", "Parcel gone for good"),
      );
      await succeed(root, "generate");
      expect((await runCommand(root, ["release"])).stdout).toContain("FC9006");
    });

    test("on a branch that left before the release, is not cut off", async () => {
      const root = await released();
      git(root, "checkout", "--quiet", "-b", "older", "HEAD~1");
      expect((await validate(root)).exitCode).toBe(0);
    });

    test("in a shallow clone cannot be seen, and the report says so", async () => {
      const root = await released();
      await cut(root);
      commitAll(root, "Shorter");
      const clone = join(temporaryFolder(), "clone");
      git(root, "clone", "--quiet", "--depth=1", `file://${root}`, clone);
      const { stdout, exitCode } = await validate(clone);
      expect(stdout).toContain("This is a shallow clone without another branch or tag");
      expect(exitCode).toBe(0);
      expect((await validate(root)).stdout).not.toContain("shallow");
    });

    test("without git and manifests cannot be seen, and the report says so", async () => {
      const root = temporaryFolder();
      layCatalog(root, "minimal");
      await releaseAs(root, "1.0.0");
      rmSync(join(root, "generated"), { recursive: true });
      const { stdout, exitCode } = await validate(root);
      expect(stdout).toContain("1 release, the last one 1.0.0. Nothing else here remembers them");
      expect(exitCode).toBe(0);
    });
  },
);
