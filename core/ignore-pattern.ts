/** Whether a path of the project is one that a list of paths and patterns leaves alone. */
export type Ignored = (path: string) => boolean;

/** Ignores nothing. */
export const ignoreNothing: Ignored = () => false;

/**
 * Reads the patterns of a configuration: a path stands for itself and, as a folder, for all that is in it; `*` and `?`
 * stand for letters of one name, `**` for any number of folders.
 */
export function ignored(patterns: readonly string[]): Ignored {
  if (patterns.length === 0) return ignoreNothing;
  const expression = new RegExp(`^(?:${patterns.map(patternSource).join("|")})(?:/.*)?$`, "su");
  return (path) => expression.test(path);
}

function patternSource(pattern: string): string {
  return pattern
    .replace(/\/+$/, "")
    .split(/(\/\*\*(?=\/|$)|^\*\*\/|[*?])/)
    .map((piece) => {
      if (piece === "/**") return "(?:/.*)?";
      if (piece === "**/") return "(?:.*/)?";
      if (piece === "*") return "[^/]*";
      if (piece === "?") return "[^/]";
      return piece.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
    })
    .join("");
}
