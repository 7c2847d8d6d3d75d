import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import type { Digest } from "./digest.ts";
import type { Disk } from "./disk.ts";
import type { Inputs } from "./drift/inputs.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { joined } from "./output-path.ts";
import { quoted } from "./quoted.ts";

/** A folder of generated files, and where it came from. */
export interface VendoredFolder {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** What came of looking through a folder. */
export interface VendoredReading {
  /** By path. */
  readonly folders: readonly VendoredFolder[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Holds every generated folder at or below a folder against its own manifest. Nothing else is needed: no catalog, no network. */
export function verifyVendored(disk: Disk, folder: string, digest: Digest): VendoredReading {
  const folders: VendoredFolder[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of manifestsBelow(disk, folder)) {
    const reading = readManifest(disk.read(path) ?? new Uint8Array());
    if (reading.state === "broken") diagnostics.push(diagnostic("FC6205", start(path), { path: quoted(path) }));
    // Files that stand elsewhere than their manifest are no folder that somebody copied.
    if (reading.state !== "ours" || reading.manifest.folder !== undefined) continue;
    const found = { folder: path.slice(0, -"/manifest.json".length), manifest: reading.manifest };
    folders.push(found);
    for (const one of mistakesIn(disk, found, digest)) diagnostics.push(one);
  }
  return { folders, diagnostics: [...diagnostics, ...mixed(folders)] };
}

/** `message-failure-codes 1.2.0` */
export function releaseTitle({ catalog }: Inputs): string {
  return `${catalog.name} ${catalog.version}`;
}

function manifestsBelow(disk: Disk, folder: string): readonly string[] {
  const found: string[] = [];
  for (const { name, kind } of disk.list(folder)) {
    const path = joined(folder, name);
    if (kind === "file" && name === "manifest.json") found.push(path);
    if (kind === "folder" && name !== "node_modules" && name !== ".git") found.push(...manifestsBelow(disk, path));
  }
  return found.sort((left, right) => (left < right ? -1 : 1));
}

function* mistakesIn(disk: Disk, { folder, manifest }: VendoredFolder, digest: Digest): Iterable<Diagnostic> {
  const release = releaseTitle(manifest.inputs);
  for (const [name, expected] of manifest.files) {
    const path = joined(folder, name);
    const bytes = disk.read(path);
    const words = { path: quoted(path), release };
    if (bytes === undefined) yield diagnostic("FC6202", start(joined(folder, "manifest.json")), words);
    else if (digest(bytes) === expected) continue;
    else if (digest(withLineFeeds(bytes)) !== expected) yield diagnostic("FC6201", start(path), words);
    else yield diagnostic("FC6203", start(path), { path: quoted(path), pattern: `${folder}/**` });
  }
  const known = new Set([...manifest.files.keys(), "manifest.json"]);
  for (const name of filesBelow(disk, folder, "")) {
    if (!known.has(name))
      yield diagnostic("FC6206", start(joined(folder, name)), { path: quoted(joined(folder, name)) });
  }
}

/** Files below a folder that belong to no manifest further down. */
function filesBelow(disk: Disk, root: string, inside: string): readonly string[] {
  const entries = disk
    .list(joined(root, inside))
    .map(({ name, kind }) => ({ path: inside === "" ? name : `${inside}/${name}`, name, kind }));
  if (inside !== "" && entries.some(({ name }) => name === "manifest.json")) return [];
  return entries
    .flatMap(({ path, name, kind }) => {
      if (kind !== "folder") return path;
      return name === "node_modules" || name === ".git" ? [] : filesBelow(disk, root, path);
    })
    .sort((left, right) => (left < right ? -1 : 1));
}

function* mixed([first, ...others]: readonly VendoredFolder[]): Iterable<Diagnostic> {
  if (first === undefined) return;
  const { catalog } = first.manifest.inputs;
  for (const { folder, manifest } of others) {
    const other = manifest.inputs.catalog;
    if (other.name !== catalog.name || other.version === catalog.version) continue;
    const words = {
      folder: quoted(folder),
      release: releaseTitle(manifest.inputs),
      other: quoted(first.folder),
      before: releaseTitle(first.manifest.inputs),
    };
    yield diagnostic("FC6204", start(joined(folder, "manifest.json")), words);
  }
}

function withLineFeeds(bytes: Uint8Array): Uint8Array {
  return bytes.filter((byte, index) => byte !== 13 || bytes[index + 1] !== 10);
}

function start(path: string): Diagnostic["at"] {
  return { file: { path, text: "" }, start: 0, end: 0 };
}
