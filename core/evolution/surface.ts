import type { Origin } from "../catalog.ts";
import type { Surface } from "../ledger/release-document.ts";
import { folderOf, joined } from "../output-path.ts";
import { type Declared, declaredIn, type PassedOn } from "./declarations.ts";

/** What programs see of the artifacts of one catalog: as they were made, and as they would be made today. */
export interface ComparedSurfaces {
  readonly base: Surface;
  readonly head: Surface;
  /** Where the options are written that the artifacts were made with, and are. */
  readonly at?: { readonly base: Origin | undefined; readonly head: Origin | undefined };
}

/** The text of a file of a package, by its path; undefined where it is not there. */
export type PackageReader = (path: string) => string | undefined;

/**
 * What programs see of a package: the declarations of every entry point. The package is one that our generator made; of
 * TypeScript no more is understood than what is in those. Undefined where there is no package.
 */
export function surfaceOf(read: PackageReader): Surface | undefined {
  const manifest = read("package.json");
  const exports = manifest === undefined ? undefined : exportsIn(manifest);
  if (exports === undefined) return undefined;
  const known = new Map<string, Exports>();
  const surface: Record<string, Readonly<Record<string, string>>> = {};
  for (const entry of Object.keys(exports).sort()) {
    const types = typesOf(exports[entry]);
    const found = types === undefined ? [] : [...exportsOf(types, read, known)];
    surface[entry] = Object.fromEntries(found.sort(([left], [right]) => (left < right ? -1 : 1)));
  }
  return surface;
}

function exportsIn(manifest: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { exports } = JSON.parse(manifest) as { readonly exports?: unknown };
    return typeof exports === "object" && exports !== null ? (exports as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function typesOf(entry: unknown): string | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  const { types } = entry as { readonly types?: unknown };
  // A pattern stands for many modules, all alike: that it is there is all that is said of it.
  return typeof types === "string" && !types.includes("*") ? types.replace(/^\.\//, "") : undefined;
}

/** By name of an export, its declarations. */
type Exports = ReadonlyMap<string, string>;

const nothing: Exports = new Map();

function exportsOf(path: string, read: PackageReader, known: Map<string, Exports>): Exports {
  const before = known.get(path);
  if (before !== undefined) return before;
  // A module that leads back to itself has nothing more to say.
  known.set(path, nothing);
  const text = read(path);
  if (text === undefined) return nothing;
  const { declared, passedOn } = declaredIn(text);
  const found = new Map<string, string>();
  for (const [name, declarations] of declared) {
    const exported = declarations.filter((declaration) => declaration.isExported);
    if (exported.length > 0) found.set(name, written(exported));
  }
  for (const one of passedOn) {
    if (one.from === undefined) {
      const declarations = declared.get(one.name) ?? [];
      if (declarations.length > 0) found.set(one.as, ofType(written(declarations), one));
      continue;
    }
    const others = exportsOf(moduleAt(path, one.from), read, known);
    if (one.name === "*") for (const [name, declaration] of others) found.set(name, declaration);
    else found.set(one.as, ofType(others.get(one.name) ?? `${one.name} from ${one.from}`, one));
  }
  known.set(path, found);
  return found;
}

function written(declarations: readonly Declared[]): string {
  return declarations.map(({ text }) => text).join("\n");
}

/** Of what is passed on as a type alone, values are not seen; types are what they were. */
function ofType(declaration: string, { isType }: PassedOn): string {
  if (!isType) return declaration;
  return declaration.replace(/^(?=(?:const |let |var |function |(?:const )?enum |(?:abstract )?class ))/gm, "type of ");
}

/** The declaration file of the module that a specifier of another one names. */
function moduleAt(path: string, specifier: string): string {
  let folder = folderOf(path);
  let rest = specifier.replace(/^\.\//, "");
  while (rest.startsWith("../")) {
    folder = folderOf(folder);
    rest = rest.slice(3);
  }
  return joined(folder, rest.replace(/\.js$/, ".d.ts"));
}
