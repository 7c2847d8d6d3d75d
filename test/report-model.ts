import { sha256 } from "../cli/host/digest.ts";
import { explanationTable } from "../core/diagnostics/explanation-table.ts";
import type { Finding } from "../core/report/finding.ts";
import type { Report } from "../core/report/report.ts";
import { sarifReport } from "../core/report/sarif.ts";

/** A run of `check` that found something, as the model that reports are made of. */
export function reportOf(findings: readonly Finding[], besides: Partial<Report> = {}): Report {
  return {
    version: "1.2.3",
    command: "check",
    exitCode: findings.some(({ severity }) => severity === "error") ? 1 : 0,
    checks: [],
    findings,
    text: () => "",
    document: {},
    folder: "",
    digest: sha256,
    ...besides,
  };
}

/** A report as SARIF. */
export function sarifOf(report: Report): string {
  return sarifReport(report, explanationTable);
}
