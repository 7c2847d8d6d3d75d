import type { Param } from "../core/catalog.ts";
import type { ParamValues } from "./message-conformance.ts";

/** What a program gives a text besides its params where texts cannot format numbers: `n_number`, `n_fixed2`. */
export function formattedValues(declared: readonly Param[], params: ParamValues, tag: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name } of declared) {
    const value = params[name];
    if (typeof value !== "number") continue;
    const add = (style: string, options: Intl.NumberFormatOptions): void => {
      found[`${name}_${style}`] = new Intl.NumberFormat(tag, options).format(value);
    };
    add("number", {});
    add("integer", { maximumFractionDigits: 0 });
    add("percent", { style: "percent" });
    for (const digits of [1, 2, 3]) {
      add(`fixed${digits}`, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    }
  }
  return found;
}

/** The plural categories of all numbers: by param, then by kind of choice. */
export function pluralWords(
  params: ParamValues,
  tag: string,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const numbers = Object.entries(params).filter(([, value]) => typeof value === "number");
  const category = (value: unknown, type: "cardinal" | "ordinal") =>
    new Intl.PluralRules(tag, { type }).select(Number(value));
  return Object.fromEntries(
    numbers.map(([name, value]) => [
      name,
      { plural: category(value, "cardinal"), selectordinal: category(value, "ordinal") },
    ]),
  );
}

/** The arm of each choice for values, as the README of the messages says; undefined where all are `other`. */
export function chosenArms(
  choices: string | undefined,
  params: ParamValues,
  tag: string,
): readonly (readonly [name: string, arm: string])[] | undefined {
  if (choices === undefined) return undefined;
  const categories = pluralWords(params, tag);
  const arms = choices.split(" ").map((choice): readonly [string, string] => {
    const [name = "", kind = "", own = ""] = choice.split(":");
    const wanted = [String(params[name]), categories[name]?.[kind]];
    return [name, wanted.find((arm) => arm !== undefined && own.split(",").includes(arm)) ?? "other"];
  });
  return arms.every(([, arm]) => arm === "other") ? undefined : arms;
}
