import { locate, parseJson } from "../json.ts";
import type { SourceFile } from "../source-file.ts";
import { stableJson } from "../stable-json.ts";
import {
  type ExchangeFile,
  originOf,
  type ReturnedFile,
  type ReturnedUnit,
  readMemory,
  returnedText,
  shownState,
  stateOf,
  writtenMemory,
} from "./exchange-unit.ts";

/** The texts as JSON: an object for each, by its id. */
export function writeJson({ catalog, sourceLocale, locale, units }: ExchangeFile): string {
  const texts = units.map((unit) => ({
    id: unit.id,
    name: unit.name,
    source: unit.source,
    target: unit.target ?? "",
    ...(unit.previous === undefined ? {} : { previousSource: unit.previous }),
    state: shownState(unit.memory, unit.target),
    ...(unit.memory.by === undefined ? {} : { by: unit.memory.by }),
    ...(unit.maxLength === undefined ? {} : { maxLength: unit.maxLength }),
    ...(unit.notes.length === 0 ? {} : { notes: [...unit.notes] }),
    failcodes: writtenMemory(unit.memory),
  }));
  return stableJson({ catalog, sourceLocale, locale, texts });
}

/** Reads such a file. */
export function readJson(file: SourceFile): ReturnedFile {
  const { value, diagnostics } = parseJson(file);
  const [mistake] = diagnostics.filter(({ severity }) => severity === "error");
  if (mistake !== undefined || value === undefined) {
    const at = mistake?.at ?? { file, start: 0, end: 0 };
    return { locale: undefined, units: [], problem: { at, reason: mistake?.message ?? "It holds no JSON." } };
  }
  const head = recordOf(value);
  const texts = head?.["texts"];
  if (!Array.isArray(texts)) {
    const at = { file, start: 0, end: 0 };
    return { locale: undefined, units: [], problem: { at, reason: 'It is no object with a list "texts".' } };
  }
  const units = texts.map((text: unknown, index): ReturnedUnit => {
    const fields = recordOf(text) ?? {};
    const target = returnedText(textOf(fields["target"]) ?? "");
    const path = ["texts", index, ...(target === undefined ? [] : ["target"])];
    return {
      id: textOf(fields["id"]) ?? "",
      source: returnedText(textOf(fields["source"]) ?? ""),
      target,
      state: stateOf(textOf(fields["state"])),
      by: originOf(textOf(fields["by"])),
      memory: readMemory(textOf(fields["failcodes"]) ?? ""),
      at: locate(file, path),
    };
  });
  return { locale: textOf(head?.["locale"]), units, problem: undefined };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
