import { folded } from "../search-words.ts";

/** A piece of a text, and whether it is what was asked for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text in pieces: those that are marked are words, or beginnings of words, that are among `words` (folded). */
export function markedPieces(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const isMarked = new Uint8Array(text.length);
  const sought = words.filter((word) => word !== "");
  for (const { 0: segment, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:\.[\p{N}]+)*/gu)) {
    if (segment.length > 200) continue;
    const ends = foldedEnds(segment);
    const plain = folded(segment);
    for (const word of sought) {
      const anywhere = !/^[\x00-\u0dff]*$/.test(word);
      for (let at = plain.indexOf(word); at >= 0; at = anywhere ? plain.indexOf(word, at + 1) : -1) {
        if (!anywhere && at > 0 && !beginsHump(segment, at)) break;
        const from = at === 0 ? 0 : (ends[at - 1] ?? at);
        isMarked.fill(1, index + from, index + (ends[at + word.length - 1] ?? segment.length));
      }
    }
  }
  return pieces(text, isMarked);
}

/** For each unit of the folded segment, where the characters end that it is made of. */
function foldedEnds(segment: string): readonly number[] {
  const ends: number[] = [];
  let at = 0;
  let plain = "";
  for (const character of segment) {
    at += character.length;
    plain = folded(segment.slice(0, at));
    while (ends.length < plain.length) ends.push(at);
    // A mark that belongs to the character before.
    if (ends.length === plain.length && plain.length > 0) ends[plain.length - 1] = at;
  }
  return ends;
}

function beginsHump(segment: string, at: number): boolean {
  return /^[a-z0-9][A-Z]/.test(segment.slice(at - 1));
}

function pieces(text: string, isMarked: Uint8Array): readonly MarkedPiece[] {
  const found: MarkedPiece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && isMarked[at] === isMarked[from]) continue;
    found.push({ text: text.slice(from, at), isMarked: isMarked[from] === 1 });
    from = at;
  }
  return found;
}
