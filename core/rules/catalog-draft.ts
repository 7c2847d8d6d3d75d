import type { Code } from "../catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type ReadText, readText } from "../message-syntax/read-text.ts";
import type { RawCatalog, RawCategory, RawFailure } from "../raw/catalog.gen.ts";
import type { Draft } from "../shape/draft.ts";
import type { SourceFile } from "../source-file.ts";

/** A failure as it is written, and its place in the file. */
export interface FailureDraft {
  readonly raw: Draft<RawFailure>;
  readonly index: number;
}

/** A category as it is written, and its place in the file. */
export interface CategoryDraft {
  readonly raw: Draft<RawCategory>;
  readonly id: string;
  readonly index: number;
}

/**
 * A catalog as it is written, as far as it is well-shaped: what rules work on. Positions and equal entries exist only here.
 * What is in `known…` is the whole list; where something in it could not be read, it is undefined and nothing is unknown.
 */
export interface CatalogDraft {
  readonly file: SourceFile;
  readonly raw: Draft<RawCatalog>;
  /** JSON pointers of what is written and not in `raw`, because it has another type or a misspelt name. */
  readonly removed: ReadonlySet<string>;
  /** Whether the characters of all texts are known to be sound. */
  readonly sound: boolean;
  readonly failures: readonly FailureDraft[];
  /** The first failure of every code of the right kind. */
  readonly byCode: ReadonlyMap<Code, FailureDraft>;
  readonly knownCodes: ReadonlyMap<Code, FailureDraft> | undefined;
  /** The first category of every identifier. */
  readonly categories: ReadonlyMap<string, CategoryDraft>;
  readonly knownCategories: ReadonlyMap<string, CategoryDraft> | undefined;
  readonly knownStatuses: ReadonlySet<string> | undefined;
  /** Canonical names, whatever their form. */
  readonly byName: ReadonlyMap<string, FailureDraft>;
  readonly knownNames: ReadonlyMap<string, FailureDraft> | undefined;
  /** Reads a message's text; each text once, for all rules. */
  readonly readText: (text: string) => ReadText;
}

/** A rule of the catalog: everything in a draft that breaks it. */
export type CatalogRule = (catalog: CatalogDraft) => Iterable<Diagnostic>;

/** Whether a code is of the kind that the catalog declares; any kind is right while the catalog declares none. */
export function hasRightKind({ raw: { codeType } }: Pick<CatalogDraft, "raw">, code: Code): boolean {
  return codeType === undefined || (codeType === "integer") === (typeof code === "number");
}

/** What a draft is made of. */
export type WrittenCatalog = Pick<CatalogDraft, "file" | "raw" | "removed" | "sound">;

/** Prepares a well-shaped value for the rules. */
export function catalogDraft({ file, raw, removed, sound }: WrittenCatalog): CatalogDraft {
  const failures = entriesOf(raw.failures);
  const byCode = new Map<Code, FailureDraft>();
  const byName = new Map<string, FailureDraft>();
  // An empty list is a mistake itself: what would stand in it is anybody's guess.
  let allCodes = failures.length > 0 && failures.length === raw.failures?.length;
  let allNames = allCodes;
  for (const entry of failures) {
    const { code, name } = entry.raw;
    if (code === undefined || !hasRightKind({ raw }, code)) allCodes = false;
    else if (!byCode.has(code)) byCode.set(code, entry);
    if (name === undefined) allNames = false;
    else if (!byName.has(name)) byName.set(name, entry);
  }
  const categories = new Map<string, CategoryDraft>();
  const written = entriesOf(raw.categories);
  for (const entry of written) {
    const { id } = entry.raw;
    if (id !== undefined && !categories.has(id)) categories.set(id, { ...entry, id });
  }
  const allCategories =
    written.length > 0 &&
    written.length === raw.categories?.length &&
    written.every((category) => category.raw.id !== undefined);
  const statuses = entriesOf(raw.statuses);
  const statusIds = statuses.flatMap((status) => status.raw.id ?? []);
  return {
    file,
    raw,
    removed,
    sound,
    failures,
    byCode,
    knownCodes: allCodes ? byCode : undefined,
    categories,
    knownCategories: allCategories ? categories : undefined,
    knownStatuses: statusIds.length === raw.statuses?.length ? new Set(statusIds) : undefined,
    byName,
    knownNames: allNames ? byName : undefined,
    readText: readOnce(),
  };
}

function readOnce(): (text: string) => ReadText {
  const known = new Map<string, ReadText>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const read = readText(text);
    known.set(text, read);
    return read;
  };
}

/** The entries of a list that could be read, with their places. */
export function entriesOf<Item>(
  list: readonly (Item | undefined)[] | undefined,
): readonly { readonly raw: Item; readonly index: number }[] {
  const entries: { raw: Item; index: number }[] = [];
  for (const [index, raw] of (list ?? []).entries()) {
    if (raw !== undefined) entries.push({ raw, index });
  }
  return entries;
}
