import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import type { CommandRun } from "./cli-project.ts";

/** Root of this repository. */
export const repository = join(import.meta.dirname, "..");

let built = false;

/** The tool as it is shipped: `dist/main.cjs`, built if it is stale. */
export function builtTool(): string {
  if (!built) {
    const run = spawnSync(process.execPath, [join(repository, "scripts/build-if-stale.mjs")], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(`the build failed:\n${run.stdout}${run.stderr}`);
    built = true;
  }
  return join(repository, "dist/main.cjs");
}

/** The environment of a test's processes: nothing that could colour or move their output. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _force, NO_COLOR: _no, VITEST: _vitest, ...others } = process.env;
  return { ...others, ...more };
}

/** Runs the built tool in a folder, as a process of its own. */
export function runBuilt(
  cwd: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  node: string = process.execPath,
): CommandRun {
  const run = spawnSync(node, [builtTool(), ...words], { cwd, encoding: "utf8", env: cleanEnvironment(environment) });
  if (run.error !== undefined) throw run.error;
  return { stdout: run.stdout, stderr: run.stderr, exitCode: run.status ?? -1 };
}

/** A process of the built tool that runs on; its output is read as it comes. */
export interface RunningTool {
  readonly process: ChildProcess;
  /** All that was printed so far. */
  printed(): string;
  /** Resolves when a text was printed after what was there at the last call; rejects when the process ends before. */
  waitFor(text: string): Promise<string>;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts the built tool in a folder. */
export function startBuilt(cwd: string, words: readonly string[]): RunningTool {
  const child = spawn(process.execPath, [builtTool(), ...words], { cwd, env: cleanEnvironment() });
  let text = "";
  let seen = 0;
  let over = false;
  let check = (): void => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
      check();
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      over = true;
      check();
      resolve(code);
    });
  });
  return {
    process: child,
    printed: () => text,
    ended,
    waitFor: (wanted) =>
      new Promise((resolve, reject) => {
        check = () => {
          const at = text.indexOf(wanted, seen);
          if (at >= 0) {
            const since = text.slice(seen, at + wanted.length);
            seen = at + wanted.length;
            check = () => undefined;
            resolve(since);
          } else if (over) reject(new Error(`"${wanted}" was never printed; this was:\n${text}`));
        };
        check();
      }),
  };
}
