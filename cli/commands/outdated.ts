import type { Catalog } from "../../core/catalog.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { compareCatalogs } from "../../core/evolution/compare-catalogs.ts";
import { writtenSide } from "../../core/evolution/side.ts";
import { verdictOn } from "../../core/evolution/verdict.ts";
import { load } from "../../core/load.ts";
import { joined } from "../../core/output-path.ts";
import { quoted } from "../../core/quoted.ts";
import { changeFindings } from "../../core/report/change-findings.ts";
import { evolutionCheck } from "../../core/report/checks.ts";
import { evolutionText } from "../../core/report/evolution-text.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import { evolutionDocument } from "../evolution-document.ts";
import type { Host } from "../host/host.ts";
import { folderAt, readNamedFile } from "../host/project-files.ts";
import type { GlobalOptions } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { unreadable } from "../spec-files.ts";

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
  return conclude(host, options, conclusionOf(host, options));
}

function conclusionOf(host: Host, { cwd, folder, newer }: OutdatedOptions): Conclusion {
  const root = folderAt(host.cwd, cwd);
  const base = packagedCatalog(host, root, folder);
  const head = packagedCatalog(host, root, newer);
  for (const one of [base, head]) {
    if ("problem" in one) return { command, problem: one.problem };
    if ("diagnostics" in one) return { command, root, diagnostics: one.diagnostics };
  }
  if (!("catalog" in base) || !("catalog" in head)) return { command };
  const changes = compareCatalogs(writtenSide(base.catalog, folder), writtenSide(head.catalog, newer), {
    digest: host.digest,
  });
  const { version: baseVersion } = base.catalog;
  const { version: headVersion } = head.catalog;
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
    text: (ink) => evolutionText(verdict, titles, ink),
    document: evolutionDocument(verdict, titles),
  };
}

type Packaged =
  | { readonly catalog: Catalog }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly problem: Problem };

/** The catalog that the npm package in a folder carries, in its default language and without the errors of platforms. */
function packagedCatalog(host: Host, root: string, folder: string): Packaged {
  const path = joined(folder, "catalog.json");
  const reading = readNamedFile(host.files, root, path);
  if (reading.kind === "unreadable") return { problem: unreadable(path, reading.reason) };
  if (reading.kind === "too-large") return { diagnostics: [reading.diagnostic] };
  if (reading.kind === "missing") {
    const message = `There is no package of failcodes in ${quoted(folder)}: it has no catalog.json.`;
    return { problem: { message, hint: "Name the folder of the npm package, as it was installed or copied." } };
  }
  const loaded = load(
    { catalog: reading.raw, locales: [] },
    { published: true, maxFileSize: Number.POSITIVE_INFINITY },
  );
  return loaded.ok ? { catalog: loaded.value } : { diagnostics: loaded.diagnostics };
}
