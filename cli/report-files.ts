import { quoted } from "../core/quoted.ts";
import type { Host } from "./host/host.ts";
import { folderAt } from "./host/project-files.ts";
import { replaceFile } from "./host/replace-file.ts";
import { isSystemError, systemReason } from "./host/system-error.ts";
import type { GlobalOptions, ReportFile } from "./pipeline.ts";
import { documentOf, hasSummary, reportOf } from "./report-document.ts";
import type { Conclusion } from "./run-conclusion.ts";

/** Writes a conclusion into the files that are named; whether all of them could be written. What keeps one from it is said. */
export async function writeReports(
  host: Host,
  options: GlobalOptions,
  reports: readonly ReportFile[],
  conclusion: Conclusion,
): Promise<boolean> {
  let written = true;
  for (const { format, file } of reports) {
    const content = await documentOf(host, format, conclusion);
    const path = folderAt(folderAt(host.cwd, options.cwd), file);
    written =
      attempt(host, `The report ${quoted(file)} could not be written`, () => {
        const target = host.files.realPath(path) ?? path;
        host.files.createFolder(folderAt(target, ".."));
        replaceFile(host, target, content);
      }) && written;
  }
  return written;
}

/** What GitHub takes as the summary of one step: 1 MiB, or it shows none at all. */
const roomOfSummary = 1024 * 1024;

/** Below this there is no room for a report. */
const leastRoom = 4096;

/** Adds a conclusion to the summary of a job on GitHub, if anything was found; it is no reason to fail if that cannot be done. */
export async function appendSummary(host: Host, conclusion: Conclusion): Promise<void> {
  const path = host.environment["GITHUB_STEP_SUMMARY"] ?? "";
  const report = reportOf(host, "github", conclusion);
  if (!hasSummary(host) || (report.findings.length === 0 && report.problem === undefined)) return;
  const { markdownReport } = await import("../core/report/markdown.ts");
  attempt(host, "The summary of the job could not be written", () => {
    const most = roomOfSummary - (host.files.read(path)?.length ?? 0);
    if (most >= leastRoom) host.files.append(path, `\n${markdownReport(report, { most: most - 1, unit: "bytes" })}`);
  });
}

/** Whether an action could be done; if the system refuses, it is said. */
function attempt(host: Host, failure: string, action: () => void): boolean {
  try {
    action();
    return true;
  } catch (problem) {
    if (!isSystemError(problem)) throw problem;
    host.stderr.write(`failcodes: ${failure}: ${systemReason(problem)}.\n`);
    return false;
  }
}
