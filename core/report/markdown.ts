import type { Severity } from "../diagnostics/definition.ts";
import { markdownCode, markdownFence, markdownInline } from "../markdown.ts";
import type { Location } from "../source-file.ts";
import { utf8Length } from "../utf8-length.ts";
import { codeFrame } from "./code-frame.ts";
import { type Finding, gravestFirst } from "./finding.ts";
import { place } from "./order.ts";
import { commandOf, countsText, type Report } from "./report.ts";
import { repositoryPath } from "./repository-path.ts";
import { styleFor } from "./style.ts";

/** How much room there is: what GitHub takes of one comment, or of the summary of a job. */
export interface Room {
  readonly most: number;
  readonly unit: "characters" | "bytes";
}

/** Most characters of a comment of GitHub; GitLab takes more. */
export const roomOfComment: Room = { most: 65_536, unit: "characters" };

const headings: Readonly<Record<Severity, string>> = { error: "Errors", warning: "Warnings", info: "Notes" };

/** Kept for the sentence that says what is left out, and for what has to be closed. */
const reserve = 1024;

/** A report as Markdown: a comment for a pull request, or the summary of a job. What there is no room for is counted. */
export function markdownReport(report: Report, room: Room = roomOfComment): string {
  const paper = paperOf(room);
  const found = gravestFirst(report.findings);
  // Whoever posts it finds by this the comment of the run before.
  paper.add(`<!-- ${commandOf(report)} -->\n### ${headline(report)}\n`);
  if (report.problem !== undefined) {
    const { message, hint } = report.problem;
    paper.add(`\n${inline(message)}\n\n> ${hint.split("\n").map(inline).join("<br>")}\n`);
  }
  if (report.summary !== undefined) paper.add(`\n${inline(report.summary)}\n`);
  let shown = 0;
  for (const severity of ["error", "warning", "info"] as const) {
    const rows = found.filter((finding) => finding.severity === severity);
    const head = `\n#### ${headings[severity]} (${rows.length})\n\n| Where | What | What to do |\n| --- | --- | --- |\n`;
    if (rows.length === 0 || !paper.add(head)) continue;
    shown += addWhile(rows, (finding) => paper.add(row(report, finding)));
  }
  const left = found.length - shown;
  if (left > 0) {
    paper.close(`\n${left} more ${left === 1 ? "is" : "are"} not shown, since there is no more room here. `);
    paper.close(`The log, and \`${commandOf(report)} --format json\`, have all of them.\n`);
    return paper.text();
  }
  addDetails(paper, report, found);
  return paper.text();
}

function headline(report: Report): string {
  const name = `\`${commandOf(report)}\``;
  const counts = countsText(report.findings);
  const also = counts === "" ? "" : `: ${counts}`;
  if (report.exitCode === 0) return `✅ ${name}${also === "" ? ": clean" : `: clean, with ${counts}`}`;
  if (report.exitCode === 2) return `⛔ ${name} could not work${also}`;
  return `❌ ${name}${also === "" ? " found something" : also}`;
}

function row(report: Report, finding: Finding): string {
  const { code, title, message, at, wholeFile } = finding;
  const where = markdownCode(wholeFile === true ? repositoryPath(report, at.file.path) : placeIn(report, at));
  const what = `**${wholeFile === true ? title : code}** ${inline(message)}`;
  return `| ${where} | ${what} | ${adviceOf(finding)} |\n`;
}

function adviceOf({ mend, hint }: Finding): string {
  const words = hint.split("\n").map(inline).join("<br>");
  return mend === undefined ? words : `${markdownCode(mend)}${hint === "" ? "" : `<br>${words}`}`;
}

/** What is folded away: the lines that findings are about, and what the command says besides. */
function addDetails(paper: Paper, report: Report, found: readonly Finding[]): void {
  const placed = found.filter(({ wholeFile }) => wholeFile !== true);
  if (placed.length > 0 && paper.add(opening("The lines in question"))) {
    const shown = addWhile(placed, (finding) => paper.add(frame(report, finding)));
    if (shown < placed.length) paper.close(`\nThere is no room for the other ${placed.length - shown}.\n`);
    paper.close("\n</details>\n");
  }
  // Findings that the text tells of stand in the table already.
  const text = report.findings.some(({ inText }) => inText === true) ? "" : report.text().trimEnd();
  if (text === "") return;
  const block = `${markdownFence("text", text)}\n`;
  if (!paper.add(`${opening("What it printed")}\n${block}\n</details>\n`)) {
    paper.close(`\nWhat it printed is too long for here: the log has it.\n`);
  }
}

function opening(summary: string): string {
  return `\n<details>\n<summary>${summary}</summary>\n`;
}

function frame(report: Report, { code, at, message, related = [] }: Finding): string {
  const bare = styleFor(false);
  const lines = [
    `${placeIn(report, at)} ${code} ${message}\n${codeFrame(at, bare, bare.error)}`,
    ...related.map((other) => `${placeIn(report, other.at)} ${other.message}\n${codeFrame(other.at, bare, bare.info)}`),
  ];
  return `\n${markdownFence("text", lines.join("").trimEnd())}\n`;
}

/** A place with the path that its file has in the repository. */
function placeIn(report: Report, at: Location): string {
  return place(at, repositoryPath(report, at.file.path));
}

/**
 * A text in a sentence or a cell. Beyond what Markdown means by its characters, GitHub and GitLab make mentions,
 * references and links of words: nobody is to be called by a text, and nothing linked from it.
 */
function inline(text: string): string {
  const apart = text.replace(
    /[@#!~%](?=[\p{L}\p{N}_"{])|(?<=\bGH)-(?=\d)|:(?=\/\/)|(?<=\bwww)\.|(?<=\w)@/giu,
    "$&\u200b",
  );
  return markdownInline(apart);
}

function addWhile(findings: readonly Finding[], add: (finding: Finding) => boolean): number {
  let count = 0;
  for (const finding of findings) {
    if (!add(finding)) return count;
    count++;
  }
  return count;
}

interface Paper {
  /** Adds a text, unless there is no room for it. */
  add(text: string): boolean;
  /** Adds a short text in the room that is kept for it. */
  close(text: string): void;
  text(): string;
}

function paperOf({ most, unit }: Room): Paper {
  const pieces: string[] = [];
  let left = most - reserve;
  return {
    add: (text) => {
      const length = unit === "bytes" ? utf8Length(text) : text.length;
      if (length > left) return false;
      left -= length;
      pieces.push(text);
      return true;
    },
    close: (text) => void pieces.push(text),
    text: () => pieces.join(""),
  };
}
