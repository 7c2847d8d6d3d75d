import type { Diagnostic, DiagnosticCode } from "./diagnostics/diagnostic.ts";

/** What a catalog is held to: `pr` to what its author can mend; `release` besides to complete and current translations. */
export const profiles = ["pr", "release"] as const;

/** One of `profiles`. */
export type Profile = (typeof profiles)[number];

/** Texts that are not translated, and translations of texts that have changed: no release has them. */
const refused: ReadonlySet<DiagnosticCode> = new Set(["FC3208", "FC3209", "FC3218", "FC3221"]);

/** Diagnostics with the severity that they have in a profile. */
export function inProfile(diagnostics: readonly Diagnostic[], profile: Profile): readonly Diagnostic[] {
  if (profile === "pr") return diagnostics;
  return diagnostics.map((found) => (refused.has(found.code) ? { ...found, severity: "error" } : found));
}
