import { dirname, join, relative, sep } from "node:path";
import type { Catalog } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Surroundings } from "../../core/drift/record.ts";
import type { Memory } from "../../core/memory.ts";
import { failure, type Outcome, success } from "../../core/outcome.ts";
import { joined, stateFolderName } from "../../core/output-path.ts";
import { type Place, type PlacedTarget, placementProblems, placeOf } from "../../core/placement.ts";
import { quoted } from "../../core/quoted.ts";
import { gitHistory } from "./git-history.ts";
import type { Host } from "./host.ts";
import { projectDisk, rememberedDisk } from "./project-disk.ts";

/** Where a project's artifacts are compared and written. */
export interface Workspace {
  readonly host: Host;
  /** The folder of the configuration, absolute, links resolved. */
  readonly root: string;
  readonly surroundings: Surroundings;
  /** The folder of what is not committed, absolute. */
  readonly stateFolder: string;
}

/** What a configuration says of the output. */
export interface WorkspaceSettings {
  readonly output: string;
  /** Paths and patterns that are left alone. */
  readonly ignore: readonly string[];
}

/** Looks at the places that targets write to before anything is compared: none leads out of the project, or into another's. */
export function openWorkspace(
  host: Host,
  folder: string,
  settings: WorkspaceSettings,
  catalog: Catalog,
  targets: readonly PlacedTarget[],
  memory?: Memory,
): Outcome<Workspace> {
  const { output, ignore } = settings;
  const root = host.files.realPath(folder) ?? folder;
  const places = targets.map((placed) => placeOf(placed, catalog, output));
  const problems: Diagnostic[] = [];
  const real: Place[] = [];
  const inspect = (place: Place): Place => {
    const leadsTo = realFolder(host, root, place.folder);
    const inside = relative(root, leadsTo ?? dirname(root))
      .split(sep)
      .join("/");
    if (inside === ".." || inside.startsWith("../") || join(root, inside) !== leadsTo) {
      const words = { folder: quoted(place.folder), place: leadsTo === undefined ? "nothing" : quoted(leadsTo) };
      problems.push(diagnostic("FC6010", place.at, words));
    }
    return { ...place, folder: inside };
  };
  for (const place of places) real.push(inspect(place));
  // The record of a running write and the lock stand here: not in somebody else's folder either.
  const [first] = places;
  if (first !== undefined) inspect({ ...first, folder: joined(output, stateFolderName) });
  if (problems.length === 0) problems.push(...placementProblems(real));
  if (problems.length > 0) return failure(problems);
  const disk = memory === undefined ? projectDisk(host.files, root) : rememberedDisk(host, root, memory);
  const history = gitHistory(host.programs, root);
  return success({
    host,
    root,
    surroundings: { disk, history, digest: host.digest, output, ignore, memory },
    stateFolder: join(root, output, stateFolderName),
  });
}

/** Where a folder of the project really lies, whether it is there or not; undefined where a link on the way leads to nothing. */
function realFolder({ files }: Host, root: string, folder: string): string | undefined {
  let at = root;
  for (const name of folder.split("/")) {
    const next = join(at, name);
    const real = files.kind(next) === "link" ? files.realPath(next) : next;
    if (real === undefined) return undefined;
    at = real;
  }
  return at;
}
