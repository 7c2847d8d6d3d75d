import { digits, type PackedIndex, sharedUnits } from "../search-data.ts";

/** An index that is ready to be asked. */
export interface WordIndex {
  /** Sorted by UTF-16 code unit. */
  readonly terms: readonly string[];
  /** For each term, how many units it shares with the one before. */
  readonly shared: Uint8Array;
  /** For each term, where its postings begin. */
  readonly starts: Uint32Array;
  readonly postings: string;
}

const values = new Uint8Array(128);
for (const [value, digit] of Array.from(digits).entries()) values[digit.charCodeAt(0)] = value;

/** Opens an index that was read from a file. */
export function openIndex({ terms: packed, postings }: PackedIndex): WordIndex {
  const lines = packed === "" ? [] : packed.split("\n");
  const shared = Uint8Array.from(lines, (line) => line.charCodeAt(0) - sharedUnits);
  let before = "";
  const terms = lines.map((line, place) => {
    before = before.slice(0, shared[place]) + line.slice(1);
    return before;
  });
  const starts = new Uint32Array(terms.length);
  let at = 0;
  for (let term = 0; term < starts.length; term += 1) {
    starts[term] = at;
    at = postings.indexOf(".", at) + 1;
  }
  return { terms, shared, starts, postings };
}

/** Puts the documents of a term into `into`, and says how many there are. */
export function readDocuments({ starts, postings }: WordIndex, term: number, into: Uint32Array): number {
  let count = 0;
  let next = 0;
  let value = 0;
  for (let at = starts[term] ?? 0; ; at += 1) {
    const unit = postings.charCodeAt(at);
    // A full stop, or the end of a file that is not whole.
    if (unit === 0x2e || Number.isNaN(unit)) return count;
    const digit = values[unit] ?? 0;
    value = value * 32 + (digit & 31);
    if (digit >= 32) continue;
    into[count] = next + value;
    next += value + 1;
    count += 1;
    value = 0;
  }
}

/** Place of the first term that is not below `word`. */
export function placeOf({ terms }: WordIndex, word: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A term that is spelled almost like a word, or begins almost like it. */
export interface NearTerm {
  readonly term: number;
  /** How many letters are missing, too many, others, or changed about. */
  readonly distance: number;
}

/**
 * The terms that are at most `most` letters away from a word, or have such a beginning. Terms are sorted: what is known of a
 * beginning holds for all that share it, so most terms cost next to nothing.
 */
export function nearTerms({ terms, shared }: WordIndex, word: string, most: number): readonly NearTerm[] {
  const width = word.length + 1;
  const deepest = word.length + most;
  // A row for each beginning of a term, with its distances from all beginnings of the word.
  const rows = new Uint8Array((deepest + 1) * width);
  for (let column = 0; column < width; column += 1) rows[column] = column;
  // The best that a beginning of each length was, up to `most` + 1.
  const bests = new Uint8Array(deepest + 1).fill(most + 1);
  const found: NearTerm[] = [];
  /** How many units of the term at hand have their row. */
  let known = 0;
  /** From how many units on a beginning cannot become better. */
  let hopeless = Number.POSITIVE_INFINITY;
  for (let place = 0; place < terms.length; place += 1) {
    const common = shared[place] ?? 0;
    if (common < known) known = common;
    if (known < hopeless) {
      hopeless = Number.POSITIVE_INFINITY;
      const term = terms[place] ?? "";
      const end = Math.min(term.length, deepest);
      while (known < end && hopeless === Number.POSITIVE_INFINITY) {
        known += 1;
        const least = fillRow(rows, width, known, term, word);
        bests[known] = Math.min(bests[known - 1] ?? 0, rows[known * width + word.length] ?? 0);
        if (least > most) hopeless = known;
      }
    }
    const best = bests[known] ?? 0;
    if (best <= most) found.push({ term: place, distance: best });
  }
  return found;
}

/** The distances of the first `depth` letters of a term from all beginnings of a word; returns the least. */
function fillRow(rows: Uint8Array, width: number, depth: number, term: string, word: string): number {
  const row = depth * width;
  const above = row - width;
  const letter = term.charCodeAt(depth - 1);
  const earlier = depth > 1 ? term.charCodeAt(depth - 2) : -1;
  rows[row] = depth;
  let least = depth;
  for (let column = 1; column < width; column += 1) {
    const asked = word.charCodeAt(column - 1);
    let distance = (rows[above + column - 1] ?? 0) + (asked === letter ? 0 : 1);
    distance = Math.min(distance, (rows[above + column] ?? 0) + 1, (rows[row + column - 1] ?? 0) + 1);
    if (column > 1 && depth > 1 && asked === earlier && word.charCodeAt(column - 2) === letter) {
      distance = Math.min(distance, (rows[above - width + column - 2] ?? 0) + 1);
    }
    rows[row + column] = distance;
    if (distance < least) least = distance;
  }
  return least;
}
