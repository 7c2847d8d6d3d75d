import {
  isArgumentElement,
  isLiteralElement,
  isNumberElement,
  isPluralElement,
  isPoundElement,
  isSelectElement,
  type MessageFormatElement,
  parse,
} from "@formatjs/icu-messageformat-parser";
import { readBraces } from "./braces.ts";
import { styleOf } from "./message-syntax.ts";
import { plainPlaceholders } from "./placeholders.ts";

/**
 * A message such that two that mean the same are the same text, however they are laid out: white space of the syntax, the
 * order of arms and needless quotations do not show. It is hashed and never shown: U+0001, which no text may hold, stands
 * before a brace that is text and before a "#" that is the number. What is no message is given back as it is. Hashes of it
 * stand in people's files: it must not change.
 */
export function canonicalText(text: string): string {
  if (plainPlaceholders(text) !== undefined) return text;
  const elements = elementsOf(text);
  return (elements === undefined ? undefined : canonical(text, elements)) ?? text;
}

/** Whether a message holds a letter outside of its params. */
export function holdsLetters(text: string): boolean {
  if (plainPlaceholders(text) !== undefined) return /\p{L}/u.test(text.replace(/\{[^{}]*\}/g, ""));
  return elementsOf(text)?.some(elementHoldsLetters) ?? true;
}

function elementHoldsLetters(element: MessageFormatElement): boolean {
  if (isLiteralElement(element)) return /\p{L}/u.test(element.value);
  if (!isPluralElement(element) && !isSelectElement(element)) return false;
  return Object.values(element.options).some(({ value }) => value.some(elementHoldsLetters));
}

function elementsOf(text: string): readonly MessageFormatElement[] | undefined {
  const { strayAt, tooDeepAt } = readBraces(text);
  if (strayAt >= 0 || tooDeepAt >= 0) return undefined;
  try {
    return parse(text, { ignoreTag: true, captureLocation: true });
  } catch {
    return undefined;
  }
}

function canonical(text: string, elements: readonly MessageFormatElement[]): string | undefined {
  let result = "";
  for (const element of elements) {
    const written = canonicalElement(text, element);
    if (written === undefined) return undefined;
    result += written;
  }
  return result;
}

/** Undefined for what messages must not hold. */
function canonicalElement(text: string, element: MessageFormatElement): string | undefined {
  if (isLiteralElement(element)) return element.value.replace(/[{}]/g, "\u0001$&");
  if (isPoundElement(element)) return "\u0001#";
  if (isArgumentElement(element)) return `{${element.value}}`;
  if (isNumberElement(element)) {
    const { location } = element;
    const style = styleOf(text.slice((location?.start.offset ?? 0) + 1, (location?.end.offset ?? 0) - 1));
    return style === undefined ? `{${element.value}, number}` : `{${element.value}, number, ${style}}`;
  }
  if (!isPluralElement(element) && !isSelectElement(element)) return undefined;
  let kind = "select";
  if (isPluralElement(element)) {
    if (element.offset !== 0) return undefined;
    kind = element.pluralType === "ordinal" ? "selectordinal" : "plural";
  }
  let arms = "";
  for (const name of Object.keys(element.options).sort()) {
    const arm = canonical(text, element.options[name]?.value ?? []);
    if (arm === undefined) return undefined;
    arms += ` ${name} {${arm}}`;
  }
  return `{${element.value}, ${kind},${arms}}`;
}
