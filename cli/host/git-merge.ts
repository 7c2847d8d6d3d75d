import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Merge } from "../../core/history.ts";
import type { Programs } from "./programs.ts";

/** Three versions of a file, by the ids of their contents; no common version where both sides added it. */
export interface MergeInput {
  /** In the repository. */
  readonly path: string;
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

/** What git made of an input. */
export interface MergeOutput {
  readonly path: string;
  readonly merge: Merge;
}

const conflictStyles = ["merge", "diff3", "zdiff3"];

/** Settings of a person or a machine that would change the result, or ask somebody something. */
const settings = [
  ["user.name", "failcodes"],
  ["user.email", "failcodes@localhost"],
  ["commit.gpgSign", "false"],
  ["core.hooksPath", "hooks-of-nobody"],
  ["core.autocrlf", "false"],
  ["core.safecrlf", "false"],
  ["gc.auto", "0"],
  ["merge.renames", "false"],
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/**
 * Merges files once more, in a scratch repository that is thrown away: only the `git merge` of this very machine makes the
 * bytes that it left in the work tree. The attributes of the real repository hold, its drivers do not.
 */
export function mergeAgain(
  inputs: readonly MergeInput[],
  contents: ReadonlyMap<string, Uint8Array>,
  programs: Programs,
  repository: string,
): readonly MergeOutput[] {
  const rest = [...inputs];
  const outputs: MergeOutput[] = [];
  while (rest.length > 0) {
    const round = new Map<string, MergeInput>();
    for (const input of rest.splice(0)) {
      if (round.has(input.path)) rest.push(input);
      else round.set(input.path, input);
    }
    outputs.push(...mergeRound([...round.values()], contents, programs, repository));
  }
  return outputs;
}

function mergeRound(
  inputs: readonly MergeInput[],
  contents: ReadonlyMap<string, Uint8Array>,
  programs: Programs,
  repository: string,
): readonly MergeOutput[] {
  let scratch: string;
  try {
    scratch = mkdtempSync(join(tmpdir(), "failcodes-merge-"));
  } catch {
    // Without a place for it nothing can be found out: the files stay unexplained, and are not overwritten.
    return [];
  }
  const git = (...words: readonly string[]): number | undefined =>
    programs.git(scratch, [...settings, ...words], "", { GIT_CEILING_DIRECTORIES: dirname(scratch) }).exitCode;
  const commit = (version: "base" | "ours" | "theirs"): void => {
    for (const input of inputs) {
      const id = input[version];
      const content = id === undefined ? undefined : contents.get(id);
      if (content === undefined) continue;
      mkdirSync(dirname(join(scratch, input.path)), { recursive: true });
      writeFileSync(join(scratch, input.path), content);
    }
    git("add", "--all", "--force");
    git("commit", "--quiet", "--allow-empty", "--no-verify", "--message", version);
    git("tag", version);
  };
  try {
    git("init", "--quiet", "--template=");
    copyAttributes(repository, scratch);
    commit("base");
    commit("ours");
    git("checkout", "--quiet", "--detach", "base");
    commit("theirs");
    const results = new Map<string, Uint8Array[]>();
    for (const style of conflictStyles) {
      git("checkout", "--quiet", "--force", "--detach", "ours");
      const code = git("-c", `merge.conflictStyle=${style}`, "merge", "--quiet", "--no-ff", "--no-edit", "theirs");
      for (const { path } of inputs) {
        const content = readFileSync(join(scratch, path));
        results.set(path, [...(results.get(path) ?? []), content]);
      }
      if (code === 0) break;
    }
    return inputs.map(({ path, ours, theirs }) => ({
      path,
      merge: {
        ours: contents.get(ours) ?? new Uint8Array(),
        theirs: contents.get(theirs) ?? new Uint8Array(),
        results: results.get(path) ?? [],
      },
    }));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function copyAttributes(repository: string, scratch: string): void {
  let attributes: Uint8Array;
  try {
    attributes = readFileSync(join(repository, ".gitattributes"));
  } catch {
    return;
  }
  mkdirSync(join(scratch, ".git/info"), { recursive: true });
  writeFileSync(join(scratch, ".git/info/attributes"), attributes);
}
