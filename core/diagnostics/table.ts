import { allocationDiagnostics } from "./allocation-diagnostics.ts";
import { catalogDiagnostics } from "./catalog-diagnostics.ts";
import { configurationDiagnostics } from "./configuration-diagnostics.ts";
import { exchangeDiagnostics } from "./exchange-diagnostics.ts";
import { injectDiagnostics } from "./inject-diagnostics.ts";
import { ledgerDiagnostics } from "./ledger-diagnostics.ts";
import { messageDiagnostics } from "./message-diagnostics.ts";
import { readingDiagnostics } from "./reading-diagnostics.ts";
import { reconcileDiagnostics } from "./reconcile-diagnostics.ts";
import { sourceDiagnostics } from "./source-diagnostics.ts";
import { targetDiagnostics } from "./target-diagnostics.ts";
import { vendoredDiagnostics } from "./vendored-diagnostics.ts";
import { writingDiagnostics } from "./writing-diagnostics.ts";

/** Every diagnostic, by its permanent code. */
export const diagnosticTable = {
  ...readingDiagnostics,
  ...catalogDiagnostics,
  ...messageDiagnostics,
  ...configurationDiagnostics,
  ...targetDiagnostics,
  ...writingDiagnostics,
  ...vendoredDiagnostics,
  ...sourceDiagnostics,
  ...exchangeDiagnostics,
  ...reconcileDiagnostics,
  ...injectDiagnostics,
  ...ledgerDiagnostics,
  ...allocationDiagnostics,
} as const;
