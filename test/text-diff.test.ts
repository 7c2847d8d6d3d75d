import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { nodePrograms } from "../cli/host/node-programs.ts";
import { unifiedDiff } from "../cli/host/text-diff.ts";
import { removeShopProjects, shopProject } from "./shop-project.ts";

afterAll(removeShopProjects);

const programs = nodePrograms();
const path = "generated/pages/1001.md";
const root = shopProject();

/** Applies a diff to a file with git, which reads diffs strictly; gives what the file holds then. */
function applied(before: string, diff: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, before);
  writeFileSync(join(root, "change.diff"), diff);
  const { status, stderr } = spawnSync("git", ["apply", "--unidiff-zero", "--whitespace=nowarn", "change.diff"], {
    cwd: root,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${stderr}\n${diff}`);
  return readFileSync(file, "utf8");
}

const lines = (count: number, text: string): string =>
  Array.from({ length: count }, (_, n) => `${text} ${n}\n`).join("");

describe("a diff turns what a file holds into what it should hold", () => {
  test.each([
    ["one line", "A\nB\nC\n", "A\nD\nC\n"],
    ["no line end at the end", "A\nB", "A\nB\n"],
    ["a line end too many", "A\nB\n", "A\nB"],
    ["CRLF", "A\r\nB\r\n", "A\nB\n"],
    ["a byte-order mark", "\ufeffA\n", "A\n"],
    ["everything", "A\n", "B\n"],
    ["thousands of lines, all of them", lines(4_000, "before"), lines(4_000, "after")],
    [
      "more lines than the library is asked for",
      lines(30_000, "page"),
      lines(30_000, "page").replace("page 17000\n", ""),
    ],
  ])("%s", async (_, before, after) => {
    const diff = await unifiedDiff(programs, path, Buffer.from(before), after);
    expect(diff).toContain(`--- a/${path}\n+++ b/${path}\n@@`);
    expect(applied(before, diff)).toBe(after);
  });

  test("whatever the lines are", async () => {
    const text = fc.array(fc.constantFrom("A", "B", "", " ", "--- A", "@@", "\\ No newline", "</p>"), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const [old, wanted] = [`${before.join("\n")}\n`, `${after.join("\n")}\n`];
        const diff = await unifiedDiff(programs, path, Buffer.from(old), wanted);
        expect(diff === "" ? old : applied(old, diff)).toBe(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

test("a file that is to come, or to go, is /dev/null on the other side", async () => {
  rmSync(join(root, path), { force: true });
  expect(await unifiedDiff(programs, path, undefined, "A\n")).toBe(
    `--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,1 @@\n+A\n`,
  );
  expect(await unifiedDiff(programs, path, Buffer.from("A\n"), undefined)).toBe(
    `--- a/${path}\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-A\n`,
  );
});

test("bytes that are no text are not shown", async () => {
  expect(await unifiedDiff(programs, path, Buffer.from([0xff, 0xfe]), "A\n")).toBe(`Binary file ${path} differs\n`);
  expect(await unifiedDiff(programs, path, Buffer.from("A\0"), "A\n")).toBe(`Binary file ${path} differs\n`);
});
