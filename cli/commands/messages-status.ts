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
  const { catalog } = loading.project;
  const progress = translationProgress(catalog, sourceHashes(catalog, host.digest));
  return conclude(host, options, {
    command,
    root: loading.root,
    document: { translations: progress.map((row) => ({ ...row })) },
    text: (ink) =>
      progress.length === 0
        ? `${catalog.file.path} has no translations: its messages are in ${catalog.defaultLocale} alone.\n`
        : progressText(progress, ink),
  });
}
