import type { DiagnosticCode } from "./diagnostic.ts";
import type { Explanation } from "./explanation.ts";
import { allocationExplanations } from "./explanations/allocation.ts";
import { catalogExplanations } from "./explanations/catalog.ts";
import { configurationExplanations } from "./explanations/configuration.ts";
import { exchangeExplanations } from "./explanations/exchange.ts";
import { injectExplanations } from "./explanations/inject.ts";
import { ledgerExplanations } from "./explanations/ledger.ts";
import { messageExplanations } from "./explanations/message.ts";
import { readingExplanations } from "./explanations/reading.ts";
import { reconcileExplanations } from "./explanations/reconcile.ts";
import { sourceExplanations } from "./explanations/source.ts";
import { targetExplanations } from "./explanations/target.ts";
import { vendoredExplanations } from "./explanations/vendored.ts";
import { writingExplanations } from "./explanations/writing.ts";

/** What every diagnostic means, by its permanent code. */
export const explanationTable: Readonly<Record<DiagnosticCode, Explanation>> = {
  ...readingExplanations,
  ...catalogExplanations,
  ...messageExplanations,
  ...configurationExplanations,
  ...targetExplanations,
  ...writingExplanations,
  ...vendoredExplanations,
  ...sourceExplanations,
  ...exchangeExplanations,
  ...reconcileExplanations,
  ...injectExplanations,
  ...ledgerExplanations,
  ...allocationExplanations,
};
