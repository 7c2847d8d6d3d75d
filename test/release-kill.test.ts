import { readFileSync, writeFileSync } from "node:fs";
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

test("migration notes of a release that is killed are written once, with what the changelog says", async () => {
  let kills = 0;
  const notes = new Set<string>();
  for (let nth = 1; ; nth++) {
    const root = temporaryFolder();
    layCatalog(root, "minimal");
    await runCommand(root, ["generate"]);
    expect((await runCommand(root, ["release"])).exitCode).toBe(0);
    const spec = join(root, "spec/failure-codes.json");
    const renamed = readFileSync(spec, "utf8").replace("PARCEL_LOST", "PARCEL_GONE").replace('"0.1.0"', '"0.2.0"');
    const alias = '"aliases": [{ "name": "PARCEL_LOST", "reason": "It was called so." }], "title": "Parcel lost"';
    writeFileSync(spec, renamed.replace('"title": "Parcel lost"', alias));
    await runCommand(root, ["generate"]);
    const isDone = (await release(root, nth)) === 0;
    if (!isDone) kills++;
    const again = isDone ? 0 : (await runCommand(root, ["release"])).exitCode;
    if (again !== 0) expect((await runCommand(root, ["generate"])).exitCode).toBe(0);
    for (const command of ["check", "validate"]) expect((await runCommand(root, [command])).exitCode).toBe(0);
    notes.add(readFileSync(join(root, "spec/MIGRATION.md"), "utf8"));
    expect(readFileSync(join(root, "spec/CHANGELOG.md"), "utf8").match(/\(MIGRATION\.md#v0\.2\.0\)/g)).toHaveLength(1);
    if (isDone) break;
  }
  expect(kills).toBeGreaterThan(3);
  expect([...notes]).toEqual([expect.stringContaining("## 0.2.0 ")]);
});
