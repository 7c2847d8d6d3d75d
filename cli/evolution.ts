import type { Catalog } from "../core/catalog.ts";
import type { Configuration } from "../core/configuration.ts";
import { type Diagnostic, diagnostic } from "../core/diagnostics/diagnostic.ts";
import { compareCatalogs } from "../core/evolution/compare-catalogs.ts";
import type { Decisions } from "../core/evolution/decisions.ts";
import { evolutionRules } from "../core/evolution/evolution-rules.ts";
import { noPast } from "../core/evolution/past.ts";
import { type Side, writtenSide } from "../core/evolution/side.ts";
import { type Verdict, verdictOn, type Waiver } from "../core/evolution/verdict.ts";
import type { JsonPath } from "../core/json/path.ts";
import { findPlaces } from "../core/json/places.ts";
import { locate } from "../core/json.ts";
import { pastOf } from "../core/ledger/past-of.ts";
import { quoted } from "../core/quoted.ts";
import type { SourceFile } from "../core/source-file.ts";
import { suggestion } from "../core/suggestion.ts";
import { type ComparedSide, sideNamed } from "./compared-side.ts";
import type { Host } from "./host/host.ts";
import { comparedSurfaces } from "./package-surfaces.ts";
import type { Problem } from "./problem.ts";
import { projectDecisions } from "./project-decisions.ts";
import { readProjectLedger } from "./project-ledger.ts";

/** A project, as far as its evolution is asked for. */
export interface EvolvingProject {
  readonly root: string;
  readonly configuration: Configuration;
  readonly catalog: Catalog;
}

/** What came of comparing a catalog with an earlier one. */
export type EvolutionReading =
  | {
      readonly kind: "compared";
      readonly verdict: Verdict;
      readonly base: ComparedSide;
      readonly head: Side;
      readonly diagnostics: readonly Diagnostic[];
    }
  | { readonly kind: "mistakes"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "stopped"; readonly problem: Problem };

/** Compares two catalogs that words of the command line name; without a later one, the project's own is it. */
export async function evolutionOf(
  host: Host,
  { root, configuration, catalog }: EvolvingProject,
  words: { readonly base: string; readonly head?: string | undefined },
): Promise<EvolutionReading> {
  const misnamed = unknownRules(configuration);
  if (misnamed.length > 0) return { kind: "mistakes", diagnostics: misnamed };
  const asked = { root, settings: configuration };
  const base = sideNamed(host, asked, words.base);
  if (base.kind !== "read") return base;
  const later = words.head === undefined ? undefined : sideNamed(host, asked, words.head);
  if (later !== undefined && later.kind !== "read") return later;
  const head = later?.compared.side ?? writtenSide(catalog, "the work tree");
  const { ledger, diagnostics: ofLedger, problem } = readProjectLedger(host, asked);
  if (problem !== undefined) return { kind: "stopped", problem };
  const { decisions, diagnostics: ofDecisions, problem: unread } = projectDecisions(host, root, configuration.spec);
  if (unread !== undefined) return { kind: "stopped", problem: unread };
  const found = [...ofLedger, ...ofDecisions];
  if (found.some(({ severity }) => severity === "error")) return { kind: "mistakes", diagnostics: found };
  // Of a file that is no project's nobody knows with which options its package is made.
  const settings = later === undefined ? configuration : later.compared.settings;
  const changes = compareCatalogs(base.compared.side, head, {
    digest: host.digest,
    meanings: decisions.meanings,
    past: ledger === undefined ? noPast : pastOf(ledger),
    surfaces: settings === undefined ? undefined : await comparedSurfaces(base.compared, settings),
  });
  const verdict = verdictOn(changes, {
    ...configuration.evolution,
    baseVersion: base.compared.side.catalog.version,
    headVersion: head.catalog.version,
    waivers: decisions.waivers,
    today: host.today(),
  });
  findChanges(verdict);
  const diagnostics = [...found, ...waiverDiagnostics(verdict, decisions)];
  return { kind: "compared", verdict, base: base.compared, head, diagnostics };
}

/** A misspelt rule would keep the severity that somebody meant to change. */
function unknownRules({ file, evolution }: Configuration): readonly Diagnostic[] {
  if (file === undefined) return [];
  const ids = Object.keys(evolutionRules);
  return Object.keys(evolution.rules)
    .filter((id) => !Object.hasOwn(evolutionRules, id))
    .map((id) => {
      const near = suggestion(id, ids);
      const remedy =
        near === undefined
          ? "Remove it, or write the id of a rule: `failcodes diff` begins every change with one."
          : `Did you mean ${quoted(near)}? Rename it, or remove it.`;
      const words = { owner: quoted("evolution.rules"), name: quoted(id), remedy };
      return diagnostic("FC4002", locate(file, ["evolution", "rules", id], "key"), words);
    });
}

/** Finds where all changes stand at once: two big catalogs with the trees of all their tokens do not fit into memory. */
function findChanges({ changes }: Verdict): void {
  const paths = new Map<SourceFile, JsonPath[]>();
  for (const { base, head } of changes) {
    for (const origin of [base, head]) {
      if (origin === undefined) continue;
      const others = paths.get(origin.file);
      if (others === undefined) paths.set(origin.file, [origin.path]);
      else others.push(origin.path);
    }
  }
  for (const [file, inside] of paths) findPlaces(file, inside);
}

function waiverDiagnostics(
  { waivers, changes }: Verdict,
  { file, waivers: written }: Decisions,
): readonly Diagnostic[] {
  if (file === undefined) return [];
  const at = (waiver: Waiver): Diagnostic["at"] => locate(file, ["waivers", written.indexOf(waiver), "fingerprint"]);
  const isForbidden = ({ fingerprint }: Waiver): boolean =>
    changes.some((change) => change.severity === "forbidden" && change.fingerprint === fingerprint);
  return [
    ...waivers.expired.map((waiver) =>
      diagnostic("FC9202", at(waiver), { fingerprint: quoted(waiver.fingerprint), day: waiver.expires }),
    ),
    ...waivers.unused.map((waiver) =>
      isForbidden(waiver)
        ? diagnostic("FC9203", at(waiver), { fingerprint: quoted(waiver.fingerprint) })
        : diagnostic("FC9201", at(waiver), { fingerprint: quoted(waiver.fingerprint) }),
    ),
  ];
}
