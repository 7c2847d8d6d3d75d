import type { Catalog } from "../../core/catalog.ts";
import { textOf } from "../../core/content.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Drift } from "../../core/drift/entry.ts";
import { meaningDigest } from "../../core/evolution/meaning.ts";
import type { Verdict } from "../../core/evolution/verdict.ts";
import { locate } from "../../core/json.ts";
import { changelogPath, changelogText } from "../../core/ledger/changelog.ts";
import { type Ledger, lastRelease } from "../../core/ledger/ledger.ts";
import { ledgerPath, releasePath } from "../../core/ledger/ledger-paths.ts";
import { ledgerLineText } from "../../core/ledger/ledger-text.ts";
import { migrationPath, migrationText } from "../../core/ledger/migration.ts";
import { ledgerFailure, releaseText, type Surface } from "../../core/ledger/release-document.ts";
import type { ReleaseNotes } from "../../core/ledger/release-notes.ts";
import { type Outcome, success } from "../../core/outcome.ts";
import { folderOf, joined } from "../../core/output-path.ts";
import { codePagePath, pageUrl } from "../../core/page-address.ts";
import { inProfile } from "../../core/profile.ts";
import { quoted } from "../../core/quoted.ts";
import { changeFindings } from "../../core/report/change-findings.ts";
import { driftCheck, evolutionCheck } from "../../core/report/checks.ts";
import { driftFindings } from "../../core/report/drift-findings.ts";
import { driftDocument, driftText } from "../../core/report/drift-text.ts";
import { evolutionText, verdictText } from "../../core/report/evolution-text.ts";
import { compareVersions, parseVersion } from "../../core/semantic-version.ts";
import { hasErrors } from "../../core/shaped-file.ts";
import { compareArtifacts, generateArtifacts } from "../artifacts.ts";
import { released } from "../compared-side.ts";
import { artifactChecks, type Opened, openProject } from "../comparison.ts";
import { type Conclusion, conclude, type ExitCode } from "../conclusion.ts";
import { evolutionOf } from "../evolution.ts";
import { evolutionDocument } from "../evolution-document.ts";
import type { Host } from "../host/host.ts";
import { absolutePath, readProjectFile } from "../host/project-files.ts";
import { replaceFile } from "../host/replace-file.ts";
import { whileLocked } from "../host/write-lock.ts";
import { proveLedger } from "../ledger-proof.ts";
import { surfaceWith } from "../package-surfaces.ts";
import type { GlobalOptions } from "../pipeline.ts";
import { ledgerHead, projectHistory, readProjectLedger } from "../project-ledger.ts";

/** Options of `release`. */
export interface ReleaseOptions extends GlobalOptions {
  /** Says what would be written, and writes nothing. */
  readonly dryRun?: boolean;
}

const command = "release";

/**
 * Releases the catalog as it is: a line in the ledger, the resolved catalog beside it, a section of the changelog and
 * one of the migration notes, and all artifacts again. Refused unless everything is in order.
 */
export async function release(host: Host, options: ReleaseOptions): Promise<ExitCode> {
  return conclude(host, options, await conclusionOf(host, options));
}

type OpenProject = Opened & { readonly kind: "open" };

async function conclusionOf(host: Host, options: ReleaseOptions): Promise<Conclusion> {
  const opened = await openProject(host, command, { ...options, origins: true });
  if (opened.kind === "closed") return opened.conclusion;
  const { root, configuration, catalog } = opened.project;
  const place = { root, settings: configuration };
  const { ledger, diagnostics: ofLines, problem } = readProjectLedger(host, place);
  if (problem !== undefined) return { command, problem };
  const proof = proveLedger(host, place, ledger, catalog).diagnostics;
  const found = [...inProfile(opened.diagnostics, "release"), ...ofLines, ...proof];
  if (hasErrors(found)) return { command, root, diagnostics: found, text: () => refusal };

  const compared = await compareArtifacts(opened.workspace, opened.request);
  if (!compared.ok || hasErrors(compared.diagnostics)) {
    return { command, root, diagnostics: [...found, ...compared.diagnostics], text: () => refusal };
  }
  if (compared.value.entries.length > 0) return driftConclusion(compared.value, root, found);

  if (ledger === undefined || lastRelease(ledger) === undefined)
    return finish(host, options, opened, ledger, undefined, found);
  const evolution = await evolutionOf(host, opened.project, { base: released });
  if (evolution.kind === "stopped") return { command, root, problem: evolution.problem };
  if (evolution.kind === "mistakes") return { command, root, diagnostics: [...found, ...evolution.diagnostics] };
  const { verdict } = evolution;
  const all = [...found, ...evolution.diagnostics, ...versionMistakes(catalog, ledger, verdict)];
  const isRefused = hasErrors(all) || verdict.changes.some(({ standing }) => standing === "refused");
  const titles = { base: verdict.version.base, head: `the work tree (${verdict.version.head})` };
  if (isRefused) {
    return {
      command,
      root,
      diagnostics: all,
      found: true,
      summary: `${verdictText(verdict, titles)} ${refusal.trimEnd()}`,
      text: (ink) => `${evolutionText(verdict, titles, ink)}${refusal}`,
      checks: [...artifactChecks, driftCheck, evolutionCheck],
      findings: () => changeFindings(verdict),
      document: evolutionDocument(verdict, titles),
    };
  }
  return finish(host, options, opened, ledger, verdict, all);
}

const refusal = "Nothing was released.\n";

function driftConclusion(drift: Drift, root: string, diagnostics: readonly Diagnostic[]): Conclusion {
  return {
    command,
    root,
    diagnostics,
    found: true,
    text: (ink) => `${driftText(drift, ink)}${refusal}`,
    checks: [...artifactChecks, driftCheck],
    findings: () => driftFindings(drift.entries),
    document: driftDocument(drift),
  };
}

/** A version that says too little, or none that is new. */
function versionMistakes(catalog: Catalog, ledger: Ledger, verdict: Verdict): readonly Diagnostic[] {
  const at = locate(catalog.file, ["version"]);
  const { next, isEnough, base } = verdict.version;
  const words = { base, step: verdict.step, version: quoted(catalog.version), next: quoted(next) };
  if (!isEnough) return [diagnostic("FC9204", at, words)];
  const last = parseVersion(lastRelease(ledger)?.version ?? "");
  const now = parseVersion(catalog.version);
  if (last === undefined || now === undefined || compareVersions(now, last) > 0) return [];
  return [diagnostic("FC9205", at, { version: quoted(catalog.version) })];
}

async function finish(
  host: Host,
  options: ReleaseOptions,
  opened: OpenProject,
  ledger: Ledger | undefined,
  verdict: Verdict | undefined,
  diagnostics: readonly Diagnostic[],
): Promise<Conclusion> {
  const { root, catalog } = opened.project;
  const { version } = catalog;
  const surface = await surfaceWith(opened.project.configuration, catalog);
  const files = releaseFiles(host, opened, ledger, verdict, surface);
  const document = {
    release: { version, date: host.today(), files: files.map(({ path }) => path), dryRun: options.dryRun === true },
    ...(verdict === undefined ? {} : evolutionDocument(verdict, { base: verdict.version.base, head: version })),
  };
  const list = (word: string): string => files.map(({ path }) => `${word} ${path}\n`).join("");
  if (options.dryRun === true) {
    const text = (): string => `${list("would write")}${version} is ready to be released; nothing was written.\n`;
    return { command, root, diagnostics, text, document };
  }
  const written = await writeRelease(
    host,
    opened,
    files,
    ledger === undefined ? undefined : lastRelease(ledger)?.digest,
  );
  if (!written.ok) return { command, root, diagnostics: [...diagnostics, ...written.diagnostics] };
  if (written.value === "overtaken") {
    const message = "Another release was written while this one was prepared, and nothing was written for this one.";
    return { command, root, problem: { message, hint: "Run `failcodes release` again; it looks at everything anew." } };
  }
  const place = { root, settings: opened.project.configuration };
  const kit = { ...opened.request.kit, history: projectHistory(host, place) };
  const request = { ...opened.request, kit, ledger: ledgerHead(host, place) };
  const generated = await generateArtifacts(opened.workspace, request, false);
  return {
    command,
    root,
    diagnostics: [...diagnostics, ...generated.diagnostics],
    text: (ink) => `${list("wrote")}${ink.green("Released:")} ${catalog.name} ${version}.\n`,
    document,
  };
}

interface ReleaseFile {
  readonly path: string;
  readonly content: string;
}

/** What a release writes, in this order: with the line of the ledger, the last, it is one. */
function releaseFiles(
  host: Host,
  { project }: OpenProject,
  ledger: Ledger | undefined,
  verdict: Verdict | undefined,
  surface: Surface | undefined,
): readonly ReleaseFile[] {
  const { root, configuration, catalog, targets } = project;
  const { spec, output, baseUrl } = configuration;
  const contents = textOf(releaseText(catalog, surface));
  const line = ledgerLineText(
    {
      version: catalog.version,
      date: host.today(),
      previous: ledger === undefined ? undefined : lastRelease(ledger)?.digest,
      release: host.digest(contents),
      failures: catalog.failures.map((one) => ledgerFailure(one, meaningDigest(one, host.digest))),
      reserved: catalog.reserved.map(({ code }) => code),
    },
    host.digest,
  );
  const hasPages = targets.some(({ target }) => target.id === "docs");
  const pages = relativeFolder(folderOf(spec), joined(output, "docs"));
  const notes: ReleaseNotes = {
    catalog,
    date: host.today(),
    changes: verdict?.changes,
    pageOf: (code) => {
      if (!hasPages || !(catalog.byCode.has(code) || catalog.reserved.some((one) => one.code === code)))
        return undefined;
      const page = codePagePath(code);
      return baseUrl === undefined ? `${pages}/${page}` : pageUrl(baseUrl, page);
    },
  };
  const formerMigration = textAt(host, root, migrationPath(spec));
  const migration = migrationText(formerMigration, notes);
  const before = ledger?.file.text ?? "";
  const separator = before === "" || before.endsWith("\n") ? "" : "\n";
  return [
    { path: releasePath(spec, catalog.version), content: contents },
    { path: changelogPath(spec), content: changelogText(textAt(host, root, changelogPath(spec)), notes) },
    ...(migration === undefined || migration === formerMigration
      ? []
      : [{ path: migrationPath(spec), content: migration }]),
    { path: ledgerPath(spec), content: `${before}${separator}${line}\n` },
  ];
}

function textAt(host: Host, root: string, path: string): string | undefined {
  const reading = readProjectFile(host.files, root, path);
  if (reading.kind !== "read") return undefined;
  const { content } = reading.raw;
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

/** The way from one folder of the project to another. */
function relativeFolder(from: string, to: string): string {
  const depth = from === "" || from === "." ? 0 : from.split("/").length;
  return `${"../".repeat(depth)}${to}`;
}

async function writeRelease(
  host: Host,
  { workspace, project }: OpenProject,
  files: readonly ReleaseFile[],
  known: string | undefined,
): Promise<Outcome<"written" | "overtaken">> {
  const { root, configuration } = project;
  return whileLocked(workspace, () => {
    // Another release may have been faster.
    if (ledgerHead(host, { root, settings: configuration }) !== known) return success("overtaken", []);
    for (const file of files) {
      const absolute = absolutePath(root, file.path);
      host.files.createFolder(absolutePath(root, folderOf(file.path)));
      replaceFile(host, absolute, file.content);
    }
    return success("written", []);
  });
}
