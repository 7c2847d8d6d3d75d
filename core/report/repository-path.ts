import { joined } from "../output-path.ts";
import type { Report } from "./report.ts";

/** A path that a report names, as a path of the repository; one that is absolute stays so. */
export function repositoryPath({ folder, named }: Pick<Report, "folder" | "named">, path: string): string {
  if (path === named?.path) return named.inRepository;
  if (isAbsolute(path)) return path;
  const steps: string[] = [];
  for (const step of joined(folder, path.replaceAll("\\", "/")).split("/")) {
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Whether a path begins at the root of a file system, or at that of a drive. */
export function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
}
