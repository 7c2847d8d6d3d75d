import { compareCatalogs } from "../../core/evolution/compare-catalogs.ts";
import { verdictOn } from "../../core/evolution/verdict.ts";
import { changeFindings } from "../../core/report/change-findings.ts";
import { evolutionCheck } from "../../core/report/checks.ts";
import { evolutionText } from "../../core/report/evolution-text.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import { evolutionDocument } from "../evolution-document.ts";
import type { Host } from "../host/host.ts";
import { folderAt } from "../host/project-files.ts";
import { packagedSide } from "../packaged-side.ts";
import type { GlobalOptions } from "../pipeline.ts";

/** Options of `outdated`. */
export interface OutdatedOptions extends GlobalOptions {
  /** The folder of the npm package that is in use. */
  readonly folder: string;
  /** That of a newer one. */
  readonly newer: string;
}

const command = "outdated";

const notCompared =
  "What errors of platforms mean was not compared: the packages have it as programs, which nothing here runs.\n";

/** Says to whoever uses the artifacts what an update to newer ones would change, and whether it breaks anything. */
export async function outdated(host: Host, options: OutdatedOptions): Promise<ExitCode> {
  return conclude(host, options, conclusionOf(host, options));
}

function conclusionOf(host: Host, { cwd, folder, newer }: OutdatedOptions): Conclusion {
  const root = folderAt(host.cwd, cwd);
  const base = packagedSide(host, root, folder);
  const head = packagedSide(host, root, newer);
  for (const one of [base, head]) {
    if ("problem" in one) return { command, problem: one.problem };
    if ("diagnostics" in one) return { command, root, diagnostics: one.diagnostics };
  }
  if (!("side" in base) || !("side" in head)) return { command };
  const changes = compareCatalogs(base.side, head.side, { digest: host.digest });
  const { version: baseVersion } = base.side.catalog;
  const { version: headVersion } = head.side.catalog;
  const verdict = verdictOn(changes, {
    preset: "full",
    rules: {},
    baseVersion,
    headVersion,
    waivers: [],
    today: host.today(),
  });
  const titles = { base: `${folder} (${baseVersion})`, head: `${newer} (${headVersion})` };
  return {
    command,
    root,
    found: verdict.changes.some(({ severity }) => severity === "error" || severity === "forbidden"),
    checks: [evolutionCheck],
    findings: () => changeFindings(verdict),
    text: (ink) => `${evolutionText(verdict, titles, ink)}${base.hasSources || head.hasSources ? notCompared : ""}`,
    document: evolutionDocument(verdict, titles),
  };
}
