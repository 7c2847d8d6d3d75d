const none: readonly string[] = Object.freeze([]);

/**
 * The names of a message's placeholders, where it holds nothing but text and plain `{name}`; undefined where only a parser
 * can tell. One pass, for the many messages that are simple.
 */
export function plainPlaceholders(text: string): readonly string[] | undefined {
  let at = nextSpecial(text, 0);
  if (at === text.length) return none;
  let names: string[] | undefined;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7d) return undefined;
    if (unit === 0x27) {
      // An apostrophe begins a quotation only before another one or before a character of the syntax.
      const next = text.charCodeAt(at + 1);
      if (next === 0x27 || next === 0x7b || next === 0x7d || next === 0x3c || next === 0x3e) return undefined;
      at++;
    } else {
      const end = nameEnd(text, at + 1);
      if (end === at + 1 || text.charCodeAt(end) !== 0x7d) return undefined;
      names ??= [];
      names.push(text.slice(at + 1, end));
      at = end + 1;
    }
    at = nextSpecial(text, at);
  }
  return names ?? none;
}

/** Offset of the next brace or apostrophe; the length of the text where there is none. */
function nextSpecial(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7b || unit === 0x7d || unit === 0x27) break;
  }
  return at;
}

/** Offset after a name of letters and digits that begins with a small letter. */
function nameEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (!(first >= 0x61 && first <= 0x7a)) return start;
  let at = start + 1;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const letter = (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
    if (!letter && !(unit >= 0x30 && unit <= 0x39)) break;
  }
  return at;
}
