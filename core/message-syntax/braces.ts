/** What a look at a message's braces shows before it is parsed. */
export interface Braces {
  /** Offset of the first closing brace without an opening one; -1 where there is none. */
  readonly strayAt: number;
  /** Offset of the first brace that is nested deeper than allowed; -1 where there is none. */
  readonly tooDeepAt: number;
}

/** How deep braces may nest: a plural in a select in a plural, each arm with an argument, and some room. */
const maxDepth = 12;

/** Reads the braces of a message, quotations left out. The parser takes a stray closing brace for text, and has no limit of depth. */
export function readBraces(text: string): Braces {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at];
    if (unit === "'") at = quotationEnd(text, at, depth > 0);
    else if (unit === "{") {
      depth++;
      if (depth > maxDepth) return { strayAt: -1, tooDeepAt: at };
    } else if (unit === "}") {
      depth--;
      if (depth < 0) return { strayAt: at, tooDeepAt: -1 };
    }
  }
  return { strayAt: -1, tooDeepAt: -1 };
}

/** Offset of the last character of a quotation that may begin here; of the apostrophe itself where none does. */
export function quotationEnd(text: string, start: number, inArm: boolean): number {
  const next = text[start + 1];
  if (next === "'") return start + 1;
  const quotes = next !== undefined && ("{}<>".includes(next) || (inArm && next === "#"));
  if (!quotes) return start;
  for (let at = start + 2; at < text.length; at++) {
    if (text[at] !== "'") continue;
    if (text[at + 1] !== "'") return at;
    at++;
  }
  return text.length;
}
