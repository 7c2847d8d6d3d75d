import type { Mapping, Source } from "../catalog.ts";

/** Tells which source a mapping of a source comes from; undefined where it is the source's own. */
export type Inheritance = (source: Source, mapping: Mapping) => Source | undefined;

/** Makes it for the sources of a catalog. */
export function inheritance(sources: readonly Source[]): Inheritance {
  const byPath = new Map(sources.map((source) => [source.file.path, source]));
  return (source, { origin }) => (origin.file.path === source.file.path ? undefined : byPath.get(origin.file.path));
}
