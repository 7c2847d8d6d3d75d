import type { Code } from "../catalog.ts";
import type { CatalogCodes, CodeCategory } from "./catalog-codes.ts";

/** Integers, both ends included. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How the codes of a category count up. */
export interface Numbering {
  /** The numbers that belong to the category, ascending and apart. */
  readonly stretches: readonly Stretch[];
  /** The code with a number. */
  readonly codeAt: (number: number) => Code;
  /** The number of a code; undefined where it is not one of these. */
  readonly numberOf: (code: Code) => number | undefined;
}

/** Why codes of a category cannot be counted up. */
export type Uncountable = "no-range" | "no-prefixes" | "no-pattern";

/**
 * How the codes of a category count up: integers through its range; strings, such as E0308, by the number they end in, as long
 * as all codes that are known have the same letters before it and as many digits.
 */
export function numberingOf(
  catalog: CatalogCodes,
  category: CodeCategory,
  known: readonly Code[],
): Numbering | Uncountable {
  if (catalog.codeType === "string") return stringNumbering(catalog, category, known);
  if (category.range === undefined) return "no-range";
  return {
    stretches: [category.range],
    codeAt: (number) => number,
    numberOf: (code) => (typeof code === "number" ? code : undefined),
  };
}

/** Letters before, digits after: `E` and 4 of `E0308`. */
interface Pattern {
  readonly stem: string;
  readonly width: number;
}

/** Numbers of more digits would lose some. */
const mostDigits = 15;

function stringNumbering(
  catalog: CatalogCodes,
  category: CodeCategory,
  known: readonly Code[],
): Numbering | Uncountable {
  if (category.prefixes.length === 0) return "no-prefixes";
  const own = known.filter((code) => category.prefixes.some((prefix) => String(code).startsWith(prefix)));
  // A category that is still empty counts as the others do.
  const patterns = patternsOf(own.length > 0 ? own : known).filter(
    (pattern) => stretchesOf(catalog, category, pattern).length > 0,
  );
  const [pattern] = patterns;
  if (pattern === undefined || patterns.length > 1) return "no-pattern";
  if (own.some((code) => numberIn(code, pattern) === undefined)) return "no-pattern";
  return {
    stretches: stretchesOf(catalog, category, pattern),
    codeAt: (number) => pattern.stem + String(number).padStart(pattern.width, "0"),
    numberOf: (code) => numberIn(code, pattern),
  };
}

function patternsOf(codes: readonly Code[]): readonly Pattern[] {
  const found = new Map<string, Pattern>();
  for (const code of codes) {
    const [, stem = "", digits = ""] = /^(.*?)([0-9]+)$/.exec(String(code)) ?? [];
    if (digits === "" || digits.length > mostDigits) continue;
    found.set(`${digits.length} ${stem}`, { stem, width: digits.length });
  }
  return [...found.values()];
}

function numberIn(code: Code, { stem, width }: Pattern): number | undefined {
  const text = String(code);
  if (text.length !== stem.length + width || !text.startsWith(stem)) return undefined;
  const digits = text.slice(stem.length);
  return /^[0-9]+$/.test(digits) ? Number(digits) : undefined;
}

/** The numbers whose codes begin with a prefix of the category, and with no longer one of another category. */
function stretchesOf(catalog: CatalogCodes, category: CodeCategory, pattern: Pattern): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const prefix of category.prefixes) {
    const whole = stretchOf(prefix, pattern);
    if (whole === undefined) continue;
    const foreign = catalog.categories
      .filter((other) => other !== category)
      .flatMap((other) => other.prefixes)
      .filter((other) => other.length > prefix.length && other.startsWith(prefix))
      .flatMap((other) => stretchOf(other, pattern) ?? []);
    found.push(...without(whole, foreign));
  }
  return joined(found);
}

function stretchOf(prefix: string, { stem, width }: Pattern): Stretch | undefined {
  if (stem.startsWith(prefix)) return { from: 0, to: 10 ** width - 1 };
  const digits = prefix.slice(stem.length);
  if (!prefix.startsWith(stem) || !/^[0-9]+$/.test(digits) || digits.length > width) return undefined;
  const size = 10 ** (width - digits.length);
  return { from: Number(digits) * size, to: (Number(digits) + 1) * size - 1 };
}

function without(whole: Stretch, holes: readonly Stretch[]): readonly Stretch[] {
  const rest: Stretch[] = [];
  let { from } = whole;
  for (const hole of [...holes].sort(byBeginning)) {
    if (hole.from > from) rest.push({ from, to: hole.from - 1 });
    from = Math.max(from, hole.to + 1);
  }
  if (from <= whole.to) rest.push({ from, to: whole.to });
  return rest;
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { from, to } of [...stretches].sort(byBeginning)) {
    const last = found.at(-1);
    if (last !== undefined && from <= last.to + 1)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else found.push({ from, to });
  }
  return found;
}

function byBeginning(left: Stretch, right: Stretch): number {
  return left.from - right.from;
}
