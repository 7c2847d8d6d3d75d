import { digits, type PackedIndex, sharedUnits } from "./search-data.ts";
import { wordsOf } from "./search-words.ts";

/** An index in the making. Documents come in ascending order. */
export interface IndexBuilder {
  /** Adds terms of a document, as they are. */
  add(document: number, terms: Iterable<string>): void;
  /** Adds the words of a text of a document. */
  addText(document: number, text: string): void;
  /** The index of all that was added. */
  packed(): PackedIndex;
}

/** An empty index. */
export function indexBuilder(): IndexBuilder {
  const documents = new Map<string, number[]>();
  // No word goes over white space, and few things that stand between it are new: their words are not looked for again.
  const known = new Map<string, readonly number[][]>();
  const listOf = (term: string): number[] => {
    const list = documents.get(term);
    if (list !== undefined) return list;
    const made: number[] = [];
    documents.set(term, made);
    return made;
  };
  return {
    add: (document, terms) => {
      for (const term of terms) put(document, listOf(term));
    },
    addText: (document, text) => {
      for (const chunk of text.split(/\s+/)) {
        let lists = known.get(chunk);
        if (lists === undefined) {
          lists = wordsOf(chunk).map(listOf);
          known.set(chunk, lists);
        }
        for (const list of lists) put(document, list);
      }
    },
    packed: () => pack(documents),
  };
}

function put(document: number, list: number[]): void {
  if (list.length === 0 || list[list.length - 1] !== document) list.push(document);
}

function pack(documents: ReadonlyMap<string, readonly number[]>): PackedIndex {
  const terms: string[] = [];
  const postings: string[] = [];
  let before = "";
  for (const term of [...documents.keys()].sort()) {
    const shared = sharedLength(before, term);
    terms.push(String.fromCharCode(sharedUnits + shared) + term.slice(shared));
    postings.push(packedDocuments(documents.get(term) ?? []));
    before = term;
  }
  return { terms: terms.join("\n"), postings: postings.join("") };
}

function sharedLength(left: string, right: string): number {
  let length = 0;
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1;
  const last = length === 0 ? 0 : right.charCodeAt(length - 1);
  return last >= 0xd800 && last < 0xdc00 ? length - 1 : length;
}

function packedDocuments(documents: readonly number[]): string {
  let text = "";
  let next = 0;
  for (const document of documents) {
    text += packedNumber(document - next);
    next = document + 1;
  }
  return `${text}.`;
}

function packedNumber(value: number): string {
  let text = digits.charAt(value % 32);
  for (let rest = Math.floor(value / 32); rest > 0; rest = Math.floor(rest / 32)) {
    text = digits.charAt(32 + (rest % 32)) + text;
  }
  return text;
}
