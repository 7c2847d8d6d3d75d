import type { Catalog, Code, Mapping, Source } from "../catalog.ts";
import { inheritance } from "../sources/inheritance.ts";
import { inReadingOrder } from "./reading-order.ts";

/** An error of a platform, and the source whose page it stands on. */
export interface PlatformError {
  readonly source: Source;
  readonly mapping: Mapping;
  /** Where it comes from, if that is another source. */
  readonly inheritedFrom: Source | undefined;
}

/** The errors of all sources, each list in the order of a reader. */
export interface PlatformErrors {
  readonly bySource: ReadonlyMap<Source, readonly PlatformError[]>;
  /** By code of the failure that they lead to, source by source. */
  readonly byFailure: ReadonlyMap<Code, readonly (readonly PlatformError[])[]>;
}

/** Puts the errors of a catalog's sources in order, for all pages at once. */
export function platformErrors({ sources }: Catalog): PlatformErrors {
  const inheritedFrom = inheritance(sources);
  const bySource = new Map<Source, readonly PlatformError[]>();
  const byFailure = new Map<Code, PlatformError[][]>();
  for (const source of sources) {
    const errors = inReadingOrder(source.mappings).map((mapping) => {
      return { source, mapping, inheritedFrom: inheritedFrom(source, mapping) };
    });
    bySource.set(source, errors);
    for (const [code, leading] of groupedByFailure(errors)) {
      const known = byFailure.get(code);
      if (known === undefined) byFailure.set(code, [leading]);
      else known.push(leading);
    }
  }
  return { bySource, byFailure };
}

function groupedByFailure(errors: readonly PlatformError[]): ReadonlyMap<Code, PlatformError[]> {
  const groups = new Map<Code, PlatformError[]>();
  for (const error of errors) {
    const code = error.mapping.failure?.code;
    if (code === undefined) continue;
    const known = groups.get(code);
    if (known === undefined) groups.set(code, [error]);
    else known.push(error);
  }
  return groups;
}
