import type { DriftEntry } from "../drift/entry.ts";
import { driftCheck } from "./checks.ts";
import { explanation, reasonTitles } from "./drift-explanation.ts";
import { remedy } from "./drift-remedy.ts";
import type { Finding } from "./finding.ts";

/** Drift as findings, one for every path that differs. `driftText` tells of them where a person reads. */
export function driftFindings(entries: readonly DriftEntry[]): readonly Finding[] {
  return entries.map((entry) => {
    const { command, advice } = remedy([entry]);
    return {
      code: `drift-${entry.reason}`,
      severity: "error",
      title: reasonTitles[entry.reason],
      message: sentence(explanation(entry)),
      hint: advice,
      mend: command,
      check: driftCheck,
      ...(entry.block === undefined
        ? { at: { file: { path: entry.path, text: "" }, start: 0, end: 0 }, wholeFile: true }
        : { at: entry.block.at }),
      inText: true,
      ids: entry.block === undefined ? [entry.target] : [entry.target, entry.block.marker],
    };
  });
}

/** A clause as a sentence; the name of the tool has no capital. */
function sentence(clause: string): string {
  if (clause.startsWith("failcodes ")) return `${clause}.`;
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
