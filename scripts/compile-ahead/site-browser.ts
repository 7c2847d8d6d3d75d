import { resolve } from "node:path";
import { build } from "esbuild";
import type { CompileStep } from "./step.ts";

const root = resolve(import.meta.dirname, "../..");

/** Scripts of the site, bundled for browsers of the last years: classic ones, since a page opened as a file can load no module. */
export const step: CompileStep = {
  output: "generators/site/browser.gen.js",
  inputs: [
    "generators/site/browser",
    "generators/site/search-data.ts",
    "generators/site/search-words.ts",
    "core/page-address.ts",
    "package-lock.json",
  ],
  compile: async () => {
    const bundled = async (name: string): Promise<string> => {
      const result = await build({
        absWorkingDir: root,
        entryPoints: [`generators/site/browser/${name}.ts`],
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
    };
    const [site, search] = await Promise.all([bundled("site"), bundled("search")]);
    return (
      "// Scripts of generators/site/browser, bundled by scripts/compile-ahead.ts.\n" +
      `export const siteScript = ${JSON.stringify(site)};\nexport const searchScript = ${JSON.stringify(search)};\n`
    );
  },
};
