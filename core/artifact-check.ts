import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import { type Memory, noMemory } from "./memory.ts";
import { folderOf, joined, outputPathProblem, pathKey } from "./output-path.ts";
import { quoted } from "./quoted.ts";
import type { Location } from "./source-file.ts";
import type { Artifact } from "./target.ts";
import { isWellFormed } from "./well-formed.ts";

/** Says what keeps an artifact from being written, as one of all that a target returned; asked once for each, in order. */
export type ArtifactCheck = (artifact: Artifact) => Diagnostic | undefined;

/** Which target writes which file, in folders that several may write into: target ids by `pathKey`. */
export type FileClaims = Map<string, string>;

/** Makes the check of one target. `claims` is given where the target shares its folder, and is added to. */
export function artifactCheck(
  target: string,
  folder: string,
  at: Location,
  claims?: FileClaims,
  memory: Memory = noMemory,
): ArtifactCheck {
  const files = new Map<string, string>();
  /** By `pathKey`: a folder as it is written, and a file in it. */
  const folders = new Map<string, { readonly folder: string; readonly path: string }>();
  let lastFolder = "";

  /** What keeps the folders above a path from being made. */
  function folderProblem(path: string): Diagnostic | undefined {
    const nearest = folderOf(path);
    if (nearest === lastFolder) return undefined;
    lastFolder = nearest;
    for (let above = nearest; above !== ""; above = folderOf(above)) {
      const key = pathKey(above);
      const file = files.get(key);
      if (file !== undefined) return fileAndFolder(file, path);
      const known = folders.get(key);
      if (known !== undefined) return known.folder === above ? undefined : sameName(known.folder, above);
      folders.set(key, { folder: above, path });
    }
    return undefined;
  }

  function collision(path: string): Diagnostic | undefined {
    const key = pathKey(path);
    const first = files.get(key);
    if (first === path) return diagnostic("FC6004", at, { target: quoted(target), path: quoted(path) });
    if (first !== undefined) return sameName(first, path);
    files.set(key, path);
    const below = folders.get(key);
    if (below !== undefined) return fileAndFolder(path, below.path);
    return folderProblem(path) ?? (claims === undefined ? undefined : claimed(claims, path));
  }

  function fileAndFolder(file: string, path: string): Diagnostic {
    return diagnostic("FC6006", at, { target: quoted(target), file: quoted(file), path: quoted(path) });
  }

  function sameName(first: string, second: string): Diagnostic {
    const escaped = (path: string): string => quoted(path).replace(/[^\u0000-\u007f]/g, unicodeEscape);
    // Two forms of one accent look the same.
    const shown = first.normalize("NFC") === second.normalize("NFC") ? escaped : quoted;
    return diagnostic("FC6005", at, { target: quoted(target), first: shown(first), second: shown(second) });
  }

  function claimed(claims: FileClaims, path: string): Diagnostic | undefined {
    const full = joined(folder, path);
    const key = pathKey(full);
    const other = claims.get(key);
    if (other !== undefined && other !== target) {
      return diagnostic("FC6009", at, { first: quoted(other), second: quoted(target), path: quoted(full) });
    }
    claims.set(key, target);
    return undefined;
  }

  /** What is wrong with an artifact by itself. */
  function ownProblem({ path, content }: Artifact): Diagnostic | undefined {
    const problem = outputPathProblem(path);
    if (problem !== undefined) {
      const code = problem.kind === "leaves" ? "FC6001" : problem.kind === "taken" ? "FC6003" : "FC6002";
      return diagnostic(code, at, { target: quoted(target), path: quoted(path), reason: problem.reason });
    }
    // Pieces are made by targets of our own, of a catalog whose texts are well-formed.
    if (typeof content === "string" && !isWellFormed(content)) {
      return diagnostic("FC6007", at, { target: quoted(target), path: quoted(path), offset: loneSurrogate(content) });
    }
    return undefined;
  }

  const kind = `artifact of ${target}`;
  return (artifact) => {
    const { path, content } = artifact;
    const isSound = memory.recall(kind, path, content, () => ownProblem(artifact) === undefined);
    return isSound ? collision(path) : ownProblem(artifact);
  };
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function loneSurrogate(text: string): number {
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text)?.index ?? 0;
}
