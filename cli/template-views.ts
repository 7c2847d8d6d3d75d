import type { Catalog } from "../core/catalog.ts";
import type { Configuration } from "../core/configuration.ts";
import { textOf } from "../core/content.ts";
import type { Kit, OwnKit } from "../core/target.ts";
import type { LoadedTemplates } from "./template-standing.ts";

/** A page that is made, and what its template is given. */
export interface PageView {
  /** `docs/failure` */
  readonly template: string;
  /** Path of the page in the target's folder. */
  readonly path: string;
  readonly view: unknown;
}

/** What a target's templates are given, page after page: the target makes its pages, and every view is kept on the way. */
export async function* pageViews(
  catalog: Catalog,
  settings: Configuration,
  kit: Kit,
  { folder: { folder } }: LoadedTemplates,
): AsyncGenerator<PageView> {
  const { builtInTarget, templateFolders } = await import("../generators/index.ts");
  const id = Object.keys(templateFolders).find((one): one is keyof typeof templateFolders => one === folder);
  if (id === undefined) throw new Error(`No target has the templates ${folder}.`);
  const configured = settings.targets.find((target) => target.kind === "built-in" && target.id === id);
  const options = configured?.kind === "built-in" ? configured.options : {};
  let seen: { readonly template: string; readonly view: unknown }[] = [];
  const viewed: OwnKit["viewed"] = (template, view) => {
    seen.push({ template, view });
  };
  const own: OwnKit = { ...kit, templates: new Map(), viewed };
  const outcome = await builtInTarget(id, options).generate(catalog, own);
  if (!outcome.ok) throw new Error(`The built-in templates of ${folder} have mistakes.`);
  for (const { path, content } of outcome.value) {
    // Pages of a big catalog are made when somebody reads them.
    if (typeof content !== "string" && !(content instanceof Uint8Array)) textOf(content);
    for (const { template, view } of seen) yield { template, path, view };
    seen = [];
  }
}
