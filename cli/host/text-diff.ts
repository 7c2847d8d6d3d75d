import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Programs } from "./programs.ts";

/** More lines than this, in both versions together, are for git: it takes a tenth of a second where the library takes a minute. */
const linesForLibrary = 20_000;

/** How long the library may look for the shortest difference, in milliseconds. */
const timeForLibrary = 1_000;

/**
 * The unified diff that turns what a file holds into what it should hold; `undefined` stands for no file. Applying it mends
 * the file. "" where the contents are equal.
 */
export async function unifiedDiff(
  programs: Programs,
  path: string,
  found: Uint8Array | undefined,
  planned: string | undefined,
): Promise<string> {
  const before = found === undefined ? "" : textOf(found);
  const after = planned ?? "";
  if (before === undefined) return `Binary file ${path} differs\n`;
  if (before === after) return "";
  const oldName = found === undefined ? "/dev/null" : `a/${path}`;
  const newName = planned === undefined ? "/dev/null" : `b/${path}`;
  return namedDiff(programs, [oldName, before], [newName, after]);
}

/** The unified diff between two texts that differ, each with the name that it stands under. */
export async function namedDiff(
  programs: Programs,
  [oldName, before]: readonly [name: string, text: string],
  [newName, after]: readonly [name: string, text: string],
): Promise<string> {
  if (lineCount(before) + lineCount(after) <= linesForLibrary) {
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import("diff");
    const options = { headerOptions: FILE_HEADERS_ONLY, context: 3, timeout: timeForLibrary };
    const patch = createTwoFilesPatch(oldName, newName, before, after, undefined, undefined, options);
    if (patch !== undefined) return patch;
  }
  const hunks = hunksOfGit(programs, before, after);
  return `--- ${oldName}\n+++ ${newName}\n${hunks ?? `too long to compare without git: ${lineCount(after)} lines\n`}`;
}

function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function lineCount(text: string): number {
  let count = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

function hunksOfGit(programs: Programs, before: string, after: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "failcodes-diff-"));
  try {
    writeFileSync(join(folder, "before"), before);
    writeFileSync(join(folder, "after"), after);
    const words = [
      "diff",
      "--no-index",
      "--no-color",
      "--no-ext-diff",
      "--no-textconv",
      "--text",
      "-U3",
      "before",
      "after",
    ];
    const { exitCode, stdout } = programs.git(folder, words);
    if (exitCode !== 1) return undefined;
    const text = new TextDecoder().decode(stdout);
    return text.slice(text.indexOf("\n@@") + 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
