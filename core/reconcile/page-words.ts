import type { Catalog, Category, Code } from "../catalog.ts";

/**
 * What a reader of pages has to know of a catalog to see what of a text is a code, a name or a category. Whether the page
 * is right is not its question.
 */
export interface PageWords {
  /** The code that a word is, or undefined where it has not the form of one. */
  readonly code: (word: string) => Code | undefined;
  /** Whether a word is a code even where no name stands beside it: other numbers on a page are years and ports. */
  readonly isPlainlyCode: (word: string) => boolean;
  /** Whether a word is a name: one of the catalog in any style, or one in capitals. */
  readonly isName: (word: string) => boolean;
  /** Whether a word is a name or an alias of the catalog, in whatever style. */
  readonly isKnownName: (word: string) => boolean;
  /** The category that a heading or a short line names, or whose range a longer text mentions; undefined for none or several. */
  readonly category: (text: string) => Category | undefined;
  /** The category whose id or title a text is, and nothing besides. */
  readonly namedCategory: (text: string) => Category | undefined;
  readonly categories: number;
}

const capitals = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** A string code of no known prefix is taken for one where it looks like E0308 or 22P02. */
const stringCode = /^(?=.*\d)[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/;

/** Words around the name of a category in headings: "Platform errors", "Category: Service". */
const idleWords =
  /\b(?:the|and|for|of|errors?|failures?|codes?|category|categories|class|group|range|reserved|issues?)\b/g;

/** 12XXX, and 12000–12999 with any dash or "to". */
const rangeMark = /\b(\d+)(x{2,})\b|\b(\d{2,15})\s?(?:[-\u2010-\u2015]|to)\s?(\d{2,15})\b/gi;

const longestNaming = 120;
const longestMention = 2_000;

/** The words of a catalog. */
export function pageWords({ codeType, failures, reserved, byCode, byName, categories }: Catalog): PageWords {
  const names = new Set([...byName.keys()].map(folded));
  const reservedCodes = new Set(reserved.map(({ code }) => code));
  const lengths = new Set(failures.map(({ code }) => String(code).length));
  const prefixes = categories.flatMap((category) => category.prefixes);
  const exact = new Map<string, Category>();
  const loose = new Map<string, Category>();
  for (const category of categories) {
    for (const word of [category.id, category.title]) {
      exact.set(folded(word), category);
      loose.set(withoutIdleWords(word), category);
    }
  }

  const isKnown = (code: Code) => byCode.has(code) || reservedCodes.has(code);
  const code = (word: string): Code | undefined => {
    if (codeType === "integer") return /^(?:0|[1-9]\d{0,14})$/.test(word) ? Number(word) : undefined;
    return isKnown(word) || (word.length <= 40 && stringCode.test(word)) ? word : undefined;
  };
  const isPlainlyCode = (word: string): boolean => {
    const found = code(word);
    if (found === undefined) return false;
    if (isKnown(found)) return true;
    if (codeType === "integer") return lengths.has(word.length);
    return prefixes.some((prefix) => word.startsWith(prefix));
  };
  const namedCategory = (text: string) => (text.length > longestNaming ? undefined : exact.get(folded(text)));
  return {
    code,
    isPlainlyCode,
    isKnownName: (word) => word.length <= 200 && names.has(folded(word)),
    isName: (word) => {
      if (word.length > 200 || isPlainlyCode(word)) return false;
      if (names.has(folded(word))) return true;
      return word.length >= 3 && capitals.test(word) && code(word) === undefined;
    },
    namedCategory,
    category: (text) => {
      if (text.length > longestMention) return undefined;
      const ranges = [...text.matchAll(rangeMark)].map((mark) => ofRange(mark, categories));
      const mentioned = new Set(ranges.filter((category) => category !== undefined));
      if (mentioned.size > 0) return mentioned.size === 1 ? [...mentioned][0] : undefined;
      if (text.length > longestNaming) return undefined;
      return namedCategory(text) ?? loose.get(withoutIdleWords(text));
    },
    categories: categories.length,
  };
}

/** A word without what styles differ in: DEPENDENCY_ERROR, DependencyError and dependency-error are one. */
export function folded(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

function withoutIdleWords(text: string): string {
  const rest = folded(text.toLowerCase().replace(idleWords, " "));
  return rest === "" ? folded(text) : rest;
}

function ofRange(mark: RegExpMatchArray, categories: readonly Category[]): Category | undefined {
  const [, digits = "", places = "", first, last] = mark;
  const from = Number(first ?? digits + "0".repeat(places.length));
  const to = Number(last ?? digits + "9".repeat(places.length));
  return categories.find(({ range }) => range !== undefined && range.from <= from && to <= range.to);
}
