import { configurationName } from "../../core/configuration.ts";
import { ledgerPath } from "../../core/ledger/ledger-paths.ts";
import type { Memory } from "../../core/memory.ts";
import { joined } from "../../core/output-path.ts";
import { type Conclusion, conclude, type ExitCode, exitCodeOf } from "../conclusion.ts";
import type { Host } from "../host/host.ts";
import { isPattern, namedPages } from "../host/page-files.ts";
import { filesIn, type Reading, readProjectFile } from "../host/project-files.ts";
import type { Watch, WatchedPaths } from "../host/watch.ts";
import { digestOnce, watchedInputs } from "../host/watched-inputs.ts";
import { type GlobalOptions, readConfiguration } from "../pipeline.ts";
import { watchMemory } from "../watch-memory.ts";

/** What tells one build of a watch from another. */
export interface BuiltAgain {
  /** Counts builds from 0. */
  readonly generation: number;
  /** What the builds before left; undefined where a project is too large for that. */
  readonly memory: Memory | undefined;
  /** What is not as it was at the build before: paths in the project. Not given at the first. */
  readonly changed?: readonly string[];
}

/** Makes a build, in a world whose inputs stand still. `started` is the moment of the change, by `performance.now()`. */
export type Builder = (host: Host, builtAgain: BuiltAgain, started: number) => Promise<Conclusion>;

/** What is remembered takes about twenty times the place of the catalog, its locales and its sources. This many bytes of them: 64 MiB. */
const mostRemembered = 64 * 1024 * 1024;

/**
 * Builds, and builds again on every change of what a build reads, until somebody asks the process to end. `withPages` says
 * whether a build reads the pages that have blocks.
 */
export async function watch(
  world: Host,
  options: GlobalOptions,
  build: Builder,
  withPages: boolean,
): Promise<ExitCode> {
  const inputFiles = watchedInputs(world.files);
  const digests = digestOnce(world.digest);
  const host: Host = { ...world, files: inputFiles.files, digest: digests.digest };
  const { endProcess, interrupted, watchProject } = await import("../host/watch.ts");
  const changes = changeSignal();
  void interrupted().then(changes.end);
  let paths: WatchedPaths | undefined;
  let running: Watch | undefined;
  let seen: Inputs | undefined;
  let wasClean = false;
  let told = "";
  const memory = watchMemory();
  for (let generation = 0; ; ) {
    const started = performance.now();
    inputFiles.begin();
    digests.begin();
    // Before the build, so that nothing changes unseen between the two.
    const { root, next, pages, most } = watchedPaths(host, options, withPages, paths);
    if (JSON.stringify(next) !== JSON.stringify(paths)) {
      await running?.close();
      running = await watchProject(root, next, changes.signal);
      paths = next;
    }
    const read = inputsOf(host, root, next, most);
    if (generation > 0 && read.some(isHalfWritten) && (await changes.soon())) continue;
    const inputs = memory.recall("inputs", "", read, () => read);
    // One change of a file is several events, and some of them come late.
    if (inputs !== seen) {
      const changed = seen === undefined ? undefined : changedPaths(seen, inputs);
      const onlyPages = changed !== undefined && pages.size > 0 && changed.every((path) => pages.has(path));
      seen = inputs;
      const isRemembered = lengthOf(inputs) <= mostRemembered;
      const again = { generation, memory: isRemembered ? memory : undefined, ...(changed && { changed }) };
      const conclusion = await build(host, again, started);
      // Pages are written by the builds themselves, and are mostly somebody's own text.
      const isQuiet = onlyPages && wasClean && hasDoneNothing(conclusion);
      if (!isQuiet) {
        const { isClean, warnings } = warningsOf(conclusion);
        await conclude(host, options, { ...conclusion, compact: true, isToldAlready: isClean && warnings === told });
        told = warnings;
      }
      wasClean = exitCodeOf(conclusion) === 0;
      // One that stopped on the way did not ask for everything that is still of use.
      if (exitCodeOf(conclusion) === 0) memory.sweep();
      if (generation === 0) {
        if (conclusion.problem !== undefined) {
          await running?.close();
          return exitCodeOf(conclusion);
        }
        host.stderr.write("Watching for changes; Ctrl-C ends it.\n");
      }
      generation++;
    }
    if (!(await changes.next())) break;
  }
  await running?.close();
  return endProcess(0);
}

/** Everything that a build reads, as it is now: what came of reading each path. */
type Inputs = readonly (readonly [path: string, reading: Reading])[];

function inputsOf(host: Host, root: string, { files, folders }: WatchedPaths, most: number | undefined): Inputs {
  const inside = folders.flatMap((folder) =>
    // What editors put beside files for a moment is no input.
    [".json", ".hbs"]
      .flatMap((ending) => filesIn(host.files, root, folder, ending, true))
      .map((name) => joined(folder, name)),
  );
  return [...files, ...inside].map((path) => [path, readProjectFile(host.files, root, path, most)]);
}

function changedPaths(before: Inputs, now: Inputs): readonly string[] {
  const [known, left] = [new Map(before), new Map(now)];
  return [...new Set([...known.keys(), ...left.keys()])].filter(
    (path) => contentOf(known.get(path)) !== contentOf(left.get(path)),
  );
}

/** What was read; of a file that is what it was, the very same. */
function contentOf(reading: Reading | undefined): unknown {
  return reading?.kind === "read" ? reading.raw.content : reading?.kind;
}

function hasDoneNothing(conclusion: Conclusion): boolean {
  const { written, removed } = conclusion.document ?? {};
  return (
    exitCodeOf(conclusion) === 0 && [written, removed].every((paths) => Array.isArray(paths) && paths.length === 0)
  );
}

/** What a build warned of, wherever the lines are by now; and whether there is nothing worse. */
function warningsOf({ diagnostics = [] }: Conclusion): { readonly isClean: boolean; readonly warnings: string } {
  const isClean = diagnostics.every(({ severity }) => severity !== "error");
  const found = diagnostics.filter(({ severity }) => severity === "warning");
  return { isClean, warnings: JSON.stringify(found.map(({ code, at, message }) => [code, at.file.path, message])) };
}

/** Whether a file looks as one that somebody is writing at this moment: it is JSON that has no end, or a template that is empty. */
function isHalfWritten([path, reading]: Inputs[number]): boolean {
  if (reading.kind !== "read") return false;
  const { content } = reading.raw;
  if (path.endsWith(".hbs")) return content.length === 0;
  if (!path.endsWith(".json")) return false;
  return typeof content === "string" && !/\}\s*$/.test(content.slice(-tail));
}

/** What is looked at of a file's end, in UTF-16 units. */
const tail = 64;

/** How long the rest of a file that is being written may take, in milliseconds. */
const patience = 50;

/** In bytes. */
function lengthOf(inputs: Inputs): number {
  return inputs.reduce((sum, [, reading]) => sum + (reading.kind === "read" ? reading.raw.content.length : 0), 0);
}

/** What a build reads. Where the configuration has mistakes, what it said before is watched on. */
function watchedPaths(
  host: Host,
  options: GlobalOptions,
  withPages: boolean,
  before: WatchedPaths | undefined,
): {
  readonly root: string;
  readonly next: WatchedPaths;
  /** Those of the files that blocks are written into. */
  readonly pages: ReadonlySet<string>;
  readonly most?: number;
} {
  const read = readConfiguration(host, options);
  const { root } = read;
  const configuration = read.configuration ?? configurationName;
  if (read.kind === "stopped" || !read.outcome.ok) {
    return {
      root,
      next: before ?? { files: [configuration], folders: [], patterns: [], output: "" },
      pages: new Set(),
    };
  }
  const { spec, locales, sources, templates, targets, output, maxFileSize: most } = read.outcome.value;
  const inject = withPages ? read.outcome.value.inject : [];
  const modules = targets.flatMap((target) => (target.kind === "custom" ? [target.module] : []));
  const pages = inject.flatMap((entry) => {
    const found = namedPages(host.files, root, output, entry);
    return found.kind === "pages" ? found.paths : isPattern(entry) ? [] : [entry];
  });
  return {
    root,
    next: {
      files: [configuration, spec, ledgerPath(spec), ...modules, ...pages],
      folders: [locales, sources, templates],
      patterns: inject.filter(isPattern),
      output,
    },
    pages: new Set(pages),
    most,
  };
}

interface ChangeSignal {
  readonly signal: () => void;
  readonly end: () => void;
  /** Resolves with true when there was a change since the last call, with false at the end. */
  readonly next: () => Promise<boolean>;
  /** Resolves with true at the next change, with false where there is none for a moment. */
  readonly soon: () => Promise<boolean>;
}

function changeSignal(): ChangeSignal {
  let changed = false;
  let over = false;
  let wake = (): void => undefined;
  const woken = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  return {
    signal: () => {
      changed = true;
      wake();
    },
    end: () => {
      over = true;
      wake();
    },
    next: async () => {
      if (!changed && !over) await woken();
      // One change of a file is several events: those that are there already are taken together.
      await new Promise((resolve) => setImmediate(resolve));
      changed = false;
      return !over;
    },
    soon: async () => {
      if (!changed && !over) {
        const timer = setTimeout(() => wake(), patience);
        await woken();
        clearTimeout(timer);
      }
      const isChanged = changed;
      changed = false;
      return isChanged;
    },
  };
}
