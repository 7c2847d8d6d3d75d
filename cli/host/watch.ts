import { existsSync, type Stats } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { pagePlaces } from "./page-files.ts";

/** Which paths of a project are watched: files, and folders with all that is in them. Relative, with forward slashes. */
export interface WatchedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Files that are not there yet may fit one of these, outside of the output folder. */
  readonly patterns: readonly string[];
  readonly output: string;
}

/** A watch that runs. */
export interface Watch {
  close(): Promise<void>;
}

/** Calls `changed` whenever one of the paths is written, made or removed; they need not be there yet. Resolves when it sees changes. */
export async function watchProject(root: string, paths: WatchedPaths, changed: () => void): Promise<Watch> {
  const inProject = (absolute: string): string => relative(root, absolute).split(sep).join("/");
  const { concerns, leadsOn } = watchedPlaces(paths);
  const ignored = (absolute: string, stats?: Stats): boolean => {
    const path = inProject(absolute);
    return path !== "" && !concerns(path) && (stats?.isFile() === true || !leadsOn(path));
  };
  const watcher = watch(root, { ignored, ignoreInitial: true });
  watcher.on("all", (_event, path) => {
    if (concerns(inProject(path))) changed();
  });
  // Of two changes within 50 ms chokidar reports one, and what came with the second would be missed. What is gone in this
  // moment is left to it: an editor that removes a file before it writes it anew has it back in a moment.
  watcher.on("raw", (_event, name, details) => {
    const { watchedPath } = Object(details) as { readonly watchedPath?: unknown };
    if (typeof watchedPath !== "string" || typeof name !== "string") return;
    const path = basename(watchedPath) === name ? watchedPath : join(watchedPath, name);
    if (concerns(inProject(path)) && existsSync(path)) changed();
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once("ready", resolve);
    watcher.once("error", reject);
  });
  // What vanishes while it is looked at is seen again when it is back.
  watcher.on("error", () => undefined);
  return { close: () => watcher.close() };
}

/** What changes are told of, and what has to be looked into for that. */
function watchedPlaces({ files, folders, patterns, output }: WatchedPaths): {
  readonly concerns: (path: string) => boolean;
  readonly leadsOn: (path: string) => boolean;
} {
  const places = patterns.map((pattern) => pagePlaces(output, pattern));
  return {
    concerns: (path) =>
      files.includes(path) ||
      folders.some((folder) => path === folder || path.startsWith(`${folder}/`)) ||
      places.some(({ fits }) => fits(path)),
    leadsOn: (path) =>
      [...files, ...folders].some((watched) => watched.startsWith(`${path}/`)) ||
      places.some(({ mayHold }) => mayHold(path)),
  };
}

/** Resolves when somebody asks the process to end, by Ctrl-C or a signal. */
export function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

/** Ends this process as soon as all is printed: chokidar's timers would keep it for another second. */
export function endProcess(exitCode: number): Promise<never> {
  return new Promise(() => {
    process.stdout.write("", () => process.exit(exitCode));
  });
}
