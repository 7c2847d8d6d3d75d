import type { Code } from "../../core/catalog.ts";

/**
 * An index as a file holds it. `terms`: sorted, a line each, of a character for how many units it shares with the one before
 * (`sharedUnits`) and the rest. `postings`: for each term, its documents and a full stop; of a document, what it is above the
 * one before, in digits of base 32 (`digits`), the highest first, those of the upper half saying that another one follows.
 */
export interface PackedIndex {
  readonly terms: string;
  readonly postings: string;
}

/** The first character that says how many units a term shares: none. */
export const sharedUnits = 0x30;

/** The digits of postings: plain in every file. */
export const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * What search knows before it knows the texts of other languages. Documents are numbered: the failures, then the reserved
 * codes, the categories, the sources and the errors of platforms.
 */
export interface SearchCore {
  /** Languages whose messages stand in files of their own: tag, and their own name for themselves. */
  readonly locales: readonly (readonly [string, string])[];
  /** Of the failures, by document. */
  readonly codes: readonly Code[];
  readonly names: readonly string[];
  readonly titles: readonly string[];
  /** Documents of deprecated and of retired failures. */
  readonly deprecated: readonly number[];
  readonly retired: readonly number[];
  /** Documents and other published names of theirs. */
  readonly aliases: readonly (readonly [number, string])[];
  /** Code, and why it is reserved. */
  readonly reserved: readonly (readonly [Code, string])[];
  /** Id and title. */
  readonly categories: readonly (readonly [string, string])[];
  /** Name and title. */
  readonly sources: readonly (readonly [string, string])[];
  /** Place of the source, code in words, name, document of the failure that it leads to or -1, fragment in its source's page. */
  readonly errors: readonly (readonly [number, string, string, number, string])[];
  /** Document, first and last code of an error that stands for many. */
  readonly ranges: readonly (readonly [number, number, number])[];
  /** Codes, names and spellings, whole. */
  readonly keys: PackedIndex;
  /** Words of names and titles. */
  readonly headings: PackedIndex;
  /** Words of everything else, in the default language. */
  readonly texts: PackedIndex;
}
