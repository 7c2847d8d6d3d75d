import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./cli-project.ts";

/** Lays the files of a format, whose paths begin with the prefix, into a folder of their own. */
export function layFiles(files: ReadonlyMap<string, string>, prefix: string): string {
  const folder = temporaryFolder();
  for (const [path, content] of files) {
    if (!path.startsWith(prefix)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
