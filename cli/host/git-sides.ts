import { gitObjects } from "./git-objects.ts";
import type { Programs } from "./programs.ts";

/** Files of a commit, by their path in the repository. */
export type CommitFiles = ReadonlyMap<string, Uint8Array>;

/** The prefix of the variables in which `git merge` names the commits that it joins. */
const mergedHead = "GITHEAD_";

/**
 * The JSON files in a folder of the repository, as the side has them whose version of a file is given: of the commits that git
 * says it merges, or else of those that brought this very version. Undefined where there is no such commit.
 */
export function filesOfSide(
  programs: Programs,
  top: string,
  environment: Readonly<Record<string, string | undefined>>,
  version: { readonly path: string; readonly content: Uint8Array },
  folder: string,
): CommitFiles | undefined {
  const objects = gitObjects(programs, top);
  const hash = programs.git(top, ["hash-object", "--stdin"], version.content);
  if (hash.exitCode !== 0) return undefined;
  const id = new TextDecoder().decode(hash.stdout).trim();
  const named = Object.keys(environment)
    .filter((name) => name.startsWith(mergedHead))
    .map((name) => name.slice(mergedHead.length));
  const searched = (): readonly string[] => {
    const words = ["log", "--all", "--full-history", "-m", `--find-object=${id}`, "--format=%H", "--", version.path];
    return (objects.ask(...words) ?? "").split("\n").filter((line) => line !== "");
  };
  const inProgress = ["HEAD", "MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD"];
  for (const candidates of [() => [...named, ...inProgress], searched]) {
    const commits = candidates();
    const ids = objects.ids(commits.map((commit) => `${commit}:${version.path}`));
    const commit = commits.find((_, index) => ids[index] === id);
    if (commit !== undefined) return jsonFiles(programs, top, commit, folder);
  }
  return undefined;
}

function jsonFiles(programs: Programs, top: string, commit: string, folder: string): CommitFiles {
  const objects = gitObjects(programs, top);
  const listed = objects.ask("ls-tree", "-r", "--name-only", "-z", commit, "--", `${folder}/`) ?? "";
  const paths = listed.split("\0").filter((path) => path.endsWith(".json"));
  const ids = objects.ids(paths.map((path) => `${commit}:${path}`));
  const contents = objects.contents([...new Set(ids.filter((id) => id !== undefined))]);
  const found = new Map<string, Uint8Array>();
  for (const [index, path] of paths.entries()) {
    const content = contents.get(ids[index] ?? "");
    if (content !== undefined) found.set(path, content);
  }
  return found;
}
