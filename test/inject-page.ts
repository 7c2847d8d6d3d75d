import type { Catalog } from "../core/catalog.ts";
import { decode } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { instability, mendedPage, plannedBlock } from "../core/inject/block-plan.ts";
import { type Page, readPage } from "../core/inject/page-blocks.ts";
import { blockBody } from "../generators/inject/block-body.ts";
import type { ReferencePlaces } from "../generators/inject/page-links.ts";

/** Where the reference pages of a project lie that says nothing of them. */
export const defaultPlaces: ReferencePlaces = { folder: "generated/docs", baseUrl: undefined };

/** A page with its blocks as the catalog gives them; undefined where it has mistakes. */
export interface InjectedPage {
  readonly page: Page;
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the blocks of a page in memory. */
export function injectedPage(
  catalog: Catalog,
  path: string,
  content: string | Uint8Array,
  places: ReferencePlaces = defaultPlaces,
): InjectedPage {
  const { file, diagnostics: decoding } = decode({ path, content });
  const { page, problems } = readPage(file, decoding.length > 0 ? "\uFEFF" : "");
  const bodies = page.blocks.map((block) => ({ block, body: blockBody(catalog, page, block, places) }));
  const diagnostics = [...problems, ...bodies.flatMap(({ body }) => body.diagnostics)];
  if (diagnostics.some(({ severity }) => severity === "error")) return { page, text: undefined, diagnostics };
  const planned = bodies.flatMap(({ block, body }) => (body.ok ? [plannedBlock(page, block, body.value)] : []));
  const problem = instability(page, planned);
  if (problem !== undefined) return { page, text: undefined, diagnostics: [...diagnostics, problem] };
  return { page, text: mendedPage(page, planned), diagnostics };
}
