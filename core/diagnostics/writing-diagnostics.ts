import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC6…: writing files, and what lies in the output folder. */
export const writingDiagnostics = {
  FC6001: {
    severity: "error",
    title: "Placeholder",
    message: sentence`${"problem"}`,
    hint: sentence`${"remedy"}`,
  },
} as const satisfies DiagnosticSeries;
