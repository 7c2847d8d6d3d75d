import type { Severity } from "../diagnostics/definition.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { positionAt } from "../source-file.ts";
import { inOrder, place } from "./order.ts";
import { plainReport } from "./plain.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** What GitHub shows of each level in one step; what is beyond it is counted. */
const mostOfLevel = 10;

/** Diagnostics as annotations of GitHub's pull requests; those beyond its limit follow as plain text in a group of the log. "" where there are none. */
export function githubReport(diagnostics: readonly Diagnostic[]): string {
  const ordered = inOrder(diagnostics);
  const shown: string[] = [];
  const rest: Diagnostic[] = [];
  const totals = { error: 0, warning: 0, info: 0 };
  for (const { severity } of ordered) totals[severity]++;
  const counts = { error: 0, warning: 0, info: 0 };
  for (const diagnostic of ordered) {
    counts[diagnostic.severity]++;
    // The last one of a full level says how many more there are.
    if (counts[diagnostic.severity] < mostOfLevel || totals[diagnostic.severity] === mostOfLevel) {
      shown.push(annotation(diagnostic));
    } else rest.push(diagnostic);
  }
  for (const severity of ["error", "warning", "info"] as const) {
    const more = totals[severity] > mostOfLevel ? totals[severity] - mostOfLevel + 1 : 0;
    if (more > 0) shown.push(command(levels[severity], {}, `${more} more of this kind; the log lists them.`));
  }
  if (rest.length > 0) shown.push(`::group::${rest.length} more\n${plainReport(rest)}::endgroup::\n`);
  return shown.join("");
}

function annotation({ at, severity, code, message, hint, related = [] }: Diagnostic): string {
  const from = positionAt(at.file, at.start);
  const to = positionAt(at.file, at.end);
  const properties = {
    file: at.file.path,
    line: from.line,
    col: from.column,
    endLine: to.line,
    ...(to.line === from.line ? { endColumn: to.column } : {}),
    title: code,
  };
  const places = related.map((other) => `\n${place(other.at)} ${other.message}`).join("");
  return command(levels[severity], properties, `${message}\nhint: ${hint}${places}`);
}

/** A workflow command, with the escapes of @actions/core. */
export function command(name: string, properties: Readonly<Record<string, string | number>>, data: string): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name}${written.length === 0 ? "" : ` ${written.join(",")}`}::${escapedData(data)}\n`;
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
