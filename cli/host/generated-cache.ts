import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ignored, ignoreNothing } from "../../core/ignore-pattern.ts";
import { ledgerPath } from "../../core/ledger/ledger-paths.ts";
import { fingerprint } from "./fingerprint.ts";
import { isSystemError } from "./system-error.ts";

/** Where a project has what, as far as the answer depends on it. */
export interface CachedPlaces {
  readonly spec: string;
  readonly locales: string;
  readonly sources: string;
  readonly templates: string;
  readonly output: string;
  readonly ignore: readonly string[];
}

/** What the last clean run printed; or what has to be known to remember this one. */
export type CacheAnswer =
  | { readonly kind: "unchanged"; readonly printed: string }
  | { readonly kind: "unknown"; readonly question: CacheQuestion | undefined };

/** What is remembered with a run. */
export interface CacheQuestion {
  readonly root: string;
  readonly places: CachedPlaces;
  /** Digest of our own code. */
  readonly build: string;
  /** Everything else that a run's words depend on. */
  readonly key: string;
  /** The secret that fingerprints are made with. */
  readonly secret: string;
  /** Fingerprint of everything that is read, made before it was read. */
  readonly inputs: string;
}

interface CacheRecord {
  readonly build: string;
  readonly key: string;
  readonly secret: string;
  readonly inputs: string;
  readonly outputs: string;
  readonly printed: string;
}

/** What the name of a record begins with while it is written. */
export const temporaryCachePrefix = "cache-";

const configurationName = "failcodes.config.json";

/**
 * Asks whether a run in a folder has anything to do, before any other part of failcodes is loaded. No time stamp is trusted:
 * everything that goes into a run, and everything that came out of it, is read whole and compared by its fingerprint with
 * the last run that ended clean; only the generating is left out. `build` is "" where the code is not built, and nothing is remembered.
 */
export function askCache(root: string, build: string, key: string): CacheAnswer {
  const places = build === "" ? undefined : placesIn(root);
  if (places === undefined) return { kind: "unknown", question: undefined };
  const record = recordIn(root, places);
  const secret = record?.secret ?? randomBytes(16).toString("hex");
  const inputs = inputsPrint(root, places, secret);
  if (inputs === undefined) return { kind: "unknown", question: undefined };
  const isSame = record?.build === build && record.key === key && record.inputs === inputs;
  if (isSame && !isInterrupted(root, places) && record.outputs === outputsPrint(root, places, secret)) {
    return { kind: "unchanged", printed: record.printed };
  }
  return { kind: "unknown", question: { root, places, build, key, secret, inputs } };
}

/** Remembers a run that ended clean, unless something was edited while it ran. `places` are those that it really used. */
export function rememberRun(question: CacheQuestion, places: CachedPlaces, printed: string): void {
  const { root, build, key, secret, inputs } = question;
  if (stamp(places) !== stamp(question.places) || inputsPrint(root, places, secret) !== inputs) return;
  const outputs = outputsPrint(root, places, secret);
  if (outputs === undefined) return;
  const record: CacheRecord = { build, key, secret, inputs, outputs, printed };
  const folder = stateFolder(root, places);
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${temporaryCachePrefix}${process.pid}`);
  writeFileSync(temporary, JSON.stringify(record));
  renameSync(temporary, join(folder, "cache.json"));
}

function stamp({ spec, locales, sources, templates, output, ignore }: CachedPlaces): string {
  return JSON.stringify([spec, locales, sources, templates, output, ignore]);
}

function stateFolder(root: string, { output }: CachedPlaces): string {
  return join(root, output, ".failcodes");
}

/** Reads of the configuration what is needed here. Undefined where it takes more than that to read it. */
function placesIn(root: string): CachedPlaces | undefined {
  let written: { readonly [name: string]: unknown } = {};
  try {
    written = JSON.parse(readFileSync(join(root, configurationName), "utf8"));
  } catch (problem) {
    if (!isSystemError(problem, "ENOENT", "ENOTDIR")) return undefined;
  }
  if (typeof written !== "object" || written === null) return undefined;
  const { spec = "spec/failure-codes.json", output = "generated", ignore = [], targets = {} } = written;
  // Pages lie anywhere, and what fits a pattern takes a look at all folders.
  if ("inject" in written) return undefined;
  if (typeof spec !== "string" || typeof output !== "string" || !Array.isArray(ignore)) return undefined;
  if (ignore.some((pattern) => typeof pattern !== "string")) return undefined;
  const folder = spec.includes("/") ? spec.slice(0, spec.lastIndexOf("/") + 1) : "";
  const { locales = `${folder}locales`, sources = `${folder}sources`, templates = `${folder}templates` } = written;
  if (typeof locales !== "string" || typeof sources !== "string" || typeof templates !== "string") return undefined;
  // What a module of the project imports cannot be known without loading it.
  const isOwn = (target: unknown): boolean => typeof target === "object" && target !== null && "module" in target;
  if (typeof targets !== "object" || targets === null || Object.values(targets).some(isOwn)) return undefined;
  return { spec, locales, sources, templates, output, ignore };
}

function recordIn(root: string, places: CachedPlaces): CacheRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(join(stateFolder(root, places), "cache.json"), "utf8")) as CacheRecord;
    const { build, key, secret, inputs, outputs, printed } = record;
    const isWhole = [build, key, inputs, outputs, printed].every((member) => typeof member === "string");
    return isWhole && /^[0-9a-f]{32}$/.test(secret) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** A run that was killed left the record of what it was about to write. */
function isInterrupted(root: string, places: CachedPlaces): boolean {
  try {
    return readdirSync(join(stateFolder(root, places), "intent")).length > 0;
  } catch (problem) {
    return !isSystemError(problem, "ENOENT", "ENOTDIR");
  }
}

function inputsPrint(root: string, places: CachedPlaces, secret: string): string | undefined {
  return fingerprint(secret, (trees) => {
    trees.file(join(root, configurationName));
    trees.file(join(root, places.spec));
    trees.file(join(root, ledgerPath(places.spec)));
    trees.folder(join(root, places.locales), "", ignoreNothing);
    trees.folder(join(root, places.sources), "", ignoreNothing);
    trees.folder(join(root, places.templates), "", ignoreNothing);
  });
}

function outputsPrint(root: string, { output, ignore }: CachedPlaces, secret: string): string | undefined {
  const isIgnored = ignored(ignore);
  const state = `${output}/.failcodes`;
  return fingerprint(secret, (trees) => {
    trees.folder(join(root, output), output, (path) => path === state || isIgnored(path));
  });
}
