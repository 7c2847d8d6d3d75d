import type { Catalog, Evidence, Failure, Mapping, Retry, Source } from "../catalog.ts";
import { fieldOf } from "../field-of.ts";
import { codeValue, enhancedStatus, isFailureClass, normalCode } from "./code-form.ts";
import { codesOf, compareKeysInFull } from "./key-order.ts";
import { type RangeIndex, rangeIndex } from "./range-index.ts";
import { textMatcher } from "./text-match.ts";

/** An error of a platform, as a program holds it: a number or a string for the code, whatever else it knows. */
export interface PlatformError {
  /** Name or alias of a source. */
  readonly source: string;
  /** With the subcode behind a slash where it has no field of its own: `551/1545041`. */
  readonly code?: string | number | undefined;
  readonly subcode?: string | number | undefined;
  /** What the platform says of it, as it was received. */
  readonly text?: string | undefined;
}

/** What an error of a platform means, or that this is not known; `input` is what was asked about, untouched. */
export type Classification = { readonly input: unknown } & (
  | {
      readonly outcome: "failure";
      readonly failure: Failure;
      readonly evidence: Evidence;
      readonly retry: Retry;
      readonly mapping: Mapping;
      /** The source's own name, whichever name was asked for. */
      readonly source: string;
    }
  /** A known error that nobody can judge. */
  | {
      readonly outcome: "fallback";
      /** The catalog's fallback. */
      readonly failure: Failure;
      readonly evidence: undefined;
      readonly retry: Retry;
      readonly mapping: Mapping;
      readonly source: string;
    }
  /** A code that says that all is well. */
  | {
      readonly outcome: "notAFailure";
      readonly failure: undefined;
      readonly evidence: undefined;
      readonly retry: undefined;
      readonly mapping: Mapping;
      readonly source: string;
    }
  /** A known source without a mapping for this. */
  | {
      readonly outcome: "unknownCode";
      /** The catalog's fallback. */
      readonly failure: Failure;
      readonly evidence: undefined;
      readonly retry: Retry;
      readonly mapping: undefined;
      readonly source: string;
    }
  | {
      readonly outcome: "unknownSource";
      /** The catalog's fallback. */
      readonly failure: Failure;
      readonly evidence: undefined;
      readonly retry: Retry;
      readonly mapping: undefined;
      readonly source: undefined;
    }
);

/** What a classification can be. */
export type Outcome = Classification["outcome"];

/**
 * A function that says which failure an error of a platform means. It takes anything and never throws; what it can read
 * of its input are the fields of `PlatformError`. An exact key costs a few lookups in maps, however many there are.
 */
export function classifier(catalog: Catalog): (input: unknown) => Classification {
  const lookups = new Map<string, () => Lookup>();
  for (const source of catalog.sources) {
    const lookup = once(() => lookupOf(source));
    for (const name of [source.name, ...source.aliases.map((alias) => alias.name)]) lookups.set(name, lookup);
  }
  return (input) => {
    const name = fieldOf(input, "source");
    const lookup = typeof name === "string" ? lookups.get(name)?.() : undefined;
    if (lookup === undefined) return unknown(catalog.fallback, "unknownSource", undefined, input);
    const { source } = lookup;
    const mapping = find(lookup, fieldOf(input, "code"), fieldOf(input, "subcode"), fieldOf(input, "text"));
    if (mapping === undefined) return unknown(catalog.fallback, "unknownCode", source.name, input);
    return known(catalog.fallback, mapping, source.name, input);
  };
}

/** Mappings of one code, which differ in the text alone. */
interface TextChoice {
  readonly is: Map<string, Mapping>;
  /** Most specific first. */
  readonly others: { readonly mapping: Mapping; readonly matches: (text: string) => boolean }[];
  plain: Mapping | undefined;
}

interface Lookup {
  readonly source: Source;
  readonly exact: ReadonlyMap<string, TextChoice>;
  /** By code and subcode. */
  readonly subcodes: ReadonlyMap<string, ReadonlyMap<string, TextChoice>>;
  /** By `subject.detail`. */
  readonly details: ReadonlyMap<string, TextChoice>;
  readonly ranges: RangeIndex<TextChoice>;
  readonly classes: ReadonlyMap<string, TextChoice>;
  readonly whole: TextChoice;
}

function lookupOf(source: Source): Lookup {
  const exact = new Map<string, TextChoice>();
  const subcodes = new Map<string, Map<string, TextChoice>>();
  const details = new Map<string, TextChoice>();
  const classes = new Map<string, TextChoice>();
  const ranges = new Map<string, { readonly from: number; readonly to: number; readonly held: TextChoice }>();
  const whole = emptyChoice();
  const normal = (code: string): string => normalCode(source.codeForms, code);
  for (const mapping of [...source.mappings].sort((left, right) => compareKeysInFull(left.key, right.key))) {
    const { key } = mapping;
    switch (key.kind) {
      case "exact": {
        for (const code of codesOf(key).map(normal)) {
          const held = key.subcode === undefined ? exact : made(subcodes, code, () => new Map());
          add(made(held, key.subcode === undefined ? code : normal(key.subcode), emptyChoice), mapping);
        }
        break;
      }
      case "detail":
        add(made(details, `${key.subject}.${key.detail}`, emptyChoice), mapping);
        break;
      case "range": {
        const { from, to } = key;
        const range = made(ranges, `${from}-${to}`, () => ({ from, to, held: emptyChoice() }));
        add(range.held, mapping);
        break;
      }
      case "class":
        add(made(classes, key.class, emptyChoice), mapping);
        break;
      case "source":
        add(whole, mapping);
        break;
    }
  }
  return { source, exact, subcodes, details, ranges: rangeIndex([...ranges.values()]), classes, whole };
}

function find(lookup: Lookup, code: unknown, subcode: unknown, text: unknown): Mapping | undefined {
  const { codeForms } = lookup.source;
  const written = isCode(code) ? normalCode(codeForms, code) : undefined;
  const parts = subcode === undefined ? codeAndSubcode(lookup, written) : undefined;
  if (parts !== undefined) return find(lookup, ...parts, text);
  if (written !== undefined) {
    const bySubcode = isCode(subcode) ? lookup.subcodes.get(written) : undefined;
    if (bySubcode !== undefined && isCode(subcode)) {
      const found = choose(bySubcode.get(normalCode(codeForms, subcode)), text);
      if (found !== undefined) return found;
    }
    const found = choose(lookup.exact.get(written), text) ?? findWider(lookup, written, text);
    if (found !== undefined) return found;
  }
  return choose(lookup.whole, text);
}

/** A code in which the subcode stands too, `551/1545041`: failed messages have no field of its own for it. */
function codeAndSubcode({ exact, subcodes }: Lookup, code: string | undefined): readonly [string, string] | undefined {
  const slash = code === undefined || subcodes.size === 0 || exact.has(code) ? -1 : code.indexOf("/");
  return code === undefined || slash < 0 ? undefined : [code.slice(0, slash), code.slice(slash + 1)];
}

/** A code that no exact key is for, or none with such a text. */
function findWider(lookup: Lookup, code: string, text: unknown): Mapping | undefined {
  const value = codeValue(code);
  if (value !== undefined) {
    for (let range = lookup.ranges(value); range !== undefined; range = range.around) {
      const found = choose(range.held, text);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const status = enhancedStatus(code);
  if (status === undefined) return undefined;
  const detail = isFailureClass(status.class) ? lookup.details.get(`${status.subject}.${status.detail}`) : undefined;
  return choose(detail, text) ?? choose(lookup.classes.get(status.class), text);
}

function choose(choice: TextChoice | undefined, text: unknown): Mapping | undefined {
  if (choice === undefined) return undefined;
  if (typeof text !== "string") return choice.plain;
  const is = choice.is.get(text);
  if (is !== undefined) return is;
  for (const { mapping, matches } of choice.others) if (matches(text)) return mapping;
  return choice.plain;
}

function emptyChoice(): TextChoice {
  return { is: new Map(), others: [], plain: undefined };
}

/** Mappings come most specific first, so that of two for the same the first stays. */
function add(choice: TextChoice, mapping: Mapping): void {
  const { text } = mapping.key;
  if (text === undefined) choice.plain ??= mapping;
  else if (text.kind !== "is") choice.others.push({ mapping, matches: textMatcher(text) });
  else if (!choice.is.has(text.pattern)) choice.is.set(text.pattern, mapping);
}

function known(fallback: Failure, mapping: Mapping, source: string, input: unknown): Classification {
  if (mapping.outcome === "notAFailure") {
    const [failure, evidence, retry] = [undefined, undefined, undefined];
    return { outcome: "notAFailure", failure, evidence, retry, mapping, source, input };
  }
  const failure = mapping.failure ?? fallback;
  const retry = mapping.retry ?? failure.retry;
  if (mapping.outcome === "fallback") {
    return { outcome: "fallback", failure, evidence: undefined, retry, mapping, source, input };
  }
  return { outcome: "failure", failure, evidence: mapping.evidence ?? "derived", retry, mapping, source, input };
}

function unknown(
  failure: Failure,
  ...[outcome, source, input]: ["unknownCode", string, unknown] | ["unknownSource", undefined, unknown]
): Classification {
  const { retry } = failure;
  return outcome === "unknownCode"
    ? { outcome, failure, evidence: undefined, retry, mapping: undefined, source, input }
    : { outcome, failure, evidence: undefined, retry, mapping: undefined, source, input };
}

function isCode(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}

function made<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const held = map.get(key);
  if (held !== undefined) return held;
  const value = make();
  map.set(key, value);
  return value;
}

function once<Value extends object>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
