import { compareCatalogs } from "../../core/evolution/compare-catalogs.ts";
import type { Side } from "../../core/evolution/side.ts";
import type { ComparedSurfaces } from "../../core/evolution/surface.ts";
import { verdictOn } from "../../core/evolution/verdict.ts";
import { changeFindings } from "../../core/report/change-findings.ts";
import { evolutionCheck } from "../../core/report/checks.ts";
import { evolutionText, verdictText } from "../../core/report/evolution-text.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import { evolutionDocument } from "../evolution-document.ts";
import type { Host } from "../host/host.ts";
import { folderAt } from "../host/project-files.ts";
import { surfacesInHand } from "../package-surfaces.ts";
import { type PackagedSide, packagedSide } from "../packaged-side.ts";
import type { GlobalOptions } from "../pipeline.ts";

/** Options of `outdated`. */
export interface OutdatedOptions extends GlobalOptions {
  /** The folder of the npm package that is in use. */
  readonly folder: string;
  /** That of a newer one. */
  readonly newer: string;
}

const command = "outdated";

/** Says to whoever uses the artifacts what an update to newer ones would change, and whether it breaks anything. */
export async function outdated(host: Host, options: OutdatedOptions): Promise<ExitCode> {
  return conclude(host, options, await conclusionOf(host, options));
}

async function conclusionOf(host: Host, { cwd, folder, newer }: OutdatedOptions): Promise<Conclusion> {
  const root = folderAt(host.cwd, cwd);
  const base = packagedSide(host, root, folder);
  const head = packagedSide(host, root, newer);
  for (const one of [base, head]) {
    if ("problem" in one) return { command, problem: one.problem };
    if ("diagnostics" in one) return { command, root, diagnostics: one.diagnostics };
  }
  if (!("side" in base) || !("side" in head)) return { command };
  // One of them as programs and the other as tables would be a comparison of nothing with everything.
  const isWithout = base.sources === "unread" || head.sources === "unread";
  const [earlier, later] = isWithout ? [withoutSources(base.side), withoutSources(head.side)] : [base.side, head.side];
  const ofCatalog = compareCatalogs(earlier, later, { digest: host.digest });
  const surfaces = await exportsOf(base, head, ofCatalog.length === 0);
  const changes =
    surfaces === undefined ? ofCatalog : compareCatalogs(earlier, later, { digest: host.digest, surfaces });
  const notCompared = [
    ...(isWithout ? [{ what: "sources", reason: sourcesAsPrograms }] : []),
    ...(surfaces === undefined ? [{ what: "exports", reason: exportsOfAnotherCatalog }] : []),
  ];
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
    summary: [verdictText(verdict, titles), ...notCompared.map(({ reason }) => reason)].join(" "),
    text: (ink) => `${evolutionText(verdict, titles, ink)}${notCompared.map(({ reason }) => `${reason}\n`).join("")}`,
    document: { ...evolutionDocument(verdict, titles), notCompared },
  };
}

const sourcesAsPrograms =
  "What errors of platforms mean was not compared: the npm package has it as programs, which nothing here runs. Name folders that hold the artifacts of the targets typescript and sources.";

const exportsOfAnotherCatalog =
  "What the generator or its options changed in the exports was not compared: the catalog changed them too, and this version of failcodes does not make the newer package as it is.";

function withoutSources(side: Side): Side {
  return { ...side, catalog: { ...side.catalog, sources: [] } };
}

/** Of one catalog, all that differs in the exports the generator or its options did; of two, only this generator could tell. */
async function exportsOf(
  base: PackagedSide,
  head: PackagedSide,
  isSame: boolean,
): Promise<ComparedSurfaces | undefined> {
  const [before, after] = [base.surface(), head.surface()];
  if (before === undefined || after === undefined) return undefined;
  if (isSame) return { base: before, head: after };
  return surfacesInHand(
    { catalog: base.side.catalog, surface: before },
    { catalog: head.side.catalog, surface: after },
  );
}
