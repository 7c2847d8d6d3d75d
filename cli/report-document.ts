import { diagnosticFindings } from "../core/report/diagnostic-findings.ts";
import { inOrder } from "../core/report/order.ts";
import type { Report } from "../core/report/report.ts";
import type { ReportFormat } from "../core/report/report-format.ts";
import { version } from "./build-constants.ts";
import type { Host } from "./host/host.ts";
import { projectPath, repositoryRoot } from "./host/project-files.ts";
import { noColours } from "./ink.ts";
import { type Conclusion, diagnosticsFor, exitCodeOf, textForPeople } from "./run-conclusion.ts";

/** A conclusion in a format: what is printed, or written into a file. */
export async function documentOf(host: Host, format: ReportFormat, conclusion: Conclusion): Promise<string> {
  const report = reportOf(host, format, conclusion);
  switch (format) {
    case "pretty":
    case "plain": {
      const text = await textForPeople(format, conclusion, noColours, Number.POSITIVE_INFINITY);
      const { problem } = conclusion;
      return problem === undefined ? text : `${text}failcodes: ${problem.message}\n  hint: ${problem.hint}\n`;
    }
    case "json":
      return (await import("../core/report/json.ts")).jsonReport(report, conclusion.compact === true);
    case "github": {
      const { githubReport, withoutCommands } = await import("../core/report/github.ts");
      return `${githubReport(report, hasSummary(host))}${withoutCommands(report.text())}`;
    }
    case "sarif": {
      const { explanationTable } = await import("../core/diagnostics/explanation-table.ts");
      return (await import("../core/report/sarif.ts")).sarifReport(report, explanationTable);
    }
    case "gitlab":
      return (await import("../core/report/gitlab.ts")).gitlabReport(report);
    case "junit":
      return (await import("../core/report/junit.ts")).junitReport(report);
    case "markdown":
      return (await import("../core/report/markdown.ts")).markdownReport(report);
  }
}

/** A conclusion as the model that all formats are made of. */
export function reportOf(host: Host, format: ReportFormat, conclusion: Conclusion): Report {
  const { command, problem, checks = [], findings, summary, text, document = {}, root, named } = conclusion;
  const found = diagnosticFindings(diagnosticsFor(format, conclusion));
  // Where nothing lies in a project, as when the system refuses to be asked, nothing is looked for.
  const repository = root === undefined ? undefined : repositoryOf(host, root);
  return {
    version,
    command,
    exitCode: exitCodeOf(conclusion),
    problem,
    checks: problem === undefined ? checks : [],
    findings: inOrder([...found, ...(findings?.() ?? [])]),
    summary: problem === undefined ? summary : undefined,
    text: () => (problem === undefined ? (text?.(noColours, Number.POSITIVE_INFINITY) ?? "") : ""),
    document,
    folder: root === undefined || repository === undefined ? "" : projectPath(repository, root),
    named:
      named === undefined || repository === undefined
        ? undefined
        : { path: named.path, inRepository: projectPath(repository, named.absolute) },
    digest: host.digest,
  };
}

/** Whether GitHub shows what is added to a file as the summary of the job. */
export function hasSummary(host: Host): boolean {
  return (host.environment["GITHUB_STEP_SUMMARY"] ?? "") !== "";
}

/** The repository that a project lies in; where there is no git, the folder that a CI has checked out, or the project itself. */
function repositoryOf(host: Host, root: string): string {
  const { GITHUB_WORKSPACE: github, CI_PROJECT_DIR: gitlab } = host.environment;
  const folders = [repositoryRoot(host.files, root), github, gitlab];
  return folders.find((folder) => folder !== undefined && folder !== "" && projectPath(folder, root) !== root) ?? root;
}
