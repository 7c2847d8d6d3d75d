import { coverageGaps, gateOf } from "../../core/coverage-gates.ts";
import { seriesCheck } from "../../core/report/checks.ts";
import { sourceHashes } from "../../core/source-hashes.ts";
import { translationProgress } from "../../core/translation-progress.ts";
import { conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import type { Host } from "../host/host.ts";
import { type GlobalOptions, loadProject } from "../pipeline.ts";
import { progressText } from "../progress-text.ts";

/** Says how far the translations into each locale have come. What `validate` says of single texts is not repeated. */
export async function messagesStatus(host: Host, options: GlobalOptions): Promise<ExitCode> {
  const command = "messages status";
  const loading = await loadProject(host, { ...options, targets: false, origins: true });
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf(command, loading));
  const { catalog, configuration } = loading.project;
  const progress = translationProgress(catalog, sourceHashes(catalog, host.digest));
  const diagnostics = coverageGaps(configuration, progress);
  return conclude(host, options, {
    command,
    root: loading.root,
    diagnostics,
    checks: [seriesCheck("FC81")],
    document: {
      translations: progress.map((row) => {
        const { translated, final } = gateOf(configuration.coverage, row.locale);
        if (translated === undefined && final === undefined) return { ...row };
        return { ...row, gates: { translated: translated ?? null, final: final ?? null } };
      }),
    },
    text: (ink) =>
      progress.length === 0
        ? `${catalog.file.path} has no translations: its messages are in ${catalog.defaultLocale} alone.\n`
        : progressText(progress, configuration.coverage, ink),
  });
}
