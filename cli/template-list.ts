import type { SourceFile } from "../core/source-file.ts";
import { callsOf } from "../core/template/calls.ts";
import { parseSet } from "../core/template.ts";
import type { Host } from "./host/host.ts";
import type { TemplateProject } from "./project-templates.ts";
import { fileName, type LoadedTemplates, ownStanding } from "./template-standing.ts";

/** A template, as a list of all of them shows it. */
export interface ListedTemplate {
  /** With folder, without ending. */
  readonly name: string;
  /** What it makes; undefined for a partial. */
  readonly makes: string | undefined;
  /** The templates that call it, as they are now. */
  readonly calledBy: readonly string[];
  readonly isBuiltIn: boolean;
  /** The user's own of that name. */
  readonly own:
    | {
        readonly path: string;
        /** Version of failcodes that it was ejected from. */
        readonly ejectedFrom: string | undefined;
        readonly isSame: boolean | undefined;
        readonly isChanged: boolean | undefined;
        readonly isOutdated: boolean | undefined;
      }
    | undefined;
}

/** The templates of a target: pages first, then partials, then the user's own partials. */
export interface ListedSet {
  readonly set: LoadedTemplates;
  readonly templates: readonly ListedTemplate[];
}

/** Every template of every target, with the user's own. What is wrong with those is for `validate` to say. */
export async function listedTemplates(host: Host, { sets, own }: TemplateProject): Promise<readonly ListedSet[]> {
  const { default: module } = await import("handlebars/dist/cjs/handlebars.js");
  const handlebars = module.create();
  return sets.map((set) => {
    const { folder } = set.folder;
    const { templates } = parseSet(handlebars, { folder, sources: set.sources }, own);
    const callers = new Map<string, string[]>();
    for (const [name, { program }] of [...templates].sort(([left], [right]) => (left < right ? -1 : 1))) {
      for (const called of callsOf(program)) callers.set(called, [...(callers.get(called) ?? []), `${folder}/${name}`]);
    }
    const pages = Object.keys(set.shapes);
    const partials = Object.keys(set.sources).filter((name) => !pages.includes(name));
    const others = ownNames(own, folder).filter((name) => !(name in set.sources));
    return {
      set,
      templates: [...pages, ...partials, ...others].map((name): ListedTemplate => {
        const builtIn = set.sources[name];
        return {
          name: `${folder}/${name}`,
          makes: set.shapes[name]?.description,
          calledBy: callers.get(name) ?? [],
          isBuiltIn: builtIn !== undefined,
          own: ownOf(host, own, `${folder}/${name}`, builtIn),
        };
      }),
    };
  });
}

function ownNames(own: ReadonlyMap<string, SourceFile>, folder: string): readonly string[] {
  return [...own.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1, -".hbs".length));
}

function ownOf(
  host: Host,
  own: ReadonlyMap<string, SourceFile>,
  name: string,
  builtIn: string | undefined,
): ListedTemplate["own"] {
  const file = own.get(fileName(name));
  if (file === undefined) return undefined;
  const standing = builtIn === undefined ? undefined : ownStanding(host, own, name, builtIn);
  return {
    path: file.path,
    ejectedFrom: standing?.ejection?.version,
    isSame: standing?.isSame,
    isChanged: standing?.isChanged,
    isOutdated: standing?.isOutdated,
  };
}
