import type { Catalog, Failure, Mapping } from "../../core/catalog.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";
import type { Edition } from "./edition.ts";

// What pages are made from, for a process that makes them again and again. A view must not show more than its basis holds.

/** All of a catalog that lists of failures are made from: the index, the pages of categories, the lists for programs. */
export function tablesBasis(catalog: Catalog): unknown {
  const { failures, reserved, fallback, locales, sources, byCode: _codes, byName: _names, file, ...rest } = catalog;
  return [
    rest,
    sources.map(({ mappings, file: _file, ...source }) => [source, mappings.map(errorBasis)]),
    file.path,
    fallback.code,
    locales.map(({ tag }) => tag),
    reserved.map(({ code, reason }) => [code, reason]),
    failures.map(({ code, name, aliases, category, title, retry, statuses, deprecated, retired }) => {
      return [code, name, aliases, category.id, title, retry, statuses, deprecated, retired];
    }),
  ];
}

/** All of an edition that the pages of its failures are made from, but for the address that its links are made from. */
export function sharedBasis(edition: Edition): unknown {
  const { catalog, link: _link, permalink: _permalink, rows: _rows, history: _history, ...rest } = edition;
  return [catalog.defaultLocale, rest];
}

/** All of a failure that its page is made from; the rest is `sharedBasis`. */
export function pageBasis({ catalog, history }: Edition, failure: Failure): unknown {
  const { related, deprecated, retired } = failure;
  const others = [...related, deprecated?.replacedBy, retired?.replacedBy].map((code) => {
    const other = code === undefined ? undefined : catalog.byCode.get(code);
    return other && [other.code, other.name, other.title];
  });
  // Where it is written does not show, and what is said of categories is in the edition.
  return [{ ...failure, category: failure.category.id, origin: undefined }, others, history(failure.code)];
}

/** All of the errors that lead to a failure that its page is made from. */
export function errorsBasis({ code }: Failure, { byFailure }: PlatformErrors): unknown {
  return byFailure.get(code)?.map((errors) =>
    errors.map(({ source, mapping, inheritedFrom }) => {
      return [source.name, source.title, inheritedFrom?.name, inheritedFrom?.title, errorBasis(mapping)];
    }),
  );
}

/** All of an error that shows, but for what it says of its failure. */
function errorBasis({ failure, origin: _origin, ...rest }: Mapping): unknown {
  return [failure?.code, rest];
}
