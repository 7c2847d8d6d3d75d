import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { SaxesParser } from "saxes";
import type { Param } from "../core/catalog.ts";
import type { ParamValues } from "./message-conformance.ts";

/** A value that a program hands to printf. */
export type Value = string | number;

/** What `choices.json` says of a key. */
export interface ChoicesOfKey {
  readonly selects: readonly { readonly param: string; readonly arms: Readonly<Record<string, string>> }[];
  readonly count?: string;
  readonly exact?: readonly number[];
}

/** The arm of each select and the exact number for values, as a program finds them; undefined where nothing is added to a key. */
export function chosen(
  choices: ChoicesOfKey | undefined,
  params: ParamValues,
):
  | { readonly arms: readonly (readonly [param: string, arm: string])[]; readonly exact: number | undefined }
  | undefined {
  if (choices === undefined) return undefined;
  const arms = choices.selects.map(({ param, arms: own }): readonly [string, string] => {
    const value = String(params[param]);
    return [param, Object.hasOwn(own, value) ? value : "other"];
  });
  const exact = choices.exact?.find((number) => number === params[choices.count ?? ""]);
  return exact === undefined && arms.every(([, arm]) => arm === "other") ? undefined : { arms, exact };
}

/** The values of a failure: as they are, as numbers of the locale, as percentages. */
export function valueRuns(declared: readonly Param[], params: ParamValues, tag: string): readonly Value[] {
  const value = (name: string): Value => params[name] ?? "";
  const numbers = (options: Intl.NumberFormatOptions): readonly string[] =>
    declared.map(({ name }) => {
      const own = value(name);
      return typeof own === "number" ? new Intl.NumberFormat(tag, options).format(own) : "";
    });
  return [...declared.map(({ name }) => value(name)), ...numbers({}), ...numbers({ style: "percent" })];
}

/** A resource: a string, or a plural by quantity. */
export type Resource = string | ReadonlyMap<string, string>;

/** Resources as aapt reads them: the XML, then white space, quotes and escapes. */
export function androidResources(xml: string): ReadonlyMap<string, Resource> {
  const found = new Map<string, Resource>();
  const parser = new SaxesParser({ xmlns: true });
  let name = "";
  let quantity = "";
  let text = "";
  let items = new Map<string, string>();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ local, attributes }) => {
    if (local === "string" || local === "plurals") name = attributes["name"]?.value ?? "";
    if (local === "string" || local === "item") text = "";
    if (local === "plurals") items = new Map();
    if (local === "item") quantity = attributes["quantity"]?.value ?? "";
  });
  parser.on("text", (piece) => {
    text += piece;
  });
  const add = (resource: Resource): void => {
    if (found.has(name)) throw new Error(`two resources are called ${name}`);
    if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name`);
    found.set(name, resource);
  };
  parser.on("closetag", ({ local }) => {
    if (local === "item") items.set(quantity, aaptText(text));
    if (local === "string") add(aaptText(text));
    if (local === "plurals") add(items);
  });
  parser.write(xml).close();
  return found;
}

const aaptEscapes: Readonly<Record<string, string>> = { n: "\n", t: "\t" };

/** White space outside of quotes is one space, and none at the ends; a backslash takes the next character as it is. */
function aaptText(raw: string): string {
  if (/^\s*[@?]/.test(raw)) throw new Error(`${raw} would be a reference`);
  let result = "";
  let isQuoted = false;
  let pending = "";
  for (let index = 0; index < raw.length; index++) {
    const unit = raw[index] ?? "";
    if (!isQuoted && /\s/.test(unit)) {
      pending = result === "" ? "" : " ";
      continue;
    }
    if (unit === '"') {
      isQuoted = !isQuoted;
      if (isQuoted) {
        result += pending;
        pending = "";
      }
      continue;
    }
    if (unit === "'" && !isQuoted) throw new Error(`an apostrophe is not escaped in ${raw}`);
    result += pending;
    pending = "";
    if (unit !== "\\") {
      result += unit;
      continue;
    }
    const next = raw[++index] ?? "";
    if (!/["'\\n@?]/.test(next)) throw new Error(`\\${next} is no escape in ${raw}`);
    result += aaptEscapes[next] ?? next;
  }
  return result;
}

/** `String.format` of Java, as far as resources use it: every argument by its place. */
export function javaFormat(format: string, values: readonly Value[], tag: string): string {
  return format.replace(/%(?:%|(\d+)\$(,?)(?:\.(\d+))?([sdf])|.?)/gs, (whole, place, groups, digits, kind) => {
    if (whole === "%%") return "%";
    const value = values[Number(place) - 1];
    if (kind === undefined || value === undefined) throw new Error(`${whole} has no value in ${format}`);
    if (kind === "s") return String(value);
    if (typeof value !== "number" || (kind === "d" && !Number.isInteger(value))) {
      throw new Error(`${whole} is given ${value}`);
    }
    const decimals = Number(digits ?? 0);
    return new Intl.NumberFormat(tag, {
      useGrouping: groups === ",",
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
  });
}

interface StringUnit {
  readonly stringUnit: { readonly state: string; readonly value: string };
}

/** A text of a String Catalog. */
export interface Localization extends StringUnit {
  readonly substitutions?: Readonly<
    Record<
      string,
      {
        readonly argNum: number;
        readonly formatSpecifier: string;
        readonly variations: { readonly plural: Readonly<Record<string, StringUnit>> };
      }
    >
  >;
}

/** A String Catalog, as far as it is read. */
export interface StringCatalog {
  readonly sourceLanguage: string;
  readonly version: string;
  readonly strings: Readonly<
    Record<
      string,
      {
        readonly comment?: string;
        readonly extractionState: string;
        readonly localizations: Readonly<Record<string, Localization>>;
        readonly shouldTranslate?: boolean;
      }
    >
  >;
}

/** `String(format:locale:arguments:)` of a text in a String Catalog: substitutions first, then printf. */
export function appleFormat(localization: Localization, values: readonly Value[], tag: string): string {
  const { substitutions = {}, stringUnit } = localization;
  const format = stringUnit.value.replace(/%(%|#@(\w+)@)/g, (whole, _rest, name) => {
    if (name === undefined) return whole;
    const { argNum, formatSpecifier, variations } = substitutions[name] ?? {};
    const count = values[(argNum ?? 0) - 1];
    if (formatSpecifier !== "lld" || typeof count !== "number") throw new Error(`${name} counts nothing`);
    const form = variations?.plural[new Intl.PluralRules(tag).select(count)] ?? variations?.plural["other"];
    if (form === undefined) throw new Error(`${name} has no form for ${count}`);
    return form.stringUnit.value;
  });
  return format.replace(/%(?:%|(\d+)\$(@|\.(\d+)f)|.?)/gs, (whole, place, kind, digits) => {
    if (whole === "%%") return "%";
    const value = values[Number(place) - 1];
    if (kind === undefined || value === undefined) throw new Error(`${whole} has no value in ${format}`);
    if (kind === "@") {
      if (typeof value !== "string") throw new Error(`${whole} is given a number`);
      return value;
    }
    const decimals = Number(digits);
    if (typeof value !== "number") throw new Error(`${whole} is given a text`);
    return new Intl.NumberFormat(tag, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      value,
    );
  });
}

/** A placeholder in the template of gen-l10n. */
export interface ArbPlaceholder {
  readonly type: string;
  readonly format?: string;
  readonly optionalParameters?: { readonly decimalDigits: number };
}

const stands: Readonly<Record<string, string>> = { "{": "\ufdd0", "}": "\ufdd1", "'": "\ufdd2", "#": "\ufdd3" };
const standsFor = new Map(Object.entries(stands).map(([unit, stand]) => [stand, unit]));

/** The numbers that Dart takes a plural form for, whatever the language's rules say. */
const dartForms: readonly (readonly [exact: string, category: string])[] = [
  ["=0", "zero"],
  ["=1", "one"],
  ["=2", "two"],
];

/** A message as gen-l10n understands it; what it does not know throws. Params that are written stand under another name. */
function asGenL10nReads(
  elements: readonly MessageFormatElement[],
  placeholders: Readonly<Record<string, ArbPlaceholder>>,
): MessageFormatElement[] {
  return elements.map((element): MessageFormatElement => {
    if (element.type === TYPE.literal) return element;
    if (element.type === TYPE.argument || element.type === TYPE.plural || element.type === TYPE.select) {
      if (!Object.hasOwn(placeholders, element.value)) throw new Error(`the template has no ${element.value}`);
    }
    if (element.type === TYPE.argument) return { ...element, value: `${element.value}Written` };
    if (element.type !== TYPE.plural && element.type !== TYPE.select) throw new Error(`no element ${element.type}`);
    const arms = new Map(
      Object.entries(element.options).map(([arm, { value }]) => [arm, { value: asGenL10nReads(value, placeholders) }]),
    );
    if (element.type === TYPE.select) {
      for (const arm of arms.keys()) if (!/^[A-Za-z]\w*$/.test(arm)) throw new Error(`no arm ${arm}`);
      return { ...element, options: Object.fromEntries(arms) };
    }
    if (element.pluralType !== "cardinal") throw new Error("no ordinals");
    for (const [exact, category] of dartForms) {
      const own = arms.get(exact) ?? arms.get(category);
      if (arms.has(exact) && arms.has(category)) throw new Error(`${exact} and ${category}`);
      if (own !== undefined) arms.set(exact, own).set(category, own);
    }
    for (const arm of arms.keys()) if (/^=(?![012]$)/.test(arm)) throw new Error(`no arm ${arm}`);
    return { ...element, options: Object.fromEntries(arms) };
  });
}

/**
 * gen-l10n with `use-escaping`, and the code that it writes: what stands between two apostrophes is text, two in a row are
 * one, "#" is a character, and each placeholder is written by its format. `values` are the method's arguments.
 */
export function genL10n(
  text: string,
  placeholders: Readonly<Record<string, ArbPlaceholder>>,
  values: Readonly<Record<string, Value>>,
  tag: string,
): string {
  const unquoted = text
    .replace(/'([^']*)'/g, (_whole, inner: string) =>
      (inner === "" ? "'" : inner).replace(/[{}'#]/g, (unit) => stands[unit] ?? unit),
    )
    .replaceAll("#", stands["#"] ?? "");
  if (unquoted.includes("'")) throw new Error(`an apostrophe opens a quotation that does not end in ${text}`);
  const message = asGenL10nReads(parse(unquoted, { ignoreTag: true }), placeholders);
  const shown: Record<string, Value> = { ...values };
  for (const [name, { type, format, optionalParameters }] of Object.entries(placeholders)) {
    const value = values[name] ?? "";
    if ((type === "String") !== (typeof value === "string")) throw new Error(`${name} is no ${type}`);
    const digits = optionalParameters?.decimalDigits;
    const options: Intl.NumberFormatOptions =
      format === "percentPattern"
        ? { style: "percent" }
        : digits === undefined
          ? {}
          : { minimumFractionDigits: digits, maximumFractionDigits: digits };
    shown[`${name}Written`] =
      format === undefined || typeof value === "string"
        ? String(value)
        : new Intl.NumberFormat(tag, options).format(value);
  }
  const result = String(new IntlMessageFormat(message, tag).format(shown));
  return result.replace(/[\ufdd0-\ufdd3]/g, (stand) => standsFor.get(stand) ?? stand);
}
