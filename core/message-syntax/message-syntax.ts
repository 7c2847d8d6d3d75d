import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTimeElement,
  type MessageFormatElement,
  type Location as MessageLocation,
  type PluralElement,
  parse,
  type SelectElement,
} from "@formatjs/icu-messageformat-parser";
import { readBraces } from "./braces.ts";
import { parserWords } from "./parser-words.ts";

/** How a message uses a param. */
export type ParamUse = "text" | "number" | "plural" | "selectordinal" | "select";

/** A place in a message's text, as offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A param in a message. */
export interface UsedParam extends Span {
  readonly name: string;
  readonly use: ParamUse;
  /** The arms of a plural or select: name and where its text begins. */
  readonly arms: ReadonlyMap<string, number>;
}

/** What is wrong with a message's syntax. */
export type SyntaxMistake = Span &
  (
    | { readonly kind: "broken"; readonly problem: string; readonly remedy: string }
    | { readonly kind: "noOther"; readonly param: string; readonly choice: string }
    | { readonly kind: "construct"; readonly construct: string; readonly remedy: string }
  );

/** A message, read by the parser of ICU MessageFormat. */
export interface MessageSyntax {
  /** Empty where the text could not be parsed. */
  readonly used: readonly UsedParam[];
  readonly parsed: boolean;
  readonly mistakes: readonly SyntaxMistake[];
}

const noArms: ReadonlyMap<string, number> = new Map();

/** Where the name of an arm is written. */
export function armSpan(text: string, used: UsedParam, arm: string): Span {
  const start = text.lastIndexOf(arm, (used.arms.get(arm) ?? 1) - 1);
  return { start, end: start + arm.length };
}

/** Styles of a number that every format of messages can express. */
export const numberStyle = /^(integer|percent|::(integer|percent|\.0{1,6}))$/;

/**
 * Reads a message as ICU MessageFormat and as the part of it that can be carried into every other format: arguments,
 * numbers, plurals without an offset, ordinals, selects. `<` is text: a catalog's messages know no tags.
 */
export function readMessage(text: string): MessageSyntax {
  const { strayAt, tooDeepAt } = readBraces(text);
  if (strayAt >= 0) return broken({ start: strayAt, end: strayAt + 1, ...parserWords.stray });
  if (tooDeepAt >= 0) {
    const remedy = "Write whole sentences into the arms, so that they need not be nested.";
    const construct = "braces that are nested this deep";
    return unparsed({ kind: "construct", start: tooDeepAt, end: tooDeepAt + 1, construct, remedy });
  }
  let elements: readonly MessageFormatElement[];
  try {
    elements = parse(text, { ignoreTag: true, captureLocation: true });
  } catch (error) {
    return unparsed(parserMistake(text, error));
  }
  const used: UsedParam[] = [];
  const mistakes: SyntaxMistake[] = [];
  visit(text, elements, used, mistakes);
  return { used, parsed: true, mistakes };
}

function unparsed(mistake: SyntaxMistake): MessageSyntax {
  return { used: [], parsed: false, mistakes: [mistake] };
}

function broken(words: Span & { readonly problem: string; readonly remedy: string }): MessageSyntax {
  return unparsed({ kind: "broken", ...words });
}

function parserMistake(text: string, error: unknown): SyntaxMistake {
  const { message, location } = error as { message: string; location?: MessageLocation };
  const span = spanOf(text, location);
  if (message === "MISSING_OTHER_CLAUSE") {
    // The parser stops at the closing brace; the argument begins at the last plural or select before it.
    const begun = [
      ...text.slice(0, span.start).matchAll(/\{\s*([^\s,{}]+)\s*,\s*(plural|selectordinal|select)\s*,/g),
    ].at(-1);
    return { kind: "noOther", ...span, param: begun?.[1] ?? "", choice: begun?.[2] ?? "select" };
  }
  if (message === "INVALID_ARGUMENT_TYPE") {
    const type = text.slice(span.start, span.end);
    const remedy = "Use {name}, or one of number, plural, selectordinal and select.";
    return { kind: "construct", ...span, construct: `the format "${type}"`, remedy };
  }
  const unclosed = message === "MALFORMED_ARGUMENT" && !/^\{[^{}]*\}/.test(text.slice(span.start));
  const mistake = unclosed ? "EXPECT_ARGUMENT_CLOSING_BRACE" : message;
  return { kind: "broken", ...span, ...(parserWords[mistake] ?? parserWords.other) };
}

/** What stands after the second comma of an argument. */
export function styleOf(argument: string): string | undefined {
  const second = argument.indexOf(",", argument.indexOf(",") + 1);
  return second < 0 ? undefined : argument.slice(second + 1).trim();
}

/** Where the parser stopped: at least one character of the text, so that there is something to show. */
function spanOf(text: string, location: MessageLocation | undefined): Span {
  const start = Math.min(location?.start.offset ?? 0, Math.max(text.length - 1, 0));
  return { start, end: Math.max(location?.end.offset ?? 0, start + 1) };
}

function visit(
  text: string,
  elements: readonly MessageFormatElement[],
  used: UsedParam[],
  mistakes: SyntaxMistake[],
): void {
  for (const element of elements) {
    const span = spanOf(text, element.location);
    if (isArgumentElement(element)) used.push({ ...span, name: element.value, use: "text", arms: noArms });
    else if (isNumberElement(element)) {
      used.push({ ...span, name: element.value, use: "number", arms: noArms });
      const style = styleOf(text.slice(span.start + 1, span.end - 1));
      if (style !== undefined && !numberStyle.test(style)) {
        const remedy = "Use number alone, percent, integer, or decimals as in ::.00.";
        mistakes.push({ kind: "construct", ...span, construct: `the number style "${style}"`, remedy });
      }
    } else if (isDateElement(element) || isTimeElement(element)) {
      const remedy = `Write {${element.value}}, and let the program write the date before it fills in the text.`;
      const construct = `a format of ${isDateElement(element) ? "dates" : "times"}`;
      used.push({ ...span, name: element.value, use: "text", arms: noArms });
      mistakes.push({ kind: "construct", ...span, construct, remedy });
    } else if (isPluralElement(element) || isSelectElement(element)) {
      used.push(choiceOf(element, span));
      if (isPluralElement(element) && element.offset !== 0) {
        const remedy = "Remove the offset, and name the exact numbers as =0, =1.";
        mistakes.push({ kind: "construct", ...span, construct: "an offset in a plural", remedy });
      }
      for (const name in element.options) visit(text, element.options[name]?.value ?? [], used, mistakes);
    }
  }
}

function choiceOf(element: PluralElement | SelectElement, span: Span): UsedParam {
  const arms = new Map<string, number>();
  for (const name in element.options) arms.set(name, element.options[name]?.location?.start.offset ?? 0);
  let use: ParamUse = "select";
  if (isPluralElement(element)) use = element.pluralType === "ordinal" ? "selectordinal" : "plural";
  return { ...span, name: element.value, use, arms };
}
