import { catalogDiagnostics } from "./catalog-diagnostics.ts";
import { configurationDiagnostics } from "./configuration-diagnostics.ts";
import { exchangeDiagnostics } from "./exchange-diagnostics.ts";
import { messageDiagnostics } from "./message-diagnostics.ts";
import { readingDiagnostics } from "./reading-diagnostics.ts";
import { reconcileDiagnostics } from "./reconcile-diagnostics.ts";
import { sourceDiagnostics } from "./source-diagnostics.ts";
import { targetDiagnostics } from "./target-diagnostics.ts";
import { writingDiagnostics } from "./writing-diagnostics.ts";

/** Every diagnostic, by its permanent code. */
export const diagnosticTable = {
  ...readingDiagnostics,
  ...catalogDiagnostics,
  ...messageDiagnostics,
  ...configurationDiagnostics,
  ...targetDiagnostics,
  ...writingDiagnostics,
  ...sourceDiagnostics,
  ...exchangeDiagnostics,
  ...reconcileDiagnostics,
} as const;
