import { gitObjects } from "./git-objects.ts";
import type { Programs } from "./programs.ts";

/** A commit that remembers what the project's files held. */
export interface Revision {
  /** How a sentence begins with it: `Branch main`. */
  readonly name: string;
  readonly commit: string;
}

/** A project's repository, as far as revisions of single files are asked for. */
export interface Revisions {
  /** HEAD; where it left the branch that it will go back to; the last tag before it. Each commit once. */
  readonly known: readonly Revision[];
  /** Whether git was told to leave earlier commits out, so that it can name neither branches nor tags before HEAD. */
  readonly isShallow: boolean;
  /** A file of the project as it was, for each revision; undefined where it was not there. */
  contents(revisions: readonly string[], path: string): readonly (Uint8Array | undefined)[];
}

/** What CI says of the branch that a change is for: GitHub's and GitLab's own variables. */
const targetBranch = ["GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "CI_DEFAULT_BRANCH"];

/** The revisions of the repository that a folder lies in; undefined where there is no git, no repository or no commit. */
export function gitRevisions(
  programs: Programs,
  root: string,
  environment: Readonly<Record<string, string | undefined>>,
): Revisions | undefined {
  const objects = gitObjects(programs, root);
  const [head] = objects.ids(["HEAD"]);
  const prefix = objects.ask("rev-parse", "--show-prefix");
  if (head === undefined || prefix === undefined) return undefined;
  const known: Revision[] = [{ name: "The last commit", commit: head }];
  const add = (name: string, commit: string | undefined): void => {
    if (commit !== undefined && known.every((one) => one.commit !== commit)) known.push({ name, commit });
  };
  const ofRemote = objects.ask("symbolic-ref", "--short", "refs/remotes/origin/HEAD")?.replace(/^origin\//, "");
  const named = targetBranch.map((variable) => environment[variable]).filter((name) => name !== undefined);
  for (const branch of new Set([...named, ofRemote, "main", "master"])) {
    if (branch === undefined || branch === "") continue;
    for (const [index, tip] of objects.ids([`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]).entries()) {
      const left = tip === undefined ? undefined : objects.ask("merge-base", head, tip);
      add(`Branch ${index === 0 ? "origin/" : ""}${branch}`, left);
    }
  }
  const tag = objects.ask("describe", "--tags", "--abbrev=0", head);
  if (tag !== undefined) add(`Tag ${tag}`, objects.ids([`refs/tags/${tag}^{commit}`])[0]);
  return {
    known,
    isShallow: objects.ask("rev-parse", "--is-shallow-repository") === "true",
    contents(revisions, path) {
      const ids = objects.ids(revisions.map((revision) => `${revision}:${prefix}${path}`));
      const contents = objects.contents([...new Set(ids.filter((id) => id !== undefined))]);
      return ids.map((id) => (id === undefined ? undefined : contents.get(id)));
    },
  };
}
