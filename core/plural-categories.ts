import { cardinalForms, ordinalForms, type PluralRow } from "./plural-data.ts";

/** A plural category of CLDR. */
export type PluralCategory = "zero" | "one" | "two" | "few" | "many" | "other";

/** Cardinals count ("3 parcels"), ordinals give a place ("3rd parcel"). */
export type PluralKind = "cardinal" | "ordinal";

/** A kind of plural, as a message writes it. */
export type PluralUse = "plural" | "selectordinal";

/** How a language tells numbers apart. */
export interface PluralRules {
  /** In the order of CLDR, `other` last. */
  readonly categories: readonly PluralCategory[];
  /** The category of a whole number up to 20; undefined above. */
  readonly of: (number: number) => PluralCategory | undefined;
  /** The one whole number of a category that has no other: 1 in English for `one`. Undefined where there are several. */
  readonly only: (category: PluralCategory) => number | undefined;
}

/** A plural form of a language besides "other", which every language has. */
export interface PluralForm {
  /** `few` */
  readonly name: string;
  /** All numbers it is for; the first of them where `open`. */
  readonly numbers: readonly string[];
  readonly open: boolean;
  /** `integers`: it is for numbers that people meet; `millions`: for integers from 1,000,000 on alone; `fractions`: for no integer. */
  readonly use: "integers" | "millions" | "fractions";
}

interface Language {
  readonly forms: readonly PluralForm[];
  readonly rules: PluralRules;
}

type Languages = ReadonlyMap<string, Language>;

const names: ReadonlyMap<string, PluralCategory> = new Map([
  ["z", "zero"],
  ["o", "one"],
  ["t", "two"],
  ["f", "few"],
  ["m", "many"],
  ["x", "other"],
]);

const indexes = new Map<PluralKind, Languages>();

/** Made when first asked for; what is made depends on nothing. */
function languagesOf(kind: PluralKind): Languages {
  let index = indexes.get(kind);
  if (index === undefined) {
    index = indexOf(kind === "cardinal" ? cardinalForms : ordinalForms);
    indexes.set(kind, index);
  }
  return index;
}

function indexOf(rows: readonly PluralRow[]): Languages {
  const index = new Map<string, Language>();
  for (const [written, small, languages] of rows) {
    const forms = written === "" ? [] : written.split(", ").map(formOf);
    const language = { forms, rules: rulesOf(forms, small) };
    for (const tag of languages.split(" ")) index.set(tag, language);
  }
  return index;
}

function formOf(written: string): PluralForm {
  const [name = "", ...rest] = written.split(" ");
  const numbers = rest.filter((word) => word !== "…");
  const [first = ""] = numbers;
  const use = first.includes(".") ? "fractions" : Number(first) < 1_000_000 ? "integers" : "millions";
  return { name, numbers, open: numbers.length < rest.length, use };
}

function rulesOf(forms: readonly PluralForm[], small: string): PluralRules {
  const found = new Set([...forms.map(({ name }) => name), "other"]);
  return {
    categories: Object.freeze([...names.values()].filter((name) => found.has(name))),
    of: (number) => (number > 20 ? undefined : names.get(small.charAt(Math.min(number, small.length - 1)))),
    only: (category) => {
      const { numbers = [], open = true } = forms.find(({ name }) => name === category) ?? {};
      return open || numbers.length !== 1 ? undefined : Number(numbers[0]);
    },
  };
}

const otherAlone = rulesOf([], "x");

/** The language of a BCP 47 tag alone: `pt` of `pt-BR`. */
export function languageOf(tag: string): string {
  const end = tag.indexOf("-");
  return end < 0 ? tag : tag.slice(0, end);
}

/** What is known of a tag, else of its language; European Portuguese, in whatever script, is not as Brazilian. */
function languageIn(languages: Languages, tag: string): Language | undefined {
  const european = /^pt-.*\bPT\b/.test(tag) ? languages.get("pt-PT") : undefined;
  return languages.get(tag) ?? european ?? languages.get(languageOf(tag));
}

/** The plural forms of a language, given as BCP 47 tag; undefined where nobody knows them. */
export function pluralForms(tag: string, use: PluralUse): readonly PluralForm[] | undefined {
  return languageIn(languagesOf(use === "plural" ? "cardinal" : "ordinal"), tag)?.forms;
}

/** The plural rules of a locale by its language; undefined where CLDR has none for it. */
export function pluralRules(tag: string, kind: PluralKind = "cardinal"): PluralRules | undefined {
  const cardinal = languageIn(languagesOf("cardinal"), tag)?.rules;
  if (kind === "cardinal" || cardinal === undefined) return cardinal;
  // A language whose ordinals nobody has written down has one form of them.
  return languageIn(languagesOf("ordinal"), tag)?.rules ?? otherAlone;
}

/** The plural categories of a locale, in the order of CLDR; undefined where CLDR has none for its language. */
export function pluralCategories(tag: string, kind: PluralKind = "cardinal"): readonly PluralCategory[] | undefined {
  return pluralRules(tag, kind)?.categories;
}
