import { resolve } from "node:path";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "..");

/** A script bundled for browsers of the last years: a classic one, since a page opened as a file can load no module. */
export async function browserScript(entry: string): Promise<string> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: "iife",
    platform: "browser",
    target: ["chrome109", "firefox115", "safari16.4"],
    minify: true,
    charset: "ascii",
    legalComments: "none",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}
