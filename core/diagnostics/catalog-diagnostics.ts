import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC2…: the catalog's shape and rules. */
export const catalogDiagnostics = {
  FC2001: {
    severity: "error",
    title: "Placeholder",
    message: sentence`${"problem"}`,
    hint: sentence`${"remedy"}`,
  },
} as const satisfies DiagnosticSeries;
