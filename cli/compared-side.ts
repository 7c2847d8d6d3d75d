import { type Configuration, configurationName, loadConfiguration } from "../core/configuration.ts";
import { defaultMaxFileSize, type RawFile } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { type Side, writtenSide } from "../core/evolution/side.ts";
import { lastRelease } from "../core/ledger/ledger.ts";
import { releasePath } from "../core/ledger/ledger-paths.ts";
import { readRelease } from "../core/ledger/read-release.ts";
import type { Surface } from "../core/ledger/release-document.ts";
import { type load, loadAgain, type SpecFiles } from "../core/load.ts";
import { noMemory } from "../core/memory.ts";
import { type Outcome, success } from "../core/outcome.ts";
import { folderOf, joined } from "../core/output-path.ts";
import { quoted } from "../core/quoted.ts";
import { type ProjectTree, projectTree } from "./host/git-tree.ts";
import type { Host } from "./host/host.ts";
import { filesIn, folderAt, type Reading, readAgain, readNamedFile, readProjectFile } from "./host/project-files.ts";
import { releaseMistakes } from "./ledger-proof.ts";
import type { Problem } from "./problem.ts";
import { readProjectLedger } from "./project-ledger.ts";
import { unreadable } from "./spec-files.ts";

/** The word for the last release of the ledger. */
export const released = "@released";

/** A catalog to compare with, and where it came from. */
export interface ComparedSide {
  readonly side: Side;
  /** The commit it was read from. */
  readonly tree: ProjectTree | undefined;
  /** The project's settings at that commit. */
  readonly settings: Configuration | undefined;
  /** What programs see of its artifacts, as its release says. */
  readonly surface: Surface | undefined;
}

/** What came of looking for a catalog. */
export type SideReading =
  | { readonly kind: "read"; readonly compared: ComparedSide }
  | { readonly kind: "mistakes"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "stopped"; readonly problem: Problem };

/** How a catalog is read that is not the project's own of today. */
const readingOfOthers = { published: true, keepsTexts: false, maxFileSize: Number.POSITIVE_INFINITY } as const;

/** The project that is asked, and its settings. */
export interface AskedProject {
  readonly root: string;
  readonly settings: Configuration;
}

/**
 * Finds the catalog that words of the command line name: `@released`; a file or folder, relative to where the command runs;
 * a revision of git; or a file in a revision, as `main:spec/failure-codes.json`.
 */
export function sideNamed(host: Host, project: AskedProject, words: string): SideReading {
  if (words === released) return releasedSide(host, project);
  const named = namedFile(host, words);
  if (named !== undefined) return sideOf(words, named);
  const colon = words.indexOf(":");
  const [revision, path] = colon === -1 ? [words, undefined] : [words.slice(0, colon), words.slice(colon + 1)];
  const treeAt = (name: string): ProjectTree | undefined =>
    projectTree(host.programs, project.root, name, path === undefined ? undefined : "");
  const local = treeAt(revision);
  // A CI that checks a change out has the branch that it is for as that of its remote alone.
  const tree = local ?? treeAt(`refs/remotes/origin/${revision}`);
  const title = local === undefined ? `origin/${words}` : words;
  if (tree === undefined) return { kind: "stopped", problem: nothingNamed(words) };
  const spec = path ?? configurationIn(tree, project.settings).spec;
  const settings = path === undefined ? configurationIn(tree, project.settings) : undefined;
  const files = specIn(tree, spec, settings);
  if (files === undefined) {
    const message = `There is no catalog ${quoted(spec)} at ${quoted(revision)}.`;
    return {
      kind: "stopped",
      problem: { message, hint: "Name another revision, or a file in one: main:spec/codes.json." },
    };
  }
  return sideOf(title, loadAgain(files, readingOfOthers, noMemory), tree, settings);
}

function sideOf(
  title: string,
  loaded: ReturnType<typeof load>,
  tree?: ProjectTree,
  settings?: Configuration,
): SideReading {
  if (!loaded.ok) return { kind: "mistakes", diagnostics: loaded.diagnostics };
  return { kind: "read", compared: { side: writtenSide(loaded.value, title), tree, settings, surface: undefined } };
}

function nothingNamed(words: string): Problem {
  return {
    message: `${quoted(words)} is neither a file or folder here nor a revision that git knows.`,
    hint: "Name a catalog, a branch, a tag or a commit; in CI, fetch the branch first (fetch-depth: 0).",
  };
}

function releasedSide(host: Host, { root, settings }: AskedProject): SideReading {
  const { ledger, diagnostics, problem } = readProjectLedger(host, { root, settings });
  if (problem !== undefined) return { kind: "stopped", problem };
  const last = ledger === undefined ? undefined : lastRelease(ledger);
  if (diagnostics.length > 0) return { kind: "mistakes", diagnostics };
  if (last === undefined) {
    const message = "Nothing was released yet, so there is nothing to compare with.";
    return {
      kind: "stopped",
      problem: { message, hint: "Name what to compare with, for example `failcodes diff main`." },
    };
  }
  const changed = releaseMistakes(host, { root, settings }, last);
  if (changed.length > 0) return { kind: "mistakes", diagnostics: changed };
  const path = releasePath(settings.spec, last.version);
  const reading = readProjectFile(host.files, root, path, Number.POSITIVE_INFINITY);
  // It was there a moment ago.
  if (reading.kind !== "read") return { kind: "stopped", problem: unreadable(path, "it is gone") };
  const outcome = readRelease(reading.raw, last.version);
  if (!outcome.ok) return { kind: "mistakes", diagnostics: outcome.diagnostics };
  return { kind: "read", compared: { ...outcome.value, tree: undefined, settings: undefined } };
}

/** The settings of a project at a commit; those of today where it had none, or none that can be read. */
function configurationIn(tree: ProjectTree, today: Configuration): Configuration {
  if (today.file === undefined) return today;
  const [raw] = tree.read([today.file.path]);
  const outcome: Outcome<Configuration> = raw === undefined ? success(today) : loadConfiguration(raw);
  return outcome.ok ? outcome.value : today;
}

type SpecFolders = Pick<Configuration, "locales" | "sources">;

function foldersBeside(spec: string): SpecFolders {
  return { locales: joined(folderOf(spec), "locales"), sources: joined(folderOf(spec), "sources") };
}

function specIn(tree: ProjectTree, spec: string, settings: SpecFolders = foldersBeside(spec)): SpecFiles | undefined {
  const inside = (folder: string): Iterable<RawFile> => {
    const depth = folder.split("/").length + 1;
    const isSpec = (path: string): boolean => path.endsWith(".json") && path.split("/").length === depth;
    return readableAgain(tree, tree.filesIn(folder).filter(isSpec));
  };
  const read = (): RawFile | undefined => [...readableAgain(tree, [spec])][0];
  let first = read();
  if (first === undefined) return undefined;
  return {
    // Handed over: whoever reads the catalog is the only one who has its bytes.
    get catalog() {
      const raw = first ?? read() ?? { path: spec, content: "" };
      first = undefined;
      return raw;
    },
    locales: inside(settings.locales),
    sources: inside(settings.sources),
  };
}

/** Length in bytes of a file from which on its text is not kept in memory: 256 KiB. */
const muchData = 256 * 1024;

/** As many bytes are asked of git at a time: few questions, and not all of a big spec at once. */
const atOnce = 4 * 1024 * 1024;

/** Files that can be read once more, as a commit does not change; small ones are kept. */
function* readableAgain(tree: ProjectTree, paths: readonly string[]): Iterable<RawFile> {
  for (const raw of tree.readInTurn(paths, atOnce)) {
    if (raw.content.length < muchData) yield { path: raw.path, content: raw.content };
    else yield raw;
  }
}

/** The catalog at a path of the command line: the file itself; a folder of a spec; or the folder of a project. */
function namedFile(host: Host, words: string): ReturnType<typeof load> | undefined {
  const at = (path: string): Reading => readableOnceMore(host, path);
  for (const { spec, locales, sources } of placesNamed(host, words)) {
    const catalog = at(spec);
    if (catalog.kind === "too-large") return { ok: false, diagnostics: [catalog.diagnostic] };
    if (catalog.kind !== "read") continue;
    function* inside(folder: string): Iterable<RawFile> {
      for (const name of filesIn(host.files, folderAt(host.cwd, folder), "", ".json", false)) {
        const file = at(joined(folder, name));
        if (file.kind === "read") yield file.raw;
      }
    }
    const files = { catalog: catalog.raw, locales: inside(locales), sources: inside(sources) };
    return loadAgain(files, readingOfOthers, noMemory);
  }
  return undefined;
}

/** A file of the command line whose text need not be kept. */
function readableOnceMore({ files, cwd }: Host, path: string): Reading {
  const stamp = files.stamp(folderAt(cwd, path))?.text;
  const reading = readNamedFile(files, cwd, path);
  if (reading.kind !== "read") return reading;
  const reread = (): string | Uint8Array => readAgain(files, cwd, path, defaultMaxFileSize, stamp);
  return { kind: "read", raw: { ...reading.raw, reread } };
}

type SpecPlaces = Pick<Configuration, "spec" | "locales" | "sources">;

/** Where the spec of a path may stand, the most likely place first. */
function placesNamed(host: Host, words: string): readonly SpecPlaces[] {
  const beside = (spec: string): SpecPlaces => ({ spec, ...foldersBeside(spec) });
  const kind = host.files.kind(folderAt(host.cwd, words));
  if (kind === undefined) return [];
  if (kind !== "folder") return [beside(words)];
  const configuration = readNamedFile(host.files, host.cwd, joined(words, configurationName));
  const outcome = configuration.kind === "read" ? loadConfiguration(configuration.raw) : undefined;
  const configured: SpecPlaces[] = [];
  if (outcome?.ok) {
    const { spec, locales, sources } = outcome.value;
    configured.push({ spec: joined(words, spec), locales: joined(words, locales), sources: joined(words, sources) });
  }
  return [
    ...configured,
    ...["failure-codes.json", "spec/failure-codes.json"].map((name) => beside(joined(words, name))),
  ];
}
