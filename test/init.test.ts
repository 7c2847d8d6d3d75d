import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "./built-tool.ts";
import { runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";

test("what init writes is a working project: validate, generate and check are clean", async () => {
  const root = temporaryFolder();
  for (const words of [["init"], ["validate"], ["generate"], ["check"], ["generate"]]) {
    const { stdout, stderr, exitCode } = await runCommand(root, words);
    expect({ words, stderr, exitCode, warnings: /warning FC/.exec(stdout) }).toEqual({
      words,
      stderr: "",
      exitCode: 0,
      warnings: null,
    });
  }
  expect(existsSync(join(root, "generated/typescript/package.json"))).toBe(true);
});

test("every schema that init names is there once failcodes is installed", async () => {
  const root = temporaryFolder();
  await runCommand(root, ["init"]);
  mkdirSync(join(root, "node_modules"));
  symlinkSync(repository, join(root, "node_modules/failcodes"));
  for (const path of ["failcodes.config.json", "spec/failure-codes.json", "spec/locales/de.json"]) {
    const { $schema } = JSON.parse(readFileSync(join(root, path), "utf8")) as { $schema: string };
    expect(existsSync(join(root, dirname(path), $schema)), `${path} names ${$schema}`).toBe(true);
  }
});

test("init overwrites nothing and adds a line once", async () => {
  const root = temporaryFolder();
  const own = {
    "failcodes.config.json": "{}\n",
    "spec/failure-codes.json": "{ not even JSON",
    ".github/workflows/failcodes.yml": "name: ours\n",
    ".gitattributes": "*.png binary\r\n",
  };
  for (const [path, content] of Object.entries(own)) writeProjectFile(root, path, content);
  await runCommand(root, ["init"]);
  await runCommand(root, ["init"]);
  const now = Object.keys(own).map((path) => [path, readFileSync(join(root, path), "utf8")]);
  expect(Object.fromEntries(now)).toEqual({
    ...own,
    ".gitattributes": "*.png binary\r\ngenerated/** linguist-generated text eol=lf\r\n",
  });
  expect(existsSync(join(root, "spec/locales"))).toBe(false);
});
