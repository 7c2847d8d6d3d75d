import { positionAt } from "../source-file.ts";
import { toWellFormed } from "../well-formed.ts";
import type { Check } from "./checks.ts";
import { adviceLines, type Finding } from "./finding.ts";
import { lastingPlace } from "./fingerprint.ts";
import { place } from "./order.ts";
import { commandOf, type Report } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";

interface Case {
  readonly name: string;
  /** `file` and `line` attributes, where there are any. */
  readonly where: string;
  readonly outcome: "passed" | "failure" | "error";
  /** What it says, inside of it; "" for nothing. */
  readonly content: string;
}

interface Suite {
  readonly id: string;
  readonly title: string;
  readonly cases: readonly Case[];
}

/** A report as test suites of JUnit: one for every kind of check, and in it a test for every finding, or one that passed. */
export function junitReport(report: Report): string {
  const suites = suitesOf(report);
  const cases = suites.flatMap((suite) => suite.cases);
  const inside = suites.map((suite) => suiteText(report, suite)).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${attribute(commandOf(report))}" ${counts(cases)}>\n${inside}</testsuites>\n`;
}

function suitesOf(report: Report): readonly Suite[] {
  const { problem, findings } = report;
  const checks = new Map<string, { readonly check: Check; readonly found: Finding[] }>();
  for (const check of report.checks) checks.set(check.id, { check, found: [] });
  for (const finding of findings) {
    const entry = checks.get(finding.check.id) ?? { check: finding.check, found: [] };
    checks.set(finding.check.id, entry);
    entry.found.push(finding);
  }
  const suites = [...checks.values()].map(({ check: { id, title }, found }): Suite => {
    return { id, title, cases: found.length === 0 ? [passed(title)] : casesOf(report, found) };
  });
  const title = "The run itself";
  const id = report.command?.replaceAll(" ", "-") ?? "usage";
  if (problem !== undefined) return [{ id, title, cases: [couldNotWork(problem)] }, ...suites];
  return suites.length === 0 ? [{ id, title, cases: [passed(title)] }] : suites;
}

function passed(name: string): Case {
  return { name, where: "", outcome: "passed", content: "" };
}

function couldNotWork({ message, hint }: NonNullable<Report["problem"]>): Case {
  const content = element("error", message, "could-not-work", [message, `hint: ${hint}`]);
  return { name: "It can work", where: "", outcome: "error", content };
}

/** Their names are the same in the next run, so that whoever reads them sees which are new. */
function casesOf(report: Report, findings: readonly Finding[]): readonly Case[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { code, severity, message, at, wholeFile, related = [] } = finding;
    const name = `${code} ${lastingPlace(finding)}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const line = wholeFile === true ? "" : ` line="${positionAt(at.file, at.start).line}"`;
    const words = [
      `${wholeFile === true ? at.file.path : place(at)} ${severity} ${code} ${message}`,
      ...adviceLines(finding),
      ...related.map((other) => `${place(other.at)} ${other.message}`),
    ];
    const isFailure = severity === "error";
    return {
      name: count === 1 ? name : `${name} (${count})`,
      where: ` file="${attribute(repositoryPath(report, at.file.path))}"${line}`,
      outcome: isFailure ? "failure" : "passed",
      // What does not fail a run must not fail a test.
      content: isFailure ? element("failure", message, code, words) : `<system-out>${lines(words)}</system-out>`,
    };
  });
}

function suiteText(report: Report, { id, title, cases }: Suite): string {
  const inside = cases.map(({ name, where, content }) => {
    const head = `    <testcase classname="failcodes.${id}" name="${attribute(name)}"${where}`;
    return content === "" ? `${head}/>\n` : `${head}>\n      ${content}\n    </testcase>\n`;
  });
  const name = attribute(`${commandOf(report)}: ${title}`);
  return `  <testsuite name="${name}" ${counts(cases)}>\n${inside.join("")}  </testsuite>\n`;
}

function counts(cases: readonly Case[]): string {
  const count = (outcome: Case["outcome"]): number => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="${count("error")}" skipped="0"`;
}

function element(name: "failure" | "error", message: string, type: string, words: readonly string[]): string {
  return `<${name} message="${attribute(message)}" type="${attribute(type)}">${lines(words)}</${name}>`;
}

function lines(words: readonly string[]): string {
  return escaped(words.join("\n"));
}

/** Line ends and tabs would be read as spaces. */
function attribute(text: string): string {
  return escaped(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;").replaceAll('"', "&quot;");
}

/** What XML 1.0 cannot hold at all is left out; a `\r` would be read as a line feed. */
function escaped(text: string): string {
  return toWellFormed(text)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}
