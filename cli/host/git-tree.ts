import type { RawFile } from "../../core/decode.ts";
import { gitObjects } from "./git-objects.ts";
import type { Programs } from "./programs.ts";

/** The files of a project at one commit, read from the repository: the work tree is not touched. */
export interface ProjectTree {
  /** Id of the commit. */
  readonly commit: string;
  /** Files by their path in the project, with forward slashes; those that are not there are left out. */
  read(paths: readonly string[]): readonly RawFile[];
  /** Paths of all files below a folder, sorted. */
  filesIn(folder: string): readonly string[];
}

/**
 * A project as it was at a revision, in any of the ways git names one. `path` is the project's folder in the repository
 * where that was another one; it ends with a slash. Undefined where there is no git, no repository or no such revision.
 */
export function projectTree(
  programs: Programs,
  root: string,
  revision: string,
  path?: string,
): ProjectTree | undefined {
  const objects = gitObjects(programs, root);
  // A name that begins with a hyphen would be an option to git.
  const commit = revision.startsWith("-")
    ? undefined
    : objects.ask("rev-parse", "--verify", "--quiet", `${revision}^{commit}`);
  const prefix = path ?? objects.ask("rev-parse", "--show-prefix");
  if (commit === undefined || prefix === undefined) return undefined;
  return {
    commit,
    read(paths) {
      const ids = objects.ids(paths.map((name) => `${commit}:${prefix}${name}`));
      const contents = objects.contents([...new Set(ids.filter((id) => id !== undefined))]);
      return paths.flatMap((name, index) => {
        const content = contents.get(ids[index] ?? "");
        return content === undefined ? [] : { path: name, content };
      });
    },
    filesIn(folder) {
      const listed = objects.ask(
        "ls-tree",
        "-r",
        "-z",
        "--name-only",
        "--full-tree",
        commit,
        "--",
        `${prefix}${folder}/`,
      );
      const names = (listed ?? "").split("\0").filter((name) => name !== "");
      return names.map((name) => name.slice(prefix.length)).sort((left, right) => (left < right ? -1 : 1));
    },
  };
}
