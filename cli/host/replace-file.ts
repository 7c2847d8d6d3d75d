import type { Host } from "./host.ts";

/** Gives a file another content, whole or not at all: a neighbour is written and takes the file's place. */
export function replaceFile({ files }: Pick<Host, "files">, path: string, content: Uint8Array | string): void {
  const neighbour = `${path}.failcodes-new`;
  files.remove(neighbour);
  files.create(neighbour, content, files.mode(path));
  try {
    files.rename(neighbour, path);
  } catch (problem) {
    files.remove(neighbour);
    throw problem;
  }
}
