import { decode } from "../../core/decode.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { quoted } from "../../core/quoted.ts";
import type { Difference, DifferenceKind } from "../../core/reconcile/difference.ts";
import { pageWords } from "../../core/reconcile/page-words.ts";
import type { PageMake, PublishedPage } from "../../core/reconcile/published-page.ts";
import { reconcile } from "../../core/reconcile/reconcile.ts";
import { seriesCheck } from "../../core/report/checks.ts";
import { positionAt, type SourceFile } from "../../core/source-file.ts";
import type { Json } from "../../core/target.ts";
import { conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import { folderAt, readNamedFile } from "../host/project-files.ts";
import type { Ink } from "../ink.ts";
import { type GlobalOptions, loadProject } from "../pipeline.ts";
import type { Problem } from "../problem.ts";
import { unreadable } from "../spec-files.ts";

/** Options of `reconcile`. */
export interface ReconcileOptions extends GlobalOptions {
  readonly page: string;
  /** Told by the page where it is not given. */
  readonly from?: PageMake;
  /** Whether warnings are errors. */
  readonly strict?: boolean;
}

/** Says what a reference page that was published elsewhere says otherwise than the catalog. */
export async function reconcilePage(host: Host, options: ReconcileOptions): Promise<ExitCode> {
  const command = "reconcile";
  const loading = await loadProject(host, { ...options, targets: false });
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf(command, loading));
  const { root, project } = loading;
  const named = { path: options.page, absolute: folderAt(folderAt(host.cwd, options.cwd), options.page) };
  const read = pageFile(host, options);
  if ("message" in read) return conclude(host, options, { command, problem: read });
  if ("diagnostics" in read)
    return conclude(host, options, { command, root, named, hindered: true, diagnostics: read.diagnostics });
  const { catalog } = project;
  const words = pageWords(catalog);
  const { readPublishedPage } = await import("../../importers/published-page.ts");
  const page = readPublishedPage(read, words, options.from);
  if (page.entries.length === 0) return conclude(host, options, { command, problem: nothingFound(options.page, page) });
  const differences = reconcile(page, catalog, words);
  const diagnostics = differences.map(({ diagnostic }) =>
    options.strict === true ? strictly(diagnostic) : diagnostic,
  );
  return conclude(host, options, {
    command,
    root,
    named,
    diagnostics,
    checks: [seriesCheck("FC82")],
    document: { reconciled: pageDocument(page, differences) },
    text: (ink) => closing(page, differences, catalog.file.path, ink),
  });
}

/** The page: its text, mistakes in its bytes, or why there is none. */
function pageFile(
  host: Host,
  { cwd, page }: ReconcileOptions,
): SourceFile | { readonly diagnostics: readonly Diagnostic[] } | Problem {
  const reading = readNamedFile(host.files, folderAt(host.cwd, cwd), page);
  switch (reading.kind) {
    case "missing":
      return { message: `There is no file ${quoted(page)}.`, hint: "Name the page after --page, as a file." };
    case "unreadable":
      return unreadable(page, reading.reason);
    case "too-large":
      return { diagnostics: [reading.diagnostic] };
    case "read": {
      // What a browser or an editor wrote may begin with a byte-order mark.
      const { file, readable, diagnostics } = decode(reading.raw);
      return readable ? file : { diagnostics };
    }
  }
}

const makes: Readonly<Record<PageMake, string>> = {
  markdown: "Markdown",
  html: "HTML",
  text: "text copied from a browser",
};

function nothingFound(name: string, { make }: PublishedPage): Problem {
  return {
    message: `No codes were found on the page ${quoted(name)}, which was read as ${makes[make]}.`,
    hint: "A code and its name are looked for in the rows of tables, in headings and in lines of their own. If the page is written in something else, say so with --from; if a program shows its codes, copy the page from a browser.",
  };
}

function strictly(found: Diagnostic): Diagnostic {
  return found.severity === "warning" ? { ...found, severity: "error" } : found;
}

function pageDocument({ file, make, entries }: PublishedPage, differences: readonly Difference[]): Json {
  return {
    page: file.path,
    make,
    codes: new Set(entries.map(({ code }) => code)).size,
    differences: differences.map(({ kind, code, name, onPage, inCatalog, diagnostic }) => ({
      kind,
      code,
      name: name ?? null,
      onPage: onPage ?? null,
      inCatalog: inCatalog ?? null,
      diagnostic: diagnostic.code,
      file: diagnostic.at.file.path,
      ...positionAt(diagnostic.at.file, diagnostic.at.start),
    })),
  };
}

/** How each kind of difference is counted: one of it, several. */
const counts: Readonly<Record<DifferenceKind, readonly [string, string]>> = {
  "code-missing-on-page": ["failure that the page lacks", "failures that the page lacks"],
  "code-missing-in-catalog": ["code that the catalog lacks", "codes that the catalog lacks"],
  "other-number": ["other number", "other numbers"],
  "swapped-numbers": ["pair of numbers in each other's place", "pairs of numbers in each other's place"],
  "other-spelling": ["other spelling", "other spellings"],
  "moved-category": ["moved category", "moved categories"],
  "reserved-code": ["reserved code in use", "reserved codes in use"],
  "retired-unmarked": ["retired failure without a word of it", "retired failures without a word of it"],
  "text-differs": ["other text", "other texts"],
  "alias-printed": ["alias", "aliases"],
};

function closing(
  { file, entries }: PublishedPage,
  differences: readonly Difference[],
  catalog: string,
  ink: Ink,
): string {
  const codes = counted(new Set(entries.map(({ code }) => code)).size, "code");
  const kinds = Object.keys(counts) as DifferenceKind[];
  const found = kinds.flatMap((kind) => {
    const count = differences.filter((one) => one.kind === kind).length;
    return count === 0 ? [] : [counted(count, ...counts[kind])];
  });
  if (found.length === 0) return `${ink.green("Clean:")} ${file.path} says of ${codes} what ${catalog} says.\n`;
  return `${file.path} has ${codes}; against ${catalog}: ${found.join(", ")}.\n`;
}
