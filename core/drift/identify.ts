import { type Content, textOf } from "../content.ts";
import type { Merge } from "../history.ts";
import { noMemory } from "../memory.ts";
import type { Evidence } from "./evidence.ts";
import { withLineFeeds } from "./line-endings.ts";
import { type FileRecord, recordOf, type Surroundings } from "./record.ts";

/** A file on the disk that is not as planned, or not planned. */
export interface FoundFile {
  readonly path: string;
  /** What it should hold, if anything. */
  readonly planned: Content | undefined;
}

/**
 * What the content of a file turns out to be: what is planned, but for line endings; something that failcodes wrote, as a
 * record shows (`lineEndings`: but for line endings); git's merge of two such versions; or nothing that anybody knows.
 */
export type Identity = { readonly digest: string } & (
  | { readonly as: "planned" }
  | { readonly as: "recorded"; readonly record: FileRecord; readonly lineEndings: boolean }
  | { readonly as: "merged"; readonly record: FileRecord }
  | { readonly as: "unexplained" }
);

/** Finds out what files are, by path. Git is asked only for what nothing else explains, and about all of it at once. */
export function identify(
  files: readonly FoundFile[],
  evidence: Evidence,
  { disk, digest, history, memory = noMemory }: Surroundings,
): ReadonlyMap<string, Identity> {
  const identities = new Map<string, Identity>();
  const unexplained = new Map<string, Uint8Array>();
  for (const { path, planned } of files) {
    const bytes = disk.read(path) ?? new Uint8Array();
    const plain = withLineFeeds(bytes);
    const found = memory.recall("bytes", path, bytes, () => digest(bytes));
    const plainDigest = plain === bytes ? found : digest(plain);
    // What differs, and has no line ends but LF on either side, differs in more than that.
    const text = planned === undefined ? undefined : textOf(planned);
    const isEitherWay = plain !== bytes || text?.includes("\r\n") === true;
    if (text !== undefined && isEitherWay && plainDigest === digest(text.replaceAll("\r\n", "\n"))) {
      identities.set(path, { as: "planned", digest: found });
      continue;
    }
    const record = findRecord(evidence, path, found);
    const plainRecord = record ?? findRecord(evidence, path, plainDigest);
    if (plainRecord !== undefined) {
      identities.set(path, { as: "recorded", digest: found, record: plainRecord, lineEndings: record === undefined });
      continue;
    }
    identities.set(path, { as: "unexplained", digest: found });
    unexplained.set(path, bytes);
  }
  if (unexplained.size === 0) return identities;
  for (const [path, merges] of history.merges([...unexplained.keys()])) {
    const bytes = unexplained.get(path);
    const record =
      bytes && mergedRecord(bytes, merges, (side) => findRecord(evidence, path, digest(withLineFeeds(side))));
    if (record !== undefined) identities.set(path, { as: "merged", digest: digest(bytes ?? ""), record });
  }
  return identities;
}

function findRecord({ near, remembered, others }: Evidence, path: string, digest: string): FileRecord | undefined {
  return recordOf(near, path, digest) ?? recordOf(remembered(), path, digest) ?? recordOf(others(), path, digest);
}

/** Our side's record, where a file is nothing but git's merge of two versions that are both ours: then no person wrote in it. */
function mergedRecord(
  found: Uint8Array,
  merges: readonly Merge[],
  recordOfSide: (bytes: Uint8Array) => FileRecord | undefined,
): FileRecord | undefined {
  const text = mergedText(found);
  for (const { ours, theirs, results } of merges) {
    const record = recordOfSide(ours);
    if (record === undefined || recordOfSide(theirs) === undefined) continue;
    if (results.some((result) => mergedText(result) === text)) return record;
  }
  return undefined;
}

/** A file as a merge leaves it, whatever its line endings, and whatever the marks of a conflict call the two sides. */
function mergedText(bytes: Uint8Array): string {
  // Every byte is one character here, so that nothing is taken for equal that is not.
  return new TextDecoder("latin1").decode(withLineFeeds(bytes)).replace(/^(<{7}|\|{7}|>{7}) .*$/gm, "$1");
}
