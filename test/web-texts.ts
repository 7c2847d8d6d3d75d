import type { Catalog, Failure, Locale, Param } from "../core/catalog.ts";
import { catalogFixture } from "./catalog-fixture.ts";

const param = (
  name: string,
  type: Param["type"],
  example: Param["example"],
  values: readonly string[] = [],
): Param => ({
  name,
  type,
  values,
  example,
  description: "",
  pii: false,
  grouping: true,
});

/** Two names that differ in case alone, and some that are words of I18n or of MessageFormat. */
const params: readonly Param[] = [
  param("n", "integer", 30_007),
  param("share", "number", 0.256),
  param("place", "string", "Köln"),
  param("format", "enum", "van", ["bike", "van"]),
  param("count", "integer", 2),
  param("orderId", "string", "A-1"),
  param("orderid", "string", "b-2"),
];

/** Texts that are syntax to one of the formats that pages, scripts and extensions read. */
const texts: readonly string[] = [
  ".input '{'$n :number'}' {place}",
  "\u200f.match '{'$n'}' {place}",
  "\u3000.local",
  "100%{place} %%{place} %'{'place'}' %%'{'n'}' %<n>d %<n>.2f %s",
  "$USD {n} $n$ $N$ $1 $$ $$$2 {place}$ a$b$c $",
  "$place{place}",
  "@:{place} @.upper:n @:(n) n | {n} || {place}",
  "'{'{place}'}' '{{'{place}'}}' '{'n'}' '{'0'}' '{{'0:N2'}}' '}'",
  "\\{place}\\ \\'{'{n}\\\\",
  "{orderId}{orderid} {orderid}{orderId}",
  "{format} {count} {n} {n, number} {share} {share, number}",
  "{share, number, percent} {share, number, ::.00} {share, number, integer} {share, number, percent} of {n, number, ::.0}",
  "100%% %'{'n'}' $$ $1 $n$ '{{'0'}}' '{'n'}' @:n | :n 'x'",
  "{n}5 {n} 5",
  "null",
  "no",
  "012",
  "~ # - ? : & * ! > %TAG",
  "<?php ?> // /* {place} '",
  "&amp; <b>{place}</b> ]]> <!-- -- -->",
  "{place}\nsecond line\n\n- {n}",
  "{n, plural, =0 {none {n}} one {{n} # {n, number}} other {{n} # {n, number}}}",
  "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of {n, plural, one {# part} other {# parts}}",
  "{format, select, bike {By {format}} other {By {format}, {count, plural, one {#} other {#}}}}",
  "{count, plural, one {100% of #} other {100% of # and %'{'count'}'}}",
];

/** A catalog of such texts, in English and in an Arabic that says the same. */
export function webTexts(): Catalog {
  const shop = catalogFixture("shop");
  const base = shop.failures[0] as Failure;
  const message = (text: string) => ({ text, description: "", maxLength: undefined, markup: false });
  const failures = texts.flatMap((text, index): readonly Failure[] => {
    const own = { ...base, name: `F_${index}`, code: index + 1, params, messages: { detail: message(text) } };
    if (/\{\w/.test(text.replace(/'[^']*'/g, ""))) return [own];
    // Some do not parse the texts of a failure without params.
    return [own, { ...own, name: `G_${index}`, code: index + 501, params: [] }];
  });
  const arabic: Locale = {
    tag: "ar",
    file: { path: "locales/ar.json", text: "" },
    mayHoldTags: true,
    messages: () =>
      new Map(
        failures.map(({ name, messages }) => [
          name,
          Object.fromEntries(Object.entries(messages).map(([part, { text }]) => [part, text])),
        ]),
      ),
  };
  const byCode = new Map(failures.map((failure) => [failure.code, failure]));
  return { ...shop, failures, byCode, locales: [shop.locales[0] as Locale, arabic] };
}
