import type { PluralKind } from "../plural-categories.ts";
import { cardinalConditions, ordinalConditions, type PluralConditions } from "./plural-conditions.ts";

const rows: Readonly<Record<PluralKind, readonly PluralConditions[]>> = {
  cardinal: cardinalConditions,
  ordinal: ordinalConditions,
};

const made = new Map<string, string>();

/**
 * A function in JavaScript that gives the plural category of a number in a locale; the number is not negative and has at
 * most three decimals. Undefined where all numbers are `other`, or the locale's language is not known.
 */
export function pluralExpression(tag: string, kind: PluralKind): string | undefined {
  const language = /^(pt\b.*-PT|kok-Latn)\b/.exec(tag)?.[0].replace(/^pt.*/, "pt-PT") ?? tag.replace(/-.*/s, "");
  const conditions = rows[kind].find(([, languages]) => ` ${languages} `.includes(` ${language} `))?.[0] ?? "";
  if (conditions === "") return undefined;
  const known = made.get(conditions);
  if (known !== undefined) return known;
  const expression = functionOf(conditions);
  made.set(conditions, expression);
  return expression;
}

/** What an operand of UTS 35 is, of a number in JavaScript, which shows no zeros at its end; in the order of their need. */
const operands = {
  d: '(`${n}`.split(".")[1] ?? "")',
  i: "Math.trunc(n)",
  f: "+d",
  v: "d.length",
} as const;

function functionOf(conditions: string): string {
  let chosen = '"other"';
  for (const condition of conditions.split("; ").reverse()) {
    const [category = "", rule = ""] = condition.split(": ");
    chosen = `${alternatives(rule)} ? "${category}" : ${chosen}`;
  }
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(chosen.replace(/"\w+"/g, ""));
  const parameters = ["n"];
  if (uses("f") || uses("v")) parameters.push(`d = ${operands.d}`);
  for (const name of ["i", "f", "v"] as const) if (uses(name)) parameters.push(`${name} = ${operands[name]}`);
  return `(${parameters.join(", ")}) => (${chosen})`;
}

function alternatives(rule: string): string {
  return rule
    .split(" or ")
    .flatMap((one) => allOf(one.split(" and ")) ?? [])
    .join(" || ");
}

/** All of some relations at once; undefined where they hold for no number, as those of a compact exponent do. */
function allOf(relations: readonly string[]): string | undefined {
  if (relations.some((relation) => relation.startsWith("e !="))) return undefined;
  const isWhole = relations.some((relation) => /^[vt] = 0$/.test(relation));
  let needsWhole = isWhole;
  let isExact = false;
  const written: string[] = [];
  for (const relation of relations) {
    if (/^[vte] = 0$/.test(relation)) continue;
    if (/^[vtf] != 0$/.test(relation)) {
      written.push("n % 1 > 0");
      continue;
    }
    const [, name = "n", modulo, sign = "=", list = ""] = /^(\w)(?: % (\d+))? (!?=) (.*)$/.exec(relation) ?? [];
    // Of a whole number, i and n are one; f and t are too, as no number here ends in zeros.
    const operand = name === "i" && isWhole ? "n" : name === "t" ? "f" : name;
    const ranges = list.split(",").map((range) => range.split(".."));
    written.push(oneOf(modulo === undefined ? operand : `${operand} % ${modulo}`, ranges, sign === "="));
    if (operand !== "n" || sign !== "=") continue;
    if (ranges.every(({ length }) => length === 1)) isExact = true;
    else needsWhole = true;
  }
  return (needsWhole && !isExact ? ["n % 1 === 0", ...written] : written).join(" && ");
}

/** Whether a value is in one of some ranges, or in none; the rules name whole numbers alone. */
function oneOf(value: string, ranges: readonly (readonly string[])[], isMeant: boolean): string {
  const written = ranges.map(([from, to]) => {
    if (to === undefined) return `${value} ${isMeant ? "===" : "!=="} ${from}`;
    const within = `${value} >= ${from} && ${value} <= ${to}`;
    return isMeant ? within : `!(${within})`;
  });
  if (!isMeant) return written.join(" && ");
  return written.length === 1 ? (written[0] ?? "") : `(${written.join(" || ")})`;
}
