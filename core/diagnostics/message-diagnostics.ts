import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC3…: texts, messages and locales. */
export const messageDiagnostics = {
  FC3001: {
    severity: "error",
    title: "Placeholder",
    message: sentence`${"problem"}`,
    hint: sentence`${"remedy"}`,
  },
} as const satisfies DiagnosticSeries;
