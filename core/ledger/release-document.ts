import type { Catalog, Failure } from "../catalog.ts";
import { catalogDocument, localeDocument } from "../catalog-document.ts";
import type { Content } from "../content.ts";
import { lifecycleOf } from "../lifecycle.ts";
import { sourceDocument } from "../source-document.ts";
import { stableJson } from "../stable-json.ts";
import type { Json } from "../target.ts";
import type { LedgerFailure } from "./ledger.ts";

/** What a program sees of the TypeScript artifacts: by entry point and name of an export, its declaration. */
export type Surface = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The bytes of `releases/<version>.json`: the resolved catalog, every locale, every source, and what programs see of the
 * artifacts. Each part is by itself a file of a spec, so that it is read as one.
 */
export function releaseText(catalog: Catalog, surface: Surface | undefined): Content {
  const locales = catalog.locales.filter(({ tag }) => tag !== catalog.defaultLocale);
  return stableJson({
    release: 1,
    catalog: catalogDocument(catalog),
    locales: locales.map((locale) => localeDocument(catalog, locale)),
    sources: catalog.sources.map(sourceDocument),
    ...(surface === undefined ? {} : { surface: surface as Json }),
  });
}

/** What the ledger remembers of a failure. */
export function ledgerFailure(failure: Failure, meaning: string): LedgerFailure {
  const { code, name, aliases, category, retired, deprecated } = failure;
  return {
    code,
    name,
    aliases: aliases.map((alias) => alias.name),
    category: category.id,
    params: paramsSignature(failure),
    meaning,
    state: lifecycleOf({ deprecated, retired }),
  };
}

/** Names and types of params, sorted: `carrier:enum(bike|van),count:integer`; "" where there are none. */
export function paramsSignature({ params }: Pick<Failure, "params">): string {
  const written = params.map(({ name, type, values }) =>
    type === "enum" ? `${name}:enum(${[...values].sort().join("|")})` : `${name}:${type}`,
  );
  return written.sort().join(",");
}
