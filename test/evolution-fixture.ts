import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../cli/host/digest.ts";
import type { Catalog, Code, Origin } from "../core/catalog.ts";
import type { Change } from "../core/evolution/change.ts";
import { type Circumstances, compareCatalogs } from "../core/evolution/compare-catalogs.ts";
import type { JudgedMeaning } from "../core/evolution/meaning.ts";
import type { PastFailure } from "../core/evolution/past.ts";
import { writtenSide } from "../core/evolution/side.ts";
import { surfaceOf } from "../core/evolution/surface.ts";
import { locate } from "../core/json.ts";
import { load } from "../core/load.ts";
import { place, plainReport } from "../core/report/plain.ts";
import { fixtures } from "./catalog-fixture.ts";

type JsonObject = { [key: string]: unknown };

/** Merge patches (RFC 7396), one after the other, in which lists of entries are objects by code or id. */
type Patches = JsonObject | readonly JsonObject[];

/** What is done to the common catalog to get the base, and what to the base to get the head. */
interface Edits {
  readonly base?: Patches;
  readonly head?: Patches;
  /** The same for the locales and sources beside the catalog; without it there are none. */
  readonly files?: { readonly base?: Patches; readonly head?: Patches };
  /** Declaration files of two packages, by path. */
  readonly packages?: { readonly base: PackageFiles; readonly head: PackageFiles };
  readonly meanings?: readonly JudgedMeaning[];
  readonly past?: { readonly failures?: readonly PastFailure[]; readonly deprecated?: readonly Code[] };
}

type PackageFiles = { readonly [path: string]: unknown };

/** The folder of pairs of catalogs. */
export const evolutionFolder = join(fixtures, "evolution");

/** The names of all pairs. */
export const evolutionCases: readonly string[] = readdirSync(evolutionFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const common = readFileSync(join(evolutionFolder, "base.json"), "utf8");

/** The locales and sources beside the common catalog. */
const commonFiles = JSON.parse(readFileSync(join(evolutionFolder, "files.json"), "utf8")) as SpecPatch;

/** Locales and sources by a name of the fixture, which they keep whatever they are called; mappings by their names. */
interface SpecPatch {
  readonly locales: { readonly [name: string]: JsonObject };
  readonly sources: { readonly [name: string]: JsonObject };
}

/** Lists whose entries are told apart by a property. */
const keys: Readonly<Record<string, string>> = { failures: "code", reserved: "code", categories: "id", statuses: "id" };

/** The common catalog, or another one, with patches applied to it, as text. */
export function patchedText(patches: Patches, text: string = common): string {
  const catalog = JSON.parse(text) as JsonObject;
  for (const [list, key] of Object.entries(keys)) {
    const entries = (catalog[list] ?? []) as readonly JsonObject[];
    catalog[list] = Object.fromEntries(entries.map((entry) => [String(entry[key]), entry]));
  }
  const patched = [patches].flat().reduce<JsonObject>((value, patch) => merged(value, patch) as JsonObject, catalog);
  for (const list of Object.keys(keys)) patched[list] = Object.values(patched[list] as JsonObject);
  return `${JSON.stringify(patched, undefined, 2)}\n`;
}

function patchedFiles(patches: Patches, files: SpecPatch): SpecPatch {
  return [patches].flat().reduce<JsonObject>((value, patch) => merged(value, patch) as JsonObject, {
    ...files,
  }) as unknown as SpecPatch;
}

function merged(value: unknown, patch: unknown): unknown {
  if (typeof patch !== "object" || patch === null || Array.isArray(patch)) return patch;
  const result: JsonObject = typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  for (const [key, inner] of Object.entries(patch)) {
    if (inner === null) delete result[key];
    else result[key] = merged(result[key], inner);
  }
  return result;
}

/** The common catalog with all of its locales and sources. */
export function wholeCatalog(): Catalog {
  return catalogOf(common, "spec.json", commonFiles);
}

/** The catalog that a text describes; throws the report where it has mistakes. */
export function catalogOf(
  text: string,
  path = "spec.json",
  { locales, sources }: SpecPatch = { locales: {}, sources: {} },
): Catalog {
  const raw = (name: unknown, folder: string, value: JsonObject) => {
    return { path: path.replace(".json", `/${folder}/${name}.json`), content: JSON.stringify(value, undefined, 2) };
  };
  const outcome = load({
    catalog: { path, content: text },
    locales: Object.values(locales).map((one) => raw(one["locale"], "locales", one)),
    sources: Object.values(sources).map((one) => {
      return raw(one["name"], "sources", { ...one, mappings: Object.values(one["mappings"] as JsonObject) });
    }),
  });
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}

/** What differs between two catalogs. */
export function changesBetween(base: Catalog, head: Catalog, more: Partial<Circumstances> = {}): readonly Change[] {
  return compareCatalogs(writtenSide(base, "base"), writtenSide(head, "head"), { digest: sha256, ...more });
}

/** The two catalogs of a case. */
export function catalogsOf(name: string): { readonly base: Catalog; readonly head: Catalog } {
  const { base = {}, head = {}, files } = editsOf(name);
  const before = patchedText(base);
  const after = patchedText(head, before);
  if (files === undefined) return { base: catalogOf(before, "base.json"), head: catalogOf(after, "head.json") };
  const earlier = patchedFiles(files.base ?? {}, commonFiles);
  const later = patchedFiles(files.head ?? {}, earlier);
  return { base: catalogOf(before, "base.json", earlier), head: catalogOf(after, "head.json", later) };
}

/** What differs between the two catalogs of a case. */
export function changesOf(name: string): readonly Change[] {
  const { base, head } = catalogsOf(name);
  const { meanings = [], past: { failures = [], deprecated = [] } = {}, packages } = editsOf(name);
  const past = {
    byCode: new Map(failures.map((failure) => [failure.code, failure])),
    byName: new Map(failures.map((failure) => [failure.name, failure])),
    deprecated: new Set(deprecated),
  };
  return changesBetween(base, head, { meanings, past, surfaces: surfacesOf(packages) });
}

function surfacesOf(packages: Edits["packages"]): Circumstances["surfaces"] {
  if (packages === undefined) return undefined;
  const [base, head] = [packages.base, packages.head].map((files) => {
    return surfaceOf((path) => {
      const file = files[path];
      if (Array.isArray(file)) return `${file.join("\n")}\n`;
      return file === undefined ? undefined : JSON.stringify(file);
    });
  });
  return base === undefined || head === undefined ? undefined : { base, head };
}

function editsOf(name: string): Edits {
  return JSON.parse(readFileSync(join(evolutionFolder, name, "edits.json"), "utf8")) as Edits;
}

/** Changes as the expected files of the cases write them. */
export function changesText(changes: readonly Change[]): string {
  let text = "";
  for (const { severity, step, levels, fingerprint, base, head, message, hint } of changes) {
    text += `${severity} ${step} ${levels.join("+")} ${fingerprint}\n`;
    text += `  ${placeText(base)} -> ${placeText(head)}\n  ${message}\n  hint: ${hint}\n`;
  }
  return text;
}

function placeText(origin: Origin | undefined): string {
  return origin === undefined ? "nowhere" : place(locate(origin.file, origin.path));
}
