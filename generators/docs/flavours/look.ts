import type { Catalog } from "../../../core/catalog.ts";
import { generatedHeader } from "../../../core/generated-header.ts";
import type { CodeHistory } from "../../../core/ledger/code-history.ts";
import { addressInLink } from "../../../core/page-address.ts";
import { pageRedirects, type Redirect } from "../../../core/page-redirects.ts";
import { below, type Flavour, type Site } from "./flavour.ts";
import { flavours } from "./flavours.ts";
import { navigationOf } from "./navigation.ts";
import type { DocsSettings } from "./settings.ts";

/** How pages are written: the flavour, and what the project says of it. Equal settings are the same look. */
export interface Look {
  readonly flavour: Flavour;
  readonly settings: DocsSettings;
}

/** The look that settings ask for. */
export function lookOf(settings: DocsSettings): Look {
  return { flavour: flavours[settings.flavour], settings };
}

/** The old addresses of pages. Where a page is left behind for each, aliases of sources count only if names are asked for. */
export function redirectsOf(catalog: Catalog, { settings }: Look, history: CodeHistory): readonly Redirect[] {
  const { flavour, names, redirects: written } = settings;
  return pageRedirects(catalog, { written, names, sources: names || flavour !== "github" }, history);
}

/** What the files beside the pages are made from. */
export function siteOf(
  catalog: Catalog,
  { flavour: { unfit }, settings: { path } }: Look,
  baseUrl: string | undefined,
  redirects: readonly Redirect[],
): Site {
  const root = baseUrl === undefined ? below("/", "") + path : addressInLink(new URL(baseUrl).pathname);
  return {
    header: generatedHeader(catalog).map((line) => line.replace(/[\n\r\u2028\u2029]/g, " ")),
    path,
    root: root.replace(/\/+$/, ""),
    navigation: navigationOf(catalog, unfit),
    redirects,
  };
}
