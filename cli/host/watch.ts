import { existsSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { watch } from "chokidar";

/** Which paths of a project are watched: files, and folders with all that is in them. Relative, with forward slashes. */
export interface WatchedPaths {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** A watch that runs. */
export interface Watch {
  close(): Promise<void>;
}

/** Calls `changed` whenever one of the paths is written, made or removed; they need not be there yet. Resolves when it sees changes. */
export async function watchProject(root: string, paths: WatchedPaths, changed: () => void): Promise<Watch> {
  const ignored = (absolute: string): boolean => !isWatched(relative(root, absolute).split(sep).join("/"), paths);
  const watcher = watch(root, { ignored, ignoreInitial: true });
  const concernsPath = (path: string): boolean => concerns(relative(root, path).split(sep).join("/"), paths);
  watcher.on("all", (_event, path) => {
    if (concernsPath(path)) changed();
  });
  // Of two changes within 50 ms chokidar reports one, and what came with the second would be missed. What is gone in this
  // moment is left to it: an editor that removes a file before it writes it anew has it back in a moment.
  watcher.on("raw", (_event, name, details) => {
    const { watchedPath } = Object(details) as { readonly watchedPath?: unknown };
    if (typeof watchedPath !== "string" || typeof name !== "string") return;
    const path = basename(watchedPath) === name ? watchedPath : join(watchedPath, name);
    if (concernsPath(path) && existsSync(path)) changed();
  });
  await new Promise<void>((resolve, reject) => {
    watcher.once("ready", resolve);
    watcher.once("error", reject);
  });
  // What vanishes while it is looked at is seen again when it is back.
  watcher.on("error", () => undefined);
  return { close: () => watcher.close() };
}

/** Folders on the way to what is watched have to be looked into. */
function isWatched(path: string, paths: WatchedPaths): boolean {
  if (path === "" || concerns(path, paths)) return true;
  return [...paths.files, ...paths.folders].some((watched) => watched.startsWith(`${path}/`));
}

function concerns(path: string, { files, folders }: WatchedPaths): boolean {
  return files.includes(path) || folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
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
