import type { SourceFile } from "../source-file.ts";
import { readCsv, writeCsv } from "./csv.ts";
import type { ExchangeFile, ExchangeFormat, ExchangeUnit, ReturnedFile } from "./exchange-unit.ts";
import { readJson, writeJson } from "./json.ts";
import { readPo, writePo } from "./po.ts";
import { xliffFile } from "./xliff-unit.ts";
import { readXliff2, writeXliff2 } from "./xliff2.ts";
import { readXliff12, writeXliff12 } from "./xliff12.ts";
import { notInXml, readXml } from "./xml.ts";

const writers = {
  xliff12: (file) => writeXliff12(xliffFile(file)),
  xliff2: (file) => writeXliff2(xliffFile(file)),
  po: writePo,
  json: writeJson,
  csv: writeCsv,
} as const satisfies Readonly<Record<ExchangeFormat, (file: ExchangeFile) => string>>;

/** The texts in a format. */
export function writeExchange(format: ExchangeFormat, file: ExchangeFile): string {
  return writers[format](file);
}

/** The first character of a text that a format has no way to write; such a unit has no place in its files. */
export function unwritable(format: ExchangeFormat, { source, target = "" }: ExchangeUnit): string | undefined {
  // XLIFF 2 has an element for such characters, and the other formats have no need of one.
  return format === "xliff12" ? `${source}${target}`.match(notInXml)?.[0] : undefined;
}

/** Where each format says which language it holds: `a "target-language" to <file>`. */
export interface ReturnedInFormat extends ReturnedFile {
  readonly languagePlace: string;
}

/** Reads a file that came back: the format is told by what the file begins with, and by its name where that says too little. */
export function readExchange(file: SourceFile): ReturnedInFormat {
  if (file.text.trimStart().startsWith("<")) return readXliff(file);
  if (/\.pot?$/i.test(file.path)) return { ...readPo(file), languagePlace: 'a line "X-Locale: …" to the head' };
  if (/\.csv$/i.test(file.path)) return { ...readCsv(file), languagePlace: 'the language to the heading "target:"' };
  return { ...readJson(file), languagePlace: '"locale"' };
}

function readXliff(file: SourceFile): ReturnedInFormat {
  const document = readXml(file);
  if ("reason" in document) return { locale: undefined, units: [], problem: document, languagePlace: "" };
  const { version = "" } = document.attributes;
  if (document.name === "xliff" && version === "1.2") {
    return { ...readXliff12(file, document), languagePlace: '"target-language" to <file>' };
  }
  if (document.name === "xliff" && /^2\.[0-9]$/.test(version)) {
    return { ...readXliff2(file, document), languagePlace: '"trgLang" to <xliff>' };
  }
  const problem = { at: { file, start: 0, end: 1 }, reason: "It is no XLIFF of version 1.2 or 2." };
  return { locale: undefined, units: [], problem, languagePlace: "" };
}
