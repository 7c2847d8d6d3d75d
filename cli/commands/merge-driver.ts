import type { Code } from "../../core/catalog.ts";
import { type CatalogMerge, type CatalogTexts, mergeCatalogs } from "../../core/catalog-merge/merge-catalogs.ts";
import type { Renumbered } from "../../core/catalog-merge/renumbering.ts";
import { loadConfiguration } from "../../core/configuration.ts";
import { folderOf } from "../../core/output-path.ts";
import { quoted } from "../../core/quoted.ts";
import { type Conclusion, conclude, type ExitCode, exitCodeOf } from "../conclusion.ts";
import { type LineMerge, type MergeFiles, mergeLines, mergeTexts } from "../host/git-merge-file.ts";
import { filesOfSide } from "../host/git-sides.ts";
import type { Host } from "../host/host.ts";
import { absolutePath, folderAt, projectPath } from "../host/project-files.ts";
import { replaceFile } from "../host/replace-file.ts";
import { type MappingToChange, type MergeReport, mergeDocument, mergeLinesText } from "../merge-text.ts";
import { catalogsElsewhere, ledgersElsewhere } from "../occupied-codes.ts";
import { type GlobalOptions, readConfiguration } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { readProjectLedger } from "../project-ledger.ts";

/** Options of `merge-driver`, as git fills them in. */
export interface MergeDriverOptions extends GlobalOptions {
  /** %O, %A and %B: files with the version that both come from, ours and theirs. The result goes into ours. */
  readonly files: MergeFiles;
  /** %P: where the file lies in the repository. */
  readonly path: string;
  /** %L. */
  readonly markerSize?: number;
}

const command = "merge-driver";

/** Merges a catalog for git: 0 where that is done, 1 where something is left to its reader. */
export async function mergeDriver(host: Host, options: MergeDriverOptions): Promise<ExitCode> {
  const report = merge(host, options);
  if ("message" in report) return conclude(host, options, { command, problem: report });
  const conclusion: Conclusion = { command, found: report.isLeft, document: { merge: mergeDocument(report) } };
  if (options.format === "json") return conclude(host, options, conclusion);
  // What a driver prints to its output, git may take for something else; people read it in between git's own lines.
  host.stderr.write(mergeLinesText(report));
  return exitCodeOf(conclusion);
}

function merge(host: Host, options: MergeDriverOptions): MergeReport | Problem {
  // Git starts a driver at the top of the work tree.
  const top = folderAt(host.cwd, options.cwd);
  const files: MergeFiles = {
    base: folderAt(top, options.files.base),
    ours: folderAt(top, options.files.ours),
    theirs: folderAt(top, options.files.theirs),
  };
  const bytes = {
    base: host.files.read(files.base),
    ours: host.files.read(files.ours),
    theirs: host.files.read(files.theirs),
  };
  const { base, ours, theirs } = bytes;
  if (base === undefined || ours === undefined || theirs === undefined) return noFile(options.files, bytes);
  const { path, markerSize } = options;
  const texts = textsOf({ base, ours, theirs });
  const project = projectOf(host, options, top);
  const found = texts === undefined ? undefined : mergeCatalogs(texts, surroundings(host, project));
  const byLines = (): MergeReport | Problem => {
    const lines = mergeLines(host.programs, top, files, { markerSize });
    if (lines.conflicts === undefined) return unmergeable(path);
    replaceFile(host, files.ours, lines.content);
    // Two texts that are no JSON cannot make one that is: somebody has to look.
    return { path, by: "lines", isLeft: true, merge: nothingFound, lineConflicts: lines.conflicts, ...noMappings };
  };
  if (found === undefined) return byLines();
  const result = linesOf(host, top, files.ours, found.texts, markerSize);
  if (result.conflicts === undefined) return unmergeable(path);
  if (result.conflicts === 0 && !isJson(result.content)) return byLines();
  const follow = mappingsToChange(host, top, path, project.sources, { ours, theirs }, found.renumbered);
  replaceFile(host, files.ours, result.content);
  const isLeft =
    result.conflicts > 0 || found.collisions.length > 0 || follow.mappings.length > 0 || follow.unseen.length > 0;
  return { path, by: "entries", isLeft, merge: found, lineConflicts: result.conflicts, ...follow };
}

const nothingFound: CatalogMerge = {
  texts: { base: "", ours: "", theirs: "" },
  conflicts: [],
  renumbered: [],
  collisions: [],
};

const noMappings = { mappings: [], unseen: [] };

function linesOf(
  host: Host,
  top: string,
  beside: string,
  texts: CatalogTexts,
  markerSize: number | undefined,
): LineMerge {
  if (texts.ours === texts.theirs) return { conflicts: 0, content: new TextEncoder().encode(texts.ours) };
  return mergeTexts(host, top, beside, texts, { markerSize });
}

/** Where the project of a catalog lies, as far as a merge can know: its configuration may be in conflict itself. */
interface MergedProject {
  readonly root: string;
  /** The catalog's path in the project. */
  readonly spec: string;
  /** The folder of sources, by its path in the repository. */
  readonly sources: string;
}

function projectOf(host: Host, options: MergeDriverOptions, top: string): MergedProject {
  const absolute = absolutePath(top, options.path);
  const folder = absolutePath(top, folderOf(options.path));
  const isThere = host.files.kind(folder) === "folder";
  const configured = readConfiguration(host, { ...options, cwd: isThere ? folder : top });
  const settings = configured.kind === "read" && configured.outcome.ok ? configured.outcome.value : undefined;
  const { root } = configured;
  const defaults = loadConfiguration(undefined);
  const spec = projectPath(root, absolute);
  const sources = settings?.sources ?? (defaults.ok ? defaults.value.sources : "");
  return { root, spec, sources: projectPath(top, absolutePath(root, sources)) };
}

function surroundings(host: Host, { root, spec }: MergedProject) {
  const { ledger } = readProjectLedger(host, { root, settings: { spec, output: "" } });
  return {
    ledgers: [...(ledger === undefined ? [] : [ledger]), ...ledgersElsewhere(host, root, spec)],
    others: catalogsElsewhere(host, root, spec).catalogs,
  };
}

/**
 * Mappings of a side whose failure has another code now. Git gives a driver one file: it cannot mend the others. Where the side
 * is no commit, nobody knows them, and `unseen` has the side.
 */
function mappingsToChange(
  host: Host,
  top: string,
  path: string,
  sources: string,
  contents: Readonly<Record<"ours" | "theirs", Uint8Array>>,
  renumbered: readonly Renumbered[],
): Pick<MergeReport, "mappings" | "unseen"> {
  const mappings: MappingToChange[] = [];
  const unseen: ("ours" | "theirs")[] = [];
  for (const side of ["theirs", "ours"] as const) {
    const codes = new Map(renumbered.filter((one) => one.side === side).map(({ from, to }) => [from, to]));
    if (codes.size === 0) continue;
    const files = filesOfSide(host.programs, top, host.environment, { path, content: contents[side] }, sources);
    if (files === undefined) unseen.push(side);
    for (const [file, bytes] of files ?? []) {
      for (const from of mappedCodes(bytes)) {
        const to = codes.get(from);
        if (to !== undefined) mappings.push({ path: file, from, to, side });
      }
    }
  }
  return { mappings, unseen };
}

/** The codes that a source's mappings lead to, each once. */
function mappedCodes(bytes: Uint8Array): readonly Code[] {
  try {
    const { mappings } = JSON.parse(new TextDecoder().decode(bytes)) as { mappings?: readonly { failure?: Code }[] };
    return [...new Set((mappings ?? []).flatMap(({ failure }) => failure ?? []))];
  } catch {
    return [];
  }
}

function textsOf(bytes: Readonly<Record<keyof CatalogTexts, Uint8Array>>): CatalogTexts | undefined {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { base: decoder.decode(bytes.base), ours: decoder.decode(bytes.ours), theirs: decoder.decode(bytes.theirs) };
  } catch {
    return undefined;
  }
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

function noFile(names: MergeFiles, bytes: Readonly<Record<keyof MergeFiles, Uint8Array | undefined>>): Problem {
  const [missing = "base"] = (["base", "ours", "theirs"] as const).filter((version) => bytes[version] === undefined);
  return {
    message: `There is no file ${quoted(names[missing])}.`,
    hint: "Git names the files when it starts the driver; `failcodes merge-driver --install` tells it how.",
  };
}

function unmergeable(path: string): Problem {
  return {
    message: `Git could not merge ${quoted(path)} by lines.`,
    hint: "Merge it by hand; `git checkout --ours` and `git checkout --theirs` give either version.",
  };
}
