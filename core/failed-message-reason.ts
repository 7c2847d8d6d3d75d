/** The parts of a failed message's `reason`; all of them are undefined where it is not written in parts. */
export interface FailedMessageReason {
  /** What the platform says, in its own words. */
  readonly details: string | undefined;
  /** The same as one word, in snake case. */
  readonly reason: string | undefined;
  /** Digits, as they are written. */
  readonly code: string | undefined;
}

const unparsed: FailedMessageReason = { details: undefined, reason: undefined, code: undefined };
const opening = "details: ";
const beforeReason = "; reason: ";
const beforeCode = "; code: ";

/**
 * Reads `details: <text>; reason: <snake_case>; code: <digits>`. It is read from the right, since the text may hold the
 * same separators; anything that is not written so, or no text at all, has no parts. Work is linear in the length.
 */
export function failedMessageReason(text: unknown): FailedMessageReason {
  if (typeof text !== "string" || !text.startsWith(opening)) return unparsed;
  let codeStart = text.length;
  while (codeStart > 0 && isDigit(text.charCodeAt(codeStart - 1))) codeStart -= 1;
  const reasonEnd = codeStart - beforeCode.length;
  if (codeStart === text.length || !standsAt(text, beforeCode, reasonEnd)) return unparsed;
  let reasonStart = reasonEnd;
  while (reasonStart > 0 && isOfSnakeCase(text.charCodeAt(reasonStart - 1))) reasonStart -= 1;
  const detailsEnd = reasonStart - beforeReason.length;
  if (reasonStart === reasonEnd || !standsAt(text, beforeReason, detailsEnd)) {
    return unparsed;
  }
  return {
    details: text.slice(opening.length, detailsEnd),
    reason: text.slice(reasonStart, reasonEnd),
    code: text.slice(codeStart),
  };
}

function standsAt(text: string, part: string, at: number): boolean {
  return at >= 0 && text.startsWith(part, at);
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function isOfSnakeCase(unit: number): boolean {
  return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f;
}
