import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC1…: reading a file of the spec. */
export const readingDiagnostics = {
  FC1001: {
    severity: "error",
    title: "Broken JSON",
    message: sentence`${"problem"}`,
    hint: sentence`${"remedy"}`,
  },
} as const satisfies DiagnosticSeries;
