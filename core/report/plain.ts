import type { Remark } from "./finding.ts";
import { inOrder, place } from "./order.ts";

export { place } from "./order.ts";

/** Diagnostics or findings as lines of plain text: for logs, editors and fixtures. "" where there are none. */
export function plainReport(remarks: readonly Remark[]): string {
  let text = "";
  for (const { at, severity, code, message, hint, related } of inOrder(remarks)) {
    text += `${place(at)} ${severity} ${code} ${message}\n  hint: ${hint}\n`;
    for (const other of related ?? []) text += `  ${place(other.at)} ${other.message}\n`;
  }
  return text;
}
