import type { MessageFormatElement } from "@formatjs/icu-messageformat-parser";

/** The parser of ICU MessageFormat, handed in by whoever loads it: it is loaded where texts are written, not before. */
export type MessageParser = typeof import("@formatjs/icu-messageformat-parser");

interface Literal {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Whether "#" stands for the number here. */
  readonly inPlural: boolean;
}

function* literals(
  elements: readonly MessageFormatElement[],
  inPlural: boolean,
  parser: MessageParser,
): Generator<Literal> {
  for (const element of elements) {
    if (parser.isLiteralElement(element) && element.location !== undefined) {
      const { start, end } = element.location;
      yield { value: element.value, start: start.offset, end: end.offset, inPlural };
    } else if (parser.isSelectElement(element) || parser.isPluralElement(element)) {
      for (const { value } of Object.values(element.options)) {
        yield* literals(value, parser.isPluralElement(element), parser);
      }
    }
  }
}

/** A run of characters with a meaning is quoted; an apostrophe is doubled, inside a run and outside. */
function quoted({ value, inPlural }: Literal): string {
  const runs = inPlural ? /'+|[{}<#]['{}<#]*/g : /'+|[{}<]['{}<]*/g;
  return value.replace(runs, (run) => {
    const doubled = run.replaceAll("'", "''");
    return run.startsWith("'") ? doubled : `'${doubled}'`;
  });
}

/**
 * The same message, such that a parser that takes "<b>" for a tag (FormatJS unless `ignoreTag` is set) reads every "<" as
 * the character it is: a catalog's texts know no tags.
 */
export function tagFreeText(text: string, parser: MessageParser): string {
  if (!text.includes("<")) return text;
  const elements = parser.parse(text, { ignoreTag: true, captureLocation: true });
  // An object of options does not keep the order of the text where a key is a number.
  const inOrder = [...literals(elements, false, parser)].sort((left, right) => left.start - right.start);
  let result = "";
  let copied = 0;
  for (const literal of inOrder) {
    result += text.slice(copied, literal.start) + quoted(literal);
    copied = literal.end;
  }
  return result + text.slice(copied);
}
