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
  headings.push("state", "by", "max length", "notes", "failcodes");
  const rows = units.map(({ id, name, source, target = "", memory, notes, maxLength = "" }) => {
    const state = shownState(memory, target === "" ? undefined : target);
    return [
      id,
      name,
      source,
      target,
      state,
      memory.by ?? "",
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
  const [state, by, memory] = [column("state"), column("by"), column("failcodes")];
  const units = others.map((row): ReturnedUnit => {
    const text = (index: number): string => row[index]?.text ?? "";
    const place = row[target] ?? row[0];
    const at: Location = { file, start: place?.start ?? 0, end: place?.end ?? 0 };
    return {
      id: text(id),
      target: returnedText(text(target)),
      state: stateOf(text(state).trim()),
      by: originOf(text(by).trim()),
      memory: readMemory(text(memory)),
      at,
    };
  });
  return { locale: names[target]?.slice("target:".length).trim() || undefined, units, problem: undefined };
}

function readRows(file: SourceFile): readonly (readonly Cell[])[] | ExchangeProblem {
  const { text } = file;
  const rows: Cell[][] = [];
  let row: Cell[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    let value: string;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === undefined) return { at: { file, start, end: start + 1 }, reason: "A quote is never closed." };
      value = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      if (at < text.length && !/[,\r\n]/.test(text[at] ?? "")) {
        return { at: { file, start: at, end: at + 1 }, reason: "Something stands between a quote and the next comma." };
      }
    } else {
      at = nextBreak(text, at);
      value = text.slice(start, at);
    }
    row.push({ text: value.replace(/^'(?='*[=+\-@\t])/, ""), start, end: at });
    if (text[at] === ",") {
      at++;
      if (at < text.length) continue;
      row.push({ text: "", start: at, end: at });
    } else at += text.startsWith("\r\n", at) ? 2 : 1;
    // An empty line is no row.
    if (row.length > 1 || row[0]?.text !== "") rows.push(row);
    row = [];
  }
  return rows;
}

function closingQuote(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return undefined;
}

function nextBreak(text: string, from: number): number {
  const stop = /[,\r\n]/g;
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}
