import type { Catalog, Origin } from "../core/catalog.ts";
import type { Configuration } from "../core/configuration.ts";
import { type ComparedSurfaces, surfaceOf } from "../core/evolution/surface.ts";
import type { Surface } from "../core/ledger/release-document.ts";
import { joined } from "../core/output-path.ts";
import type { ComparedSide } from "./compared-side.ts";
import type { ProjectTree } from "./host/git-tree.ts";

/** What programs would see of a catalog's TypeScript package with these settings; undefined where none is made. */
export async function surfaceWith(settings: Configuration, catalog: Catalog): Promise<Surface | undefined> {
  const target = settings.targets.find(({ kind, id }) => kind === "built-in" && id === "typescript");
  if (target === undefined) return undefined;
  const { packageSurface } = await import("../generators/typescript/package-surface.ts");
  const { style, messageFunctions } = target.options;
  const areFunctions = typeof messageFunctions === "boolean" ? messageFunctions : undefined;
  return packageSurface(catalog, style === "const" ? "const" : "enum", areFunctions);
}

/**
 * What programs see of the earlier catalog's package as it was made then, and as it would be made now: what differs, the
 * generator and its options did. Undefined where nothing is known of then, or nothing is made now.
 */
export async function comparedSurfaces(
  { side, tree, settings, surface }: ComparedSide,
  now: Configuration,
): Promise<ComparedSurfaces | undefined> {
  const base =
    tree === undefined || settings === undefined
      ? surface
      : committedSurface(tree, joined(settings.output, "typescript"));
  if (base === undefined) return undefined;
  const head = await surfaceWith(now, side.catalog);
  if (head === undefined) return undefined;
  return { base, head, at: { base: optionsIn(settings), head: optionsIn(now) } };
}

/** A package that somebody has: the catalog in it, and what programs see of it. */
export interface PackageInHand {
  readonly catalog: Catalog;
  readonly surface: Surface | undefined;
}

/**
 * What programs see of an earlier package, and would see of one of the same catalog that was made as a newer one was: what
 * differs, the generator and its options did. Undefined where no options of today's generator give the newer package.
 */
export async function surfacesInHand(base: PackageInHand, head: PackageInHand): Promise<ComparedSurfaces | undefined> {
  if (base.surface === undefined || head.surface === undefined) return undefined;
  const { packageSurface } = await import("../generators/typescript/package-surface.ts");
  const seen = JSON.stringify(head.surface);
  for (const style of ["enum", "const"] as const) {
    for (const functions of [undefined, true, false]) {
      if (JSON.stringify(packageSurface(head.catalog, style, functions)) !== seen) continue;
      const again = packageSurface(base.catalog, style, functions);
      return again === undefined ? undefined : { base: base.surface, head: again };
    }
  }
  return undefined;
}

function optionsIn(settings: Configuration | undefined): Origin | undefined {
  return settings?.file === undefined ? undefined : { file: settings.file, path: ["targets", "typescript"] };
}

function committedSurface(tree: ProjectTree, folder: string): Surface | undefined {
  const seen = (path: string): boolean => path.endsWith(".d.ts") || path === `${folder}/package.json`;
  const files = new Map(tree.read(tree.filesIn(folder).filter(seen)).map(({ path, content }) => [path, content]));
  return surfaceOf((path) => {
    const content = files.get(joined(folder, path));
    return content === undefined || typeof content === "string" ? content : new TextDecoder().decode(content);
  });
}
