import type { Severity } from "../diagnostics/definition.ts";
import { positionAt } from "../source-file.ts";
import { adviceLines, type Finding, gravestFirst } from "./finding.ts";
import { place } from "./order.ts";
import { plainReport } from "./plain.ts";
import type { Report } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** What GitHub shows of each level in one step; what is beyond it is counted. */
const mostOfLevel = 10;

/**
 * A report as annotations of GitHub's pull requests, the gravest first; those beyond its limit follow as plain text in a
 * group of the log, and stand in the summary of the job where there is one. "" where there is nothing to say.
 */
export function githubReport(report: Report, hasSummary: boolean): string {
  const { problem } = report;
  const shown: string[] = [];
  const rest: Finding[] = [];
  const rooms = { error: mostOfLevel, warning: mostOfLevel, info: mostOfLevel };
  if (problem !== undefined) {
    rooms.error--;
    shown.push(command("error", {}, `${problem.message}\nhint: ${problem.hint}`));
  }
  const ordered = gravestFirst(report.findings);
  for (const severity of ["error", "warning", "info"] as const) {
    const found = ordered.filter((finding) => finding.severity === severity);
    // The last one of a full level says how many more there are.
    const room = found.length <= rooms[severity] ? found.length : rooms[severity] - 1;
    shown.push(...found.slice(0, room).map((finding) => annotation(finding, report)));
    const more = found.length - room;
    if (more === 0) continue;
    const where = hasSummary ? "the summary of the job lists them" : "the log lists them";
    shown.push(command(levels[severity], {}, `${more} more of this kind; ${where}.`));
    rest.push(...found.slice(room).filter(({ inText }) => inText !== true));
  }
  if (rest.length > 0) shown.push(`::group::${rest.length} more\n${withoutCommands(plainReport(rest))}::endgroup::\n`);
  return shown.join("");
}

function annotation(finding: Finding, report: Report): string {
  const { at, severity, code, title, message, wholeFile } = finding;
  const file = repositoryPath(report, at.file.path);
  const places = (finding.related ?? []).map((other) => `${place(other.at)} ${other.message}`);
  const words = [message, ...adviceLines(finding), ...places].join("\n");
  if (wholeFile === true) return command(levels[severity], { file, title }, words);
  const from = positionAt(at.file, at.start);
  const to = positionAt(at.file, at.end);
  const properties = {
    file,
    line: from.line,
    col: from.column,
    endLine: to.line,
    ...(to.line === from.line ? { endColumn: to.column } : {}),
    title: code,
  };
  return command(levels[severity], properties, words);
}

/** Text for a log in which no line is a command to GitHub: a path or a diff may hold what looks like one. */
export function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, "$1:\u200b").replace(/##(?=\[)/g, "##\u200b");
}

/** A workflow command, with the escapes of @actions/core. */
function command(name: string, properties: Readonly<Record<string, string | number>>, data: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name}${written.length === 0 ? "" : ` ${written.join(",")}`}::${escapedData(data)}\n`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
