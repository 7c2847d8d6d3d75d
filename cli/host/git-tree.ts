import type { RawFile } from "../../core/decode.ts";
import { gitObjects } from "./git-objects.ts";
import type { Programs } from "./programs.ts";

/** The files of a project at one commit, read from the repository: the work tree is not touched. */
export interface ProjectTree {
  /** Id of the commit. */
  readonly commit: string;
  /** Files by their path in the project, with forward slashes; those that are not there are left out. All can be read again. */
  read(paths: readonly string[]): readonly RawFile[];
  /** The same, in groups of files that are together about so many bytes long. */
  readInTurn(paths: readonly string[], atOnce: number): Iterable<RawFile>;
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
  const found = (paths: readonly string[]) =>
    objects.found(paths.map((name) => `${commit}:${prefix}${name}`)).map((one, index) => ({
      path: paths[index] ?? "",
      id: one?.id,
      size: one?.size ?? 0,
    }));
  type Found = ReturnType<typeof found>;
  const again = (id: string) => (): Uint8Array | string => objects.contents([id]).get(id) ?? "";
  const contentsOf = (files: Found): readonly RawFile[] => {
    const contents = objects.contents([...new Set(files.flatMap(({ id }) => id ?? []))]);
    return files.flatMap(({ path, id }) => {
      const content = id === undefined ? undefined : contents.get(id);
      return id === undefined || content === undefined ? [] : { path, content, reread: again(id) };
    });
  };
  return {
    commit,
    read: (paths) => contentsOf(found(paths)),
    *readInTurn(paths, atOnce) {
      let group: Found = [];
      let size = 0;
      for (const file of found(paths)) {
        group.push(file);
        size += file.size;
        if (size < atOnce) continue;
        yield* contentsOf(group);
        group = [];
        size = 0;
      }
      yield* contentsOf(group);
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
