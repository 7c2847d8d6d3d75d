import { type Outcome, success } from "../outcome.ts";
import type { Kit, OwnKit } from "../target.ts";
import { type Render, renderOf } from "./render.ts";
import type { RecordShape } from "./shape.ts";

/** A folder of templates that a target renders. Each part is loaded where it is needed. */
export interface TemplateFolder {
  /** The folder that the names of its templates begin with: `docs`. */
  readonly folder: string;
  /**
   * Version of what its templates may read. A field more raises the second number; a field that is gone, is of another kind
   * or may be absent now raises the first. While that is 0, nothing is promised.
   */
  readonly modelVersion: string;
  /** The built-in templates as functions of their views, compiled ahead. */
  compiled(): Promise<Readonly<Record<string, (view: unknown) => string>>>;
  /** The texts of the built-in templates, by name without folder and ending. */
  sources(): Promise<Readonly<Record<string, string>>>;
  /** The shapes of the views, by the name of the template that reads one; the other templates are partials. */
  shapes(): Promise<Readonly<Record<string, RecordShape>>>;
}

/** Whether a user has templates of their own in a folder. */
export function hasOwnTemplates({ templates }: Kit, { folder }: TemplateFolder): boolean {
  for (const name of templates.keys()) if (name.startsWith(`${folder}/`)) return true;
  return false;
}

const renders = new WeakMap<TemplateFolder, WeakMap<Kit["templates"], Promise<Outcome<Render<never>>>>>();

/** Renders the pages of a folder. Kept by the user's templates, so that `check` and `generate` of a run read them once. */
export function renderFor<Views>(templates: TemplateFolder, kit: OwnKit): Promise<Outcome<Render<Views>>> {
  if (kit.viewed !== undefined) return Promise.resolve(success(viewing(templates, kit.viewed)));
  const known = renders.get(templates) ?? new WeakMap<Kit["templates"], Promise<Outcome<Render<never>>>>();
  renders.set(templates, known);
  let render = known.get(kit.templates) as Promise<Outcome<Render<Views>>> | undefined;
  if (render === undefined) {
    render = hasOwnTemplates(kit, templates) ? ownTemplates(templates, kit) : builtInTemplates(templates);
    known.set(kit.templates, render as Promise<Outcome<Render<never>>>);
  }
  return render;
}

/** Writes nothing, and shows each view that a template would be given. */
function viewing<Views>({ folder }: TemplateFolder, viewed: NonNullable<OwnKit["viewed"]>): Render<Views> {
  return (name, view) => {
    viewed(`${folder}/${name}`, view);
    return "";
  };
}

async function builtInTemplates<Views>({ compiled }: TemplateFolder): Promise<Outcome<Render<Views>>> {
  return success(renderOf<Views>(await compiled()));
}

async function ownTemplates<Views>(templates: TemplateFolder, kit: Kit): Promise<Outcome<Render<Views>>> {
  const [{ ownRender }, sources, shapes] = await Promise.all([
    import("../template.ts"),
    templates.sources(),
    templates.shapes(),
  ]);
  const pages = new Map(Object.entries(shapes));
  return ownRender<Views>({ folder: templates.folder, pages, sources }, kit.templates);
}
