import Handlebars from "handlebars/dist/cjs/handlebars.js";
import { plainReport } from "../../core/report/plain.ts";
import { checkTemplates } from "../../core/template/check.ts";
import type { RecordShape } from "../../core/template/shape.ts";
import { parseSet } from "../../core/template.ts";
import { pageShapes } from "../../generators/docs/view-shapes.ts";
import { templatesCode } from "../template-code.ts";
import { templateFiles } from "../template-files.ts";
import type { CompileStep } from "./step.ts";

/** Templates of the docs target → functions. A template that does not fit its view stops the build. */
export const step: CompileStep = {
  output: "generators/docs/templates.gen.js",
  inputs: [
    "templates/docs",
    "scripts/template-code.ts",
    "generators/docs/part-shapes.ts",
    "generators/docs/source-shapes.ts",
    "generators/docs/view-shapes.ts",
    "core/template",
    "core/template.ts",
  ],
  compile: async () => {
    const files = templateFiles("docs");
    const own = new Map(
      [...files].map(([name, text]) => [`docs/${name}.hbs`, { path: `templates/docs/${name}.hbs`, text }]),
    );
    const { templates, unreadable, diagnostics } = parseSet(Handlebars, { folder: "docs", sources: {} }, own);
    const pages = new Map<string, RecordShape>(Object.entries(pageShapes));
    const found = [...diagnostics, ...checkTemplates({ pages, templates, unreadable })];
    if (found.length > 0) throw new Error(plainReport(found));
    const programs = new Map([...files].map(([name, text]) => [name, Handlebars.parse(text)]));
    return `// Templates of templates/docs, compiled by scripts/compile-ahead.ts.\n${templatesCode(programs)}`;
  },
};
