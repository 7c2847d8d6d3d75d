import type { Catalog } from "../core/catalog.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { noMemory } from "../core/memory.ts";
import { type Outcome, success } from "../core/outcome.ts";
import type { Artifact, Kit, OwnKit, Target } from "../core/target.ts";
import type { Render } from "../core/template/render.ts";
import type { PageViews } from "./docs/views.ts";

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
      hasOwnTemplates(kit) ? (await renderFor(kit)).diagnostics : [],
    generate: async (catalog: Catalog, kit: OwnKit): Promise<Outcome<Iterable<Artifact>>> => {
      const { templates, memory = noMemory } = kit;
      const rendering = memory.recall("templates", "docs", templates, () => renderFor(kit));
      const [{ docsArtifacts }, render] = await Promise.all([import("./docs/artifacts.ts"), rendering]);
      if (!render.ok) return render;
      return success(docsArtifacts(catalog, kit.baseUrl, render.value, memory, kit.history), render.diagnostics);
    },
  };
}

function hasOwnTemplates({ templates }: Kit): boolean {
  for (const name of templates.keys()) if (name.startsWith("docs/")) return true;
  return false;
}

const renders = new WeakMap<Kit["templates"], Promise<Outcome<Render<PageViews>>>>();

/** Kept by the user's templates, so that `check` and `generate` of a run read them once. */
function renderFor(kit: Kit): Promise<Outcome<Render<PageViews>>> {
  let render = renders.get(kit.templates);
  if (render === undefined) {
    render = hasOwnTemplates(kit) ? ownTemplates(kit) : builtInTemplates();
    renders.set(kit.templates, render);
  }
  return render;
}

async function builtInTemplates(): Promise<Outcome<Render<PageViews>>> {
  const [{ renderOf }, { templates }] = await Promise.all([
    import("../core/template/render.ts"),
    import("./docs/templates.gen.js"),
  ]);
  return success(renderOf<PageViews>(templates));
}

async function ownTemplates({ templates }: Kit): Promise<Outcome<Render<PageViews>>> {
  const [{ ownRender }, { templateSources: sources }, { pageShapes }] = await Promise.all([
    import("../core/template.ts"),
    import("./docs/template-sources.gen.js"),
    import("./docs/view-shapes.ts"),
  ]);
  const pages = new Map(Object.entries(pageShapes));
  return ownRender<PageViews>({ folder: "docs", pages, sources }, templates);
}
