import { CsvError, parse } from "csv-parse/sync";
import type { Location, SourceFile } from "../source-file.ts";
import {
  type ExchangeFile,
  type ExchangeProblem,
  originOf,
  type ReturnedFile,
  type ReturnedUnit,
  readMemory,
  returnedText,
  shownState,
  stateOf,
  writtenMemory,
} from "./exchange-unit.ts";

/** The texts as CSV (RFC 4180), a row for each, under headings. */
export function writeCsv({ sourceLocale, locale, units }: ExchangeFile): string {
  const headings = ["id", "name", `source:${sourceLocale}`, `target:${locale}`];
  headings.push("state", "by", "previous source", "max length", "notes", "failcodes");
  const rows = units.map(({ id, name, source, target = "", memory, previous = "", notes, maxLength = "" }) => {
    const state = shownState(memory, target === "" ? undefined : target);
    return [
      id,
      name,
      source,
      target,
      state,
      memory.by ?? "",
      previous,
      String(maxLength),
      notes.join("\n"),
      writtenMemory(memory),
    ];
  });
  return [headings, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");
}

/** Spreadsheets run what begins like a formula: an apostrophe before it keeps them from it, and is taken off again. */
function cellText(text: string): string {
  const harmless = /^'*[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads such a file; the order of the columns does not count, and only "id" and "target:<tag>" have to be there. */
export function readCsv(file: SourceFile): ReturnedFile {
  const rows = readRows(file);
  if ("reason" in rows) return { locale: undefined, units: [], problem: rows };
  const [headings = [], ...others] = rows;
  const names = headings.map(({ text }) => text.trim());
  const target = names.findIndex((name) => name.startsWith("target:"));
  const id = names.indexOf("id");
  if (id < 0 || target < 0) {
    const at = { file, start: 0, end: headings.at(-1)?.end ?? 0 };
    const reason = 'Its first row has no headings "id" and "target:" with the language behind it.';
    return { locale: undefined, units: [], problem: { at, reason } };
  }
  const column = (name: string): number => names.indexOf(name);
  const source = names.findIndex((name) => name.startsWith("source:"));
  const [state, by, memory] = [column("state"), column("by"), column("failcodes")];
  const units = others.map((row): ReturnedUnit => {
    const text = (index: number): string => row[index]?.text ?? "";
    const place = row[target] ?? row[0];
    const at: Location = { file, start: place?.start ?? 0, end: place?.end ?? 0 };
    return {
      id: text(id),
      source: returnedText(text(source)),
      target: returnedText(text(target)),
      state: stateOf(text(state).trim()),
      by: originOf(text(by).trim()),
      memory: readMemory(text(memory)),
      at,
    };
  });
  return { locale: names[target]?.slice("target:".length).trim() || undefined, units, problem: undefined };
}

/** Rows as they stand there; an empty line is none. */
function readRows(file: SourceFile): readonly (readonly Cell[])[] | ExchangeProblem {
  const { text } = file;
  const rows: Cell[][] = [];
  let read = 0;
  let bytes = 0;
  /** Where the next cell begins: behind a comma, or in a row behind the line ends. */
  const start = (index: number): number => {
    let at = read;
    if (index > 0) at++;
    else while (text[at] === "\r" || text[at] === "\n") at++;
    return Math.min(at, text.length);
  };
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      cast: (value, { index, bytes: end }) => {
        const from = start(index);
        while (bytes < end && read < text.length) {
          const code = text.codePointAt(read) ?? 0;
          bytes += utf8Length(code);
          read += code > 0xffff ? 2 : 1;
        }
        if (index === 0) rows.push([]);
        rows.at(-1)?.push({ text: value.replace(/^'(?='*[=+\-@\t])/, ""), start: from, end: Math.max(from, read) });
        return value;
      },
    });
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem;
    const from = start(problem["column"] === 0 ? 0 : 1);
    const reason = reasons[problem.code] ?? "It is no CSV.";
    return { at: { file, start: from, end: Math.min(from + 1, text.length) }, reason };
  }
  return rows;
}

const reasons: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "A quote is never closed.",
  CSV_INVALID_CLOSING_QUOTE: "Something stands between a quote and the next comma.",
  INVALID_OPENING_QUOTE: "A text that holds a quote does not itself stand in quotes.",
};

function utf8Length(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
