import { quotationEnd } from "./braces.ts";
import type { MessageSyntax, UsedParam } from "./message-syntax.ts";

/**
 * A message with everything that is syntax blotted out by U+0000, so that a place in it is a place in the message: what
 * people read, in all arms. `#` is left as it is.
 */
export function literalText(text: string): string {
  let depth = 0;
  let result = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === "'") {
      const end = quotationEnd(text, at, depth > 0);
      result += depth % 2 === 0 ? text.slice(at, end + 1).replaceAll("#", "\u0000") : "\u0000".repeat(end + 1 - at);
      at = Math.min(end, text.length - 1);
      continue;
    }
    if (unit === "{") depth++;
    result += unit !== "{" && unit !== "}" && depth % 2 === 0 ? unit : "\u0000";
    if (unit === "}") depth--;
  }
  return result;
}

/** Offsets of every "#" that stands for the number of a plural. */
export function poundsOf(text: string, plural: UsedParam, { used }: MessageSyntax): readonly number[] {
  const literal = literalText(text);
  const inner = used.filter(({ use, start, end }) => isCount(use) && start > plural.start && end <= plural.end);
  const found: number[] = [];
  for (let at = literal.indexOf("#", plural.start); at >= 0 && at < plural.end; at = literal.indexOf("#", at + 1)) {
    if (!inner.some(({ start, end }) => start <= at && at < end)) found.push(at);
  }
  return found;
}

function isCount(use: UsedParam["use"]): boolean {
  return use === "plural" || use === "selectordinal";
}
