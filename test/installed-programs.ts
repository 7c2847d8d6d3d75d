import { spawnSync } from "node:child_process";

/** Set by .ci/run, where nothing may be skipped. */
const toolsAreRequired = process.env["FAILCODES_REQUIRE_TOOLS"] === "1";

/** Whether what a program shows has to be skipped, since the program is not installed; says so. */
export function isSkipped(what: string, programs: readonly (readonly string[])[]): boolean {
  const missing = programs.find(([name = "", ...words]) => spawnSync(name, words).status !== 0);
  if (missing === undefined || toolsAreRequired) return false;
  console.warn(`skipped: ${what}, since ${missing[0]} is not installed`);
  return true;
}
