import { browserScript } from "../browser-script.ts";
import type { CompileStep } from "./step.ts";

const bundled = (name: string): Promise<string> => browserScript(`generators/site/browser/${name}.ts`);

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
    const [site, search] = await Promise.all([bundled("site"), bundled("search")]);
    return (
      "// Scripts of generators/site/browser, bundled by scripts/compile-ahead.ts.\n" +
      `export const siteScript = ${JSON.stringify(site)};\nexport const searchScript = ${JSON.stringify(search)};\n`
    );
  },
};
