import type { DriftEntry } from "../core/drift/entry.ts";
import { explanation, reasonTitles } from "../core/report/drift-explanation.ts";
import { remedy } from "../core/report/drift-remedy.ts";
import { command } from "../core/report/github.ts";

/** What GitHub shows of errors in one step. */
const most = 10;

/** Drift as annotations of GitHub's pull requests; `prefix` stands before a path of the project. The log has the rest. */
export function driftAnnotations(entries: readonly DriftEntry[], prefix: string): string {
  const shown = entries.length > most ? entries.slice(0, most - 1) : entries;
  const lines = shown.map((entry) => {
    const { command: mend, advice } = remedy([entry]);
    const words = [`${explanation(entry)}.`, `mend: ${mend}`, advice].filter((line) => line !== "");
    return command("error", { file: `${prefix}${entry.path}`, title: reasonTitles[entry.reason] }, words.join("\n"));
  });
  if (shown.length < entries.length) {
    lines.push(command("error", {}, `${entries.length - shown.length} more files differ; the log lists them.`));
  }
  return lines.join("");
}
