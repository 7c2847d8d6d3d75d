import type { Catalog, Failure, Mapping } from "../../core/catalog.ts";
import { type CodeHistory, noHistory } from "../../core/ledger/code-history.ts";
import type { PlatformErrors } from "../../core/reference/platform-errors.ts";

// What pages are made from, for a process that makes them again and again. A view must not show more than its basis holds.

/** All of a catalog that the page of every code is made from. */
export function sharedBasis(catalog: Catalog): unknown {
  const { failures: _failures, reserved: _reserved, byCode: _codes, byName: _names, ...shared } = catalog;
  const { fallback, locales, sources, file, ...rest } = shared;
  return [
    rest,
    file.path,
    fallback.code,
    locales.map(({ tag }) => tag),
    sources.map(({ mappings: _mappings, file: _file, ...source }) => source),
  ];
}

/** All of a catalog that lists of failures are made from, but for `sharedBasis`: pages of categories, sources, reserved codes. */
export function tablesBasis({ failures, reserved, sources }: Catalog): unknown {
  return [
    failures.map(({ code, name, aliases, category, title, retry, statuses, since, deprecated, retired }) => {
      return [code, name, aliases, category.id, title, retry, statuses, since, deprecated, retired];
    }),
    reserved.map(({ code, reason }) => [code, reason]),
    sources.map(({ mappings }) => mappings.map(errorBasis)),
  ];
}

/** All that the first page is made from besides: which texts there are, and what happened to the codes. */
export function overviewBasis(
  { failures, locales, defaultLocale }: Catalog,
  history: CodeHistory = noHistory,
): unknown {
  return [
    failures.map(({ code, messages }) => [Object.keys(messages), history(code)]),
    locales.filter(({ tag }) => tag !== defaultLocale).map((locale) => locale.messages()),
  ];
}

/** All of the failures that the page of a language is made from besides its texts; those of the default language are here. */
export function messagesBasis({ failures, defaultLocale }: Catalog, tag: string): unknown {
  const isDefault = tag === defaultLocale;
  return failures.map(({ code, name, title, params, messages }) => {
    return [code, name, title, params, isDefault ? messages : Object.keys(messages)];
  });
}

/** All that the page of a code is made from besides. */
export function pageBasis(
  { byCode, locales, defaultLocale }: Catalog,
  failure: Failure,
  { byFailure }: PlatformErrors,
  history: CodeHistory = noHistory,
): unknown {
  const { code, name, related, deprecated, retired } = failure;
  const others = [...related, deprecated?.replacedBy, retired?.replacedBy].map((other) => {
    const found = other === undefined ? undefined : byCode.get(other);
    return found && [found.code, found.name, found.title];
  });
  const errors = byFailure.get(code)?.map((leading) =>
    leading.map(({ source, mapping, inheritedFrom }) => {
      return [source.name, source.title, inheritedFrom?.name, inheritedFrom?.title, errorBasis(mapping)];
    }),
  );
  // The default language's stand in the failure; of the others, a file that is what it was gives the very same.
  const texts = locales.filter(({ tag }) => tag !== defaultLocale).map((locale) => locale.messages().get(name));
  // Where it is written does not show, and what is said of categories is shared.
  return [{ ...failure, category: failure.category.id, origin: undefined }, others, errors, texts, history(code)];
}

/** All of an error that shows, but for what it says of its failure. */
function errorBasis({ failure, origin: _origin, ...rest }: Mapping): unknown {
  return [failure?.code, rest];
}
