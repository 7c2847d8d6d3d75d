import { browserScript } from "../browser-script.ts";
import type { CompileStep } from "./step.ts";

/** The script that a preview adds to pages, bundled. */
export const step: CompileStep = {
  output: "cli/preview/browser.gen.js",
  inputs: ["cli/preview/browser", "cli/preview/preview.ts", "package-lock.json"],
  compile: async () =>
    "// The script of cli/preview/browser, bundled by scripts/compile-ahead.ts.\n" +
    `export const previewScript = ${JSON.stringify(await browserScript("cli/preview/browser/preview.ts"))};\n`,
};
