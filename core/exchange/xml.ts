import { SaxesParser } from "saxes";
import type { Location, SourceFile } from "../source-file.ts";
import type { ExchangeProblem } from "./exchange-unit.ts";

/** An element of a document, with what stands in it. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly elements: readonly XmlElement[];
  /** All text in it, that of the elements in it included. */
  readonly text: string;
  /** From behind its opening tag to before its closing one. */
  readonly inside: Location;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly elements: XmlElement[];
  text: string;
  readonly start: number;
}

/** No document of ours is nested deeper. */
const deepest = 100;

/** Reads a document, strictly; a document type with entities of its own is not read. */
export function readXml(file: SourceFile): XmlElement | ExchangeProblem {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let problem: ExchangeProblem | undefined;
  const stop = (reason: string): void => {
    const offset = Math.min(parser.position, file.text.length);
    problem ??= { at: { file, start: Math.max(0, offset - 1), end: offset }, reason };
  };
  parser.on("error", ({ message }) =>
    stop(`It is no XML: ${message.replace(/^(\d+:\d+: )+/, "").replace(/\.$/, "")}.`),
  );
  parser.on("doctype", () => stop("It has a document type, which is not read."));
  parser.on("opentag", ({ name, attributes }) => {
    if (open.length >= deepest) stop("It is nested too deeply.");
    else open.push({ name: bare(name), attributes, elements: [], text: "", start: parser.position });
    if (bare(name) === "cp") character(attributes["hex"] ?? "");
  });
  const text = (piece: string): void => {
    for (const element of open) element.text += piece;
  };
  // XLIFF 2 writes so what XML cannot.
  const character = (hex: string): void => {
    const code = /^[0-9a-f]{1,8}$/i.test(hex) ? Number.parseInt(hex, 16) : Number.POSITIVE_INFINITY;
    if (code > 0x10ffff) stop("A <cp> names no character.");
    else text(String.fromCodePoint(code));
  };
  parser.on("text", text);
  parser.on("cdata", text);
  parser.on("closetag", ({ name, isSelfClosing }) => {
    const element = open.pop();
    if (element === undefined) return;
    const end = isSelfClosing ? element.start : file.text.lastIndexOf("</", parser.position - name.length);
    const closed = { ...element, inside: { file, start: element.start, end: Math.max(element.start, end) } };
    const parent = open.at(-1);
    if (parent === undefined) root = closed;
    else parent.elements.push(closed);
  });
  // In pieces, so that a mistake at the beginning of a big file ends the reading.
  for (let start = 0; start < file.text.length && problem === undefined; start += pieceLength) {
    parser.write(file.text.slice(start, start + pieceLength));
  }
  if (problem === undefined) parser.close();
  return problem ?? root ?? { at: { file, start: 0, end: 0 }, reason: "It holds no XML." };
}

const pieceLength = 1024 * 1024;

function bare(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** All elements of a name, at any depth, in the order of the document. */
export function* elementsOf(parent: XmlElement, name: string): Iterable<XmlElement> {
  for (const element of parent.elements) {
    if (element.name === name) yield element;
    else yield* elementsOf(element, name);
  }
}

/** Every character that XML 1.0 has no way to write: halves of surrogate pairs, most controls, U+FFFE and U+FFFF. */
export const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as the content of an element; what XML cannot write becomes U+FFFD. */
export function xmlText(text: string): string {
  const escaped = text.replace(/[&<>"\r]|\n(?=\n*$)/g, (character) => escapes[character] ?? character);
  return escaped.replace(notInXml, "\ufffd");
}

/** A line of text as a comment. */
export function xmlComment(line: string): string {
  return `<!-- ${xmlText(line).replace(/-(?=-)/g, "- ")} -->`;
}

/** A text as the value of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/[\n\t]/g, (character) => escapes[character] ?? character);
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};
