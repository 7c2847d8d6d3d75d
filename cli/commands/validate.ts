import type { Catalog, Source } from "../../core/catalog.ts";
import { coverageOf } from "../../core/sources/coverage.ts";
import type { Json } from "../../core/target.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import { counted } from "../counted.ts";
import type { Host } from "../host/host.ts";
import type { Ink } from "../ink.ts";
import { type GlobalOptions, type Loading, loadProject } from "../pipeline.ts";

/** Reports every mistake of the project. */
export async function validate(host: Host, options: GlobalOptions): Promise<ExitCode> {
  return conclude(host, options, conclusionOf(await loadProject(host, { ...options, targets: true })));
}

function conclusionOf(loading: Loading): Conclusion {
  const command = "validate";
  if (loading.kind !== "loaded") return mistakesOf(command, loading);
  const { diagnostics, root } = loading;
  const { catalog } = loading.project;
  return {
    command,
    diagnostics,
    root,
    text: (ink) =>
      `${ink.green("Clean:")} ${catalog.file.path} holds ${extent(catalog)}.\n${coverageText(catalog, ink)}`,
    document: {
      catalog: {
        name: catalog.name,
        version: catalog.version,
        failures: catalog.failures.length,
        categories: catalog.categories.length,
        locales: catalog.locales.map(({ tag }) => tag),
        ...(catalog.sources.length === 0 ? {} : { sources: catalog.sources.map(coverageDocument) }),
      },
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
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return `\n${ink.bold(line(headings))}\n${rows.map((row) => `${line(row)}\n`).join("")}`;
}

function coverageDocument(source: Source): Json {
  const { errors, mapped, documented, derived, fallback, notAFailure, inherited } = coverageOf(source);
  return { name: source.name, errors, mapped, documented, derived, fallback, notAFailure, inherited };
}
