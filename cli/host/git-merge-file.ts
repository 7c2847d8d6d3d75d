import type { FileSystem } from "./file-system.ts";
import type { Programs } from "./programs.ts";

/** What a merge by lines came to; undefined `conflicts` where git could not do it, as with bytes that are no text. */
export interface LineMerge {
  readonly conflicts: number | undefined;
  readonly content: Uint8Array;
}

/** The files of three versions, as git lays them for a merge driver. */
export interface MergeFiles {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Labels and marker size of a merge; git's own where they are undefined. */
export interface MergeStyle {
  readonly markerSize: number | undefined;
}

/** `git merge-file` on three files, which stay as they are. */
export function mergeLines(
  programs: Programs,
  folder: string,
  { base, ours, theirs }: MergeFiles,
  { markerSize }: MergeStyle,
): LineMerge {
  const labels = ["-L", "ours", "-L", "base", "-L", "theirs"];
  const size = markerSize === undefined ? [] : [`--marker-size=${markerSize}`];
  const result = programs.git(folder, ["merge-file", "-p", "-q", ...size, ...labels, ours, base, theirs]);
  const { exitCode, stdout } = result;
  return { conflicts: exitCode === undefined || exitCode > 127 ? undefined : exitCode, content: stdout };
}

/** The same for three texts, which are laid beside a file for as long as it takes. */
export function mergeTexts(
  { programs, files }: { readonly programs: Programs; readonly files: FileSystem },
  folder: string,
  beside: string,
  texts: MergeFiles,
  style: MergeStyle,
): LineMerge {
  const paths = {
    base: `${beside}.failcodes-base`,
    ours: `${beside}.failcodes-ours`,
    theirs: `${beside}.failcodes-theirs`,
  };
  try {
    for (const version of ["base", "ours", "theirs"] as const) {
      files.remove(paths[version]);
      files.create(paths[version], texts[version]);
    }
    return mergeLines(programs, folder, paths, style);
  } finally {
    for (const path of Object.values(paths)) files.remove(path);
  }
}
