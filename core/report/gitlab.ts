import type { Severity } from "../diagnostics/definition.ts";
import { positionAt } from "../source-file.ts";
import type { Json } from "../target.ts";
import { toWellFormed } from "../well-formed.ts";
import { adviceLines, type Finding } from "./finding.ts";
import { fingerprints } from "./fingerprint.ts";
import { commandOf, type Report } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

const severities: Readonly<Record<Severity, string>> = { error: "critical", warning: "minor", info: "info" };

/** A report of code quality as GitLab reads it (docs.gitlab.com, "Code Quality report format"). */
export function gitlabReport(report: Report): string {
  const prints = fingerprints(report);
  const issues = [
    ...problemIssue(report),
    ...report.findings.map((finding, index) => issue(report, finding, prints[index] ?? "")),
  ];
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function issue(report: Report, finding: Finding, fingerprint: string): Json {
  const { code, severity, message, at } = finding;
  return {
    description: toWellFormed([`${code}: ${message}`, ...adviceLines(finding)].join("\n")),
    check_name: code,
    fingerprint,
    severity: severities[severity],
    location: {
      path: toWellFormed(repositoryPath(report, at.file.path)),
      lines: { begin: positionAt(at.file, at.start).line, end: positionAt(at.file, at.end).line },
    },
  };
}

/** A run that could not work must not look like a clean one; as it is about no file, it stands at the project's own. */
function problemIssue(report: Report): readonly Json[] {
  const { problem, folder, digest } = report;
  if (problem === undefined) return [];
  return [
    {
      description: toWellFormed(`${commandOf(report)} could not work: ${problem.message}\nhint: ${problem.hint}`),
      check_name: "could-not-work",
      fingerprint: digest(JSON.stringify(["could-not-work", report.command, folder])).slice(0, 32),
      severity: "blocker",
      location: { path: repositoryPath(report, "failcodes.config.json"), lines: { begin: 1 } },
    },
  ];
}
