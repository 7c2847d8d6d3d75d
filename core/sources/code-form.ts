import type { CodeForm } from "../catalog.ts";

/** Hexadecimal digits that a number holds without loss, and so the most that are read as one. */
const mostHexDigits = 13;

const zero = 0x30;
const nine = 0x39;

/**
 * A platform's code as keys hold it: the forms are tried in order, and a code that none of them takes stays as it is
 * written. `007` and `0x7` are `7` in the form `number`; `5.01.1` is `5.1.1` in the form `enhanced-status`. Work is
 * linear in the length of the code.
 */
export function normalCode(forms: readonly CodeForm[], code: string | number): string {
  const written = typeof code === "number" ? String(code) : code;
  for (const form of forms) {
    const read = readCode(form, written);
    if (read !== undefined) return read;
  }
  return written;
}

/** Whether one of the forms takes a code; a code that none takes is compared as it is written. */
export function takesCode(forms: readonly CodeForm[], code: string): boolean {
  return forms.some((form) => readCode(form, code) !== undefined);
}

/** The value of a code that is a number, for ranges; undefined for other codes, and for those beyond 2^53. */
export function codeValue(code: string): number | undefined {
  if (code.length === 0 || code.length > 16 || !isDigits(code, 0, code.length)) return undefined;
  if (code.length > 1 && code.charCodeAt(0) === zero) return undefined;
  const value = Number(code);
  return Number.isSafeInteger(value) ? value : undefined;
}

/** An enhanced status in its parts. */
export interface EnhancedStatus {
  readonly class: string;
  readonly subject: string;
  readonly detail: string;
}

/** The parts of a code in the form that `normalCode` gives to an enhanced status; undefined for other codes. */
export function enhancedStatus(code: string): EnhancedStatus | undefined {
  const first = code.indexOf(".");
  if (first < 0) return undefined;
  const second = code.indexOf(".", first + 1);
  if (second < 0) return undefined;
  if (!isDigits(code, 0, first) || !isDigits(code, first + 1, second) || !isDigits(code, second + 1, code.length)) {
    return undefined;
  }
  return { class: code.slice(0, first), subject: code.slice(first + 1, second), detail: code.slice(second + 1) };
}

/** Whether a class of enhanced statuses means failure: 4 for a time, 5 for good (RFC 3463, section 3.1). */
export function isFailureClass(statusClass: string): boolean {
  return statusClass === "4" || statusClass === "5";
}

function readCode(form: CodeForm, written: string): string | undefined {
  switch (form) {
    case "number":
      return readNumber(written);
    case "enhanced-status":
      return readEnhancedStatus(written);
    case "word":
      return written;
  }
}

function readNumber(written: string): string | undefined {
  if (isDigits(written, 0, written.length)) return withoutZeros(written, 0, written.length);
  if (written.charCodeAt(0) !== zero || (written[1] !== "x" && written[1] !== "X")) return undefined;
  let start = 2;
  while (start < written.length - 1 && written.charCodeAt(start) === zero) start += 1;
  if (start >= written.length || written.length - start > mostHexDigits) return undefined;
  let value = 0;
  for (let index = start; index < written.length; index += 1) {
    const digit = hexDigit(written.charCodeAt(index));
    if (digit === undefined) return undefined;
    value = value * 16 + digit;
  }
  return String(value);
}

function readEnhancedStatus(written: string): string | undefined {
  const first = written.indexOf(".");
  // Most codes of other forms have no dot, or a text that is long before its first.
  if (first <= 0 || !isDigits(written, 0, first)) return undefined;
  const second = written.indexOf(".", first + 1);
  if (second < 0 || !isDigits(written, first + 1, second) || !isDigits(written, second + 1, written.length)) {
    return undefined;
  }
  const subject = withoutZeros(written, first + 1, second);
  return `${withoutZeros(written, 0, first)}.${subject}.${withoutZeros(written, second + 1, written.length)}`;
}

function isDigits(text: string, from: number, to: number): boolean {
  if (from >= to) return false;
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < zero || unit > nine) return false;
  }
  return true;
}

function withoutZeros(digits: string, from: number, to: number): string {
  let start = from;
  while (start < to - 1 && digits.charCodeAt(start) === zero) start += 1;
  return digits.slice(start, to);
}

function hexDigit(unit: number): number | undefined {
  if (unit >= zero && unit <= nine) return unit - zero;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined;
}
