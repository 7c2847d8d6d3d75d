import { createScanner, type JSONScanner, type ScanError, type SyntaxKind } from "jsonc-parser";
import { type Diagnostic, diagnostic, type RelatedLocation } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source-file.ts";
import { maxDepth } from "./scan.ts";
import { badEscape, conflictMarkers, isWholeWord, strayWord, syntaxWords } from "./syntax-words.ts";

// jsonc-parser declares these as const enums, which a compiler of single files cannot read.
const openBrace: SyntaxKind = 1;
const closeBrace: SyntaxKind = 2;
const openBracket: SyntaxKind = 3;
const closeBracket: SyntaxKind = 4;
const comma: SyntaxKind = 5;
const colon: SyntaxKind = 6;
const stringLiteral: SyntaxKind = 10;
const lineComment: SyntaxKind = 12;
const blockComment: SyntaxKind = 13;
const lineBreak: SyntaxKind = 14;
const trivia: SyntaxKind = 15;
const unknown: SyntaxKind = 16;
const endOfFile: SyntaxKind = 17;
const endOfString: ScanError = 2;
const endOfNumber: ScanError = 3;
const invalidUnicode: ScanError = 4;
const invalidEscape: ScanError = 5;

type Expected = "value" | "firstValue" | "key" | "firstKey" | "colon" | "next" | "nothing";

interface Token {
  readonly kind: SyntaxKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly problem: ScanError;
}

interface Open {
  readonly kind: SyntaxKind;
  readonly start: number;
}

/** How a reader who goes on after a mistake stands. */
interface Reader {
  readonly file: SourceFile;
  readonly open: Open[];
  readonly found: Diagnostic[];
  expected: Expected;
  lastComma: number;
  /** The text that was taken last, if it was one. */
  lastText: Token | undefined;
  /** Line of a mistake that makes the rest of its line unreadable; what is found there belongs to it. */
  noisyLine: number;
  line: number;
}

/** The mistakes of a text that is no JSON, all of them, each once. Reads on after each, without recursion. */
export function syntaxMistakes(file: SourceFile): readonly Diagnostic[] {
  const conflicts = conflictMarkers(file.text);
  if (conflicts.length > 0) {
    return conflicts.map(({ start, end }) => diagnostic("FC1001", { file, start, end }, syntaxWords.conflict));
  }
  const scanner = createScanner(file.text, false);
  const reader: Reader = {
    file,
    open: [],
    found: [],
    expected: "value",
    lastComma: -1,
    lastText: undefined,
    noisyLine: -1,
    line: 0,
  };
  for (let token = nextToken(scanner, reader); token.kind !== endOfFile; token = nextToken(scanner, reader)) {
    if (token.kind === lineComment || token.kind === blockComment) {
      report(reader, "comment", token);
      continue;
    }
    if (reader.open.length > maxDepth) {
      // After another mistake the depth may be one of its consequences.
      if (reader.found.length > 0) return reader.found;
      const start = reader.open.at(-1)?.start ?? 0;
      return [diagnostic("FC1005", { file, start, end: start + 1 }, { limit: maxDepth })];
    }
    if (reader.noisyLine >= 0 && reader.line !== reader.noisyLine) resume(reader, token);
    if (reader.expected === "nothing") {
      if (reader.noisyLine === reader.line) continue;
      report(reader, "afterEnd", token);
      return reader.found;
    }
    take(reader, token);
    reader.lastText = token.kind === stringLiteral ? token : undefined;
  }
  atEnd(reader);
  if (reader.found.length === 0) report(reader, "noJson", { start: 0, end: 0 });
  return reader.found;
}

/** After the rest of a line was passed over, whatever may stand there is taken for right. */
function resume(reader: Reader, token: Token): void {
  reader.noisyLine = -1;
  const innermost = reader.open.at(-1);
  if (innermost === undefined) return;
  if (token.kind === comma) reader.expected = "next";
  else reader.expected = innermost.kind === openBrace ? "firstKey" : "firstValue";
}

function nextToken(scanner: JSONScanner, reader: Reader): Token {
  let kind = scanner.scan();
  while (kind === lineBreak || kind === trivia) {
    if (kind === lineBreak) reader.line++;
    kind = scanner.scan();
  }
  const start = scanner.getTokenOffset();
  const end = start + scanner.getTokenLength();
  return { kind, start, end, text: reader.file.text.slice(start, end), problem: scanner.getTokenError() };
}

type Span = Pick<Token, "start" | "end">;

function report(
  reader: Reader,
  words: keyof typeof syntaxWords,
  { start, end }: Span,
  related: readonly RelatedLocation[] = [],
): void {
  if (reader.noisyLine === reader.line) return;
  reader.found.push(diagnostic("FC1001", { file: reader.file, start, end }, syntaxWords[words], related));
}

function reportNoisy(reader: Reader, words: keyof typeof syntaxWords, span: Span): void {
  report(reader, words, span);
  reader.noisyLine = reader.line;
}

function take(reader: Reader, token: Token): void {
  switch (token.kind) {
    case comma:
      takeComma(reader, token);
      break;
    case colon:
      takeColon(reader, token);
      break;
    case closeBrace:
    case closeBracket:
      takeClose(reader, token);
      break;
    default:
      takeValue(reader, token);
  }
}

function takeComma(reader: Reader, token: Token): void {
  const { expected } = reader;
  const inObject = reader.open.at(-1)?.kind === openBrace;
  if (reader.open.length === 0) {
    report(reader, "strayComma", token);
    return;
  }
  if (expected === "colon") report(reader, "noMemberValue", token);
  else if (expected === "value" && inObject) report(reader, "noValue", token);
  else if (expected !== "next") report(reader, "extraComma", token);
  // One that is reported is not reported again where the list ends after it.
  reader.lastComma = expected === "next" ? token.start : -1;
  reader.expected = inObject ? "key" : "value";
}

function takeColon(reader: Reader, token: Token): void {
  if (reader.expected === "colon") reader.expected = "value";
  else if (reader.expected === "key" || reader.expected === "firstKey") {
    report(reader, "noKey", token);
    reader.expected = "value";
  } else if (!closesArrayBeforeKey(reader)) reportNoisy(reader, "strayColon", token);
}

/** A text and a colon in an array that stands in an object: the array ended before the text, which is the next key. */
function closesArrayBeforeKey(reader: Reader): boolean {
  const { expected, lastText, open } = reader;
  const array = open.at(-1);
  if (expected !== "next" || lastText === undefined || array?.kind !== openBracket || open.at(-2)?.kind !== openBrace) {
    return false;
  }
  // The comma that is missing as well goes with the bracket.
  if (reader.found.at(-1)?.at.start === lastText.start) reader.found.pop();
  report(reader, "bracketBefore", lastText, openedAt(reader, array));
  open.pop();
  reader.expected = "value";
  return true;
}

function takeClose(reader: Reader, token: Token): void {
  const opener = token.kind === closeBrace ? openBrace : openBracket;
  const innermost = reader.open.at(-1);
  if (innermost === undefined || !reader.open.some(({ kind }) => kind === opener)) {
    report(reader, token.kind === closeBrace ? "strayBrace" : "strayBracket", token);
    return;
  }
  const { expected } = reader;
  const afterComma = (expected === "value" && innermost.kind === openBracket) || expected === "key";
  if (afterComma) {
    if (reader.lastComma >= 0) report(reader, "trailingComma", { start: reader.lastComma, end: reader.lastComma + 1 });
  } else if (expected === "value") report(reader, "noValue", token);
  else if (expected === "colon") report(reader, "noMemberValue", token);
  while (reader.open.at(-1)?.kind !== opener) {
    const unclosed = reader.open.pop();
    if (unclosed === undefined) break;
    report(reader, unclosed.kind === openBrace ? "braceBefore" : "bracketBefore", token, openedAt(reader, unclosed));
  }
  reader.open.pop();
  afterValue(reader);
}

function openedAt({ file }: Reader, { kind, start }: Open): readonly RelatedLocation[] {
  const message = kind === openBrace ? "The object begins here." : "The array begins here.";
  return [{ message, at: { file, start, end: start + 1 } }];
}

function afterValue(reader: Reader): void {
  reader.expected = reader.open.length === 0 ? "nothing" : "next";
}

function takeValue(reader: Reader, token: Token): void {
  if (reader.expected === "next") {
    if (/^[0-9]/.test(token.text) && /[0-9]/.test(reader.file.text.charAt(token.start - 1))) {
      report(reader, "leadingZero", token);
      return;
    }
    if (token.kind === unknown) {
      reportNoisy(reader, "strayWords", token);
      return;
    }
    report(reader, "noComma", token);
    reader.expected = reader.open.at(-1)?.kind === openBrace ? "key" : "value";
  } else if (reader.expected === "colon") {
    if (token.kind === unknown) {
      reportNoisy(reader, "strayWords", token);
      return;
    }
    report(reader, "noColon", token);
    reader.expected = "value";
  }
  if (reader.expected === "key" || reader.expected === "firstKey") takeKey(reader, token);
  else takeContent(reader, token);
}

function takeKey(reader: Reader, token: Token): void {
  if (token.kind === openBrace || token.kind === openBracket) {
    report(reader, "noKeyBefore", token);
    openOne(reader, token);
    return;
  }
  if (token.kind === stringLiteral) checkToken(reader, token);
  else if (reader.file.text[token.end] === '"') reportNoisy(reader, "openingQuote", token);
  else report(reader, token.text.startsWith("'") ? "singleQuotes" : "bareKey", token);
  reader.expected = "colon";
}

function takeContent(reader: Reader, token: Token): void {
  if (token.kind === openBrace || token.kind === openBracket) {
    openOne(reader, token);
    return;
  }
  checkToken(reader, token);
  afterValue(reader);
}

function openOne(reader: Reader, token: Token): void {
  reader.open.push({ kind: token.kind, start: token.start });
  reader.expected = token.kind === openBrace ? "firstKey" : "firstValue";
}

function checkToken(reader: Reader, token: Token): void {
  if (token.kind === unknown) {
    const words = strayWord(token.text);
    if (isWholeWord(words)) report(reader, words, token);
    else reportNoisy(reader, words, token);
  } else if (token.problem === endOfString) reportNoisy(reader, "openString", token);
  else if (token.problem === endOfNumber) report(reader, "openNumber", token);
  else if (token.problem !== 0 && token.kind === stringLiteral) badCharacter(reader, token);
}

function badCharacter(reader: Reader, token: Token): void {
  const bad = badEscape(token.text);
  const span = bad === undefined ? token : { start: token.start + bad.start, end: token.start + bad.end };
  if (token.problem === invalidUnicode || token.problem === invalidEscape) report(reader, "escape", span);
  else report(reader, "controlCharacter", span);
}

function atEnd(reader: Reader): void {
  const { file, open, expected } = reader;
  // What closes it may stand in the line that was passed over.
  if (reader.noisyLine >= 0) return;
  const end = file.text.length;
  const innermost = open.at(-1);
  if (innermost !== undefined) {
    const rest = open.map(({ kind }) => (kind === openBrace ? "}" : "]")).reverse();
    const problem = `The file ends before ${innermost.kind === openBrace ? "an object" : "an array"} does.`;
    const words = { problem, remedy: `Add ${rest.join("")} where it belongs.` };
    reader.found.push(diagnostic("FC1001", { file, start: end, end }, words, openedAt(reader, innermost)));
  } else if (expected !== "nothing") {
    if (reader.found.length === 0) report(reader, "empty", { start: end, end });
  }
}
