import Handlebars from "handlebars/dist/cjs/handlebars.js";
import { plainReport } from "../core/report/plain.ts";
import { checkTemplates } from "../core/template/check.ts";
import type { RecordShape } from "../core/template/shape.ts";
import { parseSet } from "../core/template.ts";
import type { CompileStep } from "./compile-ahead/step.ts";
import { templatesCode } from "./template-code.ts";
import { templateFiles } from "./template-files.ts";

const inputs = ["scripts/template-code.ts", "scripts/template-steps.ts", "core/template", "core/template.ts"];

/** Templates of a target → functions. A template that does not fit its view stops the build. */
export function templatesStep(
  folder: string,
  shapes: Readonly<Record<string, RecordShape>>,
  shapeFiles: readonly string[],
): CompileStep {
  return {
    output: `generators/${folder}/templates.gen.js`,
    inputs: [`templates/${folder}`, ...inputs, ...shapeFiles],
    compile: async () => {
      const files = templateFiles(folder);
      const own = new Map(
        [...files].map(([name, text]) => [`${folder}/${name}.hbs`, { path: `templates/${folder}/${name}.hbs`, text }]),
      );
      const { templates, unreadable, diagnostics } = parseSet(Handlebars, { folder, sources: {} }, own);
      const pages = new Map<string, RecordShape>(Object.entries(shapes));
      const found = [...diagnostics, ...checkTemplates({ pages, templates, unreadable })];
      if (found.length > 0) throw new Error(plainReport(found));
      const programs = new Map([...files].map(([name, text]) => [name, Handlebars.parse(text)]));
      return `// Templates of templates/${folder}, compiled by scripts/compile-ahead.ts.\n${templatesCode(folder, programs)}`;
    },
  };
}

/** Templates of a target → their texts, which are read where a user has templates of their own. */
export function templateSourcesStep(folder: string): CompileStep {
  return {
    output: `generators/${folder}/template-sources.gen.js`,
    inputs: [`templates/${folder}`],
    compile: async () => {
      const sources = JSON.stringify(Object.fromEntries(templateFiles(folder)), undefined, 2);
      return `// Texts of templates/${folder}, put here by scripts/compile-ahead.ts.\nexport const templateSources = ${sources};\n`;
    },
  };
}
