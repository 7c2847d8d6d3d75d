import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { cleanEnvironment, repository } from "./built-tool.ts";

/** What a run over one test file prints at its end, as npm test prints it. */
function endOf(source: string): string {
  // Beside the tests, so that it finds vitest; the name is not one of a test file of this repository.
  const folder = mkdtempSync(join(repository, "node_modules/.closing-line-"));
  try {
    mkdirSync(join(folder, "test"));
    writeFileSync(join(folder, "test/sample.test.ts"), source);
    const words = ["run", "--root", folder, "--reporter", join(repository, "test/closing-line-reporter.ts")];
    const vitest = join(repository, "node_modules/vitest/vitest.mjs");
    const run = spawnSync(process.execPath, [vitest, ...words], { encoding: "utf8", env: cleanEnvironment() });
    return run.stdout.trimEnd().split("\n").at(-1) ?? "";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const head = 'import { expect, it } from "vitest";\n';

it("counts what passed and what failed, and not what was skipped", () => {
  expect(endOf(`${head}it("a", () => {}); it("b", () => expect(1).toBe(2)); it.skip("c", () => {});`)).toBe(
    "1 passed, 1 failed",
  );
});

it("counts a file that cannot be loaded as failed", () => {
  expect(endOf('throw new Error("nothing here");')).toBe("0 passed, 1 failed");
});
