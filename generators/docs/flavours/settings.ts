import type { FlavourId } from "./flavour.ts";

/** Options of the target docs, with every default filled in. */
export interface DocsSettings {
  readonly flavour: FlavourId;
  readonly path: string;
  readonly redirects: { readonly [from: string]: string };
  readonly names: boolean;
}
