import type Handlebars from "handlebars";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../outcome.ts";
import { quoted } from "../quoted.ts";
import { type Location, lineStarts, type SourceFile } from "../source-file.ts";

/** A template and what it says. */
export interface ParsedTemplate {
  /** `docs/failure.hbs`. */
  readonly name: string;
  readonly file: SourceFile;
  /** Whether it came with failcodes: nobody can mend it in their own folder. */
  readonly builtIn: boolean;
  readonly program: hbs.AST.Program;
}

interface ParserPlace {
  readonly first_line: number;
  readonly first_column: number;
  readonly last_line: number;
  readonly last_column: number;
}

interface Refusal {
  readonly text: string;
  readonly token: string | null;
  readonly expected?: readonly string[];
}

interface Parser {
  parse(text: string): hbs.AST.Program;
  parseError(message: string, refusal: Refusal): never;
  readonly lexer: { readonly yylloc: ParserPlace };
}

const words: Readonly<Record<string, string>> = {
  "'CLOSE'": "}}",
  "'CLOSE_UNESCAPED'": "}}}",
  "'CLOSE_RAW_BLOCK'": "}}}}",
  "'CLOSE_SEXPR'": ")",
  "'OPEN_ENDBLOCK'": "{{/",
  "'EQUALS'": "=",
  "'ID'": "a name",
  "'EOF'": "the end of the template",
};

/** Offsets of a place that the parser gives as line, from 1, and column, from 0. */
export function locationOf(file: SourceFile, place: Pick<hbs.AST.SourceLocation, "start" | "end">): Location {
  const starts = lineStarts(file);
  const offset = ({ line, column }: hbs.AST.Position): number =>
    Math.min((starts[line - 1] ?? file.text.length) + column, file.text.length);
  return { file, start: offset(place.start), end: offset(place.end) };
}

/** Reads a template; what Handlebars does not accept is a diagnostic with its place. */
export function parseTemplate(
  handlebars: typeof Handlebars,
  name: string,
  file: SourceFile,
  builtIn: boolean,
): Outcome<ParsedTemplate> {
  // The parser throws away the place of what it refuses; a parser derived from it keeps it. The first call sets the parser up.
  handlebars.parseWithoutProcessing("");
  const parser = Object.create((handlebars as unknown as { readonly Parser: Parser }).Parser) as Parser;
  let refusal: Refusal | undefined;
  parser.parseError = (message, found) => {
    refusal = found;
    throw new Error(message);
  };
  try {
    return success({ name, file, builtIn, program: parser.parse(file.text) });
  } catch (problem) {
    if (refusal !== undefined) return failure([refused(name, file, refusal, parser.lexer.yylloc)]);
    const exception = problem as Handlebars.Exception;
    if (exception.lineNumber === undefined) throw problem;
    const at = locationOf(file, {
      start: { line: exception.lineNumber, column: exception.column },
      end: { line: exception.endLineNumber, column: exception.endColumn },
    });
    const sentence = exception.message.replace(/ - \d+:\d+$/, "");
    return failure([diagnostic("FC5002", at, { template: quoted(name), problem: exceptionProblem(sentence) })]);
  }
}

function exceptionProblem(sentence: string): string {
  const blocks = /^(.*) doesn't match (.*)$/.exec(sentence);
  if (blocks !== null) return `${quoted(blocks[1] ?? "")} is opened and ${quoted(blocks[2] ?? "")} is closed`;
  const path = /^Invalid path: (.*)$/.exec(sentence);
  return path === null
    ? sentence
    : `${quoted(path[1] ?? "")} is no path, because ".", ".." and "this" stand at its beginning only`;
}

function refused(name: string, file: SourceFile, refusal: Refusal, place: ParserPlace): Diagnostic {
  const at = locationOf(file, {
    start: { line: place.first_line, column: place.first_column },
    end: { line: place.last_line, column: place.last_column },
  });
  return diagnostic("FC5002", at, { template: quoted(name), problem: refusalProblem(refusal) });
}

function refusalProblem({ token, text, expected }: Refusal): string {
  if (token === "EOF") return "it ends inside of a block or of an expression";
  if (token === "OPEN_ENDBLOCK") return `${quoted(text.trim())} closes a block that was not opened`;
  if (token === null || token === "INVALID") return `${quoted(text)} has no meaning here`;
  const wanted = (expected ?? []).map((word) => words[word]);
  const known = wanted.length > 0 && wanted.length <= 3 && wanted.every((word) => word !== undefined);
  return `${quoted(text)} does not belong here${known ? `, but ${wanted.join(" or ")}` : ""}`;
}
