import type { Catalog, Source } from "../../core/catalog.ts";
import type { Ledger } from "../../core/ledger/ledger.ts";
import { inProfile, type Profile } from "../../core/profile.ts";
import { sourceHashes } from "../../core/source-hashes.ts";
import { coverageOf } from "../../core/sources/coverage.ts";
import type { Json } from "../../core/target.ts";
import { translationProgress } from "../../core/translation-progress.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf, projectChecks } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import type { Ink } from "../ink.ts";
import { type LedgerProof, proveLedger } from "../ledger-proof.ts";
import { type GlobalOptions, type Loading, loadProject } from "../pipeline.ts";
import { progressText } from "../progress-text.ts";
import { readProjectLedger } from "../project-ledger.ts";
import { tableText } from "../table.ts";

/** Options of `validate`. */
export interface ValidateOptions extends GlobalOptions {
  /** `pr` unless it is given. */
  readonly profile?: Profile;
}

/** Reports every mistake of the project; in the profile `release`, what is not translated or out of date is one. */
export async function validate(host: Host, options: ValidateOptions): Promise<ExitCode> {
  const loading = await loadProject(host, { ...options, targets: true, origins: true });
  return conclude(host, options, conclusionOf(host, loading, options.profile ?? "pr"));
}

function conclusionOf(host: Host, loading: Loading, profile: Profile): Conclusion {
  const command = "validate";
  if (loading.kind === "stopped") return mistakesOf(command, loading);
  const found = inProfile(loading.diagnostics, profile);
  if (loading.kind === "mistakes") return mistakesOf(command, { ...loading, diagnostics: found });
  const { root } = loading;
  const { catalog, configuration } = loading.project;
  const place = { root, settings: configuration };
  const { ledger, diagnostics: ofLines, problem } = readProjectLedger(host, place);
  if (problem !== undefined) return { command, problem };
  const proof = proveLedger(host, place, ledger, catalog);
  const diagnostics = [...found, ...ofLines, ...proof.diagnostics];
  const progress = profile === "release" ? translationProgress(catalog, sourceHashes(catalog, host.digest)) : undefined;
  const isClean = diagnostics.every(({ severity }) => severity !== "error");
  return {
    command,
    diagnostics,
    root,
    checks: projectChecks,
    text: (ink) => {
      const translations = progress === undefined ? "" : progressText(progress, {}, ink);
      if (!isClean) return translations === "" ? "" : `\n${translations}`;
      const clean = `${ink.green("Clean:")} ${catalog.file.path} holds ${extent(catalog)}.`;
      const released = ledger === undefined || ledger.lines.length === 0 ? "" : `${releasesText(ledger, proof)}\n`;
      return `${clean}\n${released}${coverageText(catalog, ink)}${translations === "" ? "" : `\n${translations}`}`;
    },
    document: {
      catalog: {
        name: catalog.name,
        version: catalog.version,
        failures: catalog.failures.length,
        categories: catalog.categories.length,
        locales: catalog.locales.map(({ tag }) => tag),
        ...(catalog.sources.length === 0 ? {} : { sources: catalog.sources.map(coverageDocument) }),
      },
      ...(ledger === undefined
        ? {}
        : { ledger: { releases: ledger.lines.length, witnesses: [...proof.witnesses], shallow: proof.isShallow } }),
      ...(progress === undefined ? {} : { translations: progress.map((row) => ({ ...row })) }),
    },
  };
}

/** `27 failures in 3 categories, with messages in 3 locales (en, ar, ja), and the errors of 19 sources`. */
function extent({ failures, categories, locales, sources }: Catalog): string {
  const tags = locales.map(({ tag }) => tag);
  const shown = tags.length > 12 ? `${tags.slice(0, 12).join(", ")}, …` : tags.join(", ");
  const platforms = sources.length === 0 ? "" : `, and the errors of ${counted(sources.length, "source")}`;
  return (
    `${counted(failures.length, "failure")} in ${counted(categories.length, "category", "categories")}, ` +
    `with messages in ${counted(tags.length, "locale")} (${shown})${platforms}`
  );
}

const shallow =
  "This is a shallow clone without another branch or tag: what was cut off in the last commit would not show; fetch them (fetch-depth: 0).";

/** `3 releases, the last one 1.2.0; its line is known to the last commit and 6 manifests.` */
function releasesText({ lines }: Ledger, { witnesses, isShallow }: LedgerProof): string {
  const releases = `${counted(lines.length, "release")}, the last one ${lines.at(-1)?.version ?? ""}`;
  const [first, ...others] = witnesses;
  if (first === undefined) {
    return `${releases}. Nothing else here remembers them: neither git nor a manifest would show if the last ones were cut off.`;
  }
  const rest = others.length === 0 ? "" : ` and ${counted(others.length, "other witness", "other witnesses")}`;
  const name = first.replace(/^(?:The|Branch|Tag) /, (word) => word.toLowerCase());
  const remembered = `${releases}; ${name}${rest} ${others.length === 0 ? "remembers" : "remember"} the same.`;
  return isShallow ? `${remembered} ${shallow}` : remembered;
}

const counts = ["errors", "mapped", "documented", "derived", "fallback", "notAFailure", "inherited"] as const;

const headings = ["source", "errors", "mapped", "documented", "derived", "fallback", "none", "inh."];

/**
 * How many errors of each source are mapped, and how, as a table of less than 80 columns; `none` are those that are no
 * failure, `inh.` those that come from another source. "" where there are no sources.
 */
function coverageText({ sources }: Catalog, ink: Ink): string {
  if (sources.length === 0) return "";
  const rows = sources.map((source) => {
    const coverage = coverageOf(source);
    return [source.name, ...counts.map((count) => String(coverage[count]))];
  });
  return `\n${tableText(headings, rows, ink)}`;
}

function coverageDocument(source: Source): Json {
  const { errors, mapped, documented, derived, fallback, notAFailure, inherited } = coverageOf(source);
  return { name: source.name, errors, mapped, documented, derived, fallback, notAFailure, inherited };
}
