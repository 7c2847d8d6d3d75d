import type { RawFile } from "./decode.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { type Memory, noMemory } from "./memory.ts";
import type { RawSource } from "./raw/source.gen.ts";
import type { CatalogDraft } from "./rules/catalog-draft.ts";
import { mappedFailures } from "./rules/mapped-failures.ts";
import { brokenFamilyRules, brokenSourceRules } from "./rules/rules.ts";
import { mappedBasis, type SourceDraft, sourceDraft } from "./rules/source-draft.ts";
import { ancestorsOf, sourceFamily } from "./rules/source-family.ts";
import { sourceKeys } from "./rules/source-keys.ts";
import { source as sourceShape } from "./shape/validators.gen.js";
import { append, readShaped } from "./shaped-file.ts";
import { releaseText } from "./source-file.ts";

/** How the files of sources are read. */
interface SourceReading {
  readonly maxFileSize?: number;
  readonly memory: Memory;
}

/** Checks the files of all sources, each and then together: as they are written, for `resolveSources`. */
export function readSources(
  files: Iterable<RawFile>,
  { maxFileSize, memory }: SourceReading,
  catalog: CatalogDraft,
  diagnostics: Diagnostic[],
): readonly SourceDraft[] {
  // Compared once for all sources.
  const basis =
    memory === noMemory ? undefined : memory.recall("mapped", "", mappedBasis(catalog), () => Symbol("mapped"));
  const sources: SourceDraft[] = [];
  const wrong = new Set<SourceDraft>();
  let unread = 0;
  for (const raw of files) {
    const from = [raw, maxFileSize, basis];
    const { source, found } = memory.recall("source", raw.path, from, () => readSource(raw, maxFileSize, catalog));
    append(diagnostics, found);
    if (source === undefined) {
      unread++;
      continue;
    }
    sources.push(source);
    // These show places in the catalog too, which is another file every time.
    const ofFailures = [...mappedFailures(source, catalog)];
    append(diagnostics, ofFailures);
    if (found.length > 0 || ofFailures.length > 0) wrong.add(source);
  }
  const family = sourceFamily(sources, unread);
  append(diagnostics, brokenFamilyRules(family));
  for (const source of sources) {
    const ancestors = ancestorsOf(source, family);
    const make = (): readonly Diagnostic[] => sourceKeys(source, ancestors);
    const found = memory.recall("source keys", source.file.path, [source, ancestors], make);
    append(diagnostics, found);
    // What is said about a file shows its text.
    if (found.length === 0 && !wrong.has(source)) releaseText(source.file);
  }
  return sources;
}

interface CheckedSource {
  /** Undefined where the file has no value to look at. */
  readonly source: SourceDraft | undefined;
  readonly found: readonly Diagnostic[];
}

function readSource(raw: RawFile, maxFileSize: number | undefined, catalog: CatalogDraft): CheckedSource {
  const found: Diagnostic[] = [];
  const { file, shaped, sound } = readShaped<RawSource>(raw, maxFileSize, sourceShape, found);
  if (shaped === undefined) return { source: undefined, found };
  const source = sourceDraft({ file, raw: shaped.draft, removed: shaped.removed, sound });
  append(found, brokenSourceRules(source, catalog));
  return { source, found };
}
