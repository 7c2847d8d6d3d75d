import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { Location, SourceFile } from "../core/source-file.ts";
import type { Json } from "../core/target.ts";
import { version } from "./build-constants.ts";
import { counted } from "./counted.ts";
import type { Host, Output } from "./host/host.ts";
import { projectPath } from "./host/project-files.ts";
import { colours, type Ink, noColours } from "./ink.ts";
import type { Format, GlobalOptions, Loading } from "./pipeline.ts";
import type { Problem } from "./problem.ts";
import { wrap } from "./wrap.ts";

/** 0 clean, 1 found something, 2 could not work. */
export type ExitCode = 0 | 1 | 2;

/** What a command came to: everything that is printed and counted, whatever the format. */
export interface Conclusion {
  /** Null where the words of the command line name none. */
  readonly command: string | null;
  readonly diagnostics?: readonly Diagnostic[];
  /** Why it could not work at all. */
  readonly problem?: Problem | undefined;
  /** Whether the diagnostics keep it from working: those of a configuration do. */
  readonly hindered?: boolean;
  /** Whether it found something that is not a diagnostic: drift, a name that nobody has. */
  readonly found?: boolean;
  /** What a person reads after the diagnostics; "" for nothing. `width` is that of the terminal, infinite where there is none. */
  readonly text?: (ink: Ink, width: number) => string;
  /** What `--format json` adds to the common members of its document. */
  readonly document?: { readonly [key: string]: Json };
  /** What `--format github` prints after the diagnostics, given what stands before a path of the project. */
  readonly annotations?: (prefix: string) => string;
  /** Folder of the project, absolute. */
  readonly root?: string;
  /** Whether this is one of many conclusions of one run: a JSON document is one line, then. */
  readonly compact?: boolean;
  /** Whether notes are left out where a person reads: only `validate` is about them. */
  readonly withoutNotes?: boolean;
}

/** Diagnostics that keep failcodes from working, rather than being something that it found. */
const hindrances = /^FC(4|601[0-2])/;

/** The conclusion of a project that could not be loaded. */
export function mistakesOf(command: string, loading: Exclude<Loading, { kind: "loaded" }>): Conclusion {
  if (loading.kind === "stopped") return { command, problem: loading.problem };
  const { diagnostics, root } = loading;
  return { command, diagnostics, hindered: loading.of === "configuration", root };
}

/** The exit code of a conclusion: the only place where one is decided. */
export function exitCodeOf(conclusion: Conclusion): ExitCode {
  const errors = (conclusion.diagnostics ?? []).filter(({ severity }) => severity === "error");
  if (conclusion.problem !== undefined) return 2;
  if (errors.length > 0)
    return conclusion.hindered === true || errors.some(({ code }) => hindrances.test(code)) ? 2 : 1;
  return conclusion.found === true ? 1 : 0;
}

/** The format that is asked for, or that fits where the report goes. */
export function formatFor(host: Host, options: GlobalOptions): Format {
  return options.format ?? (host.stdout.isTerminal ? "pretty" : "plain");
}

/** The colours of an output: those of a terminal, unless the environment says otherwise (no-color.org, force-color.org). */
export function inkFor(host: Host, output: Output): Ink {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = host.environment;
  if (force !== undefined && force !== "") return force === "0" || force === "false" ? noColours : colours;
  if (no !== undefined && no !== "") return noColours;
  return output.isTerminal && terminal !== "dumb" ? colours : noColours;
}

/** Prints a conclusion in the format that is asked for, and gives its exit code: the only place where a report is printed. */
export async function conclude(host: Host, options: GlobalOptions, conclusion: Conclusion): Promise<ExitCode> {
  const { stdout, stderr } = await printedBy(host, options, conclusion);
  if (stdout !== "") host.stdout.write(stdout);
  if (stderr !== "") host.stderr.write(stderr);
  return exitCodeOf(conclusion);
}

/** What a conclusion prints: a report to stdout, and to stderr why there is none. */
export async function printedBy(
  host: Host,
  options: GlobalOptions,
  conclusion: Conclusion,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const format = formatFor(host, options);
  if (format === "json") return { stdout: await jsonDocument(conclusion), stderr: "" };
  const { problem, withoutNotes = false } = conclusion;
  const diagnostics = (conclusion.diagnostics ?? []).filter(({ severity }) => !withoutNotes || severity !== "info");
  const ink = format === "pretty" ? inkFor(host, host.stdout) : noColours;
  const width = host.stdout.columns ?? Number.POSITIVE_INFINITY;
  let stdout = "";
  if (format === "github") stdout += await githubText(host, { ...conclusion, diagnostics });
  else if (diagnostics.length > 0) {
    stdout += await diagnosticsText(format, diagnostics, ink !== noColours);
    stdout += `\n${countedDiagnostics(diagnostics)}\n`;
  }
  if (problem === undefined) return { stdout: `${stdout}${conclusion.text?.(ink, width) ?? ""}`, stderr: "" };
  if (format === "github") return { stdout, stderr: "" };
  const { red } = format === "pretty" ? inkFor(host, host.stderr) : noColours;
  const wide = host.stderr.columns ?? Number.POSITIVE_INFINITY;
  const hint = wrap(problem.hint, wide, "  hint: ".length);
  return { stdout, stderr: `${red("failcodes:")} ${wrap(problem.message, wide, 11)}\n  hint: ${hint}\n` };
}

async function diagnosticsText(
  format: "pretty" | "plain",
  diagnostics: readonly Diagnostic[],
  color: boolean,
): Promise<string> {
  if (format === "pretty") return (await import("../core/report/pretty.ts")).prettyReport(diagnostics, { color });
  return (await import("../core/report/plain.ts")).plainReport(diagnostics);
}

/** `2 errors, 1 warning` */
function countedDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const counts = (["error", "warning", "info"] as const).map((severity) => {
    const count = diagnostics.filter((found) => found.severity === severity).length;
    if (count === 0) return "";
    return severity === "info" ? counted(count, "note") : counted(count, severity);
  });
  return counts.filter((text) => text !== "").join(", ");
}

async function githubText(host: Host, { diagnostics = [], problem, root, annotations }: Conclusion): Promise<string> {
  const { command, githubReport } = await import("../core/report/github.ts");
  const prefix = root === undefined ? "" : repositoryPrefix(host, root);
  const files = new Map<SourceFile, SourceFile>();
  const moved = (at: Location): Location => {
    const file = files.get(at.file) ?? { ...at.file, path: `${prefix}${at.file.path}` };
    files.set(at.file, file);
    return { ...at, file };
  };
  const text = githubReport(
    diagnostics.map((found) => ({
      ...found,
      at: moved(found.at),
      ...(found.related === undefined
        ? {}
        : { related: found.related.map((other) => ({ ...other, at: moved(other.at) })) }),
    })),
  );
  const stop = problem === undefined ? "" : command("error", {}, `${problem.message}\nhint: ${problem.hint}`);
  return `${text}${annotations?.(prefix) ?? ""}${stop}`;
}

/** GitHub's annotations name files from the repository's root, wherever the project lies in it. */
function repositoryPrefix(host: Host, root: string): string {
  const workspace = host.environment["GITHUB_WORKSPACE"];
  if (workspace === undefined || workspace === "") return "";
  const path = projectPath(workspace, root);
  return path === "" || path === root ? "" : `${path}/`;
}

async function jsonDocument(conclusion: Conclusion): Promise<string> {
  const { command, diagnostics = [], problem, document, compact = false } = conclusion;
  const { diagnosticsDocument } = await import("../core/report/json.ts");
  const report = {
    failcodes: version,
    command,
    exitCode: exitCodeOf(conclusion),
    ...(problem === undefined ? {} : { problem }),
    diagnostics: diagnosticsDocument(diagnostics),
    ...document,
  };
  return `${JSON.stringify(report, null, compact ? 0 : 2)}\n`;
}
