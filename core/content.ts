/**
 * What a file holds: a text; the UTF-8 of one; or a long one in pieces of either kind, so that it never stands in memory as
 * a whole, or files that are alike share what they have in common. Pieces can be gone through more than once; no character
 * is cut between two of them. Bytes of one are overwritten when the next is asked for.
 */
export type Content = string | Uint8Array | Iterable<string | Uint8Array>;

/** The pieces of a text, in order. */
export type Pieces = Iterable<string>;

/** The pieces that a function gives, each time somebody goes through them. */
export function pieces(make: () => Iterator<string>): Pieces {
  return { [Symbol.iterator]: make };
}

/** A content as one text. */
export function textOf(content: Content): string {
  if (typeof content === "string") return content;
  // A mark at the beginning is a character like any other.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  if (content instanceof Uint8Array) return decoder.decode(content);
  let text = "";
  for (const piece of content) text += typeof piece === "string" ? piece : decoder.decode(piece);
  return text;
}

/** A content as UTF-8. */
export function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  const encoder = new TextEncoder();
  if (typeof content === "string") return encoder.encode(content);
  return joined(Array.from(content, (piece) => (typeof piece === "string" ? encoder.encode(piece) : piece.slice())));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Gives contents back in a form that costs little to go through again: as UTF-8. What is made anew each time stays so once
 * `room` bytes of such are kept.
 */
export function contentKeeper(room: number): (content: Content) => Content {
  let left = room;
  return (content) => {
    if (typeof content === "string" || content instanceof Uint8Array) return bytesOf(content);
    if (left <= 0) return content;
    const parts: Uint8Array[] = [];
    let length = 0;
    for (const piece of content) {
      const bytes = typeof piece === "string" ? new TextEncoder().encode(piece) : piece.slice();
      parts.push(bytes);
      length += bytes.length;
      if (length > left) return content;
    }
    left -= length;
    return joined(parts);
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
