import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Host } from "../cli/host/host.ts";
import { run } from "../cli/run.ts";
import { builtTool, cleanEnvironment, runBuilt } from "./built-tool.ts";
import { capturingHost, layCatalog, temporaryFolder } from "./cli-project.ts";

function shop(): string {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  return root;
}

test("from nothing to clean: init, generate, check, and an edit that is found", () => {
  const root = temporaryFolder();
  expect(runBuilt(root, ["init"])).toMatchObject({ exitCode: 0, stderr: "" });
  expect(runBuilt(root, ["generate"])).toMatchObject({ exitCode: 0, stderr: "" });
  expect(runBuilt(root, ["check"])).toMatchObject({ exitCode: 0, stderr: "" });
  appendFileSync(join(root, "generated/docs/README.md"), "Ours.\n");
  const { stdout, stderr, exitCode } = runBuilt(root, ["check", "--diff"]);
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 1 });
  expect(stdout).toContain("edited by hand");
  expect(stdout).toContain("-Ours.\n");
});

test("a run with nothing to do says so in one line, takes nothing for granted, and touches nothing", () => {
  const root = temporaryFolder();
  layCatalog(root, "minimal");
  runBuilt(root, ["generate"]);
  const page = join(root, "generated/docs/codes/1.md");
  const before = statSync(page).mtimeMs;
  for (let count = 0; count < 2; count++) {
    expect(runBuilt(root, ["generate"])).toEqual({
      stdout: "Up to date: there was nothing to write.\n",
      stderr: "",
      exitCode: 0,
    });
  }
  expect(statSync(page).mtimeMs).toBe(before);
  appendFileSync(page, "Ours.\n");
  expect(runBuilt(root, ["generate"])).toMatchObject({ exitCode: 1 });
});

test("what a run with nothing to do says keeps its warnings", () => {
  const root = shop();
  const template = join(root, "spec/templates/parcels.hbs");
  runBuilt(root, ["generate"]);
  spawnSync("mkdir", ["-p", join(root, "spec/templates")]);
  appendFileSync(template, "{{title}}\n");
  const first = runBuilt(root, ["generate"]);
  expect(first.stdout).toContain("FC4016");
  expect(runBuilt(root, ["generate"])).toEqual(first);
});

test("a reader that has seen enough is no mistake", () => {
  const command = `"${process.execPath}" "${builtTool()}" --help | head -1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", command], { encoding: "utf8", env: cleanEnvironment() });
  expect({ stdout, stderr }).toEqual({ stdout: "Usage: failcodes <command> [options]\n0\n", stderr: "" });
});

test("what is longer than a pipe holds is printed to its end", () => {
  const root = shop();
  const command = `"${process.execPath}" "${builtTool()}" check --diff`;
  const options = { cwd: root, encoding: "utf8", env: cleanEnvironment(), maxBuffer: 2 ** 28 } as const;
  spawnSync("bash", ["-c", `${command} > whole.txt`], options);
  const whole = readFileSync(join(root, "whole.txt"), "utf8");
  expect(whole.length).toBeGreaterThan(2 ** 17);
  // Reads when the pipe is full, or the process has ended.
  const reader = `"${process.execPath}" -e "process.stdin.pipe(process.stdout)"`;
  const { stdout } = spawnSync("bash", ["-c", `${command} | ${reader}`], options);
  expect(stdout).toBe(whole);
});

test("a message is read from standard input, whether a - asks for it or not", () => {
  const root = shop();
  const message = JSON.stringify({ failure: { code: 1001, source: { name: "card-network", code: "5" } } });
  for (const words of [["explain"], ["explain", "-"]]) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [builtTool(), ...words], {
      cwd: root,
      encoding: "utf8",
      env: cleanEnvironment(),
      input: message,
    });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    expect(stdout).toMatch(/^card-network:5 {2}Do not honour\n1001 CARD_DECLINED\n/);
  }
  expect(runBuilt(root, ["explain"])).toMatchObject({ exitCode: 2, stdout: "" });
});

test("a message that is larger than files may be is not read to its end", () => {
  const root = shop();
  writeFileSync(join(root, "failcodes.config.json"), JSON.stringify({ maxFileSize: 100_000 }));
  const { stderr, status } = spawnSync(process.execPath, [builtTool(), "explain", "-"], {
    cwd: root,
    encoding: "utf8",
    env: cleanEnvironment(),
    input: `{ "reason": "${"a".repeat(10_000_000)}" }`,
  });
  expect(status).toBe(2);
  expect(stderr).toContain("Standard input holds more than 100000 bytes.");
});

test("colours are for terminals, unless the environment says otherwise", () => {
  const root = shop();
  expect(runBuilt(root, ["explain", "1001", "--format", "pretty"]).stdout).not.toContain("\u001b");
  expect(runBuilt(root, ["explain", "1001", "--format", "pretty"], { FORCE_COLOR: "1" }).stdout).toContain("\u001b");
  expect(runBuilt(root, ["explain", "1001"], { FORCE_COLOR: "1" }).stdout).not.toContain("\u001b");
});

/** Runs `validate` in a world where every look at a file throws. */
async function inBrokenWorld(
  thrown: unknown,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ stdout: string; stderr: string; exitCode: number }> {
  const { host, printed } = capturingHost("/shop", environment);
  const kind = (): never => {
    throw thrown;
  };
  const broken: Host = { ...host, files: { ...host.files, kind } };
  const exitCode = await run(broken, words, { runtime: "Node.js v20.0.0" });
  return { ...printed, exitCode };
}

test("a mistake of ours says what to report, without a stack", async () => {
  const { stdout, stderr, exitCode } = await inBrokenWorld(new TypeError("parcel is undefined"), ["validate"]);
  expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
  expect(stderr.replace(/failcodes \d\S*,/, "failcodes <version>,")).toBe(
    `failcodes: This is a mistake of failcodes itself: TypeError: parcel is undefined.
  hint: Report it to the maintainers of failcodes, with these lines and, if that is allowed, the catalog:
          failcodes <version>, Node.js v20.0.0
          failcodes validate
        FAILCODES_DEBUG=1 shows where it stopped.
`,
  );
});

test("with FAILCODES_DEBUG a mistake of ours shows where it stopped", async () => {
  const { stderr } = await inBrokenWorld(new TypeError("parcel is undefined"), ["validate"], { FAILCODES_DEBUG: "1" });
  expect(stderr).toMatch(/^TypeError: parcel is undefined\n {4}at /);
});

test("what the system refuses is no mistake of ours", async () => {
  const thrown = Object.assign(new Error("EIO"), { code: "EIO", syscall: "lstat", path: "/shop/spec" });
  expect(await inBrokenWorld(thrown, ["check"])).toEqual({
    stdout: "",
    stderr:
      'failcodes: The system refuses "/shop/spec" (lstat): the disk reports an error.\n' +
      "  hint: Mend what stands in the way, and run the command again.\n",
    exitCode: 2,
  });
  const { stdout, exitCode } = await inBrokenWorld(thrown, ["check", "--format", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ command: "check", exitCode: 2, problem: {}, diagnostics: [] });
  expect(exitCode).toBe(2);
});

test("the schema of the JSON report is the shape that is documented for every command", () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../spec/schema/report.schema.json"), "utf8")) as {
    properties: { command: { enum: readonly (string | null)[] } };
  };
  expect(schema.properties.command.enum).toEqual([
    "validate",
    "generate",
    "check",
    "serve",
    "explain",
    "messages status",
    "messages stamp",
    "messages export",
    "messages import",
    "allocate",
    "merge-driver",
    "templates list",
    "templates eject",
    "templates diff",
    "model",
    "reconcile",
    "inject",
    "diff",
    "release",
    "verify",
    "outdated",
    "init",
    null,
  ]);
});
