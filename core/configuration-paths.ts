/** What keeps a path from being one below the configuration's folder, as a clause; undefined where nothing does. */
export function pathProblem(path: string): string | undefined {
  if (path.includes("\\")) return "it has backslashes";
  if (path.includes("\0")) return "it holds a null character";
  if (path.startsWith("/") || /^[A-Za-z]:/.test(path)) return "it is absolute";
  if (path.startsWith("~")) return 'it begins with "~", which only a shell understands';
  let depth = 0;
  for (const step of path.split("/")) {
    if (step === "..") depth--;
    else if (step !== "." && step !== "") depth++;
    if (depth < 0) return "it leaves the folder of the configuration";
  }
  if (depth === 0) return "it is the folder of the configuration itself";
  return undefined;
}

/** The path without `.`, `..`, empty steps and a slash at the end; the path must be free of problems. */
export function normalizedPath(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** Whether one of two normalized paths is the other, or lies in it. */
export function overlap(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}/`) || right.startsWith(`${left}/`);
}
