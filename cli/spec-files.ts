import type { Configuration } from "../core/configuration.ts";
import { decode } from "../core/decode.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { RawFile, SpecFiles } from "../core/load.ts";
import { joined } from "../core/output-path.ts";
import { quoted } from "../core/quoted.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Host } from "./host/host.ts";
import { filesIn, readProjectFile } from "./host/project-files.ts";
import type { Problem } from "./problem.ts";

/** What came of reading the files of a spec; `files` is undefined where the catalog is too large to be read. */
export type SpecReading =
  | { readonly kind: "read"; readonly files: SpecFiles | undefined; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "stopped"; readonly problem: Problem };

/** Says of a file that the system does not let us read it. */
export function unreadable(path: string, reason: string): Problem {
  return { message: `${quoted(path)} cannot be read: ${reason}.`, hint: "Make it a file that can be read." };
}

/** Reads the catalog and every locale beside it. */
export function readSpec(host: Host, root: string, settings: Configuration): SpecReading {
  const diagnostics: Diagnostic[] = [];
  const locales: RawFile[] = [];
  const catalog = readProjectFile(host.files, root, settings.spec);
  if (catalog.kind === "missing") return { kind: "stopped", problem: noCatalog(settings) };
  if (catalog.kind === "unreadable") return { kind: "stopped", problem: unreadable(settings.spec, catalog.reason) };
  if (catalog.kind === "too-large") diagnostics.push(catalog.diagnostic);
  for (const name of filesIn(host.files, root, settings.locales, ".json", false)) {
    const path = joined(settings.locales, name);
    const locale = readProjectFile(host.files, root, path);
    if (locale.kind === "unreadable") return { kind: "stopped", problem: unreadable(path, locale.reason) };
    if (locale.kind === "too-large") diagnostics.push(locale.diagnostic);
    if (locale.kind === "read") locales.push(locale.raw);
  }
  return { kind: "read", files: catalog.kind === "read" ? { catalog: catalog.raw, locales } : undefined, diagnostics };
}

function noCatalog(settings: Configuration): Problem {
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
