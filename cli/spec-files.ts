import type { Configuration } from "../core/configuration.ts";
import { decode } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { RawFile, SpecFiles } from "../core/load.ts";
import { joined } from "../core/output-path.ts";
import { quoted } from "../core/quoted.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Host } from "./host/host.ts";
import { absolutePath, filesIn, type Reading, readAgain, readProjectFile } from "./host/project-files.ts";
import type { Problem } from "./problem.ts";

/** What came of reading the files of a spec; `files` is undefined where the catalog is too large to be read. */
export type SpecReading =
  | { readonly kind: "read"; readonly files: SpecFiles | undefined; readonly others: OtherReadings }
  | { readonly kind: "stopped"; readonly problem: Problem };

/** What came of reading the locales and sources, as far as somebody asked for them. */
export interface OtherReadings {
  readonly diagnostics: readonly Diagnostic[];
  /** What the system said of one; those after it in its folder are not read. */
  readonly problem: Problem | undefined;
}

/** Says of a file that the system does not let us read it. */
export function unreadable(path: string, reason: string): Problem {
  return { message: `${quoted(path)} cannot be read: ${reason}.`, hint: "Make it a file that can be read." };
}

/**
 * Reads the catalog; every locale and source beside it is read when it is asked for. With `again`, texts need not be kept: they are
 * read again where they are needed.
 */
export function readSpec(host: Host, root: string, settings: Configuration, again: boolean): SpecReading {
  const { files } = host;
  const { spec, maxFileSize } = settings;
  const found: { diagnostics: Diagnostic[]; problem: Problem | undefined } = { diagnostics: [], problem: undefined };
  const read = (path: string): Reading => {
    const stamp = again ? files.stamp(absolutePath(root, path))?.text : undefined;
    const reading = readProjectFile(files, root, path, maxFileSize);
    if (!again || reading.kind !== "read") return reading;
    const reread = (): string | Uint8Array => readAgain(files, root, path, maxFileSize, stamp);
    return { kind: "read", raw: { ...reading.raw, reread } };
  };
  const catalog = read(spec);
  if (catalog.kind === "missing") return { kind: "stopped", problem: noCatalog(settings) };
  if (catalog.kind === "unreadable") return { kind: "stopped", problem: unreadable(spec, catalog.reason) };
  if (catalog.kind === "too-large") found.diagnostics.push(catalog.diagnostic);

  function* jsonFilesIn(folder: string): Iterable<RawFile> {
    for (const name of filesIn(files, root, folder, ".json", false)) {
      const path = joined(folder, name);
      const file = read(path);
      if (file.kind === "unreadable") {
        found.problem ??= unreadable(path, file.reason);
        return;
      }
      if (file.kind === "too-large") found.diagnostics.push(file.diagnostic);
      if (file.kind === "read") yield file.raw;
    }
  }

  const { locales, sources } = settings;
  const given =
    catalog.kind === "read"
      ? { catalog: catalog.raw, locales: jsonFilesIn(locales), sources: jsonFilesIn(sources) }
      : undefined;
  return { kind: "read", files: given, others: found };
}

/** Why a project without a catalog cannot be worked on. */
export function noCatalog(settings: Configuration): Problem {
  const name = settings.file === undefined ? undefined : settings.file.path;
  return {
    message: `There is no catalog ${quoted(settings.spec)}.`,
    hint:
      name === undefined
        ? 'Run `failcodes init` for a small one to begin with, or name yours under "spec" in failcodes.config.json.'
        : `Correct "spec" in ${name}, or run \`failcodes init\` for a small one to begin with.`,
  };
}

/** The project's own templates by name. */
export function readTemplates(
  host: Host,
  root: string,
  settings: Configuration,
): { readonly templates: ReadonlyMap<string, SourceFile>; readonly diagnostics: readonly Diagnostic[] } {
  const templates = new Map<string, SourceFile>();
  const diagnostics: Diagnostic[] = [];
  for (const name of filesIn(host.files, root, settings.templates, ".hbs", true)) {
    const reading = readProjectFile(host.files, root, joined(settings.templates, name));
    if (reading.kind === "too-large") diagnostics.push(reading.diagnostic);
    if (reading.kind !== "read") continue;
    const { file, readable, diagnostics: found } = decode(reading.raw, settings.maxFileSize);
    // A template may begin with a byte-order mark: it is not JSON.
    if (readable) templates.set(name, file);
    else diagnostics.push(...found);
  }
  return { templates, diagnostics };
}
