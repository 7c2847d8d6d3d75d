import { utf8Length } from "./utf8-length.ts";
import { isWellFormed } from "./well-formed.ts";

/** What is wrong with a path: it leaves its folder, some system cannot hold it, or failcodes needs it for itself. */
export interface PathProblem {
  readonly kind: "leaves" | "unportable" | "taken";
  /** The end of a sentence: `"CON" is a device on Windows`. */
  readonly reason: string;
}

/** Name of the file in which a target's folder says what made it. */
export const manifestName = "manifest.json";

/** Name of the folder, in the output folder, of what is not committed: the record of a running write, the cache. */
export const stateFolderName = ".failcodes";

/** What names of files that are being written begin with, where they cannot be written in the state folder. */
export const temporaryPrefix = ".failcodes-tmp-";

const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const meansSomethingElse = /[<>:"|?*]/;
const plain = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*[A-Za-z0-9_-]|[A-Za-z0-9_-])$/;

/** What keeps a path of an artifact, inside its target's folder, from being written on every system; undefined where nothing does. */
export function outputPathProblem(path: string): PathProblem | undefined {
  if (path === "") return { kind: "leaves", reason: "it is empty" };
  if (path.startsWith("/") || path.startsWith("\\")) return { kind: "leaves", reason: "it is absolute" };
  if (/^[A-Za-z]:/.test(path)) return { kind: "leaves", reason: "it begins with a drive" };
  const names = path.split("/");
  if (names.includes("..") || /(^|[\\/])\.\.([\\/]|$)/.test(path)) {
    return { kind: "leaves", reason: 'it holds ".."' };
  }
  if (path.length === manifestName.length && path.toLowerCase() === manifestName)
    return { kind: "taken", reason: "the manifest of the target stands there" };
  for (const name of names) {
    const problem = nameProblem(name);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function nameProblem(name: string): PathProblem | undefined {
  const base = name.split(".", 1)[0] ?? "";
  if (plain.test(name) && name.length < 200 && !devices.test(base)) return undefined;
  const unportable = (reason: string): PathProblem => ({ kind: "unportable", reason });
  if (name === "" || name === ".") return unportable("a step of it is empty");
  if (!isWellFormed(name)) return unportable("it holds half of a character");
  if (controls.test(name)) return unportable("it holds a character that cannot be seen");
  if (name.includes("\\")) return unportable('"\\" separates folders on Windows');
  const [special] = meansSomethingElse.exec(name) ?? [];
  if (special !== undefined) return unportable(`Windows keeps ${special} for itself`);
  if (/[. ]$/.test(name)) return unportable(`"${name}" ends in a dot or a space, which Windows drops`);
  if (devices.test(base.trimEnd())) return unportable(`"${base.trimEnd()}" is a device on Windows`);
  if (utf8Length(name) > 255) return unportable("a name in it is longer than 255 bytes");
  const lower = name.toLowerCase();
  if (lower === stateFolderName || lower.startsWith(temporaryPrefix)) {
    return { kind: "taken", reason: `failcodes keeps "${name}" for what it is writing` };
  }
  if (lower === ".git" || /^git~\d+$/.test(lower)) return { kind: "taken", reason: `git keeps "${name}" for itself` };
  return undefined;
}

const ascii = /^[\u0000-\u007f]*$/;

/** The same for all paths that are one file where case does not count, or the forms of Unicode do not. */
export function pathKey(path: string): string {
  return ascii.test(path) ? path.toLowerCase() : path.normalize("NFC").toLowerCase().normalize("NFC");
}

/** The folder that a path lies in; "" for the outermost. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** A path in a folder; "" and "." are the project itself. */
export function joined(folder: string, path: string): string {
  return folder === "" || folder === "." ? path : `${folder}/${path}`;
}
