import { decode } from "../../core/decode.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { readExchange } from "../../core/exchange/formats.ts";
import { type Conflict, type ImportResult, importTranslations } from "../../core/import-translations.ts";
import { joined } from "../../core/output-path.ts";
import { quoted } from "../../core/quoted.ts";
import type { RawTranslations } from "../../core/raw/locale.gen.ts";
import { seriesCheck } from "../../core/report/checks.ts";
import type { SourceFile } from "../../core/source-file.ts";
import type { Json } from "../../core/target.ts";
import { newTranslatedFile, withTranslations } from "../../core/translated-file.ts";
import { conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import { absolutePath, folderAt, readNamedFile } from "../host/project-files.ts";
import { replaceFile } from "../host/replace-file.ts";
import type { Ink } from "../ink.ts";
import { type GlobalOptions, loadProject, type Project } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { unreadable } from "../spec-files.ts";

/** Options of `messages import`. */
export interface ImportOptions extends GlobalOptions {
  readonly file: string;
  readonly ours?: boolean;
  readonly theirs?: boolean;
}

/** Takes over what translators changed in a file that was given to them. */
export async function messagesImport(host: Host, options: ImportOptions): Promise<ExitCode> {
  const command = "messages import";
  const loading = await loadProject(host, { ...options, targets: false });
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf(command, loading));
  const { project, root } = loading;
  const named = { path: options.file, absolute: folderAt(folderAt(host.cwd, options.cwd), options.file) };
  const read = returnedFile(host, options);
  if ("message" in read) return conclude(host, options, { command, problem: read });
  if ("diagnostics" in read) return conclude(host, options, { command, root, named, diagnostics: read.diagnostics });
  const { problem, locale, units, languagePlace } = readExchange(read);
  if (problem !== undefined) {
    const diagnostics = [diagnostic("FC8001", problem.at, { reason: problem.reason })];
    return conclude(host, options, { command, root, named, diagnostics });
  }
  if (locale === undefined || locale === "") {
    const diagnostics = [diagnostic("FC8003", { file: read, start: 0, end: 0 }, { where: languagePlace })];
    return conclude(host, options, { command, root, named, diagnostics });
  }
  const { catalog } = project;
  const present = catalog.locales.find(({ tag }) => tag === locale && tag !== catalog.defaultLocale)?.file;
  const prefer = options.ours === true ? "ours" : options.theirs === true ? "theirs" : undefined;
  const given = { catalog, digest: host.digest, locale, present, returned: read, units, prefer } as const;
  const result = importTranslations(given);
  const path = present?.path ?? joined(project.configuration.locales, `${locale}.json`);
  if (result.changes.size > 0) write(host, project, path, present, locale, result);
  const { imported, stale, unchanged, rejected, conflicts, diagnostics } = result;
  return conclude(host, options, {
    command,
    root,
    named,
    diagnostics,
    checks: [seriesCheck("FC80")],
    document: {
      imported: { locale, path, texts: [...imported], stale, unchanged, rejected: [...rejected] },
      conflicts: conflicts.map((conflict): Json => ({ ...conflict })),
    },
    text: (ink) => `${conflicts.map((conflict) => conflictText(conflict, ink)).join("")}${closing(result, path, ink)}`,
  });
}

/** The file that is named: its text, mistakes in its bytes, or why there is none. */
function returnedFile(
  host: Host,
  { cwd, file }: ImportOptions,
): SourceFile | { readonly diagnostics: readonly Diagnostic[] } | Problem {
  const reading = readNamedFile(host.files, folderAt(host.cwd, cwd), file);
  switch (reading.kind) {
    case "missing":
      return { message: `There is no file ${quoted(file)}.`, hint: "Name the file that came back." };
    case "unreadable":
      return unreadable(file, reading.reason);
    case "too-large":
      return { diagnostics: [reading.diagnostic] };
    case "read": {
      // Spreadsheets and some translators' tools begin a file with a byte-order mark.
      const { file: source, readable, diagnostics } = decode(reading.raw);
      return readable ? source : { diagnostics };
    }
  }
}

function write(
  host: Host,
  { root, catalog }: Project,
  path: string,
  present: SourceFile | undefined,
  locale: string,
  { changes }: ImportResult,
): void {
  const absolute = absolutePath(root, path);
  if (present !== undefined) {
    const order = catalog.failures.map(({ name }) => name);
    replaceFile(host, host.files.realPath(absolute) ?? absolute, withTranslations(present, changes, order));
    return;
  }
  // What the other locales say of their schema holds for a neighbour of theirs.
  const neighbour = catalog.locales.find(({ tag }) => tag !== catalog.defaultLocale);
  const schema = neighbour === undefined ? undefined : (JSON.parse(neighbour.file.text) as RawTranslations).$schema;
  host.files.createFolder(folderAt(absolute, ".."));
  replaceFile(host, absolute, newTranslatedFile(locale, schema, changes).text);
}

function conflictText({ id, ours, theirs }: Conflict, ink: Ink): string {
  return `${ink.red("both changed")}  ${id}\n  here:  ${oneLine(ours)}\n  file:  ${oneLine(theirs)}\n`;
}

function oneLine(text: string): string {
  return JSON.stringify(text);
}

function closing({ imported, stale, unchanged, rejected, conflicts }: ImportResult, path: string, ink: Ink): string {
  const counts = [
    stale > 0 ? `${stale} stale` : "",
    unchanged > 0 ? `${unchanged} unchanged` : "",
    rejected.length > 0 ? `${rejected.length} rejected` : "",
    conflicts.length > 0 ? `${conflicts.length} changed on both sides` : "",
  ].filter((text) => text !== "");
  const rest = counts.length === 0 ? "" : ` (${counts.join(", ")})`;
  if (imported.length === 0) return `${ink.green("Nothing to take over")}${rest}.\n`;
  return `${ink.green("imported")}  ${counted(imported.length, "translation")} into ${path}${rest}\n`;
}
