import type { DiagnosticDefinition } from "../diagnostics/definition.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnosticTable } from "../diagnostics/table.ts";
import { checkOf } from "./checks.ts";
import type { Finding } from "./finding.ts";

/** Diagnostics as findings. */
export function diagnosticFindings(diagnostics: readonly Diagnostic[]): readonly Finding[] {
  return diagnostics.map((found) => {
    const { title }: DiagnosticDefinition = diagnosticTable[found.code];
    return { ...found, title, check: checkOf(found.code) };
  });
}
