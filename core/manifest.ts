import type { Digests, Inputs } from "./drift/inputs.ts";

/** What a target's folder says of itself: which inputs its files were made from, and the digest of each. No clock, no machine. */
export interface Manifest {
  readonly target: string;
  /** The folder of the project that the files stand in, where it is not the manifest's own. */
  readonly folder: string | undefined;
  readonly inputs: Inputs;
  /** By path inside the folder. */
  readonly files: Digests;
  /** Files of an earlier run that somebody changed, so that they were not removed, with the digest they had. */
  readonly left: Digests;
  /** Planned paths whose file nobody can tell the origin of, so that it was left alone. */
  readonly unknown: readonly string[];
}

/** The bytes of a manifest. Names are sorted; the parts that are nearly always empty are only there when they are not. */
export function manifestText(manifest: Manifest): string {
  const members = [
    `"manifest": 1`,
    `"target": ${JSON.stringify(manifest.target)}`,
    ...(manifest.folder === undefined ? [] : [`"folder": ${JSON.stringify(manifest.folder)}`]),
    inputsText(manifest.inputs),
    `"files": ${digestsText(manifest.files)}`,
    ...(manifest.left.size === 0 ? [] : [`"left": ${digestsText(manifest.left)}`]),
    ...(manifest.unknown.length === 0 ? [] : [`"unknown": ${JSON.stringify([...manifest.unknown].sort())}`]),
  ];
  return `{\n  ${members.join(",\n  ")}\n}\n`;
}

/** The members of a manifest that tell its inputs. */
export function inputsText(inputs: Inputs): string {
  const { name, version, digest } = inputs.catalog;
  return [
    `"generator": { "name": "failcodes", "version": ${JSON.stringify(inputs.generator)} }`,
    `"catalog": { "name": ${JSON.stringify(name)}, "version": ${JSON.stringify(version)}, "sha256": ${JSON.stringify(digest)} }`,
    `"locales": ${digestsText(inputs.locales)}`,
    ...(inputs.sources.size === 0 ? [] : [`"sources": ${digestsText(inputs.sources)}`]),
    `"ledger": ${JSON.stringify(inputs.ledger)}`,
    `"options": ${digestsText(inputs.options)}`,
    `"templates": ${digestsText(inputs.templates)}`,
    ...(inputs.modules.size === 0 ? [] : [`"modules": ${digestsText(inputs.modules)}`]),
  ].join(",\n  ");
}

function digestsText(digests: Digests): string {
  if (digests.size === 0) return "{}";
  const lines = [...digests.keys()]
    .sort()
    .map((name) => `    ${JSON.stringify(name)}: ${JSON.stringify(digests.get(name))}`);
  return `{\n${lines.join(",\n")}\n  }`;
}

/**
 * What a file in a manifest's place is: ours; ours once, but no longer whole (conflict markers, a cut); or somebody
 * else's. An empty file is nobody's loss and counts as broken.
 */
export type ManifestReading =
  | { readonly state: "ours"; readonly manifest: Manifest }
  | { readonly state: "broken" }
  | { readonly state: "foreign" };

/** Reads a file in a manifest's place. */
export function readManifest(bytes: Uint8Array): ManifestReading {
  const text = new TextDecoder().decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text.trim() === "" || looksLikeOurs(text) ? { state: "broken" } : { state: "foreign" };
  }
  const manifest = manifestOf(value);
  if (manifest !== undefined) return { state: "ours", manifest };
  return looksLikeOurs(text) ? { state: "broken" } : { state: "foreign" };
}

function looksLikeOurs(text: string): boolean {
  return text.includes(`"generator": { "name": "failcodes"`) || text.includes(`"manifest": 1`);
}

/** An object of parsed JSON. */
export type JsonObject = { readonly [key: string]: unknown };

function manifestOf(value: unknown): Manifest | undefined {
  if (!isObject(value) || value["manifest"] !== 1) return undefined;
  const { target, folder, unknown = [] } = value;
  const inputs = inputsOf(value);
  const files = readDigests(value["files"]);
  const left = readDigests(value["left"] ?? {});
  if (typeof target !== "string" || (folder !== undefined && typeof folder !== "string")) return undefined;
  if (!Array.isArray(unknown) || inputs === undefined || files === undefined || left === undefined) return undefined;
  return { target, folder, inputs, files, left, unknown: unknown.filter((path) => typeof path === "string") };
}

/** The inputs that a manifest, or the record of a running write, holds; undefined where it is not whole. */
export function inputsOf(value: JsonObject): Inputs | undefined {
  const { generator, catalog, ledger } = value;
  if (!isObject(generator) || !isObject(catalog)) return undefined;
  const { version: generatorVersion } = generator;
  const { name, version, sha256 } = catalog;
  const locales = readDigests(value["locales"]);
  const sources = readDigests(value["sources"] ?? {});
  const options = readDigests(value["options"]);
  const templates = readDigests(value["templates"]);
  const modules = readDigests(value["modules"] ?? {});
  if (typeof generatorVersion !== "string" || typeof name !== "string") return undefined;
  if (typeof version !== "string" || typeof sha256 !== "string") return undefined;
  if (ledger !== null && typeof ledger !== "string") return undefined;
  if (locales === undefined || sources === undefined || options === undefined) return undefined;
  if (templates === undefined || modules === undefined) return undefined;
  const catalogInput = { name, version, digest: sha256 };
  return { generator: generatorVersion, catalog: catalogInput, locales, sources, ledger, options, templates, modules };
}

/** Reads a table of digests; undefined where it is something else. */
export function readDigests(value: unknown): Digests | undefined {
  if (!isObject(value)) return undefined;
  const digests = new Map<string, string>();
  for (const [name, digest] of Object.entries(value)) {
    if (typeof digest !== "string") return undefined;
    digests.set(name, digest);
  }
  return digests;
}

/** Whether a parsed value is an object, and no array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
