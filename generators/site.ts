import type { Catalog } from "../core/catalog.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { noMemory } from "../core/memory.ts";
import { type Outcome, success } from "../core/outcome.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Artifact, Kit, OwnKit, Target } from "../core/target.ts";
import { hasOwnTemplates, renderFor, type TemplateFolder } from "../core/template/set-render.ts";
import type { SiteViews } from "./site/views.ts";

/** Options of the target site. */
export interface SiteOptions {
  /** Old addresses that lead to pages of today; both are paths of pages without ending. */
  readonly redirects?: { readonly [from: string]: string };
  /** Whether names are addresses too, `names/CARD_DECLINED`; no, unless said otherwise. */
  readonly names?: boolean;
}

/** The templates of the site. */
export const siteTemplates: TemplateFolder = {
  folder: "site",
  modelVersion: "1.0",
  compiled: async () => (await import("./site/templates.gen.js")).templates,
  sources: async () => (await import("./site/template-sources.gen.js")).templateSources,
  shapes: async () => (await import("./site/view-shapes.ts")).siteShapes,
};

/** The reference as a site: static HTML, which needs neither a server nor JavaScript, with a search where there is JavaScript. */
export function site(options: SiteOptions = {}): Target {
  return configuredSite(options);
}

/** The same, with the configuration that the options are written in, for mistakes in them to have a place. */
export function configuredSite(options: SiteOptions = {}, file?: SourceFile | undefined): Target {
  const { redirects = {}, names = false } = options;
  return {
    id: "site",
    title: "Reference site",
    options: { redirects, names },
    templates: [
      "site/category.hbs",
      "site/failure.hbs",
      "site/index.hbs",
      "site/locale.hbs",
      "site/moved.hbs",
      "site/partials/base-style.hbs",
      "site/partials/failure-table.hbs",
      "site/partials/filter-values.hbs",
      "site/partials/filters.hbs",
      "site/partials/foot.hbs",
      "site/partials/head.hbs",
      "site/partials/overview-changes.hbs",
      "site/partials/overview-languages.hbs",
      "site/partials/overview-map.hbs",
      "site/partials/overview-reading.hbs",
      "site/partials/overview-sources.hbs",
      "site/partials/overview-style.hbs",
      "site/partials/page-style.hbs",
      "site/partials/platform-errors.hbs",
      "site/partials/reserved-table.hbs",
      "site/partials/search-style.hbs",
      "site/partials/source-errors.hbs",
      "site/reserved.hbs",
      "site/source.hbs",
      "site/style.hbs",
    ],
    check: async (catalog: Catalog, kit: Kit): Promise<Iterable<Diagnostic>> => [
      ...(hasOwnTemplates(kit, siteTemplates) ? (await renderFor(siteTemplates, kit)).diagnostics : []),
      ...(Object.keys(redirects).length > 0 ? await redirectProblems(catalog, redirects, file) : []),
    ],
    generate: async (catalog: Catalog, kit: OwnKit): Promise<Outcome<Iterable<Artifact>>> => {
      const { templates, memory = noMemory } = kit;
      const rendering = memory.recall("templates", "site", templates, () => renderFor<SiteViews>(siteTemplates, kit));
      const [{ siteArtifacts }, render] = await Promise.all([import("./site/artifacts.ts"), rendering]);
      if (!render.ok) return render;
      return success(siteArtifacts(catalog, kit, { redirects, names }, render.value), render.diagnostics);
    },
  };
}

async function redirectProblems(
  catalog: Catalog,
  redirects: NonNullable<SiteOptions["redirects"]>,
  file: SourceFile | undefined,
): Promise<readonly Diagnostic[]> {
  const { redirectMistakes, redirectPlace } = await import("../core/page-redirect-mistakes.ts");
  return redirectMistakes(catalog, redirects, redirectPlace(catalog, "site", file), true);
}
