import { type Pieces, pieces } from "./content.ts";
import type { Json } from "./target.ts";

/** JSON as it is written into artifacts: keys in the order they were put in, two spaces, a line feed at the end. */
export function stableJson(value: Json): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** Makes the list of a document: an entry of each item. */
export type ListMaker = <Item>(items: readonly Item[], entry: (item: Item) => Json) => Json;

/** Makes a list at once. */
export const listAtOnce: ListMaker = (items, entry) => items.map(entry);

/**
 * The text of `stableJson(document(listAtOnce))`, in pieces. Lists that `document` makes by its argument are made while
 * they are written: those of a big catalog, all at once, would be its largest heap of small objects.
 */
export function stableJsonPieces(document: (list: ListMaker) => Json): Pieces {
  return pieces(() => documentPieces(document));
}

/** How many entries of a list are made at a time. */
const entriesAtOnce = 40;

/** Stands for a list in the text around it. No text of a catalog holds the character that it begins with. */
function mark(list: number): string {
  return `\u0000${list}`;
}

function* documentPieces(document: (list: ListMaker) => Json): Generator<string> {
  const lists: ((start: number, end: number) => Json[])[] = [];
  const lengths: number[] = [];
  const frame = stableJson(
    document((items, entry) => {
      if (items.length === 0) return [];
      lengths.push(items.length);
      lists.push((start, end) => items.slice(start, end).map(entry));
      return [mark(lists.length)];
    }),
  );
  let rest = frame;
  for (const [index, entries] of lists.entries()) {
    const marked = JSON.stringify(mark(index + 1));
    const at = rest.indexOf(marked);
    if (at < 0) throw new Error("The lists of a document have to be made in the order they stand in it.");
    const line = rest.lastIndexOf("\n", at) + 1;
    yield rest.slice(0, line);
    yield* listPieces(entries, lengths[index] ?? 0, (at - line) / 2);
    rest = rest.slice(at + marked.length);
  }
  yield rest;
}

function* listPieces(
  entries: (start: number, end: number) => Json[],
  length: number,
  depth: number,
): Generator<string> {
  const [head, tail] = around(depth);
  for (let start = 0; start < length; start += entriesAtOnce) {
    const text = nested(entries(start, start + entriesAtOnce), depth);
    yield `${start === 0 ? "" : ",\n"}${text.slice(head, -tail)}`;
  }
}

/** A list inside of as many objects as indent its entries as they have to be. */
function nested(list: Json[], depth: number): string {
  let value: Json = list;
  for (let level = 1; level < depth; level++) value = { "": value };
  return JSON.stringify(value, undefined, 2);
}

/** How long what stands before and after the entries of a nested list is. */
function around(depth: number): readonly [head: number, tail: number] {
  const text = nested([0], depth);
  const at = text.indexOf("0");
  const indentation = depth * 2;
  return [at - indentation, text.length - at - 1];
}
