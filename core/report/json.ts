import { type Location, positionAt } from "../source-file.ts";
import type { Json } from "../target.ts";
import type { Remark } from "./finding.ts";
import { inOrder } from "./order.ts";
import type { Report } from "./report.ts";

/** A report as the document of `spec/schema/report.schema.json`; `compact` is one line, as one of many documents has to be. */
export function jsonReport(
  { version, command, exitCode, problem, findings, document }: Report,
  compact: boolean,
): string {
  const report = {
    failcodes: version,
    command,
    exitCode,
    ...(problem === undefined ? {} : { problem }),
    diagnostics: diagnosticsDocument(findings.filter(({ inText }) => inText !== true)),
    ...document,
  };
  return `${JSON.stringify(report, null, compact ? 0 : 2)}\n`;
}

/** Diagnostics as JSON, in the order they are printed. Lines and columns count from 1; the end is the first place after. */
export function diagnosticsDocument(remarks: readonly Remark[]): readonly Json[] {
  return inOrder(remarks).map(({ code, severity, message, hint, at, related }) => ({
    code,
    severity,
    message,
    hint,
    ...placeDocument(at),
    related: (related ?? []).map((other) => ({ message: other.message, ...placeDocument(other.at) })),
  }));
}

function placeDocument({ file, start, end }: Location): { readonly [key: string]: Json } {
  const from = positionAt(file, start);
  const to = positionAt(file, end);
  const place = { file: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  return file.revision === undefined ? place : { ...place, revision: file.revision };
}
