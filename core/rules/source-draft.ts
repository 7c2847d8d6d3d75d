import type { CodeForm, MappingKey } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { RawMapping, RawSource } from "../raw/source.gen.ts";
import type { Draft } from "../shape/draft.ts";
import type { SourceFile } from "../source-file.ts";
import { mappingKey } from "../sources/mapping-key.ts";
import { type CatalogDraft, entriesOf } from "./catalog-draft.ts";

/** A mapping as it is written, and its place in the file. */
export interface MappingDraft {
  readonly raw: Draft<RawMapping>;
  readonly index: number;
  /** Undefined where what is written makes no key, or cannot be read. */
  readonly key: MappingKey | undefined;
}

/** A source's file as it is written, as far as it is well-shaped. */
export interface SourceDraft {
  readonly file: SourceFile;
  readonly raw: Draft<RawSource>;
  /** JSON pointers of what is written and not in `raw`, because it has another type or a misspelt name. */
  readonly removed: ReadonlySet<string>;
  /** Whether the characters of all texts are known to be sound. */
  readonly sound: boolean;
  /** Undefined where not all of them could be read. */
  readonly forms: readonly CodeForm[] | undefined;
  readonly mappings: readonly MappingDraft[];
}

/** A rule of a single source's file: everything in it that breaks it. */
export type SourceRule = (source: SourceDraft, catalog: CatalogDraft) => Iterable<Diagnostic>;

/** What a draft is made of. */
export type WrittenSource = Pick<SourceDraft, "file" | "raw" | "removed" | "sound">;

/** Prepares a well-shaped value for the rules. */
export function sourceDraft(written: WrittenSource): SourceDraft {
  const { raw, removed } = written;
  const forms = (raw.codeForms ?? []).filter((form) => form !== undefined);
  const known = forms.length > 0 && forms.length === raw.codeForms?.length ? forms : undefined;
  const unreadable = unreadableKeys(removed);
  const mappings = entriesOf(raw.mappings).map(({ raw: mapping, index }): MappingDraft => {
    const key = known === undefined || unreadable.has(index) ? undefined : mappingKey(known, mapping);
    return { raw: mapping, index, key };
  });
  return { ...written, forms: known, mappings };
}

const keyPointer = /^\/mappings\/(\d+)\/(?:code|range|subcode|text|spellings)(?:\/|$)/;

/** Indexes of the mappings of whose key a part was taken out: what is left of it says nothing. */
export function unreadableKeys(removed: ReadonlySet<string>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const pointer of removed) {
    const [, index] = keyPointer.exec(pointer) ?? [];
    if (index !== undefined) found.add(Number(index));
  }
  return found;
}

/** Whether a part of a mapping is written and could not be read. */
export function isRemovedFrom({ removed }: SourceDraft, { index }: MappingDraft, ...parts: readonly string[]): boolean {
  return removed.size > 0 && parts.some((part) => removed.has(`/mappings/${index}/${part}`));
}

/** Everything in a catalog that a rule of single sources may read: where it is equal, the rules find the same in a file. */
export function mappedBasis({ raw }: CatalogDraft): unknown {
  return [raw.codeType, raw.fallback, raw.failures?.map((failure) => [failure?.code, failure?.retry])];
}
