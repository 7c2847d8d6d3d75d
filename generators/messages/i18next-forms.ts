import type { ParamNode } from "../../core/message-tree.ts";
import { type Choice, type Variant, type Variants, variantsOf } from "../../core/message-variants.ts";
import { type PluralCategory, pluralRules } from "../../core/plural-categories.ts";
import type { ParsedMessage } from "./message-format.ts";

/** Used where the plurals of a language are not known: nobody can ask for another. */
const allCategories: readonly PluralCategory[] = ["zero", "one", "two", "few", "many", "other"];

/** What i18next is given to choose by: the param of the plural as `count`, that of the select as `context`. */
export type I18nextChoices = {
  readonly count?: string;
  readonly ordinal?: true;
  readonly context?: string;
};

/** A message in i18next's form: texts by the end of their key (`_one`, `_bike_other`, or nothing). */
export interface I18nextForms {
  readonly choices: I18nextChoices;
  readonly texts: ReadonlyMap<string, Variant["nodes"]>;
  /** What it chooses by and i18next cannot, in words; undefined where nothing is lost. */
  readonly lost: string | undefined;
}

/** The forms of a message; undefined where it becomes too many texts. */
export function i18nextForms({ tree, failure }: ParsedMessage, tag: string): I18nextForms | undefined {
  const found = variantsOf(tree, failure.params, tag);
  if (found === undefined) return undefined;
  const plurals = found.choices.filter(({ kind }) => kind !== "select");
  const selects = found.choices.filter(({ kind }) => kind === "select");
  const [plural] = plurals;
  const [select] = selects;
  const choices: I18nextChoices = {
    ...(plural === undefined ? {} : { count: plural.name }),
    ...(plural?.kind === "selectordinal" ? { ordinal: true } : {}),
    ...(select === undefined ? {} : { context: select.name }),
  };
  const texts = new Map<string, Variant["nodes"]>();
  let lost: string | undefined;
  if (plurals.length > 1) lost = `plurals of ${plurals.length} numbers`;
  else if (selects.length > 1) lost = `selects by ${selects.length} params`;
  texts.set("", found.variants.at(-1)?.nodes ?? []);
  const contexts = new Set<string>();
  for (const context of select?.arms ?? ["other"]) {
    const end = context === "other" ? "" : `_${context}`;
    const text = (arm: string): Variant["nodes"] => textFor(found, plural, arm, select, context);
    if (end !== "") {
      if (texts.has(end)) lost = takenContext(context);
      texts.set(end, text("other"));
      contexts.add(end);
    }
    if (plural === undefined) continue;
    const forms = new Map<string, Variant["nodes"]>();
    lost = addPlural(forms, end, plural, tag, text) ?? lost;
    for (const [form, nodes] of forms) {
      if (contexts.has(form)) lost = takenContext(form.slice(1));
      texts.set(form, nodes);
    }
  }
  return { choices, texts, lost };
}

function addPlural(
  texts: Map<string, Variant["nodes"]>,
  context: string,
  { kind, arms }: Choice,
  tag: string,
  text: (arm: string) => Variant["nodes"],
): string | undefined {
  const ordinal = kind === "selectordinal";
  const rules = pluralRules(tag, ordinal ? "ordinal" : "cardinal");
  const categories = rules?.categories ?? allCategories;
  const end = (category: string): string => `${context}_${ordinal ? "ordinal_" : ""}${category}`;
  // Every category of the language: where one is missing, i18next shows the key.
  for (const category of categories) texts.set(end(category), text(arms.includes(category) ? category : "other"));
  let lost: string | undefined;
  for (const arm of arms) {
    if (!arm.startsWith("=")) continue;
    const number = Number(arm.slice(1));
    const category = number === 0 && !ordinal ? "zero" : rules?.of(number);
    const own =
      category !== undefined &&
      (rules?.only(category) === number || (number === 0 && !ordinal && !categories.includes("zero")));
    if (category !== undefined && own) texts.set(end(category), text(arm));
    else if (category === undefined || !same(text(arm), texts.get(end(category))))
      lost = `a text for the number ${number} alone`;
  }
  return lost;
}

function same(left: Variant["nodes"], right: Variant["nodes"] | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function takenContext(context: string): string {
  return `a select with the arm ${context}, whose key is that of a plural`;
}

function textFor(
  { choices, variants }: Variants,
  plural: Choice | undefined,
  pluralArm: string,
  select: Choice | undefined,
  selectArm: string,
): Variant["nodes"] {
  const wanted = choices.map((choice) => (choice === plural ? pluralArm : choice === select ? selectArm : "other"));
  return variants.find(({ arms }) => arms.every((arm, index) => arm === wanted[index]))?.nodes ?? [];
}

/** A text as i18next interpolates it, and the places of its params. */
export interface Interpolated {
  readonly text: string;
  readonly params: ReadonlyMap<number, string>;
}

/**
 * Writes the params of a text as `{{name}}`. After a brace that is text the two that begin a param would be taken for one
 * sooner; i18next looks for `{{-` before it looks for `{{`.
 */
export function interpolated(nodes: Variant["nodes"]): Interpolated {
  let text = "";
  const params = new Map<number, string>();
  for (const node of nodes) {
    if (typeof node === "string") text += node;
    else {
      const written = `${text.endsWith("{") ? "{{- " : "{{"}${node.name}${formatOf(node)}}}`;
      params.set(text.length, written);
      text += written;
    }
  }
  return { text, params };
}

function formatOf({ style }: ParamNode): string {
  if (typeof style === "object") {
    return `, number(minimumFractionDigits: ${style.decimals}; maximumFractionDigits: ${style.decimals})`;
  }
  if (style === "text") return "";
  if (style === "integer") return ", number(maximumFractionDigits: 0)";
  return style === "percent" ? ", number(style: percent)" : ", number";
}
