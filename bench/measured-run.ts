import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

/** What one process used: milliseconds of user and system time and of the clock, and megabytes at its peak. */
export interface Usage {
  readonly cpu: number;
  readonly wall: number;
  readonly memory: number;
}

const measure = resolve(import.meta.dirname, "measure.cjs");

/** Runs `node ...args` in `cwd`, which must end with `expected`. */
export function measuredRun(cwd: string, expected: number, ...args: readonly string[]): Usage {
  const usage = measuredRunWithin(undefined, cwd, expected, ...args);
  if (usage === undefined) throw new Error(`node ${args.join(" ")} was stopped`);
  return usage;
}

/** The same; undefined where the run lasts longer than `patience` seconds, and is stopped then. */
export function measuredRunWithin(
  patience: number | undefined,
  cwd: string,
  expected: number,
  ...args: readonly string[]
): Usage | undefined {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ["--require", measure, ...args], {
    cwd,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
    timeout: patience === undefined ? undefined : patience * 1000,
    killSignal: "SIGKILL",
  });
  if (child.error !== undefined && "code" in child.error && child.error.code === "ETIMEDOUT") return undefined;
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  if (child.status !== expected) {
    throw new Error(`node ${args.join(" ")} ended with ${child.status ?? child.signal}: ${String(child.stderr)}`);
  }
  const used = JSON.parse(String(child.output[3])) as { cpu: number; memory: number };
  return { ...used, wall };
}

/** The middle one of an odd number of figures. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((left, right) => left - right)[figures.length >> 1] ?? Number.NaN;
}
