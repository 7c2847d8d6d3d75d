import type Handlebars from "handlebars";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "./outcome.ts";
import type { SourceFile } from "./source-file.ts";
import { checkTemplates } from "./template/check.ts";
import { compileOptions } from "./template/compile-options.ts";
import { type ParsedTemplate, parseTemplate } from "./template/parse.ts";
import { type Render, renderOf } from "./template/render.ts";
import type { RecordShape } from "./template/shape.ts";
import { stoppedTemplate } from "./template/stopped.ts";
import type { TemplateCheck } from "./template/walk.ts";

/** The templates of a target: what it renders, and what is built in. */
export interface TemplateSet {
  /** The folder that the names in `Kit.templates` begin with: `docs`. */
  readonly folder: string;
  /** The templates that are rendered, each with the shape of its view. The others are partials. */
  readonly pages: ReadonlyMap<string, RecordShape>;
  /** The text of every built-in template, by its name without folder and ending: `partials/footer`. */
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * Renders with the user's own templates in place of the built-in ones of the same name. All of them are checked against
 * the views together, for a partial is right or wrong by where it is called from. Loads the whole of Handlebars.
 */
export async function ownRender<Views>(
  set: TemplateSet,
  own: ReadonlyMap<string, SourceFile>,
): Promise<Outcome<Render<Views>>> {
  const { default: module } = await import("handlebars/dist/cjs/handlebars.js");
  const handlebars = module.create();
  const { templates, unreadable, diagnostics } = parseSet(handlebars, set, own);
  const found = [...diagnostics, ...checkTemplates({ pages: set.pages, templates, unreadable })];
  if (found.some(({ severity }) => severity === "error")) return failure(found);
  for (const [name, { file }] of templates) {
    handlebars.registerPartial(name, handlebars.compile(file.text, compileOptions));
  }
  const render = renderOf<Views>(handlebars.partials);
  const place = ownPlace(set.folder, own);
  return success((name, view) => {
    try {
      return render(name, view);
    } catch (thrown) {
      const template = templates.get(name);
      throw stoppedTemplate(`${set.folder}/${name}.hbs`, template?.builtIn === false ? template.file : place, thrown);
    }
  }, found);
}

/** A file of the user's, for what cannot be their fault in a template that is built in. */
function ownPlace(folder: string, own: ReadonlyMap<string, SourceFile>): SourceFile {
  for (const [path, file] of own) if (path.startsWith(`${folder}/`)) return file;
  return { path: folder, text: "" };
}

/** Every template of a set, read: the user's own, and the built-in ones that have no namesake among them. */
export function parseSet(
  handlebars: typeof Handlebars,
  set: Pick<TemplateSet, "folder" | "sources">,
  own: ReadonlyMap<string, SourceFile>,
): Pick<TemplateCheck, "templates" | "unreadable"> & { readonly diagnostics: readonly Diagnostic[] } {
  const templates = new Map<string, ParsedTemplate>();
  const unreadable = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const add = (name: string, file: SourceFile, builtIn: boolean): void => {
    const outcome = parseTemplate(handlebars, `${set.folder}/${name}.hbs`, file, builtIn);
    if (outcome.ok) {
      templates.set(name, outcome.value);
    } else {
      unreadable.add(name);
      diagnostics.push(...outcome.diagnostics);
    }
  };
  const names = new Set<string>();
  for (const [path, file] of own) {
    const name = /^([^/]+)\/(.+)\.hbs$/.exec(path);
    if (name?.[1] !== set.folder || name[2] === undefined) continue;
    names.add(name[2]);
    add(name[2], file, false);
  }
  for (const [name, text] of Object.entries(set.sources)) {
    if (!names.has(name)) add(name, { path: `failcodes/templates/${set.folder}/${name}.hbs`, text }, true);
  }
  return { templates, unreadable, diagnostics };
}
