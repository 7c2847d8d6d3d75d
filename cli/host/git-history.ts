import type { History, Merge } from "../../core/history.ts";
import { type MergeInput, mergeAgain } from "./git-merge.ts";
import { type GitObjects, gitObjects } from "./git-objects.ts";
import type { Programs } from "./programs.ts";

/** Two commits that git brought together, or is about to, and the one they both come from; by their ids. */
interface MergeOfCommits {
  readonly ours: string;
  readonly theirs: string;
  readonly base: string | undefined;
}

/** What there is to know about a repository before any file is asked for. */
interface Repository {
  readonly objects: GitObjects;
  /** Path of the project in the repository, with a slash at the end; "" for the repository itself. */
  readonly prefix: string;
  /** Commits whose manifests count, the last one first. */
  readonly sides: readonly string[];
  readonly merges: readonly MergeOfCommits[];
}

/** The history of a project in git; empty where there is no git or no repository. Nothing is asked before it is needed. */
export function gitHistory(programs: Programs, root: string): History {
  let known: { readonly repository: Repository | undefined } | undefined;
  const repository = (): Repository | undefined => {
    known ??= { repository: look(programs, root) };
    return known.repository;
  };
  return {
    versions(path) {
      const found = repository();
      if (found === undefined) return [];
      const { objects, prefix, sides } = found;
      const names = [
        ...sides.map((side) => `${side}:${prefix}${path}`),
        ...stages.map((n) => `:${n}:${prefix}${path}`),
      ];
      const ids = [...new Set(objects.ids(names).filter((id) => id !== undefined))];
      const contents = objects.contents(ids);
      return ids.flatMap((id) => contents.get(id) ?? []);
    },
    merges(paths) {
      const found = repository();
      return found === undefined ? new Map() : mergesOf(paths, found, programs, root);
    },
  };
}

// In the index, while a conflict is not resolved: the common version, ours, theirs.
const stages = [1, 2, 3] as const;

const inProgress = ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REBASE_HEAD", "REVERT_HEAD"] as const;

function look(programs: Programs, root: string): Repository | undefined {
  const objects = gitObjects(programs, root);
  const prefix = objects.ask("rev-parse", "--show-prefix");
  if (prefix === undefined) return undefined;
  const [head, merge, pick, rebase, revert, beforePick, beforeRebase, beforeRevert, first, second, original] =
    objects.ids([
      ...["HEAD", ...inProgress],
      ...["CHERRY_PICK_HEAD^", "REBASE_HEAD^", "REVERT_HEAD^", "HEAD^1", "HEAD^2", "ORIG_HEAD"],
    ]);
  if (head === undefined) return { objects, prefix, sides: [], merges: [] };
  const base = (one: string, other: string): string | undefined => objects.ask("merge-base", one, other);
  const merges: MergeOfCommits[] = [];
  if (merge !== undefined) merges.push({ ours: head, theirs: merge, base: base(head, merge) });
  if (pick !== undefined) merges.push({ ours: head, theirs: pick, base: beforePick });
  if (rebase !== undefined) merges.push({ ours: head, theirs: rebase, base: beforeRebase });
  if (revert !== undefined && beforeRevert !== undefined) {
    merges.push({ ours: head, theirs: beforeRevert, base: revert });
  }
  const parents = first !== undefined && second !== undefined ? [first, second] : [];
  if (first !== undefined && second !== undefined) {
    merges.push({ ours: first, theirs: second, base: base(first, second) });
  }
  const rebased = original === undefined ? undefined : rebaseOf(head, original, objects);
  if (rebased !== undefined) merges.push(rebased);
  const sides = [head, merge, pick, rebase, revert, beforeRevert, ...parents, rebased?.ours, rebased?.theirs];
  return { objects, prefix, sides: sides.filter((side) => side !== undefined), merges };
}

/** A rebase that is over: as many commits as the old branch had stand now on top of what it was moved to. */
function rebaseOf(head: string, original: string, objects: GitObjects): MergeOfCommits | undefined {
  const base = objects.ask("merge-base", original, head);
  if (base === undefined || base === original || base === head) return undefined;
  const count = objects.ask("rev-list", "--count", `${base}..${original}`);
  const [ours] = objects.ids([`${head}~${count}`]);
  return ours === undefined ? undefined : { ours, theirs: original, base };
}

function mergesOf(
  paths: readonly string[],
  { objects, prefix, merges }: Repository,
  programs: Programs,
  root: string,
): ReadonlyMap<string, readonly Merge[]> {
  const names = paths.flatMap((path) => [
    ...merges.flatMap(({ base, ours, theirs }) => [base ?? "0", ours, theirs].map((id) => `${id}:${prefix}${path}`)),
    ...stages.map((stage) => `:${stage}:${prefix}${path}`),
  ]);
  const ids = objects.ids(names);
  const inputs = new Map<string, MergeInput>();
  const perPath = (merges.length + 1) * 3;
  for (const [index, path] of paths.entries()) {
    for (let at = index * perPath; at < (index + 1) * perPath; at += 3) {
      const [base, ours, theirs] = ids.slice(at, at + 3);
      if (ours === undefined || theirs === undefined || ours === theirs || ours === base || theirs === base) continue;
      inputs.set(`${path}\n${base}\n${ours}\n${theirs}`, { path: prefix + path, base, ours, theirs });
    }
  }
  const found = new Map<string, Merge[]>();
  const wanted = [...inputs.values()];
  const contents = objects.contents([...new Set(wanted.flatMap(idsOf))]);
  for (const { path, merge } of mergeAgain(
    wanted,
    contents,
    programs,
    objects.ask("rev-parse", "--show-toplevel") ?? root,
  )) {
    const inside = path.slice(prefix.length);
    found.set(inside, [...(found.get(inside) ?? []), merge]);
  }
  return found;
}

function idsOf({ base, ours, theirs }: MergeInput): readonly string[] {
  return base === undefined ? [ours, theirs] : [base, ours, theirs];
}
