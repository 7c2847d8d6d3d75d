import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { Marker } from "../../core/inject/markers.ts";
import { markerText } from "../../core/inject/page-blocks.ts";
import { failure, type Outcome, success } from "../../core/outcome.ts";
import { quoted } from "../../core/quoted.ts";
import type { Location, SourceFile } from "../../core/source-file.ts";

/** A word of a marker, and where it stands. */
export interface Word {
  readonly text: string;
  readonly at: Location;
}

/** What a marker asks for: words by themselves, and options, each with its words that stand between commas. */
export interface MarkerWords {
  readonly subjects: readonly Word[];
  readonly options: ReadonlyMap<string, { readonly name: Word; readonly values: readonly Word[] }>;
}

const shape = /([^\s=",]+)=("[^"]*"|[^\s"]*)|("[^"]*"|[^\s"]+)|(")/g;

/** Reads what follows a marker's name: `15005 parts=code,name`; quotes hold what has spaces. */
export function markerWords(file: SourceFile, marker: Marker): Outcome<MarkerWords> {
  const subjects: Word[] = [];
  const options = new Map<string, MarkerWords["options"] extends ReadonlyMap<string, infer Option> ? Option : never>();
  const problems: Diagnostic[] = [];
  const report = (at: Location, problem: string, remedy: string): void => {
    problems.push(diagnostic("FC8308", at, { marker: markerText(file, marker), problem, remedy }));
  };
  for (const { index, 0: whole, 1: key, 2: value = "", 3: subject, 4: quote } of marker.words.matchAll(shape)) {
    const start = marker.wordsStart + index;
    const at = { file, start, end: start + whole.length };
    if (quote !== undefined) {
      report(at, "a quotation mark has no other", "Close the quotation, or remove the mark");
      break;
    }
    if (key === undefined) {
      subjects.push({ text: unquoted(subject ?? ""), at });
      continue;
    }
    if (value.endsWith(",")) {
      report(at, "a list in it ends in a comma", "Write lists with commas and no spaces, or in quotation marks");
      break;
    }
    const name = { text: key, at: { file, start, end: start + key.length } };
    if (options.has(key))
      report(at, `it has the option ${quoted(key)} twice`, "Write it once, its values with commas between");
    else options.set(key, { name, values: wordsBetweenCommas(file, start + key.length + 1, value) });
  }
  return problems.length > 0 ? failure(problems) : success({ subjects, options });
}

function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}

function wordsBetweenCommas(file: SourceFile, offset: number, value: string): readonly Word[] {
  let start = value.startsWith('"') ? offset + 1 : offset;
  return unquoted(value)
    .split(",")
    .map((piece) => {
      const text = piece.trim();
      const from = start + piece.length - piece.trimStart().length;
      start += piece.length + 1;
      return { text, at: { file, start: from, end: from + text.length } };
    });
}
