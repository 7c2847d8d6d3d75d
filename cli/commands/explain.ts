import type { Catalog, Code, Failure, Reservation } from "../../core/catalog.ts";
import { failureDocument } from "../../core/catalog-document.ts";
import type { DiagnosticCode } from "../../core/diagnostics/diagnostic.ts";
import type { Explanation } from "../../core/diagnostics/explanation.ts";
import { diagnosticTable } from "../../core/diagnostics/table.ts";
import { quoted } from "../../core/quoted.ts";
import type { Json } from "../../core/target.ts";
import type { ExplainOptions } from "../command-line.ts";
import { type Conclusion, conclude, type ExitCode, mistakesOf } from "../conclusion.ts";
import type { Host } from "../host/host.ts";
import { loadProject, type Project } from "../pipeline.ts";
import type { NearError } from "../platform-error.ts";
import { codePage } from "../reference-page.ts";

/** Says all about a failure of the catalog, an error of a platform, a failed message, or a diagnostic. */
export async function explain(host: Host, options: ExplainOptions): Promise<ExitCode> {
  const given = options.subject?.trim();
  // Without a subject a message is read, but nobody is left to wait for one in front of a terminal.
  if (given === undefined && host.stdin.isTerminal)
    return conclude(host, options, { command: "explain", problem: noSubject });
  if (given === undefined || given === "-") return explainMessage(host, options);
  return explainSubject(host, options, given);
}

const noSubject = {
  message: '"failcodes explain" needs a <subject>.',
  hint: "Name one, or give it the JSON of a message: `failcodes explain < message.json`. Run `failcodes explain --help` to see what there is.",
};

async function explainSubject(host: Host, options: ExplainOptions, subject: string): Promise<ExitCode> {
  if (/^fc[0-9]{4}$/i.test(subject)) {
    const code = subject.toUpperCase();
    if (Object.hasOwn(diagnosticTable, code)) {
      return conclude(host, options, await explainedDiagnostic(code as DiagnosticCode));
    }
  }
  if (/^[a-z]+(-[a-z]+)+$/.test(subject)) {
    const rule = (await import("../explained-rule.ts")).explainedRule(subject);
    if (rule !== undefined) return conclude(host, options, rule);
  }
  const loading = await loadProject(host, { ...options, targets: false });
  // Without a catalog only diagnostics can be explained, and this may be one with a slip in it.
  if (loading.kind === "stopped" && /^fc/i.test(subject)) {
    return conclude(host, options, await unknown(subject, undefined, []));
  }
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf("explain", loading));
  return conclude(host, options, await explained(loading.project, subject, options.text));
}

async function explained(
  { catalog, configuration }: Project,
  subject: string,
  text: string | undefined,
): Promise<Conclusion> {
  const failure = text === undefined ? find(catalog, subject) : undefined;
  if (failure !== undefined) {
    return explainedFailure(catalog, failure, subject, codePage(configuration, failure.code));
  }
  const code = text === undefined ? codeOf(catalog, subject) : undefined;
  const reservation = catalog.reserved.find((entry) => entry.code === code);
  if (reservation !== undefined) {
    return explainedReservation(catalog, reservation, codePage(configuration, reservation.code));
  }
  const { errorsWithCode, typedError } = await import("../platform-error.ts");
  const error = typedError(catalog, subject);
  if (error !== undefined) {
    return (await import("../explained-error.ts")).explainedError(catalog, configuration, error, text);
  }
  if (text !== undefined) return { command: "explain", problem: textWithoutError };
  const { classifier } = await import("../../core/sources/classifier.ts");
  return unknown(subject, catalog, errorsWithCode(catalog, classifier(catalog), subject));
}

const textWithoutError = {
  message: 'The option "--text" is for an error of a platform.',
  hint: 'Name its source and its code, for example: failcodes explain telegram:403 --text "Forbidden: user is deactivated"',
};

async function explainMessage(host: Host, options: ExplainOptions): Promise<ExitCode> {
  const loading = await loadProject(host, { ...options, targets: false });
  if (loading.kind !== "loaded") return conclude(host, options, mistakesOf("explain", loading));
  const { catalog, configuration } = loading.project;
  const { readMessageFile } = await import("../message-input.ts");
  const reading = await readMessageFile(host.stdin, configuration.maxFileSize);
  if (reading.kind === "problem") return conclude(host, options, { command: "explain", problem: reading.problem });
  if (reading.kind === "mistakes") {
    return conclude(host, options, { command: "explain", diagnostics: reading.diagnostics, hindered: true });
  }
  const { failedMessageReader } = await import("../../core/failed-message-reader.ts");
  const { explainedMessage } = await import("../explained-error.ts");
  return conclude(
    host,
    options,
    explainedMessage(catalog, configuration, failedMessageReader(catalog)(reading.message)),
  );
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

async function unknown(
  subject: string,
  catalog: Catalog | undefined,
  errors: readonly NearError[],
): Promise<Conclusion> {
  const { nearWords } = await import("../near-words.ts");
  const { categoryLine, categoryOf } = await import("../failure-text.ts");
  const { nearLines } = await import("../platform-error-text.ts");
  const { sourceNamed } = await import("../platform-error.ts");
  const code = catalog === undefined ? undefined : codeOf(catalog, subject);
  const category = catalog === undefined || code === undefined ? undefined : categoryOf(catalog, code);
  const codes = catalog === undefined ? [] : [...catalog.byCode.keys()].map(String);
  const sources = (catalog?.sources ?? []).flatMap(({ name, aliases }) => [
    name,
    ...aliases.map((alias) => alias.name),
  ]);
  const words = [...codes, ...(catalog?.byName.keys() ?? []), ...Object.keys(diagnosticTable), ...sources];
  const near = nearWords(subject, words, 3);
  const title = (word: string): string => {
    const failure = catalog === undefined ? undefined : find(catalog, word);
    if (failure !== undefined) return failure.title;
    const source = catalog === undefined ? undefined : sourceNamed(catalog, word);
    if (source !== undefined) return source.title;
    return Object.hasOwn(diagnosticTable, word) ? diagnosticTable[word as DiagnosticCode].title : "";
  };
  const document: { readonly [key: string]: Json } = {
    unknown: {
      subject,
      category: category?.id ?? null,
      suggestions: [...errors.map((error) => error.subject), ...near],
    },
  };
  return {
    command: "explain",
    found: true,
    document,
    text: (ink, width) => {
      const name = catalog === undefined ? "failcodes" : `${catalog.title} ${catalog.version}`;
      const lines = [
        `${quoted(subject)} is not known in ${name}.`,
        ...(category === undefined ? [] : [`As a code it belongs to the category ${categoryLine(category)}.`]),
      ];
      if (errors.length > 0) {
        lines.push("", "As the code of a platform it may be one of these:", nearLines(errors, ink, width));
      } else if (near.length > 0) {
        lines.push("", "Did you mean one of these?");
        for (const word of near) lines.push(`  ${ink.bold(word)}  ${title(word)}`);
      } else if (category === undefined) {
        const platform = sources.length === 0 ? "" : ", an error of a platform (its source, a colon and its code)";
        lines.push(
          `Give a code, a name or an alias of the catalog${platform}, or the id of a diagnostic such as FC1001 or of a rule such as code-removed.`,
        );
      }
      return `${lines.join("\n")}\n`;
    },
  };
}
