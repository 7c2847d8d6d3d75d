import { templateFiles } from "../template-files.ts";
import type { CompileStep } from "./step.ts";

/** Templates of the docs target → their texts, which are read where a user has templates of their own. */
export const step: CompileStep = {
  output: "generators/docs/template-sources.gen.js",
  inputs: ["templates/docs"],
  compile: async () => {
    const sources = JSON.stringify(Object.fromEntries(templateFiles("docs")), undefined, 2);
    return `// Texts of templates/docs, put here by scripts/compile-ahead.ts.\nexport const templateSources = ${sources};\n`;
  },
};
