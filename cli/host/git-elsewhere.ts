import { quoted } from "../../core/quoted.ts";
import type { FileSystem } from "./file-system.ts";
import { type GitObjects, gitObjects } from "./git-objects.ts";
import type { Programs } from "./programs.ts";
import { absolutePath } from "./project-files.ts";

/** A file as it is in another place of the repository. */
export interface FileElsewhere {
  /** Where that is, as a sentence says it: `branch "origin/parcels"`. */
  readonly where: string;
  readonly content: string | Uint8Array;
}

/** A file in all places of a repository but the work tree that we are in; equal ones once. */
export interface Elsewhere {
  readonly files: readonly FileElsewhere[];
  /** How many branches there are, here and of remotes. */
  readonly branches: number;
  readonly tags: number;
  /** How many other work trees there are. */
  readonly workTrees: number;
  readonly stashes: number;
}

/**
 * A file of a project on every branch and tag, here and of remotes as they were last fetched, staged, stashed, and in other work
 * trees as it lies there. Undefined where there is no git, no repository, or not one commit.
 */
export function fileElsewhere(
  { programs, files }: { readonly programs: Programs; readonly files: FileSystem },
  root: string,
  path: string,
): Elsewhere | undefined {
  const objects = gitObjects(programs, root);
  const prefix = objects.ask("rev-parse", "--show-prefix");
  const top = objects.ask("rev-parse", "--show-toplevel");
  if (prefix === undefined || top === undefined || objects.ids(["HEAD"])[0] === undefined) return undefined;
  const refs = refsOf(objects);
  const stashes = linesOf(objects.ask("stash", "list", "--format=%H"));
  const places = [
    ...refs.map(({ name, id }) => ({ where: placeOf(name), object: `${id}:${prefix}${path}` })),
    { where: "the last commit", object: `HEAD:${prefix}${path}` },
    { where: "what is staged", object: `:0:${prefix}${path}` },
    ...stashes.map((id, index) => ({ where: `stash ${index}`, object: `${id}:${prefix}${path}` })),
  ];
  const ids = objects.ids(places.map(({ object }) => object));
  const firsts = new Map<string, string>();
  for (const [index, { where }] of places.entries()) {
    const id = ids[index];
    if (id !== undefined && !firsts.has(id)) firsts.set(id, where);
  }
  const contents = objects.contents([...firsts.keys()]);
  const found: FileElsewhere[] = [];
  for (const [id, where] of firsts) {
    const content = contents.get(id);
    if (content !== undefined) found.push({ where, content });
  }
  const workTrees = linesOf(objects.ask("worktree", "list", "--porcelain"))
    .filter((line) => line.startsWith("worktree "))
    .map((line) => line.slice("worktree ".length))
    .filter((folder) => folder !== top);
  for (const folder of workTrees) {
    const content = files.read(absolutePath(folder, `${prefix}${path}`));
    if (content !== undefined) found.push({ where: `the work tree ${quoted(folder)}`, content });
  }
  return {
    files: found,
    branches: refs.filter(({ name }) => !name.startsWith(tagPrefix)).length,
    tags: refs.filter(({ name }) => name.startsWith(tagPrefix)).length,
    workTrees: workTrees.length,
    stashes: stashes.length,
  };
}

interface Ref {
  readonly name: string;
  readonly id: string;
}

/** Branches here, branches of remotes, tags; a name that only stands for another one, such as origin/HEAD, left out. */
function refsOf(objects: GitObjects): readonly Ref[] {
  const format = "--format=%(symref)%00%(objectname)%00%(refname)";
  const lines = linesOf(objects.ask("for-each-ref", format, "refs/heads", "refs/remotes", "refs/tags"));
  return lines.flatMap((line) => {
    const [symbolic = "", id = "", name = ""] = line.split("\0");
    return symbolic === "" ? { name, id } : [];
  });
}

const tagPrefix = "refs/tags/";

function placeOf(ref: string): string {
  if (ref.startsWith(tagPrefix)) return `tag ${quoted(ref.slice(tagPrefix.length))}`;
  return `branch ${quoted(ref.replace(/^refs\/(heads|remotes)\//, ""))}`;
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? "").split("\n").filter((line) => line !== "");
}
