import type { Catalog } from "./catalog.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import type { Digests } from "./drift/inputs.ts";
import { joined, pathKey } from "./output-path.ts";
import { quoted } from "./quoted.ts";
import type { Location } from "./source-file.ts";
import type { Target } from "./target.ts";

/** A target, and where a project wants it. */
export interface PlacedTarget {
  readonly target: Target;
  /** A folder of the project that holds other files too; without it the target owns `<output>/<id>`. */
  readonly folder?: string | undefined;
  /** Digests of the modules that make it, by path: for targets that are not ours. */
  readonly modules?: Digests | undefined;
  /** Where it is asked for; without it, the beginning of the catalog. */
  readonly at?: Location | undefined;
}

/** The output folder, unless a configuration says otherwise. */
export const defaultOutput = "generated";

/** The folder that a target writes into. */
export interface Place {
  readonly target: string;
  readonly folder: string;
  /** Whether everything in the folder is the target's. */
  readonly owned: boolean;
  /** Where to point when something is wrong with it. */
  readonly at: Location;
}

/** Where a target goes. */
export function placeOf({ target, folder, at }: PlacedTarget, catalog: Catalog, output: string = defaultOutput): Place {
  return {
    target: target.id,
    folder: folder ?? joined(output, target.id),
    owned: folder === undefined,
    at: at ?? { file: catalog.file, start: 0, end: 0 },
  };
}

/** Places that get in each other's way: what one target owns, no other may write into. */
export function placementProblems(places: readonly Place[]): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const [index, second] of places.entries()) {
    for (const first of places.slice(0, index)) {
      if ((!first.owned && !second.owned) || !overlap(pathKey(first.folder), pathKey(second.folder))) continue;
      const [owner, guest] = first.owned ? [first, second] : [second, first];
      const words = { owner: quoted(owner.target), guest: quoted(guest.target), folder: quoted(owner.folder) };
      problems.push(diagnostic("FC6008", guest.at, words));
    }
  }
  return problems;
}

function overlap(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}/`) || right.startsWith(`${left}/`);
}
