/** What one pass over a JSON text finds without building anything. Offsets are UTF-16 code units. */
export interface JsonScan {
  /** Whether arrays and objects are nested deeper than allowed; the pass ends there. */
  readonly tooDeep: boolean;
  /** How many keys are written, equal ones counted each time. */
  readonly keys: number;
  /** Where numbers stand whose digits may not fit a double. */
  readonly longNumbers: readonly number[];
  /** Whether a string holds an escape other than those of a quote, a backslash, a slash and a line feed: one that may stand for any character. */
  readonly rareEscapes: boolean;
}

/** Levels of arrays and objects that a file may nest. */
export const maxDepth = 100;

/** Longest run of digits that always fits: 15 are exact in a double. */
const exactLength = 15;

/**
 * Reads a text token by token, in one pass and without recursion. Any text may be given; what is found means something only
 * for JSON. Strings are skipped by searching for their ends, which costs little also before the engine has warmed up.
 */
export function scanJson(text: string): JsonScan {
  const longNumbers: number[] = [];
  const end = text.length;
  let depth = 0;
  let keys = 0;
  let rareEscapes = false;
  let backslash = position(text, "\\", 0);
  let at = 0;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20) {
      at++;
    } else if (unit === 0x22) {
      let close = position(text, '"', at + 1);
      while (backslash < close) {
        if (!isPlainEscape(text.charCodeAt(backslash + 1))) rareEscapes = true;
        if (close === backslash + 1) close = position(text, '"', close + 1);
        backslash = position(text, "\\", backslash + 2);
      }
      at = close + 1;
    } else if (unit === 0x3a) {
      keys++;
      at++;
    } else if (unit === 0x7b || unit === 0x5b) {
      depth++;
      if (depth > maxDepth) return { tooDeep: true, keys, longNumbers, rareEscapes };
      at++;
    } else if (unit === 0x7d || unit === 0x5d) {
      depth--;
      at++;
    } else if (unit === 0x2d || (unit >= 0x30 && unit <= 0x39)) {
      const start = at;
      at = numberEnd(text, at);
      if (at - start > exactLength || !isDigits(text, start, at)) longNumbers.push(start);
    } else {
      at++;
    }
  }
  return { tooDeep: false, keys, longNumbers, rareEscapes };
}

/** Offset of a character; beyond the text where there is none. */
function position(text: string, character: string, from: number): number {
  const found = text.indexOf(character, from);
  return found < 0 ? text.length : found;
}

/** The escapes that stand for a quote, a backslash, a slash and a line feed. */
function isPlainEscape(unit: number): boolean {
  return unit === 0x22 || unit === 0x5c || unit === 0x2f || unit === 0x6e;
}

function numberEnd(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const part =
      (unit >= 0x30 && unit <= 0x39) || unit === 0x2e || (unit | 0x20) === 0x65 || unit === 0x2b || unit === 0x2d;
    if (!part) break;
  }
  return at;
}

function isDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x30 || unit > 0x39) return false;
  }
  return true;
}
