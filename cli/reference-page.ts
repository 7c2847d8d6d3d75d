import type { Code, MappingKey } from "../core/catalog.ts";
import type { Configuration } from "../core/configuration.ts";
import { codePagePath, pageUrl, sourcePagePath } from "../core/page-address.ts";
import { mappingAnchors } from "../core/sources/mapping-anchor.ts";

/** Where the reference page of a code is published, or which file it is; undefined in a project without pages. */
export function codePage(configuration: Configuration, code: Code): string | undefined {
  return pageAt(configuration, codePagePath(code));
}

/** The same for a source, or for one of its errors. */
export function sourcePage(configuration: Configuration, name: string, key?: MappingKey): string | undefined {
  const page = pageAt(configuration, sourcePagePath(name));
  return page === undefined || key === undefined ? page : `${page}#${mappingAnchors(key)[0]}`;
}

function pageAt({ targets, baseUrl, output }: Configuration, path: string): string | undefined {
  if (!targets.some(({ id }) => id === "docs")) return undefined;
  return baseUrl === undefined ? `${output}/docs/${path}` : pageUrl(baseUrl, path);
}
