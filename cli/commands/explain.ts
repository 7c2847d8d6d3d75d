import type { Catalog, Code, Failure, Reservation } from "../../core/catalog.ts";
import { failureDocument } from "../../core/catalog-document.ts";
import type { Configuration } from "../../core/configuration.ts";
import type { DiagnosticCode } from "../../core/diagnostics/diagnostic.ts";
import type { Explanation } from "../../core/diagnostics/explanation.ts";
import { diagnosticTable } from "../../core/diagnostics/table.ts";
import { codePagePath, pageUrl } from "../../core/page-address.ts";
import { quoted } from "../../core/quoted.ts";
import type { Json } from "../../core/target.ts";
import type { ExplainOptions } from "../command-line.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import type { Host } from "../host/host.ts";
import { loadProject } from "../pipeline.ts";

/** Says all about a failure of the catalog, or about a diagnostic. */
export async function explain(host: Host, options: ExplainOptions): Promise<ExitCode> {
  const subject = options.subject.trim();
  if (/^fc[0-9]{4}$/i.test(subject)) {
    const code = subject.toUpperCase();
    if (Object.hasOwn(diagnosticTable, code)) {
      return conclude(host, options, await explainedDiagnostic(code as DiagnosticCode));
    }
  }
  const loading = await loadProject(host, { ...options, targets: false });
  // Without a catalog only diagnostics can be explained, and this may be one with a slip in it.
  if (loading.kind === "stopped" && /^fc/i.test(subject)) {
    return conclude(host, options, await unknown(subject, undefined));
  }
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf("explain", loading));
  const { catalog, configuration } = loading.project;
  const failure = find(catalog, subject);
  if (failure !== undefined)
    return conclude(
      host,
      options,
      await explainedFailure(catalog, failure, subject, pageOf(configuration, failure.code)),
    );
  const code = codeOf(catalog, subject);
  const reservation = catalog.reserved.find((entry) => entry.code === code);
  if (reservation !== undefined) {
    const page = pageOf(configuration, reservation.code);
    return conclude(host, options, await explainedReservation(catalog, reservation, page));
  }
  return conclude(host, options, await unknown(subject, catalog));
}

/** Where the reference page of a code is published, or which file it is; undefined in a project without pages. */
function pageOf(configuration: Configuration, code: Code): string | undefined {
  if (!configuration.targets.some(({ id }) => id === "docs")) return undefined;
  const path = codePagePath(code);
  const { baseUrl, output } = configuration;
  return baseUrl === undefined ? `${output}/docs/${path}` : pageUrl(baseUrl, path);
}

async function explainedDiagnostic(code: DiagnosticCode): Promise<Conclusion> {
  const { diagnosticText, withHoles } = await import("../diagnostic-text.ts");
  const definition = diagnosticTable[code];
  const explanation = await explanationOf(code);
  return {
    command: "explain",
    text: (ink, width) => diagnosticText(code, definition, explanation, ink, width),
    document: {
      diagnostic: {
        code,
        severity: definition.severity,
        title: definition.title,
        message: withHoles(definition.message),
        hint: withHoles(definition.hint),
        ...explanation,
      },
    },
  };
}

async function explanationOf(code: DiagnosticCode): Promise<Explanation> {
  const { explanationTable } = await import("../../core/diagnostics/explanation-table.ts");
  return explanationTable[code];
}

async function explainedFailure(
  catalog: Catalog,
  failure: Failure,
  subject: string,
  page: string | undefined,
): Promise<Conclusion> {
  const { failureText } = await import("../failure-text.ts");
  return {
    command: "explain",
    text: (ink, width) => failureText(catalog, failure, nameOf(subject), page, ink, width),
    document: { failure: failureDocument(failure), page: page ?? null },
  };
}

async function explainedReservation(
  catalog: Catalog,
  reservation: Reservation,
  page: string | undefined,
): Promise<Conclusion> {
  const { reservationText } = await import("../failure-text.ts");
  return {
    command: "explain",
    text: (ink, width) => reservationText(catalog, reservation, page, ink, width),
    document: { reserved: { code: reservation.code, reason: reservation.reason }, page: page ?? null },
  };
}

/** The code that a subject may be, in the kind that the catalog has. */
function codeOf(catalog: Catalog, subject: string): Code | undefined {
  if (catalog.codeType === "string") return subject;
  return /^-?[0-9]{1,15}$/.test(subject) ? Number(subject) : undefined;
}

function find(catalog: Catalog, subject: string): Failure | undefined {
  const code = codeOf(catalog, subject);
  const byCode = code === undefined ? undefined : catalog.byCode.get(code);
  return byCode ?? catalog.byName.get(nameOf(subject));
}

/** People write names as they remember them: payment declined, payment-declined. */
function nameOf(subject: string): string {
  return subject.toUpperCase().replace(/[\s-]+/g, "_");
}

async function unknown(subject: string, catalog: Catalog | undefined): Promise<Conclusion> {
  const { nearWords } = await import("../near-words.ts");
  const { categoryLine, categoryOf } = await import("../failure-text.ts");
  const code = catalog === undefined ? undefined : codeOf(catalog, subject);
  const category = catalog === undefined || code === undefined ? undefined : categoryOf(catalog, code);
  const codes = catalog === undefined ? [] : [...catalog.byCode.keys()].map(String);
  const words = [...codes, ...(catalog?.byName.keys() ?? []), ...Object.keys(diagnosticTable)];
  const near = nearWords(subject, words, 3);
  const title = (word: string): string => {
    const failure = catalog === undefined ? undefined : find(catalog, word);
    if (failure !== undefined) return failure.title;
    return Object.hasOwn(diagnosticTable, word) ? diagnosticTable[word as DiagnosticCode].title : "";
  };
  const document: { readonly [key: string]: Json } = {
    unknown: { subject, category: category?.id ?? null, suggestions: near },
  };
  return {
    command: "explain",
    found: true,
    document,
    text: (ink) => {
      const name = catalog === undefined ? "failcodes" : `${catalog.title} ${catalog.version}`;
      const lines = [
        `${quoted(subject)} is not known in ${name}.`,
        ...(category === undefined ? [] : [`As a code it belongs to the category ${categoryLine(category)}.`]),
      ];
      if (near.length > 0) {
        lines.push("", "Did you mean one of these?");
        for (const word of near) lines.push(`  ${ink.bold(word)}  ${title(word)}`);
      } else if (category === undefined) {
        lines.push("Give a code, a name or an alias of the catalog, or the id of a diagnostic such as FC1001.");
      }
      return `${lines.join("\n")}\n`;
    },
  };
}
