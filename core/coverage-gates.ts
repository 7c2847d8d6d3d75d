import type { Configuration, CoverageGates } from "./configuration.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import { locate } from "./json.ts";
import { quoted } from "./quoted.ts";
import type { TranslationProgress } from "./translation-progress.ts";

const gates = ["translated", "final"] as const;

/** What a gate counts. */
export type Gate = (typeof gates)[number];

/** What is asked of a locale, in per cent: its own gate, else that of all. */
export function gateOf(coverage: CoverageGates, locale: string): { readonly [Name in Gate]?: number } {
  return { ...own(coverage, "*"), ...own(coverage, locale) };
}

function own(coverage: CoverageGates, tag: string): CoverageGates[string] {
  return Object.hasOwn(coverage, tag) ? (coverage[tag] ?? {}) : {};
}

/** How many texts of a locale a gate counts. */
export function countedBy(gate: Gate, { texts, missing, stale, final }: TranslationProgress): number {
  return gate === "final" ? final : texts - missing - stale;
}

/** Per cent, rounded down to a tenth, so that 100 is all; all of nothing is 100. */
export function percentOf(count: number, texts: number): number {
  return texts === 0 ? 100 : Math.floor((count * 1000) / texts) / 10;
}

/** Every gate that is not reached; a locale that is named and has no translations reaches none. */
export function coverageGaps(
  { file, coverage }: Configuration,
  progress: readonly TranslationProgress[],
): readonly Diagnostic[] {
  if (file === undefined) return [];
  const found: Diagnostic[] = [];
  const gap = (locale: string, gate: Gate, count: number, texts: number, begun: boolean): void => {
    const least = gateOf(coverage, locale)[gate];
    if (least === undefined || (begun ? count * 100 >= least * texts : least === 0)) return;
    const tag = own(coverage, locale)[gate] === undefined ? "*" : locale;
    const setting = quoted(`coverage.${tag}.${gate}`);
    const lacking = Math.ceil((least * texts) / 100 - 1e-9) - count;
    const verb = gate === "final" ? "Finish" : "Translate";
    const remedy = begun ? `${verb} ${lacking} more, or lower ${setting}.` : `Translate them, or remove ${setting}.`;
    const part = begun ? percentOf(count, texts) : 0;
    const at = locate(file, ["coverage", tag, gate]);
    found.push(diagnostic("FC8101", at, { locale: quoted(locale), part, state: gate, least, remedy }));
  };
  for (const row of progress) for (const gate of gates) gap(row.locale, gate, countedBy(gate, row), row.texts, true);
  const known = new Set(progress.map(({ locale }) => locale));
  for (const tag of Object.keys(coverage)) {
    if (tag === "*" || known.has(tag)) continue;
    for (const gate of gates) gap(tag, gate, 0, 0, false);
  }
  return found;
}
