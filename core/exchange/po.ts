import type { SourceFile } from "../source-file.ts";
import {
  type ExchangeFile,
  type ExchangeUnit,
  type ReturnedFile,
  type ReturnedUnit,
  readMemory,
  returnedText,
  shownState,
  type TranslationState,
  type UnitMemory,
  writtenMemory,
} from "./exchange-unit.ts";
import { type PoEntry, readPoEntries } from "./po-entries.ts";

/** The texts as gettext PO: the id is the context, the source text the msgid. */
export function writePo({ sourceLocale, locale, units }: ExchangeFile): string {
  const head = [
    `Language: ${locale.replaceAll("-", "_")}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
    `X-Locale: ${locale}`,
    `X-Source-Language: ${sourceLocale}`,
  ];
  const header = ['msgid ""', 'msgstr ""', ...head.map((line) => poString(`${line}\n`))];
  return `${[header, ...units.map(entryLines)].map((lines) => `${lines.join("\n")}\n`).join("\n")}`;
}

function entryLines(unit: ExchangeUnit): readonly string[] {
  const comments = [
    ...unit.notes.flatMap((note) => note.split(/\r\n|[\r\n]/)),
    ...(unit.maxLength === undefined ? [] : [`max-length: ${unit.maxLength}`]),
    `${memoryMark}${writtenMemory(unit.memory)}`,
  ];
  const fuzzy = isFuzzy(unit.memory, unit.target) ? "fuzzy, " : "";
  return [
    ...comments.map((line) => `#. ${line}`),
    `#: ${unit.name}`,
    `#, ${fuzzy}icu-message-format`,
    ...(unit.previous === undefined ? [] : field("msgid", unit.previous).map((line) => `#| ${line}`)),
    `msgctxt ${poString(unit.id)}`,
    ...field("msgid", unit.source),
    ...field("msgstr", unit.target ?? ""),
  ];
}

const memoryMark = "failcodes: ";

function isFuzzy(memory: UnitMemory, target: string | undefined): boolean {
  const state = shownState(memory, target);
  return target !== undefined && (state === "needs-review" || state === "new");
}

function field(name: string, text: string): readonly string[] {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [""];
  return lines.length === 1 ? [`${name} ${poString(text)}`] : [`${name} ""`, ...lines.map(poString)];
}

function poString(text: string): string {
  return `"${text.replace(/[\\"\n\t\r]/g, (one) => escapes[one] ?? one)}"`;
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/** Reads gettext PO. */
export function readPo(file: SourceFile): ReturnedFile {
  const read = readPoEntries(file);
  if ("reason" in read) return { locale: undefined, units: [], problem: read };
  let locale: string | undefined;
  const units: ReturnedUnit[] = [];
  for (const entry of read) {
    if (entry.context === undefined && entry.id === "") locale = localeIn(entry.text);
    else units.push(returned(entry));
  }
  return { locale, units, problem: undefined };
}

function localeIn(header: string): string | undefined {
  const value = (name: string): string | undefined => new RegExp(`^${name}:[ \\t]*(\\S+)`, "m").exec(header)?.[1];
  return value("X-Locale") ?? value("Language")?.replaceAll("_", "-");
}

function returned({ context, id, text, comments, flags, at }: PoEntry): ReturnedUnit {
  const note = comments.findLast((line) => line.startsWith(memoryMark));
  const memory = readMemory(note?.slice(memoryMark.length) ?? "");
  const target = returnedText(text);
  return {
    id: context ?? id,
    source: context === undefined ? undefined : returnedText(id),
    target,
    state: target === undefined ? "new" : stateIn(flags.includes("fuzzy"), memory),
    by: undefined,
    memory,
    at,
  };
}

/** The format has one mark for four states: where it is as it was, the state is what it was. */
function stateIn(fuzzy: boolean, memory: UnitMemory | undefined): TranslationState {
  const shown = memory?.text === undefined ? undefined : shownState(memory, memory.text);
  if (fuzzy) return shown === "new" ? "new" : "needs-review";
  return shown === "final" ? "final" : "translated";
}
