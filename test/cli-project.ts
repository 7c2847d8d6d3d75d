import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Host } from "../cli/host/host.ts";
import { nodeHost } from "../cli/host/node-host.ts";
import { run } from "../cli/run.ts";
import { repository } from "./built-tool.ts";
import { fixtures } from "./catalog-fixture.ts";

/** A new folder, gone when the test that asks for it ends. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "failcodes-test-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Lays a fixture catalog, or the "shipped" one, where a project has its own: `spec/failure-codes.json`, `spec/locales/` and
 * `spec/sources/`.
 */
export function layCatalog(root: string, name: string): void {
  const shipped = name === "shipped";
  const from = shipped ? join(repository, "spec") : join(fixtures, "catalogs", name);
  mkdirSync(join(root, "spec"), { recursive: true });
  cpSync(join(from, shipped ? "failure-codes.json" : "spec.json"), join(root, "spec/failure-codes.json"));
  for (const folder of ["locales", "sources"]) {
    if (existsSync(join(from, folder))) cpSync(join(from, folder), join(root, "spec", folder), { recursive: true });
  }
}

/** Writes a file of a project, its folders too. */
export function writeProjectFile(root: string, path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** What a command printed and how it ended. */
export interface CommandRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** Programs of a host on which nobody waits: a pause is over at once, and the clock is as late as after it. */
function withoutWaiting(programs: Host["programs"]): Host["programs"] {
  let waited = 0;
  const pause = (milliseconds: number): void => {
    waited += milliseconds;
  };
  return { ...programs, pause, now: () => programs.now() + waited };
}

/** The day on which every command of a test runs. */
const someDay = "2026-11-24";

/** A host whose outputs are kept, in a folder; no terminal, no waiting, always the same day, and nothing of our own environment. */
export function capturingHost(
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
  terminal = false,
  stdin?: string,
): { readonly host: Host; readonly printed: { stdout: string; stderr: string } } {
  const printed = { stdout: "", stderr: "" };
  const output = (name: "stdout" | "stderr"): Host["stdout"] => ({
    isTerminal: terminal,
    columns: terminal ? 100 : undefined,
    write: (text) => {
      printed[name] += text;
    },
  });
  const { programs, ...ours } = nodeHost();
  const streams = { stdin: inputOf(stdin), stdout: output("stdout"), stderr: output("stderr") };
  return {
    host: { ...ours, programs: withoutWaiting(programs), today: () => someDay, cwd, environment, ...streams },
    printed,
  };
}

/** What is piped into a command; without it nobody has, and a person sits at the keyboard. */
function inputOf(text: string | undefined): Host["stdin"] {
  const bytes = new TextEncoder().encode(text);
  return { isTerminal: text === undefined, read: async (limit) => (bytes.length > limit ? undefined : bytes) };
}

/** Runs a command in this process, as somebody in a folder would. */
export async function runCommand(
  cwd: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  terminal = false,
  stdin?: string,
): Promise<CommandRun> {
  const { host, printed } = capturingHost(cwd, environment, terminal, stdin);
  const exitCode = await run(host, words, { runtime: "Node.js v20.0.0" });
  return { ...printed, exitCode };
}
