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
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ["--require", measure, ...args], {
    cwd,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
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
