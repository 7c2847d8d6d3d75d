import type { SourceDraft } from "./source-draft.ts";

/** All sources of a catalog, as far as they can be read. */
export interface SourceFamily {
  readonly sources: readonly SourceDraft[];
  /** The first source of every name. */
  readonly byName: ReadonlyMap<string, SourceDraft>;
  /** Whether the names of all files are known. */
  readonly complete: boolean;
}

/** Prepares the sources for the rules that look at several. `unread` counts the files of which nothing is known. */
export function sourceFamily(sources: readonly SourceDraft[], unread: number): SourceFamily {
  const byName = new Map<string, SourceDraft>();
  let complete = unread === 0;
  for (const source of sources) {
    const { name } = source.raw;
    if (name === undefined) complete = false;
    else if (!byName.has(name)) byName.set(name, source);
  }
  return { sources, byName, complete };
}

/** The sources that a source inherits from, the nearest first; it ends before a source that is there already, or is unknown. */
export function ancestorsOf(source: SourceDraft, { byName }: SourceFamily): readonly SourceDraft[] {
  const found: SourceDraft[] = [];
  for (let at: SourceDraft | undefined = source; at !== undefined; ) {
    const { inherits }: SourceDraft["raw"] = at.raw;
    at = inherits === undefined ? undefined : byName.get(inherits);
    if (at === undefined || at === source || found.includes(at)) break;
    found.push(at);
  }
  return found;
}
