import type { PackedIndex, SearchCore } from "../search-data.ts";
import { keysAsked, wordsAsked } from "../search-words.ts";
import { nearTerms, openIndex, placeOf, readDocuments, type WordIndex } from "./search-reader.ts";

/** A document that answers, and why. */
export interface Hit {
  readonly document: number;
  /** Whether a code, a name or a spelling of it is what was asked for, as a whole. */
  readonly isExact: boolean;
  /** Where the words were found: in its heading, in its texts, or in its message in another language. */
  readonly place: "heading" | "texts" | { readonly locale: string };
}

/** What was found. */
export interface Answer {
  /** The best first. */
  readonly hits: readonly Hit[];
  /** The words that were asked for, and those that were taken for what they were meant to be. */
  readonly words: readonly string[];
}

/** Search over what was loaded so far. */
export interface Engine {
  /** Adds the messages in a language. */
  addMessages(locale: string, index: PackedIndex): void;
  /** Looks a query up; messages in the language `preferred` count more than those in others. */
  answer(query: string, preferred: string): Answer;
}

interface Part {
  readonly index: WordIndex;
  readonly place: Hit["place"];
  readonly weight: number;
}

/** The most words of a query that are looked up: pairs of characters of a long text are many. */
const mostWords = 24;

/** Below so many documents that hold a word, it may be misspelt. */
const few = 3;

/** The most terms of an index that a misspelt word is taken for: the nearest. */
const mostNear = 60;

/** The most hits that an answer has. */
const mostHits = 60;

/** Search over a catalog. */
export function searchEngine(core: SearchCore): Engine {
  const failures = core.codes.length;
  const documents = failures + core.reserved.length + core.categories.length + core.sources.length + core.errors.length;
  const keys = openIndex(core.keys);
  const parts: Part[] = [
    { index: openIndex(core.headings), place: "heading", weight: 4 },
    { index: openIndex(core.texts), place: "texts", weight: 1 },
  ];
  const postings = new Uint32Array(documents);
  // Of each document: the score of all words, that of the word at hand, how many words it has, and the part that has the best of them.
  const total = new Float64Array(documents);
  const best = new Float64Array(documents);
  const matched = new Uint8Array(documents);
  const bestPart = new Uint8Array(documents);
  const bestOfAll = new Float64Array(documents);
  const partOfBest = new Uint8Array(documents);

  /** How many documents have the word at hand. */
  let having = 0;

  const addTerm = (part: Part, number: number, term: number, quality: number): void => {
    const count = readDocuments(part.index, term, postings);
    const score = part.weight * quality * Math.log(1 + documents / count);
    for (let at = 0; at < count; at += 1) {
      const document = postings[at] ?? 0;
      const before = best[document] ?? 0;
      if (score <= before) continue;
      if (before === 0) having += 1;
      best[document] = score;
      bestPart[document] = number;
    }
  };
  const addPrefix = (part: Part, number: number, word: string): void => {
    const { terms } = part.index;
    for (let place = placeOf(part.index, word); place < terms.length; place += 1) {
      const term = terms[place] ?? "";
      if (!term.startsWith(word)) break;
      addTerm(part, number, place, term.length === word.length ? 1 : (0.7 * word.length) / term.length);
    }
  };
  const addNear = (part: Part, number: number, word: string, most: number, taken: Set<string>): void => {
    const { terms } = part.index;
    const near = [...nearTerms(part.index, word, most)].sort(
      (left, right) =>
        left.distance - right.distance || (terms[left.term] ?? "").length - (terms[right.term] ?? "").length,
    );
    for (const { term, distance } of near.slice(0, mostNear)) {
      const spelled = terms[term] ?? "";
      taken.add(spelled);
      const excess = Math.max(0, spelled.length - word.length);
      addTerm(part, number, term, (0.4 / (distance + 1)) * (word.length / (word.length + excess)));
    }
  };
  /** Adds the scores of a word to those of all words. */
  const closeWord = (): void => {
    for (let document = 0; document < documents; document += 1) {
      const score = best[document] ?? 0;
      if (score === 0) continue;
      total[document] = (total[document] ?? 0) + score;
      matched[document] = (matched[document] ?? 0) + 1;
      if (score <= (bestOfAll[document] ?? 0)) continue;
      bestOfAll[document] = score;
      partOfBest[document] = bestPart[document] ?? 0;
    }
  };

  /** Documents that have a key, at 2, or a key that begins with it, at 1. */
  const byKey = (query: string): ReadonlyMap<number, number> => {
    const found = new Map<number, number>();
    const asked = keysAsked(query);
    for (const [nth, key] of asked.entries()) {
      if (key === "") continue;
      for (let place = placeOf(keys, key); place < keys.terms.length; place += 1) {
        const term = keys.terms[place] ?? "";
        if (!term.startsWith(key) || (nth > 0 && term !== key) || found.size > mostHits) break;
        const count = readDocuments(keys, place, postings);
        for (let at = 0; at < count; at += 1) {
          const document = postings[at] ?? 0;
          found.set(document, Math.max(found.get(document) ?? 0, term === key ? 2 + 1 / (nth + 1) : 1));
        }
      }
    }
    const value = asked.filter((key) => /^\d+$/.test(key)).map(Number)[0];
    for (const [document, from, to] of core.ranges) {
      if (value !== undefined && from <= value && value <= to && !found.has(document)) found.set(document, 2);
    }
    return found;
  };

  return {
    addMessages: (locale, packed) => {
      parts.push({ index: openIndex(packed), place: { locale }, weight: 0.8 });
    },
    answer: (query, preferred) => {
      const words = wordsAsked(query).slice(0, mostWords);
      const taken = new Set(words);
      total.fill(0);
      matched.fill(0);
      bestOfAll.fill(0);
      partOfBest.fill(0);
      for (const word of words) {
        best.fill(0);
        having = 0;
        for (const [number, part] of parts.entries()) addPrefix(weighed(part, preferred), number, word);
        const most = word.length >= 8 ? 2 : 1;
        if (word.length >= 4 && !/^[\d.]+$/.test(word) && having < few) {
          for (const [number, part] of parts.entries()) addNear(weighed(part, preferred), number, word, most, taken);
        }
        closeWord();
      }
      const exact = byKey(query);
      const pieces = query.trim().split(/\s+/);
      const named = pieces.length > 1 ? pieces.slice(0, mostWords).map(byKey) : [];
      for (const found of named) {
        for (const [document, kind] of found) if (kind >= 2) total[document] = (total[document] ?? 0) + 40;
      }
      for (const [document, kind] of exact) {
        total[document] = (total[document] ?? 0) + (kind >= 2 ? 1000 * kind : 40);
        matched[document] = Math.max(1, words.length);
      }
      const isNamed = [...exact.values()].some((kind) => kind >= 2);
      const hits = bestOf({ total, matched, words: Math.max(1, words.length), enough: isNamed ? 1 : few });
      return {
        words: [...taken],
        hits: hits.map((document) => {
          const place = parts[partOfBest[document] ?? 0]?.place ?? "heading";
          const isExact = (exact.get(document) ?? 0) >= 2;
          return { document, isExact, place: isExact ? "heading" : place };
        }),
      };
    },
  };
}

function weighed(part: Part, preferred: string): Part {
  return typeof part.place === "object" && part.place.locale === preferred ? { ...part, weight: 1.2 } : part;
}

/** The best documents: those that have all words, and where these are not `enough`, those that have at least half of them. */
function bestOf(from: {
  readonly total: Float64Array;
  readonly matched: Uint8Array;
  readonly words: number;
  readonly enough: number;
}): readonly number[] {
  const { total, matched, words, enough } = from;
  const found: number[] = [];
  let complete = 0;
  for (let document = 0; document < total.length; document += 1) {
    if ((total[document] ?? 0) === 0) continue;
    if ((matched[document] ?? 0) >= words) complete += 1;
    found.push(document);
  }
  const least = complete >= enough ? words : Math.ceil(words / 2);
  const rank = (document: number): number => (matched[document] ?? 0) * 100_000 + (total[document] ?? 0);
  return found
    .filter((document) => (matched[document] ?? 0) >= least)
    .sort((left, right) => rank(right) - rank(left) || left - right)
    .slice(0, mostHits);
}
