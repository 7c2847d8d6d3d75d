/** Two versions of a file that git had to bring together, and what it makes of them. */
export interface Merge {
  readonly ours: Uint8Array;
  readonly theirs: Uint8Array;
  /** One result for each style of conflict markers, or a single one where there is no conflict. */
  readonly results: readonly Uint8Array[];
}

/** What version control remembers of a project's files: the last commit and, around a merge, its other sides. */
export interface History {
  /** The versions of a file, the last commit's first. Empty where nothing is remembered. */
  versions(path: string): readonly Uint8Array[];
  /** The merges that files went through, or go through right now; a path without any is absent. */
  merges(paths: readonly string[]): ReadonlyMap<string, readonly Merge[]>;
}

/** The history of a project that is not under version control. */
export const noHistory: History = { versions: () => [], merges: () => new Map() };
