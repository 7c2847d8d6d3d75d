import { join } from "node:path";
import { build } from "esbuild";
import { shopProject } from "./shop-project.ts";

/** Bundles kill-child.ts, so that it starts as fast as the built tool; gives the path of the bundle. */
export async function bundledKillChild(): Promise<string> {
  const outfile = join(shopProject(), "child.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "kill-child.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    mainFields: ["module", "main"],
    logLevel: "error",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  return outfile;
}
