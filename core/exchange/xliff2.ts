import type { SourceFile } from "../source-file.ts";
import {
  type ReturnedFile,
  type ReturnedUnit,
  readMemory,
  returnedText,
  type TranslationState,
  translationStates,
} from "./exchange-unit.ts";
import type { XliffFile, XliffUnit } from "./xliff-unit.ts";
import { elementsOf, notInXml, readXml, type XmlElement, xmlAttribute, xmlComment, xmlText } from "./xml.ts";

/** The texts as XLIFF 2.0 (OASIS, 2014): a `unit` for each, of one segment. */
export function writeXliff2({ comments, catalog, sourceLocale, locale, units }: XliffFile): string {
  const languages = `srcLang="${sourceLocale}"${locale === undefined ? "" : ` trgLang="${locale}"`}`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...comments.map(xmlComment),
    `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" ${languages}>`,
    `  <file id="messages" original="${xmlAttribute(catalog)}">`,
    // A file holds something, and a group may be empty.
    ...(units.length === 0 ? ['    <group id="none"/>'] : units.flatMap(unitLines)),
    "  </file>",
    "</xliff>",
  ];
  return `${lines.join("\n")}\n`;
}

function unitLines(unit: XliffUnit): readonly string[] {
  const { state, stale, target, memory, previous, maxLength } = unit;
  const note = (category: string, text: string): string =>
    `        <note category="${category}">${xmlText(text)}</note>`;
  const notes = [
    ...unit.notes.map((text) => note("developer", text)),
    ...(maxLength === undefined ? [] : [note("max-length", String(maxLength))]),
    ...(previous === undefined ? [] : [note("previous-source", previous)]),
    ...(memory === undefined ? [] : [note("failcodes", memory)]),
  ];
  const translate = unit.translate ? "" : ' translate="no"';
  return [
    `    <unit id="${xliffId(unit.id)}" name="${xmlAttribute(unit.name)}"${translate} xml:space="preserve">`,
    ...(notes.length === 0 ? [] : ["      <notes>", ...notes, "      </notes>"]),
    `      <segment ${stateAttributes(state, stale)}>`,
    `        <source>${content(unit.source)}</source>`,
    ...(target === undefined ? [] : [`        <target>${content(target)}</target>`]),
    "      </segment>",
    "    </unit>",
  ];
}

/** A text as content: what XML has no way to write has an element of its own here, and here alone. */
function content(text: string): string {
  const pieces = text.split(notInXml).map(xmlText);
  const characters = text.match(notInXml) ?? [];
  return pieces.reduce((written, piece, at) => {
    const code = characters[at - 1]?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
    return `${written}<cp hex="${code}"/>${piece}`;
  });
}

function stateAttributes(state: TranslationState, stale: boolean): string {
  if (state === "new") return 'state="initial"';
  if (state !== "needs-review") return `state="${state}"`;
  return stale ? 'state="initial" subState="failcodes:stale"' : 'state="translated" subState="failcodes:needs-review"';
}

/** An id may hold fewer characters (NMTOKEN) than a code. */
function xliffId(id: string): string {
  return id.replace(/[^A-Za-z0-9_.:-]|_(?=u[0-9a-f]+_)/gu, (one) => `_u${(one.codePointAt(0) ?? 0).toString(16)}_`);
}

function unitIdOf(written: string): string {
  return written.replace(/_u([0-9a-f]{1,5}|10[0-9a-f]{4})_/g, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16)),
  );
}

/** Reads XLIFF 2.0; 2.1 says the same in what is read here. */
export function readXliff2(file: SourceFile, document = readXml(file)): ReturnedFile {
  if ("reason" in document) return { locale: undefined, units: [], problem: document };
  const units = [...elementsOf(document, "unit")].map(returned);
  return { locale: document.attributes["trgLang"], units, problem: undefined };
}

function returned(unit: XmlElement): ReturnedUnit {
  const notes = unit.elements.find(({ name }) => name === "notes")?.elements ?? [];
  const note = notes.find(({ attributes }) => attributes["category"] === "failcodes");
  const pieces = unit.elements.filter(({ name }) => name === "segment" || name === "ignorable");
  const targets = pieces.map(
    (piece) => child(piece, "target") ?? (piece.name === "ignorable" ? child(piece, "source") : undefined),
  );
  // A unit of which a segment is not translated yet is not translated.
  const whole = targets.every((target) => target !== undefined && returnedText(target.text) !== undefined);
  const text = whole ? returnedText(targets.map((target) => target?.text ?? "").join("")) : undefined;
  const states = pieces.filter(({ name }) => name === "segment").map(stateIn);
  const [only] = targets;
  return {
    id: unitIdOf(unit.attributes["id"] ?? ""),
    source: returnedText(pieces.map((piece) => child(piece, "source")?.text ?? "").join("")),
    target: text,
    state: text === undefined ? "new" : translationStates.find((state) => states.includes(state)),
    by: undefined,
    memory: readMemory(note?.text ?? ""),
    at: text === undefined || only === undefined || targets.length > 1 ? unit.inside : only.inside,
  };
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.elements.find((one) => one.name === name);
}

function stateIn({ attributes }: XmlElement): TranslationState {
  const { state = "initial", subState } = attributes;
  if (subState === "failcodes:stale" && state === "initial") return "needs-review";
  if (subState === "failcodes:needs-review" && state === "translated") return "needs-review";
  if (state === "reviewed" || state === "final") return "final";
  return state === "translated" ? "translated" : "new";
}
