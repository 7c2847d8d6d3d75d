import { type Catalog, type Locale, messageParts } from "./catalog.ts";
import { catalogText } from "./catalog-document.ts";
import type { Digest } from "./digest.ts";
import type { Digests, Inputs } from "./drift/inputs.ts";
import { type Memory, noMemory } from "./memory.ts";
import type { PlacedTarget } from "./placement.ts";
import { ownMappings, sourceDocument } from "./source-document.ts";
import { stableJson } from "./stable-json.ts";
import type { Json, Kit } from "./target.ts";

/** The inputs that all targets share. */
export type CatalogInputs = Pick<Inputs, "catalog" | "locales" | "sources">;

/** The inputs that are known without a look at the catalog's texts. */
export type QuickInputs = Omit<Inputs, "catalog" | "locales" | "sources"> & {
  readonly catalog: Omit<Inputs["catalog"], "digest">;
};

/**
 * Digests of the resolved model, so that the order in which entries are written does not count. The catalog's is that of
 * `stableJson(catalogDocument(catalog))`, the bytes of the catalog that the npm package carries.
 */
export function catalogInputs(catalog: Catalog, digest: Digest, memory: Memory = noMemory): CatalogInputs {
  const locales = new Map<string, string>();
  // Nothing else of the catalog is in a locale's texts.
  const names = memory.recall(
    "names",
    "",
    catalog.failures.map(({ name }) => name),
    () => Symbol("names"),
  );
  for (const locale of catalog.locales) {
    if (locale.tag === catalog.defaultLocale) continue;
    const make = (): string => digest(localeText(catalog, locale));
    locales.set(locale.tag, memory.recall("locale digest", locale.tag, [names, locale], make));
  }
  const { name, version } = catalog;
  const sources = sourceDigests(catalog, digest, memory);
  return { catalog: { name, version, digest: digest(catalogText(catalog, memory)) }, locales, sources };
}

function sourceDigests({ sources }: Catalog, digest: Digest, memory: Memory): Digests {
  const digests = new Map<string, string>();
  for (const source of sources) {
    const make = (): string => digest(stableJson(sourceDocument(source)));
    // Of the catalog, the advice of failures alone is in it.
    const advice = ownMappings(source).map(({ failure }) => failure?.retry);
    digests.set(source.name, memory.recall("source digest", source.name, [source.file, advice], make));
  }
  return digests;
}

/** All texts of a locale, in the order of the catalog's codes: one list, which takes half the time of a table of names. */
function localeText({ failures }: Catalog, locale: Locale): string {
  const texts = locale.messages();
  const all: (string | null)[] = [locale.tag];
  for (const { name } of failures) {
    const written = texts.get(name);
    if (written === undefined) continue;
    all.push(name);
    for (const part of messageParts) all.push(written[part] ?? null);
  }
  return JSON.stringify(all);
}

/** The inputs of one target, and the versions. */
export function targetInputs(
  catalog: Catalog,
  { target, folder, modules }: PlacedTarget,
  kit: Kit,
  digest: Digest,
  ledger: string | undefined,
): QuickInputs {
  return {
    generator: kit.generatorVersion,
    catalog: { name: catalog.name, version: catalog.version },
    ledger: ledger ?? null,
    options: optionDigests(target.options, { baseUrl: kit.baseUrl, folder }, digest),
    templates: templateDigests(target.templates, kit.templates, digest),
    modules: modules ?? new Map(),
  };
}

/** `settings` stand beside a target's options in the configuration, and count as such. */
function optionDigests(options: Json, settings: Readonly<Record<string, string | undefined>>, digest: Digest): Digests {
  const digests = new Map<string, string>();
  const isTable = typeof options === "object" && options !== null && !Array.isArray(options);
  for (const [name, value] of isTable ? Object.entries(options) : [["options", options] as const]) {
    if (value !== undefined) digests.set(name, digest(stableJson(ordered(value))));
  }
  for (const [name, value] of Object.entries(settings)) {
    if (value !== undefined) digests.set(name, digest(stableJson([digests.get(name) ?? null, value])));
  }
  return digests;
}

/** Tables as sorted lists, so that the order in which options are written does not count. */
function ordered(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(ordered);
  const table = value as { readonly [key: string]: Json };
  return Object.keys(table)
    .sort()
    .map((key) => [key, ordered(table[key] ?? null)]);
}

/** Of the user's files that take the place of templates, and of what lies beside them: partials that those may call. */
function templateDigests(names: readonly string[], templates: Kit["templates"], digest: Digest): Digests {
  const known = new Set(names);
  const folders = new Set(names.map((name) => name.slice(0, name.indexOf("/") + 1)));
  folders.delete("");
  const digests = new Map<string, string>();
  for (const [name, file] of templates) {
    const isInside = folders.has(name.slice(0, name.indexOf("/") + 1));
    if (isInside || known.has(name)) digests.set(name, digest(file.text));
  }
  return digests;
}
