import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import type { Catalog, Failure, Param } from "../core/catalog.ts";
import { type BundledMessage, type BundlePart, messageBundle, messageKey } from "../core/message-bundle.ts";
import { type MessageTree, messageTree } from "../core/message-tree.ts";
import { fixtures } from "./catalog-fixture.ts";

/** Values of params, in the order of the failure's list. */
export type ParamValues = Readonly<Record<string, string | number>>;

/** A line of a conformance file: what every format has to say for a message of a locale and values of its params. */
export interface ConformanceLine {
  readonly code: Failure["code"];
  readonly part: BundlePart;
  readonly locale: string;
  readonly params: ParamValues;
  /** By intl-messageformat, `normalised`. */
  readonly text: string;
}

/** What every format has to say, with what the catalog tells of it besides. */
export interface Conformance extends Omit<ConformanceLine, "locale"> {
  readonly key: string;
  readonly tag: string;
  /** As it is written in the catalog, in the locale or in the default locale. */
  readonly written: string;
  readonly source: string;
  readonly translated: boolean;
  readonly declared: readonly Param[];
}

/** A million has a form of its own in the Romance languages. */
const counts = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];

/** Sets of values: the examples, and each param of a text with others while the rest stays. */
function valuesOf(params: readonly Param[], text: string): readonly ParamValues[] {
  const examples = Object.fromEntries(params.map(({ name, example }) => [name, example]));
  const sets: ParamValues[] = [examples];
  const counted = new Map<string, boolean>();
  collect(messageTree(text), counted);
  for (const { name, type, values } of params) {
    const chooses = counted.get(name);
    if (chooses === undefined) continue;
    const whole = chooses ? counts : [0, 1_000_000];
    const numbers = type === "integer" ? whole : type === "number" ? [...whole, 1.5] : [];
    const words = type === "enum" ? values : type === "string" ? ["{0} {{count}} $t(x) ''<b>"] : [];
    for (const value of [...numbers, ...words]) if (value !== examples[name]) sets.push({ ...examples, [name]: value });
  }
  return sets;
}

/** The params that a text uses, and whether it chooses by them. */
function collect(tree: MessageTree, found: Map<string, boolean>): void {
  for (const node of tree) {
    if (typeof node === "string") continue;
    found.set(node.name, node.kind === "choice" || found.get(node.name) === true);
    if (node.kind === "choice") for (const inner of node.arms.values()) collect(inner, found);
  }
}

/** A text of ICU MessageFormat, formatted by intl-messageformat; `<` is a character. */
export function formatted(text: string, tag: string, params: ParamValues): string {
  const result = new IntlMessageFormat(parse(text, { ignoreTag: true }), tag).format({ ...params });
  return typeof result === "string" ? result : String(result);
}

/** What every format has to say for a catalog, as FormatJS says it today. */
export function conformanceOf(catalog: Catalog): readonly Conformance[] {
  return catalog.locales.flatMap((locale) =>
    messageBundle(catalog, locale).flatMap((message) =>
      valuesOf(message.failure.params, message.text).map((params) => {
        const text = normalised(formatted(message.text, locale.tag, params));
        return told(message, { code: message.failure.code, part: message.part, locale: locale.tag, params, text });
      }),
    ),
  );
}

function told(message: BundledMessage, { locale: tag, ...line }: ConformanceLine): Conformance {
  const { failure, part, text: written, translated } = message;
  const source = part === "developer" ? written : (failure.messages[part]?.text ?? "");
  return { ...line, key: messageKey(failure, part), tag, written, source, translated, declared: failure.params };
}

/** The conformance file of a catalog: a JSON array, a line a text. */
export function conformanceFile(catalog: Catalog): string {
  const lines = conformanceOf(catalog).map(({ code, part, tag: locale, params, text }) =>
    JSON.stringify({ code, part, locale, params, text } satisfies ConformanceLine),
  );
  return `[\n${lines.join(",\n")}\n]\n`;
}

/** Where the conformance file of a catalog stands; consumers in other languages read that very file. */
export function conformancePath(name: string): string {
  return join(fixtures, "conformance", `${name}.json`);
}

/** The list that all formats are held to: that of the catalog's conformance file. */
export function conformance(name: string, catalog: Catalog): readonly Conformance[] {
  const lines = JSON.parse(readFileSync(conformancePath(name), "utf8")) as readonly ConformanceLine[];
  const known = new Map<string, BundledMessage>();
  for (const locale of catalog.locales) {
    for (const message of messageBundle(catalog, locale)) {
      known.set(`${locale.tag} ${messageKey(message.failure, message.part)}`, message);
    }
  }
  return lines.map((line) => {
    const message = known.get(`${line.locale} ${line.code}.${line.part}`);
    if (message === undefined) throw new Error(`No ${line.code}.${line.part} in ${line.locale}: npm run conformance`);
    return told(message, line);
  });
}

/** A text without what differs between versions of CLDR: kinds of spaces, and marks of direction. */
export function normalised(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ").replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, "");
}

/** What is compared: place, values, and the text or what is said instead. */
export function shown({ tag, key, params }: Conformance, text: string): Readonly<Record<string, unknown>> {
  return { tag, key, params, text: normalised(text) };
}
