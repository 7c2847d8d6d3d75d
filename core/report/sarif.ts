import type { Severity } from "../diagnostics/definition.ts";
import type { RelatedLocation } from "../diagnostics/diagnostic.ts";
import { type Location, positionAt } from "../source-file.ts";
import type { Json } from "../target.ts";
import { toWellFormed } from "../well-formed.ts";
import { adviceLines, type Finding, gravestFirst } from "./finding.ts";
import { fingerprints } from "./fingerprint.ts";
import { place } from "./order.ts";
import { commandOf, type Report } from "./report.ts";
import { isAbsolute, repositoryPath } from "./repository-path.ts";
import { type Explanations, ruleMeaning } from "./rule-meaning.ts";

/** GitHub refuses a run with more results (docs.github.com, "SARIF support for code scanning"), and shows the gravest 5,000. */
const mostResults = 25_000;

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "note" };

/** What paths are relative to; whoever reads the log knows where that is. */
const root = "SRCROOT";

/** A report as a log of SARIF 2.1.0, for code scanning; its rules say what diagnostics mean. */
export function sarifReport(report: Report, explanations: Explanations): string {
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run(report, explanations)],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function run(report: Report, explanations: Explanations): Json {
  const { findings, version, command } = report;
  const prints = fingerprints(report);
  const printOf = new Map(findings.map((finding, index) => [finding, prints[index] ?? ""]));
  const kept = new Set(gravestFirst(findings).slice(0, mostResults));
  const told = findings.filter((finding) => kept.has(finding));
  const rules = rulesOf(told);
  const indexOf = new Map(rules.map(({ code }, index) => [code, index]));
  return {
    // The address is the name of the package as a URI (github.com/package-url/purl-spec): it holds wherever the tool is published.
    tool: {
      driver: {
        name: "failcodes",
        version,
        semanticVersion: version,
        informationUri: `pkg:npm/failcodes@${encodeURIComponent(version)}`,
        rules: rules.map((rule) => ruleDocument(rule, explanations)),
      },
    },
    // A slash at the end: all of it is the category, and there is no id of this one run.
    automationDetails: { id: `failcodes/${command?.replaceAll(" ", "-") ?? "usage"}/` },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [root]: { description: { text: "The root of the repository." } } },
    invocations: [invocation(report, findings.length - told.length)],
    results: told.map((finding) => ({
      ruleId: finding.code,
      ruleIndex: indexOf.get(finding.code) ?? -1,
      level: levels[finding.severity],
      message: { text: messageText([finding.message, ...adviceLines(finding)].join("\n")) },
      locations: [{ physicalLocation: physicalLocation(report, finding.at) }],
      ...relatedLocations(report, finding.related ?? []),
      partialFingerprints: { "failcodes/v1": printOf.get(finding) ?? "" },
    })),
  };
}

/** The first finding of each code, by code. */
function rulesOf(findings: readonly Finding[]): readonly Finding[] {
  const rules = new Map<string, Finding>();
  for (const finding of findings) if (!rules.has(finding.code)) rules.set(finding.code, finding);
  return [...rules.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}

function ruleDocument({ code, title, check, severity }: Finding, explanations: Explanations): Json {
  const meaning = ruleMeaning(code, explanations) ?? `${title}.`;
  return {
    id: code,
    name: ruleName(title),
    shortDescription: { text: `${title.charAt(0).toUpperCase()}${title.slice(1)}.` },
    fullDescription: { text: meaning },
    help: { text: `${meaning}\n\nfailcodes explain ${code}` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [check.id] },
  };
}

/** `CodeUsedTwice` */
function ruleName(title: string): string {
  return title
    .split(/[^A-Za-z0-9]+/)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join("");
}

function invocation(report: Report, left: number): Json {
  const { exitCode, problem } = report;
  const notifications: Json[] = [];
  if (problem !== undefined) {
    notifications.push({ level: "error", message: { text: messageText(`${problem.message}\nhint: ${problem.hint}`) } });
  }
  if (left > 0) {
    const text = `${left} more ${left === 1 ? "finding is" : "findings are"} not in this log, which holds the gravest ${mostResults}; \`${commandOf(report)} --format json\` has all of them.`;
    notifications.push({ level: "warning", message: { text } });
  }
  return {
    executionSuccessful: exitCode !== 2,
    exitCode,
    exitCodeDescription: ["clean", "found something", "could not work"][exitCode] ?? "",
    ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
  };
}

function relatedLocations(report: Report, related: readonly RelatedLocation[]): { readonly [key: string]: Json } {
  if (related.length === 0) return {};
  return {
    relatedLocations: related.map(({ at, message }, index) => {
      // A line of another version would be looked for in the file of today.
      if (at.file.revision !== undefined) {
        return { id: index + 1, message: { text: messageText(`${place(at)}: ${message}`) } };
      }
      return {
        id: index + 1,
        physicalLocation: physicalLocation(report, at),
        message: { text: messageText(message) },
      };
    }),
  };
}

/** What a file as a whole is said about is shown in its first line: GitHub wants a line of every result. */
function physicalLocation(report: Report, { file, start, end }: Location): Json {
  const from = positionAt(file, start);
  const to = positionAt(file, end);
  const path = repositoryPath(report, file.path);
  return {
    artifactLocation: isAbsolute(path) ? { uri: fileUri(path) } : { uri: relativeUri(path), uriBaseId: root },
    region: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
  };
}

function relativeUri(path: string): string {
  return path
    .split("/")
    .map((step) => encodeURIComponent(toWellFormed(step)))
    .join("/");
}

function fileUri(path: string): string {
  const uri = relativeUri(path.replaceAll("\\", "/"));
  return uri.startsWith("/") ? `file://${uri}` : `file:///${uri.replace("%3A", ":")}`;
}

/** A text in which nothing is a link: brackets before a parenthesis would be one (SARIF 2.1.0, 3.11.6). */
function messageText(text: string): string {
  return toWellFormed(text).replaceAll("](", "\\](");
}
