import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Host } from "../cli/host/host.ts";
import { run } from "../cli/run.ts";
import { capturingHost, layCatalog, runCommand, temporaryFolder } from "./cli-project.ts";

/** A host that is gone before it gives a file its place for the nth time. */
function killedAt(host: Host, nth: number): Host {
  let count = 0;
  const rename: Host["files"]["rename"] = (from, to) => {
    if (++count === nth) throw new Error("killed");
    return host.files.rename(from, to);
  };
  return { ...host, files: { ...host.files, rename } };
}

async function release(root: string, nth: number): Promise<number> {
  return run(killedAt(capturingHost(root).host, nth), ["release"], { runtime: "Node.js v20.0.0" });
}

test("a release that is killed before any of its writes is finished by running it again, or was not begun", async () => {
  let kills = 0;
  for (let nth = 1; ; nth++) {
    const root = temporaryFolder();
    layCatalog(root, "minimal");
    expect((await runCommand(root, ["generate"])).exitCode).toBe(0);
    if ((await release(root, nth)) === 0) break;
    kills++;
    // What a killed process leaves in the way is waited for or swept, as by every run.
    const again = await runCommand(root, ["release"]);
    if (again.exitCode !== 0) {
      // The line of the ledger was written: everything else is generated from it.
      expect(readFileSync(join(root, "spec/ledger.jsonl"), "utf8")).toContain('"version":"0.1.0"');
      expect((await runCommand(root, ["generate"])).exitCode, `${nth}: ${again.stdout}`).toBe(0);
    }
    for (const command of ["check", "validate"]) {
      const { exitCode, stdout } = await runCommand(root, [command]);
      expect(exitCode, `${command} after ${nth}: ${stdout}`).toBe(0);
    }
    expect(readFileSync(join(root, "spec/ledger.jsonl"), "utf8").trim().split("\n")).toHaveLength(1);
    const changelog = readFileSync(join(root, "spec/CHANGELOG.md"), "utf8");
    expect(changelog.match(/^## 0\.1\.0 /gm)).toHaveLength(1);
  }
  expect(kills).toBeGreaterThan(3);
});
