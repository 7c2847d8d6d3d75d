/**
 * What a file holds: a text; the UTF-8 of one; or a long one in pieces, so that it never stands in memory as a whole.
 * Pieces can be gone through more than once; no character is cut between two of them.
 */
export type Content = string | Uint8Array | Pieces;

/** The pieces of a text, in order. */
export type Pieces = Iterable<string>;

/** The pieces that a function gives, each time somebody goes through them. */
export function pieces(make: () => Iterator<string>): Pieces {
  return { [Symbol.iterator]: make };
}

/** A content as one text. */
export function textOf(content: Content): string {
  if (typeof content === "string") return content;
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : [...content].join("");
}

/**
 * Gives contents back in a form that costs little to go through again: as UTF-8. What is made anew each time stays so once
 * `room` bytes of such are kept.
 */
export function contentKeeper(room: number): (content: Content) => Content {
  let left = room;
  return (content) => {
    if (typeof content === "string") return new TextEncoder().encode(content);
    if (content instanceof Uint8Array || left <= 0) return content;
    const all: string[] = [];
    let length = 0;
    for (const piece of content) {
      all.push(piece);
      length += piece.length;
      if (length > left) return content;
    }
    left -= length;
    return new TextEncoder().encode(all.join(""));
  };
}

/** The lines of a table, one or more of each row. */
export function linesOf<Row>(rows: readonly Row[], lines: (row: Row) => string): Pieces {
  return pieces(() => joinedPieces(mapped(rows, lines), "\n"));
}

function* mapped<Row>(rows: readonly Row[], lines: (row: Row) => string): Generator<string> {
  for (const row of rows) yield lines(row);
}

/** Length of a piece, in UTF-16 units: long enough that nobody feels where it ends, short enough to be thrown away at once. */
const pieceLength = 48 * 1024;

/** Puts lines, or whatever stands in a list, together to pieces of a good length. */
export function* joinedPieces(entries: Iterable<string>, separator: string): Generator<string> {
  let group: string[] = [];
  let length = 0;
  let isFirst = true;
  for (const entry of entries) {
    group.push(entry);
    length += entry.length + separator.length;
    if (length < pieceLength) continue;
    yield isFirst ? group.join(separator) : separator + group.join(separator);
    isFirst = false;
    group = [];
    length = 0;
  }
  if (group.length > 0) yield isFirst ? group.join(separator) : separator + group.join(separator);
}
