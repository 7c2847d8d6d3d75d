import type { Catalog } from "../core/catalog.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { noMemory } from "../core/memory.ts";
import { type Outcome, success } from "../core/outcome.ts";
import type { Artifact, Kit, OwnKit, Target } from "../core/target.ts";
import { hasOwnTemplates, renderFor, type TemplateFolder } from "../core/template/set-render.ts";
import type { PageViews } from "./docs/views.ts";

/** The templates of the reference pages. */
export const docsTemplates: TemplateFolder = {
  folder: "docs",
  modelVersion: "1.0",
  compiled: async () => (await import("./docs/templates.gen.js")).templates,
  sources: async () => (await import("./docs/template-sources.gen.js")).templateSources,
  shapes: async () => (await import("./docs/view-shapes.ts")).pageShapes,
};

/** Options of the target docs: there are none so far. */
export type DocsOptions = Readonly<Record<string, never>>;

/** The reference pages, as Markdown: an index, a page a code and a category, and lists for programs and language models. */
export function docs(_options: DocsOptions = {}): Target {
  return {
    id: "docs",
    title: "Reference pages",
    options: {},
    templates: [
      "docs/category.hbs",
      "docs/failure.hbs",
      "docs/index.hbs",
      "docs/llms-full.hbs",
      "docs/llms.hbs",
      "docs/partials/ending.hbs",
      "docs/partials/failure-body.hbs",
      "docs/partials/failure-table.hbs",
      "docs/partials/front-matter.hbs",
      "docs/partials/notice.hbs",
      "docs/partials/platform-errors.hbs",
      "docs/partials/reserved-table.hbs",
      "docs/partials/source-body.hbs",
      "docs/reserved.hbs",
      "docs/source.hbs",
    ],
    check: async (_catalog: Catalog, kit: Kit): Promise<Iterable<Diagnostic>> =>
      hasOwnTemplates(kit, docsTemplates) ? (await renderFor(docsTemplates, kit)).diagnostics : [],
    generate: async (catalog: Catalog, kit: OwnKit): Promise<Outcome<Iterable<Artifact>>> => {
      const { templates, memory = noMemory } = kit;
      const rendering = memory.recall("templates", "docs", templates, () => renderFor<PageViews>(docsTemplates, kit));
      const [{ docsArtifacts }, render] = await Promise.all([import("./docs/artifacts.ts"), rendering]);
      if (!render.ok) return render;
      return success(docsArtifacts(catalog, kit.baseUrl, render.value, memory, kit.history), render.diagnostics);
    },
  };
}
