import type { EntryKind } from "../disk.ts";
import { type Manifest, readManifest } from "../manifest.ts";
import { folderOf, joined, manifestName, outputPathProblem } from "../output-path.ts";
import { intentPath, readIntent } from "./intent.ts";
import { type FileRecord, isNamed, type Surroundings } from "./record.ts";

/** What stands in a manifest's place. */
export type ManifestPlace =
  | { readonly state: "ours"; readonly manifest: Manifest }
  | { readonly state: "absent" | "broken" }
  | { readonly state: "foreign"; readonly kind: EntryKind };

/** Everything that tells whether a file of a target is ours. */
export interface Evidence {
  readonly place: ManifestPlace;
  /** What the work tree says: the manifest, and the record of a run that was stopped. */
  readonly near: readonly FileRecord[];
  /** Those of `near` that come from a run that was stopped. */
  readonly interrupted: readonly FileRecord[];
  /** What git remembers of the manifest, on every side. Asked for only when the work tree does not explain a file. */
  remembered(): readonly FileRecord[];
  /** What the manifests of other targets say: a target that was given another name left its files under theirs. */
  others(): readonly FileRecord[];
}

/** Gathers what is known about the files of one target. */
export function gatherEvidence(target: string, manifestPath: string, surroundings: Surroundings): Evidence {
  const { disk, output, history } = surroundings;
  const ownFolder = folderOf(manifestPath);
  const place = manifestPlace(manifestPath, surroundings);
  const written = place.state === "ours" ? recordsOf(place.manifest, ownFolder) : [];
  const intent = disk.read(intentPath(output, target));
  const interrupted = intent === undefined ? [] : readIntent(intent, ownFolder).filter(isInside);
  return {
    place,
    near: [...written, ...interrupted],
    interrupted,
    remembered: once(() =>
      history.versions(manifestPath).flatMap((bytes) => {
        const reading = readManifest(bytes);
        return reading.state === "ours" ? recordsOf(reading.manifest, ownFolder) : [];
      }),
    ),
    others: once(() => otherRecords(manifestPath, surroundings)),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function manifestPlace(path: string, { disk }: Surroundings): ManifestPlace {
  const kind = disk.kind(path);
  if (kind === undefined) return { state: "absent" };
  if (kind !== "file") return { state: "foreign", kind };
  const reading = readManifest(disk.read(path) ?? new Uint8Array());
  return reading.state === "foreign" ? { state: "foreign", kind } : reading;
}

/** Files that were written, and earlier ones that were left because somebody changed them. */
function recordsOf(manifest: Manifest, ownFolder: string): readonly FileRecord[] {
  const folder = manifest.folder ?? ownFolder;
  const records: FileRecord[] = [{ folder, files: manifest.files, inputs: manifest.inputs }];
  if (manifest.left.size > 0) records.push({ folder, files: manifest.left, inputs: undefined });
  return records.filter(isInside);
}

/** A manifest is a file that anybody can write: one that names files outside of the project is not believed. */
function isInside({ folder, files }: FileRecord): boolean {
  if (outputPathProblem(folder)?.kind === "leaves") return false;
  for (const path of files.keys()) if (outputPathProblem(path)?.kind === "leaves") return false;
  return true;
}

function otherRecords(manifestPath: string, surroundings: Surroundings): readonly FileRecord[] {
  const { disk, output } = surroundings;
  return disk.list(output).flatMap(({ name, kind }) => {
    const path = joined(output, `${name}/${manifestName}`);
    if (kind !== "folder" || path === manifestPath) return [];
    const place = manifestPlace(path, surroundings);
    return place.state === "ours" ? recordsOf(place.manifest, folderOf(path)) : [];
  });
}

/** Whether failcodes wrote a file of this path. What git remembers counts only where the work tree's manifest cannot be read. */
export function isOurs({ place, near, remembered, others }: Evidence, path: string): boolean {
  if (isNamed(near, path)) return true;
  return (place.state !== "ours" && isNamed(remembered(), path)) || isNamed(others(), path);
}
