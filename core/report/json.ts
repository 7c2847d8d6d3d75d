import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type Location, positionAt } from "../source-file.ts";
import type { Json } from "../target.ts";
import { inOrder } from "./order.ts";

/** Diagnostics as JSON, in the order they are printed. Lines and columns count from 1; the end is the first place after. */
export function diagnosticsDocument(diagnostics: readonly Diagnostic[]): readonly Json[] {
  return inOrder(diagnostics).map(({ code, severity, message, hint, at, related }) => ({
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
  return { file: file.path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
