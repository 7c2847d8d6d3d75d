import type { Catalog, Failure, Reservation, Source } from "../../core/catalog.ts";
import { lifecycleOf } from "../../core/lifecycle.ts";
import { categoryPagePath, codePagePath, indexPagePath, pageUrl, sourcePagePath } from "../../core/page-address.ts";
import { mappingAnchors } from "../../core/sources/mapping-anchor.ts";
import { stableJson } from "../../core/stable-json.ts";
import type { Json } from "../../core/target.ts";
import type { Flavour } from "./flavours/flavour.ts";
import { indexSchemaPath } from "./index-schema.ts";

/** Path of the list of all codes for programs. */
export const indexJsonPath = "index.json";

/** The text of index.json: where every code has its page, and what a list of codes needs besides. */
export function indexJson(catalog: Catalog, baseUrl: string | undefined, flavour: Flavour): string {
  const page = (address: string): { readonly [key: string]: Json } => {
    const path = address === indexPagePath ? flavour.indexPath : address;
    return baseUrl === undefined ? { path } : { path, url: pageUrl(baseUrl, address) };
  };
  return stableJson({
    $schema: `./${indexSchemaPath}`,
    name: catalog.name,
    title: catalog.title,
    version: catalog.version,
    ...page(indexPagePath),
    categories: catalog.categories.map(({ id, title, range, prefixes }) => ({
      id,
      title,
      ...(range === undefined ? {} : { range: { from: range.from, to: range.to } }),
      ...(prefixes.length === 0 ? {} : { prefixes }),
      ...page(categoryPagePath(id)),
    })),
    failures: catalog.failures.map((failure) => ({
      ...failureEntry(failure),
      ...page(codePagePath(failure.code)),
      anchors: [failure.name, ...failure.aliases.map(({ name }) => name)],
    })),
    reserved: catalog.reserved.map(({ code }: Reservation) => ({ code, ...page(codePagePath(code)) })),
    ...(catalog.sources.length === 0 ? {} : { sources: sourceEntries(catalog, page) }),
  });
}

function sourceEntries({ sources }: Catalog, page: (path: string) => { readonly [key: string]: Json }): Json {
  return sources.map((source) => ({
    name: source.name,
    title: source.title,
    standing: source.standing,
    aliases: source.aliases.map(({ name }) => name),
    ...page(sourcePagePath(source.name)),
    errors: source.mappings.map(errorEntry),
  }));
}

function errorEntry({ key, outcome, failure, evidence, provenance }: Source["mappings"][number]): Json {
  const [anchor] = mappingAnchors(key);
  return {
    anchor,
    outcome,
    ...(failure === undefined ? {} : { failure: failure.code }),
    ...(evidence === undefined ? {} : { evidence }),
    provenance,
  };
}

function failureEntry(failure: Failure): { readonly [key: string]: Json } {
  const { deprecated, retired } = failure;
  const replacedBy = (retired ?? deprecated)?.replacedBy;
  return {
    code: failure.code,
    name: failure.name,
    aliases: failure.aliases.map(({ name }) => name),
    category: failure.category.id,
    title: failure.title,
    retry: failure.retry,
    statuses: failure.statuses,
    lifecycle: lifecycleOf(failure),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}
