import type { Host } from "./host/host.ts";
import { absolutePath } from "./host/project-files.ts";
import { replaceFile } from "./host/replace-file.ts";

/** What became of a file that a command would have to be so. */
export type Deed = "written" | "kept" | "extended";

/** A file of a project, and what became of it. */
export interface Done {
  readonly path: string;
  readonly deed: Deed;
}

/** Lines that a file has to have. */
export interface AddedLines {
  readonly path: string;
  readonly lines: readonly string[];
}

/** Adds the lines that are missing at the end of a file, in its own line ends. */
export function addLines(host: Host, root: string, { path, lines }: AddedLines): Done {
  const absolute = absolutePath(root, path);
  const bytes = host.files.read(absolute);
  if (bytes === undefined) {
    host.files.create(absolute, `${lines.join("\n")}\n`);
    return { path, deed: "written" };
  }
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const there = new Set(text.split(/\r?\n/).map((line) => line.trim()));
  const missing = lines.filter((line) => !there.has(line));
  if (missing.length === 0) return { path, deed: "kept" };
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const ended = text === "" || /\n$/.test(text) ? "" : lineEnd;
  const added = new TextEncoder().encode(`${ended}${missing.map((line) => `${line}${lineEnd}`).join("")}`);
  const whole = new Uint8Array(bytes.length + added.length);
  whole.set(bytes);
  whole.set(added, bytes.length);
  replaceFile(host, absolute, whole);
  return { path, deed: "extended" };
}
