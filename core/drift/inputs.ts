/** Everything that the artifacts of a target depend on: versions, and a digest of each thing that may change. */
export interface Inputs {
  /** Version of failcodes. */
  readonly generator: string;
  readonly catalog: CatalogInput;
  /** By tag; the default locale is part of the catalog. */
  readonly locales: Digests;
  /** By name; what a source inherits belongs to the other one. */
  readonly sources: Digests;
  /** Head of the ledger of releases; null where the catalog has none. */
  readonly ledger: string | null;
  readonly options: Digests;
  /** The templates that users put in place of ours, by name. */
  readonly templates: Digests;
  /** The modules that make a custom target, by path; empty for our own targets. */
  readonly modules: Digests;
}

/** Digests by name. */
export type Digests = ReadonlyMap<string, string>;

/** The resolved catalog, as an input. */
export interface CatalogInput {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
}

/** An input that is not what it was when a file was generated. Versions are there where they differ. */
export type Cause =
  | { readonly input: "catalog"; readonly from?: string; readonly to?: string }
  | { readonly input: "generator"; readonly from?: string; readonly to?: string }
  | { readonly input: "ledger" }
  /** Of a block: what its marker asks for, or where it stands. */
  | { readonly input: "marker" }
  | { readonly input: "indentation" }
  | { readonly input: "locale" | "source" | "option" | "template" | "module"; readonly name: string };

/** Every input that changed, in a fixed order. Empty where all are what they were. */
export function changedInputs(before: Inputs, now: Inputs): readonly Cause[] {
  const causes: Cause[] = [];
  if (before.catalog.digest !== now.catalog.digest) {
    causes.push({ input: "catalog", ...versions(before.catalog.version, now.catalog.version) });
  }
  for (const name of changedNames(before.locales, now.locales)) causes.push({ input: "locale", name });
  for (const name of changedNames(before.sources, now.sources)) causes.push({ input: "source", name });
  for (const name of changedNames(before.options, now.options)) causes.push({ input: "option", name });
  for (const name of changedNames(before.templates, now.templates)) causes.push({ input: "template", name });
  for (const name of changedNames(before.modules, now.modules)) causes.push({ input: "module", name });
  if (before.ledger !== now.ledger) causes.push({ input: "ledger" });
  if (before.generator !== now.generator) {
    causes.push({ input: "generator", ...versions(before.generator, now.generator) });
  }
  return causes;
}

function versions(from: string, to: string): { from?: string; to?: string } {
  return from === to ? {} : { from, to };
}

function changedNames(before: Digests, now: Digests): readonly string[] {
  const names = new Set([...before.keys(), ...now.keys()]);
  return [...names].filter((name) => before.get(name) !== now.get(name)).sort();
}
