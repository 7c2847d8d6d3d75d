import { diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { locate } from "../../core/json.ts";
import type { Profile } from "../../core/profile.ts";
import { quoted } from "../../core/quoted.ts";
import { changeFindings } from "../../core/report/change-findings.ts";
import { evolutionCheck } from "../../core/report/checks.ts";
import { evolutionText, verdictText } from "../../core/report/evolution-text.ts";
import { released } from "../compared-side.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { type EvolutionReading, evolutionOf } from "../evolution.ts";
import { evolutionDocument } from "../evolution-document.ts";
import type { Host } from "../host/host.ts";
import { type GlobalOptions, loadProject } from "../pipeline.ts";

/** Options of `diff`. */
export interface DiffOptions extends GlobalOptions {
  /** `@released` unless it is given. */
  readonly base?: string | undefined;
  /** The project as it is now unless it is given. */
  readonly head?: string | undefined;
  /** In the profile `release`, a version that says too little is a mistake; else it is only told. */
  readonly profile?: Profile;
}

/** Says what changed between two catalogs, who breaks, and whether the version says so. */
export async function diff(host: Host, options: DiffOptions): Promise<ExitCode> {
  const command = "diff";
  const loading = await loadProject(host, { ...options, targets: false, sparing: true });
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf(command, loading));
  const reading = await evolutionOf(host, loading.project, { base: options.base ?? released, head: options.head });
  return conclude(host, options, { ...conclusionOf(reading, options.profile ?? "pr"), command, root: loading.root });
}

function conclusionOf(reading: EvolutionReading, profile: Profile): Omit<Conclusion, "command"> {
  if (reading.kind === "stopped") return { problem: reading.problem };
  if (reading.kind === "mistakes") return { diagnostics: reading.diagnostics };
  const { verdict, base, head } = reading;
  const titles = { base: titleOf(base.side), head: titleOf(head) };
  return {
    diagnostics: [...reading.diagnostics, ...versionMistake(reading, profile)],
    found: verdict.changes.some(({ standing }) => standing === "refused"),
    summary: verdictText(verdict, titles),
    text: (ink) => evolutionText(verdict, titles, ink),
    checks: [evolutionCheck],
    findings: () => changeFindings(verdict),
    document: evolutionDocument(verdict, titles),
  };
}

function versionMistake(
  reading: EvolutionReading & { kind: "compared" },
  profile: Profile,
): Conclusion["diagnostics"] & object {
  const { verdict, head, base } = reading;
  const { isEnough, next } = verdict.version;
  if (isEnough || profile === "pr") return [];
  const { file, path } = head.place(head.catalog.file, ["version"]);
  const words = {
    base: titleOf(base.side),
    step: verdict.step,
    version: quoted(head.catalog.version),
    next: quoted(next),
  };
  return [diagnostic("FC9204", locate(file, path), words)];
}

function titleOf({
  title,
  catalog,
}: {
  readonly title: string;
  readonly catalog: { readonly version: string };
}): string {
  return title === catalog.version ? title : `${title} (${catalog.version})`;
}
