import type { TranslationProgress } from "../core/translation-progress.ts";
import type { Ink } from "./ink.ts";
import { tableText } from "./table.ts";

const headings = ["locale", "texts", "translated", "needs review", "final", "missing", "stale", "unknown source"];

const counts = ["texts", "translated", "needsReview", "final", "missing", "stale", "unknownSource"] as const;

/** How far the translations have come, as a table; "" where there are none. */
export function progressText(progress: readonly TranslationProgress[], ink: Ink): string {
  if (progress.length === 0) return "";
  const rows = progress.map((row) => [row.locale, ...counts.map((count) => String(row[count]))]);
  return tableText(headings, rows, ink);
}
