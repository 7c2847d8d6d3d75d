import type { SourceFile } from "../source-file.ts";
import {
  type ReturnedFile,
  type ReturnedUnit,
  readMemory,
  returnedText,
  type TranslationOrigin,
  type TranslationState,
} from "./exchange-unit.ts";
import type { XliffFile, XliffUnit } from "./xliff-unit.ts";
import { elementsOf, readXml, type XmlElement, xmlAttribute, xmlComment, xmlText } from "./xml.ts";

/** The texts as XLIFF 1.2 (OASIS, 2008): a `trans-unit` for each. */
export function writeXliff12({ comments, catalog, sourceLocale, locale, units }: XliffFile): string {
  const languages = `source-language="${sourceLocale}"${locale === undefined ? "" : ` target-language="${locale}"`}`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    ...comments.map(xmlComment),
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    `  <file original="${xmlAttribute(catalog)}" ${languages} datatype="plaintext">`,
    "    <body>",
    ...units.flatMap(unitLines),
    "    </body>",
    "  </file>",
    "</xliff>",
  ];
  return `${lines.join("\n")}\n`;
}

function unitLines(unit: XliffUnit): readonly string[] {
  const { state, target, memory } = unit;
  const size = unit.maxLength === undefined ? "" : ` maxwidth="${unit.maxLength}" size-unit="char"`;
  const approved = state === "final" ? ' approved="yes"' : "";
  const translate = unit.translate ? "" : ' translate="no"';
  const head = `id="${xmlAttribute(unit.id)}" resname="${xmlAttribute(unit.name)}"`;
  return [
    `      <trans-unit ${head}${size}${approved}${translate} xml:space="preserve">`,
    `        <source>${xmlText(unit.source)}</source>`,
    ...(target === undefined
      ? []
      : [`        <target state="${words[state]}"${qualifier(unit)}>${xmlText(target)}</target>`]),
    ...unit.notes.map((note) => `        <note from="developer">${xmlText(note)}</note>`),
    ...(unit.stale ? ['        <note from="developer">The source text was changed since.</note>'] : []),
    ...(memory === undefined ? [] : [`        <note from="failcodes">${xmlText(memory)}</note>`]),
    ...previousVersion(unit),
    "      </trans-unit>",
  ];
}

/** The text that was translated, with its translation: the schema asks for both. */
function previousVersion({ previous, target }: XliffUnit): readonly string[] {
  if (previous === undefined || target === undefined) return [];
  return [
    '        <alt-trans alttranstype="previous-version" xml:space="preserve">',
    `          <source>${xmlText(previous)}</source>`,
    `          <target>${xmlText(target)}</target>`,
    "        </alt-trans>",
  ];
}

function qualifier({ by }: XliffUnit): string {
  return by === "mt" || by === "tm" ? ` state-qualifier="leveraged-${by}"` : "";
}

const words: Readonly<Record<TranslationState, string>> = {
  new: "new",
  translated: "translated",
  "needs-review": "needs-review-translation",
  final: "final",
};

/** The words of the format, by what they come to; a word of a tool's own says no more than that there is a text. */
const states: Readonly<Record<string, TranslationState>> = {
  new: "new",
  "needs-translation": "new",
  translated: "translated",
  final: "final",
  "signed-off": "final",
  "needs-adaptation": "needs-review",
  "needs-l10n": "needs-review",
  "needs-review-adaptation": "needs-review",
  "needs-review-l10n": "needs-review",
  "needs-review-translation": "needs-review",
};

/** Reads XLIFF 1.2. */
export function readXliff12(file: SourceFile, document = readXml(file)): ReturnedFile {
  if ("reason" in document) return { locale: undefined, units: [], problem: document };
  const [first] = elementsOf(document, "file");
  const units = [...elementsOf(document, "trans-unit")].map(returned);
  return { locale: first?.attributes["target-language"], units, problem: undefined };
}

function returned(unit: XmlElement): ReturnedUnit {
  const target = unit.elements.find(({ name }) => name === "target");
  const text = returnedText(target?.text ?? "");
  const note = unit.elements.find(({ name, attributes }) => name === "note" && attributes["from"] === "failcodes");
  return {
    id: unit.attributes["id"] ?? "",
    source: returnedText(unit.elements.find(({ name }) => name === "source")?.text ?? ""),
    target: text,
    state: text === undefined ? "new" : stateIn(target?.attributes["state"], unit.attributes["approved"]),
    by: originIn(target?.attributes["state-qualifier"]),
    memory: readMemory(note?.text ?? ""),
    at: text === undefined || target === undefined ? unit.inside : target.inside,
  };
}

function stateIn(state: string | undefined, approved: string | undefined): TranslationState {
  const said = state === undefined ? "translated" : Object.hasOwn(states, state) ? states[state] : "translated";
  // Some tools know the approval alone.
  if (approved === "yes" && said === "translated") return "final";
  return said === "final" && approved === "no" ? "translated" : (said ?? "translated");
}

function originIn(qualifier: string | undefined): TranslationOrigin | undefined {
  if (qualifier === "leveraged-mt" || qualifier === "mt-suggestion") return "mt";
  return qualifier === "leveraged-tm" || qualifier === "exact-match" || qualifier === "fuzzy-match" ? "tm" : undefined;
}
