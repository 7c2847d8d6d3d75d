import { cardinalForms, ordinalForms, type PluralRow } from "./plural-data.ts";

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

/** A kind of plural, as a message writes it. */
export type PluralKind = "plural" | "selectordinal";

type FormsByLanguage = ReadonlyMap<string, readonly PluralForm[]>;

const indexes = new Map<PluralKind, FormsByLanguage>();

/** The plural forms of a language, given as BCP 47 tag; undefined where nobody knows them. */
export function pluralForms(tag: string, kind: PluralKind): readonly PluralForm[] | undefined {
  let index = indexes.get(kind);
  if (index === undefined) {
    index = indexOf(kind === "plural" ? cardinalForms : ordinalForms);
    indexes.set(kind, index);
  }
  return index.get(tag) ?? index.get(languageOf(tag));
}

/** The language of a BCP 47 tag alone: `pt` of `pt-BR`. */
export function languageOf(tag: string): string {
  const end = tag.indexOf("-");
  return end < 0 ? tag : tag.slice(0, end);
}

function indexOf(rows: readonly PluralRow[]): FormsByLanguage {
  const index = new Map<string, readonly PluralForm[]>();
  for (const [written, languages] of rows) {
    const forms = written === "" ? [] : written.split(", ").map(formOf);
    for (const language of languages.split(" ")) index.set(language, forms);
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
