import { join, relative, sep } from "node:path";
import { ignored } from "../../core/ignore-pattern.ts";
import type { FileSystem } from "./file-system.ts";

/** Why a path of the project is no page that something can be written into. */
export type PageObstacle = "missing" | "link" | "folder" | "other" | "generated";

/** Pages that an entry of the configuration names. */
export type NamedPages =
  | { readonly kind: "pages"; readonly paths: readonly string[] }
  | { readonly kind: "obstacle"; readonly obstacle: PageObstacle };

const wildcard = /[*?]/;

/** Whether an entry is a pattern, and no path. */
export function isPattern(entry: string): boolean {
  return wildcard.test(entry);
}

/** What keeps a path from being a page; undefined where nothing does. No link is followed, neither the page nor a folder above it. */
export function pageObstacle(files: FileSystem, root: string, output: string, path: string): PageObstacle | undefined {
  if (isInside(path, output)) return "generated";
  let at = root;
  const names = path.split("/");
  for (const [index, name] of names.entries()) {
    at = join(at, name);
    const kind = files.kind(at);
    if (kind === undefined) return "missing";
    if (kind === "link" || kind === "other") return kind;
    const isLast = index === names.length - 1;
    if (kind === "folder" && isLast) return "folder";
    if (kind === "file" && !isLast) return "missing";
  }
  return undefined;
}

/** The pages that an entry names, sorted: those that fit a pattern, or the one at a path. */
export function namedPages(files: FileSystem, root: string, output: string, entry: string): NamedPages {
  if (!isPattern(entry)) {
    const obstacle = pageObstacle(files, root, output, entry);
    return obstacle === undefined ? { kind: "pages", paths: [entry] } : { kind: "obstacle", obstacle };
  }
  const paths = fittingFiles(files, root, output, entry);
  return paths.length === 0 ? { kind: "obstacle", obstacle: "missing" } : { kind: "pages", paths };
}

/** The folders before the first step of a pattern that has a wildcard. */
function baseOf(pattern: string): readonly string[] {
  const steps = pattern.split("/");
  return steps.slice(0, steps.findIndex(isPattern));
}

function isPassedOver(name: string): boolean {
  return name === "node_modules" || name.startsWith(".");
}

/** Where pages of a pattern may come to be: folders on the way to them and below, and the files that fit. */
export function pagePlaces(
  output: string,
  pattern: string,
): { readonly mayHold: (folder: string) => boolean; readonly fits: (file: string) => boolean } {
  const base = baseOf(pattern);
  const fitting = ignored([pattern]);
  const mayHold = (folder: string): boolean => {
    const steps = folder === "" ? [] : folder.split("/");
    if (isInside(folder, output) || base.some((name, index) => index < steps.length && steps[index] !== name))
      return false;
    return !steps.slice(base.length).some(isPassedOver);
  };
  const fits = (file: string): boolean => fitting(file) && mayHold(file.split("/").slice(0, -1).join("/"));
  return { mayHold, fits };
}

function fittingFiles(files: FileSystem, root: string, output: string, pattern: string): readonly string[] {
  const base = baseOf(pattern);
  const fits = ignored([pattern]);
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const { name, kind } of files.list(join(root, folder)) ?? []) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "file" && fits(path)) found.push(path);
      else if (kind === "folder" && !isPassedOver(name) && path !== output) visit(path);
    }
  };
  for (let depth = 1; depth <= base.length; depth++) {
    if (files.kind(join(root, ...base.slice(0, depth))) !== "folder") return found;
  }
  if (!isInside(base.join("/"), output)) visit(base.join("/"));
  return found.sort((left, right) => (left < right ? -1 : 1));
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** A path of the machine as one of the project; undefined where it lies elsewhere. */
export function pathInProject(root: string, absolute: string): string | undefined {
  const path = relative(root, absolute).split(sep).join("/");
  return path === ".." || path.startsWith("../") || /^([A-Za-z]:|\/)/.test(path) ? undefined : path;
}
