import { type Check, seriesCheck } from "../core/report/checks.ts";
import type { ReportFormat } from "../core/report/report-format.ts";
import type { Host, Output } from "./host/host.ts";
import { colours, type Ink, noColours } from "./ink.ts";
import type { GlobalOptions, Loading } from "./pipeline.ts";
import type { Problem } from "./problem.ts";
import { type Conclusion, type ExitCode, exitCodeOf, textForPeople } from "./run-conclusion.ts";
import { wrap } from "./wrap.ts";

export { type Conclusion, type ExitCode, exitCodeOf } from "./run-conclusion.ts";

/** The checks that loading a project makes. */
export const projectChecks: readonly Check[] = (["FC1", "FC2", "FC3", "FC4", "FC5", "FC7"] as const).map(seriesCheck);

/** The conclusion of a project that could not be loaded. */
export function mistakesOf(command: string, loading: Exclude<Loading, { kind: "loaded" }>): Conclusion {
  if (loading.kind === "stopped") return { command, problem: loading.problem, root: loading.root };
  const { diagnostics, root } = loading;
  const isHindered = loading.of === "configuration";
  return { command, diagnostics, hindered: isHindered, root, checks: isHindered ? [] : projectChecks };
}

/** The format that is asked for, or that fits where the report goes. */
export function formatFor(host: Host, options: GlobalOptions): ReportFormat {
  return options.format ?? (host.stdout.isTerminal ? "pretty" : "plain");
}

/** The colours of an output: those of a terminal, unless the environment says otherwise (no-color.org, force-color.org). */
export function inkFor(host: Host, output: Output): Ink {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = host.environment;
  if (force !== undefined && force !== "") return force === "0" || force === "false" ? noColours : colours;
  if (no !== undefined && no !== "") return noColours;
  return output.isTerminal && terminal !== "dumb" ? colours : noColours;
}

/** Prints a conclusion in the format that is asked for, writes the reports that files are named for, and gives its exit code. */
export async function conclude(host: Host, options: GlobalOptions, conclusion: Conclusion): Promise<ExitCode> {
  const { stdout, stderr } = await printedBy(host, options, conclusion);
  if (stdout !== "") host.stdout.write(stdout);
  if (stderr !== "") host.stderr.write(stderr);
  if (options.report === undefined && options.format !== "github") return exitCodeOf(conclusion);
  const { appendSummary, writeReports } = await import("./report-files.ts");
  if (options.format === "github") await appendSummary(host, conclusion);
  const written = options.report === undefined || (await writeReports(host, options, options.report, conclusion));
  return written ? exitCodeOf(conclusion) : 2;
}

/** What a conclusion prints: a report to stdout, and to stderr why there is none. */
export async function printedBy(
  host: Host,
  options: GlobalOptions,
  conclusion: Conclusion,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const format = formatFor(host, options);
  const { problem } = conclusion;
  if (format === "pretty" || format === "plain") {
    const ink = format === "pretty" ? inkFor(host, host.stdout) : noColours;
    const stdout = await textForPeople(format, conclusion, ink, host.stdout.columns ?? Number.POSITIVE_INFINITY);
    return { stdout, stderr: problem === undefined ? "" : problemText(host, format, problem) };
  }
  const { documentOf } = await import("./report-document.ts");
  const stdout = await documentOf(host, format, conclusion);
  // What GitHub and readers of JSON are told in their own way is not said twice.
  const isTold = problem === undefined || format === "json" || format === "github";
  return { stdout, stderr: isTold ? "" : problemText(host, format, problem) };
}

function problemText(host: Host, format: ReportFormat, { message, hint }: Problem): string {
  const { red } = format === "pretty" ? inkFor(host, host.stderr) : noColours;
  const wide = host.stderr.columns ?? Number.POSITIVE_INFINITY;
  return `${red("failcodes:")} ${wrap(message, wide, 11)}\n  hint: ${wrap(hint, wide, "  hint: ".length)}\n`;
}
