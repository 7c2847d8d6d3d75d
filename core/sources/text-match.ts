import type { TextMatch } from "../catalog.ts";

/**
 * The literal pieces of a match, with any run of characters between each two: the first stands at the start of the text,
 * the last at its end; a single piece is the whole text.
 */
export function literalPieces(match: TextMatch): readonly string[] {
  const { kind, pattern } = match;
  switch (kind) {
    case "is":
      return [pattern];
    case "prefix":
      return [pattern, ""];
    case "suffix":
      return ["", pattern];
    case "contains":
      return ["", pattern, ""];
    case "glob":
      return pattern.split("*");
  }
}

/** How many characters (UTF-16 code units) of a match are literal. */
export function literalLength(match: TextMatch): number {
  let length = 0;
  for (const piece of literalPieces(match)) length += piece.length;
  return length;
}

/**
 * Whether a text is as a match says: case counts, code unit by code unit. Every text is read once from left to right, and
 * no unit is looked at more than three times, whatever the pattern: the work is linear by construction.
 */
export function textMatcher(match: TextMatch): (text: string) => boolean {
  const pieces = literalPieces(match);
  const [first = "", ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return (text) => text.length === first.length && stands(first, text, 0);
  const middle = others.filter((piece) => piece !== "").map((piece) => ({ piece, borders: bordersOf(piece) }));
  return (text) => {
    const end = text.length - last.length;
    let position = first.length;
    if (position > end || !stands(first, text, 0) || !stands(last, text, end)) return false;
    for (const { piece, borders } of middle) {
      position = endOfPiece(text, piece, borders, position, end);
      if (position < 0) return false;
    }
    return true;
  };
}

function stands(piece: string, text: string, at: number): boolean {
  for (let index = 0; index < piece.length; index += 1) {
    if (text.charCodeAt(at + index) !== piece.charCodeAt(index)) return false;
  }
  return true;
}

/**
 * Where the leftmost occurrence of a piece ends, or -1 (Knuth, Morris and Pratt). `String.prototype.indexOf` would do, but
 * engines promise nothing of its time.
 */
function endOfPiece(text: string, piece: string, borders: readonly number[], from: number, to: number): number {
  let matched = 0;
  for (let index = from; index < to; index += 1) {
    const unit = text.charCodeAt(index);
    while (matched > 0 && piece.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (piece.charCodeAt(matched) === unit) matched += 1;
    if (matched === piece.length) return index + 1;
  }
  return -1;
}

/** For each start of a piece, the length of its longest proper start that is its end too. */
function bordersOf(piece: string): readonly number[] {
  const borders = [0];
  let matched = 0;
  for (let index = 1; index < piece.length; index += 1) {
    const unit = piece.charCodeAt(index);
    while (matched > 0 && piece.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (piece.charCodeAt(matched) === unit) matched += 1;
    borders.push(matched);
  }
  return borders;
}
