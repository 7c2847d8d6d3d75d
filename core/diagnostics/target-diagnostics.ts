import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC5…: targets and templates. */
export const targetDiagnostics = {
  FC5001: {
    severity: "error",
    title: "Custom target",
    message: sentence`${"problem"}`,
    hint: sentence`${"remedy"}`,
  },
} as const satisfies DiagnosticSeries;
