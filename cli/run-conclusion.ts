import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import type { Check } from "../core/report/checks.ts";
import type { Finding } from "../core/report/finding.ts";
import { countsText } from "../core/report/report.ts";
import type { ReportFormat } from "../core/report/report-format.ts";
import type { Json } from "../core/target.ts";
import { type Ink, noColours } from "./ink.ts";
import type { Problem } from "./problem.ts";

/** 0 clean, 1 found something, 2 could not work. */
export type ExitCode = 0 | 1 | 2;

/** What a command came to: everything that is printed and counted, whatever the format. */
export interface Conclusion {
  /** Null where the words of the command line name none. */
  readonly command: string | null;
  readonly diagnostics?: readonly Diagnostic[];
  /** Why it could not work at all. */
  readonly problem?: Problem | undefined;
  /** Whether the diagnostics keep it from working: those of a configuration do. */
  readonly hindered?: boolean;
  /** Whether it found something that is not a diagnostic: drift, a name that nobody has. */
  readonly found?: boolean;
  /** What a person reads after the diagnostics; "" for nothing. `width` is that of the terminal, infinite where there is none. */
  readonly text?: (ink: Ink, width: number) => string;
  /** What everything comes to, in a sentence or two, where findings are listed without `text`. */
  readonly summary?: string;
  /** What `--format json` adds to the common members of its document. */
  readonly document?: { readonly [key: string]: Json };
  /** What it found besides diagnostics, and what `text` and `document` tell of too. */
  readonly findings?: () => readonly Finding[];
  /** The kinds of checks that were made to the end. */
  readonly checks?: readonly Check[];
  /** Folder of the project, absolute. */
  readonly root?: string;
  /** A file that was named on the command line, as it was named, and absolute. */
  readonly named?: { readonly path: string; readonly absolute: string };
  /** Whether this is one of many conclusions of one run: a JSON document is one line, then. */
  readonly compact?: boolean;
  /** Whether the conclusion before it said the same of the project: people read how many warnings there are, and no more. */
  readonly isToldAlready?: boolean;
  /** Whether notes are left out where a person reads: only `validate` is about them. */
  readonly withoutNotes?: boolean;
}

/** Diagnostics that keep failcodes from working, rather than being something that it found. */
const hindrances = /^FC(4|601[0-2])/;

/** The exit code of a conclusion: the only place where one is decided. */
export function exitCodeOf(conclusion: Conclusion): ExitCode {
  const errors = (conclusion.diagnostics ?? []).filter(({ severity }) => severity === "error");
  if (conclusion.problem !== undefined) return 2;
  if (errors.length > 0)
    return conclusion.hindered === true || errors.some(({ code }) => hindrances.test(code)) ? 2 : 1;
  return conclusion.found === true ? 1 : 0;
}

/** What a person reads: the diagnostics, how many they are, and the words of the command. */
export async function textForPeople(
  format: "pretty" | "plain",
  conclusion: Conclusion,
  ink: Ink,
  width: number,
): Promise<string> {
  const diagnostics = diagnosticsFor(format, conclusion);
  let text = "";
  if (diagnostics.length > 0 && conclusion.isToldAlready === true) text = `${countsText(diagnostics)}, as before\n`;
  else if (diagnostics.length > 0) {
    text = await diagnosticsText(format, diagnostics, ink !== noColours);
    text += `\n${countsText(diagnostics)}\n`;
  }
  return conclusion.problem === undefined ? `${text}${conclusion.text?.(ink, width) ?? ""}` : text;
}

/** The diagnostics that a format shows: JSON has the notes of all commands. */
export function diagnosticsFor(
  format: ReportFormat,
  { diagnostics = [], withoutNotes = false }: Conclusion,
): readonly Diagnostic[] {
  const shown =
    withoutNotes && format !== "json" ? diagnostics.filter(({ severity }) => severity !== "info") : diagnostics;
  return eachOnce(shown);
}

/** What the check of a target says, and its generating once more, is one thing to mend. */
function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map<string, Diagnostic>();
  for (const found of diagnostics) {
    const { code, at, message, hint } = found;
    const key = JSON.stringify([code, at.file.path, at.start, at.end, message, hint]);
    if (!once.has(key)) once.set(key, found);
  }
  return once.size === diagnostics.length ? diagnostics : [...once.values()];
}

async function diagnosticsText(
  format: "pretty" | "plain",
  diagnostics: readonly Diagnostic[],
  color: boolean,
): Promise<string> {
  if (format === "pretty") return (await import("../core/report/pretty.ts")).prettyReport(diagnostics, { color });
  return (await import("../core/report/plain.ts")).plainReport(diagnostics);
}
