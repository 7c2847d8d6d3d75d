import type { CoverageGates } from "../core/configuration.ts";
import { countedBy, type Gate, gateOf, percentOf } from "../core/coverage-gates.ts";
import type { TranslationProgress } from "../core/translation-progress.ts";
import type { Ink } from "./ink.ts";
import { tableText } from "./table.ts";

const headings = ["locale", "texts", "translated", "needs review", "final", "missing", "stale", "unknown source"];

const counts = ["texts", "translated", "needsReview", "final", "missing", "stale", "unknownSource"] as const;

/** How far the translations have come, as a table, with what is asked of them where something is; "" where there are none. */
export function progressText(progress: readonly TranslationProgress[], coverage: CoverageGates, ink: Ink): string {
  if (progress.length === 0) return "";
  const asked = (["translated", "final"] as const).filter((gate) =>
    progress.some(({ locale }) => gateOf(coverage, locale)[gate] !== undefined),
  );
  const rows = progress.map((row) => [
    row.locale,
    ...counts.map((count) => String(row[count])),
    ...asked.map((gate) => gateText(gate, row, coverage)),
  ]);
  return tableText([...headings, ...asked.map((gate) => `${gate} / gate`)], rows, ink);
}

/** `93.3 % / 100 %` */
function gateText(gate: Gate, row: TranslationProgress, coverage: CoverageGates): string {
  const least = gateOf(coverage, row.locale)[gate];
  const part = `${percentOf(countedBy(gate, row), row.texts)} %`;
  return least === undefined ? part : `${part} / ${least} %`;
}
