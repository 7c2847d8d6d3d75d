import { parse } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Catalog, Param } from "../core/catalog.ts";
import { type BundlePart, messageBundle, messageKey } from "../core/message-bundle.ts";

/** Values of params, in the order of the failure's list. */
export type ParamValues = Readonly<Record<string, string | number>>;

/** What every format has to say: a text for a locale, a message and values of its params. */
export interface Conformance {
  readonly key: string;
  readonly part: BundlePart;
  readonly tag: string;
  readonly params: ParamValues;
  /** By intl-messageformat. */
  readonly text: string;
  /** As it is written in the catalog, in the locale or in the default locale. */
  readonly written: string;
  readonly source: string;
  readonly translated: boolean;
  readonly declared: readonly Param[];
}

const counts = [0, 1, 2, 3, 5, 11, 21, 100];

/** Sets of values: the examples, and each param with others while the rest stays. */
function valuesOf(params: readonly Param[]): readonly ParamValues[] {
  const examples = Object.fromEntries(params.map(({ name, example }) => [name, example]));
  const sets: ParamValues[] = [examples];
  for (const { name, type, values } of params) {
    const numbers = type === "integer" ? counts : type === "number" ? [...counts, 1.5] : [];
    const words = type === "enum" ? values : type === "string" ? ["{0} {{count}} $t(x) ''<b>"] : [];
    for (const value of [...numbers, ...words]) sets.push({ ...examples, [name]: value });
  }
  return sets;
}

/** A text of ICU MessageFormat, formatted by intl-messageformat; `<` is a character. */
export function formatted(text: string, tag: string, params: ParamValues): string {
  const result = new IntlMessageFormat(parse(text, { ignoreTag: true }), tag).format({ ...params });
  return typeof result === "string" ? result : String(result);
}

/** The list that all formats are held to. */
export function conformanceOf(catalog: Catalog): readonly Conformance[] {
  const list: Conformance[] = [];
  for (const locale of catalog.locales) {
    for (const { failure, part, text, translated } of messageBundle(catalog, locale)) {
      for (const params of valuesOf(failure.params)) {
        list.push({
          key: messageKey(failure, part),
          part,
          tag: locale.tag,
          params,
          text: formatted(text, locale.tag, params),
          written: text,
          source: part === "developer" ? text : (failure.messages[part]?.text ?? ""),
          translated,
          declared: failure.params,
        });
      }
    }
  }
  return list;
}

/** A text without what differs between versions of CLDR: kinds of spaces, and marks of direction. */
export function normalised(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ").replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, "");
}
