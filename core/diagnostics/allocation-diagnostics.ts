import type { DiagnosticSeries } from "./definition.ts";
import { sentence } from "./message-template.ts";

/** FC93…: codes for new failures. */
export const allocationDiagnostics = {
  FC9301: {
    severity: "error",
    title: "No free code left",
    message: sentence`The category ${"category"} has ${"free"} ${"where"}, and ${"wanted"} asked for.`,
    hint: sentence`${"remedy"}`,
  },
  FC9302: {
    severity: "error",
    title: "Codes that do not count up",
    message: sentence`Nobody can say which code of the category ${"category"} comes next: ${"reason"}.`,
    hint: sentence`${"remedy"}`,
  },
} as const satisfies DiagnosticSeries;
