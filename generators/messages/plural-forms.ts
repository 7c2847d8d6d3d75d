import { type PluralCategory, pluralRules } from "../../core/plural-categories.ts";

/** How gettext counts in a language: the value of `Plural-Forms`, and the category of each `msgstr[n]`. */
export interface PluralForms {
  readonly header: string;
  readonly categories: readonly PluralCategory[];
}

const endings = (low: number, high: number): string => `n%10>=${low} && n%10<=${high}`;
const slavic = `n%10==1 && n%100!=11 ? 0 : ${endings(2, 4)} && (n%100<12 || n%100>14) ? 1 : 2`;

/** By languages: the expression for whole numbers, as gettext's own table has it where it has one, and its categories. */
const table: readonly (readonly [languages: string, expression: string, categories: string])[] = [
  ["be ru uk", slavic, "one few many"],
  ["bs hr sr", slavic, "one few other"],
  ["pl", `n==1 ? 0 : ${endings(2, 4)} && (n%100<12 || n%100>14) ? 1 : 2`, "one few many"],
  ["cs sk", "n==1 ? 0 : n>=2 && n<=4 ? 1 : 2", "one few other"],
  [
    "ar",
    "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
    "zero one two few many other",
  ],
  ["sl", "n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3", "one two few other"],
  ["he iu naq sat se sma smi smj smn sms", "n==1 ? 0 : n==2 ? 1 : 2", "one two other"],
  ["lt", "n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<11 || n%100>19) ? 1 : 2", "one few other"],
  ["lv prg", "n%10==0 || n%100>=11 && n%100<=19 ? 0 : n%10==1 ? 1 : 2", "zero one other"],
  ["ro", "n==1 ? 0 : n==0 || n%100>=1 && n%100<=19 ? 1 : 2", "one few other"],
  ["is mk", "n%10==1 && n%100!=11 ? 0 : 1", "one other"],
  ["ga", "n==1 ? 0 : n==2 ? 1 : n>=3 && n<=6 ? 2 : n>=7 && n<=10 ? 3 : 4", "one two few many other"],
  ["cy", "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5", "zero one two few many other"],
];

/** Languages that have no row: `many` of a million is a form that gettext does not count with. */
const simple: Readonly<Record<string, PluralForms>> = {
  x: { header: "nplurals=1; plural=0;", categories: ["other"] },
  one: { header: "nplurals=2; plural=(n != 1);", categories: ["one", "other"] },
  none: { header: "nplurals=2; plural=(n > 1);", categories: ["one", "other"] },
};

/** How gettext counts in the language of a locale; undefined where it is not known. */
export function pluralForms(tag: string): PluralForms | undefined {
  const language = tag.split("-")[0] ?? tag;
  const row = table.find(([languages]) => languages.split(" ").includes(language));
  if (row !== undefined) {
    const categories = row[2].split(" ") as readonly PluralCategory[];
    return { header: `nplurals=${categories.length}; plural=(${row[1]});`, categories };
  }
  const rules = pluralRules(tag);
  if (rules === undefined) return undefined;
  const counted = rules.categories.filter((category) => category !== "many").join(" ");
  if (counted === "other") return simple["x"];
  if (counted !== "one other" || rules.of(2) !== "other") return undefined;
  if (rules.of(0) === "other" && rules.only("one") === 1) return simple["one"];
  return rules.of(0) === "one" && rules.of(20) === "other" && rules.of(11) === "other" ? simple["none"] : undefined;
}
