import type { Catalog } from "../core/catalog.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { noMemory } from "../core/memory.ts";
import { type Outcome, success } from "../core/outcome.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Artifact, Kit, OwnKit, Target } from "../core/target.ts";
import { hasOwnTemplates, renderFor, type TemplateFolder } from "../core/template/set-render.ts";
import type { FlavourId } from "./docs/flavours/flavour.ts";
import type { PageViews } from "./docs/views.ts";

/** The templates of the reference pages. */
export const docsTemplates: TemplateFolder = {
  folder: "docs",
  modelVersion: "1.1",
  compiled: async () => (await import("./docs/templates.gen.js")).templates,
  sources: async () => (await import("./docs/template-sources.gen.js")).templateSources,
  shapes: async () => (await import("./docs/view-shapes.ts")).pageShapes,
};

/** Options of the target docs. */
export interface DocsOptions {
  /** What shows the pages; GitHub unless said otherwise. */
  readonly flavour?: FlavourId;
  /** Folder that the pages lie in, below that of all pages of the site; without it they are the site. */
  readonly path?: string;
  /** Old addresses that lead to pages of today; both are paths of pages without ending. */
  readonly redirects?: { readonly [from: string]: string };
  /** Whether names are addresses too, `names/CARD_DECLINED`; no, unless said otherwise. */
  readonly names?: boolean;
}

/** The reference pages, as Markdown: an index, a page a code and a category, and lists for programs and language models. */
export function docs(options: DocsOptions = {}): Target {
  return configuredDocs(options);
}

/** The same, with the configuration that the options are written in, for mistakes in them to have a place. */
export function configuredDocs(options: DocsOptions = {}, file?: SourceFile | undefined): Target {
  const { flavour = "github", path = "", redirects = {}, names = false } = options;
  const settings = { flavour, path, redirects, names };
  return {
    id: "docs",
    title: "Reference pages",
    options: settings,
    templates: [
      "docs/category.hbs",
      "docs/failure.hbs",
      "docs/index.hbs",
      "docs/llms-full.hbs",
      "docs/llms.hbs",
      "docs/moved.hbs",
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
    check: async (catalog: Catalog, kit: Kit): Promise<Iterable<Diagnostic>> => [
      ...(hasOwnTemplates(kit, docsTemplates) ? (await renderFor(docsTemplates, kit)).diagnostics : []),
      ...(Object.keys(redirects).length > 0 ? await redirectProblems(catalog, redirects, file) : []),
    ],
    generate: async (catalog: Catalog, kit: OwnKit): Promise<Outcome<Iterable<Artifact>>> => {
      const { templates, memory = noMemory } = kit;
      const rendering = memory.recall("templates", "docs", templates, () => renderFor<PageViews>(docsTemplates, kit));
      const [{ docsArtifacts }, render] = await Promise.all([import("./docs/artifacts.ts"), rendering]);
      if (!render.ok) return render;
      return success(
        docsArtifacts(catalog, kit.baseUrl, settings, render.value, memory, kit.history),
        render.diagnostics,
      );
    },
  };
}

async function redirectProblems(
  catalog: Catalog,
  redirects: NonNullable<DocsOptions["redirects"]>,
  file: SourceFile | undefined,
): Promise<readonly Diagnostic[]> {
  const { redirectMistakes, redirectPlace } = await import("../core/page-redirect-mistakes.ts");
  return redirectMistakes(catalog, redirects, redirectPlace(catalog, "docs", file));
}
