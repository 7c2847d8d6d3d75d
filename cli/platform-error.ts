import type { Catalog, Mapping, Source } from "../core/catalog.ts";
import type { Classification, PlatformError } from "../core/sources/classifier.ts";
import { normalCode } from "../core/sources/code-form.ts";
import { codesOf } from "../core/sources/key-order.ts";
import { nearWords } from "./near-words.ts";

/** An error of a platform as it is typed: `whatsapp:131047`, `facebook:551/1545041`; the code is "" where none is. */
export interface TypedError {
  readonly source: string;
  readonly code: string;
}

/** What says what an error means: `classifier`. */
export type Classify = (input: unknown) => Classification;

/** The classification of an error that was typed. */
export type TypedClassification = Classification & { readonly input: PlatformError };

/** Most words that are suggested for one that nobody knows. */
const mostSuggestions = 3;

/** Reads a subject as an error of a platform; undefined where it is not written as one. */
export function typedError(catalog: Catalog, subject: string): TypedError | undefined {
  const colon = subject.indexOf(":");
  if (colon > 0) return { source: subject.slice(0, colon).trim(), code: subject.slice(colon + 1).trim() };
  return sourceNamed(catalog, subject) === undefined ? undefined : { source: subject, code: "" };
}

/** The source that a name or an alias means; people do not mind the case. */
export function sourceNamed(catalog: Catalog, name: string): Source | undefined {
  const lower = name.toLowerCase();
  const has = (known: string): boolean => known.toLowerCase() === lower;
  return catalog.sources.find((source) => has(source.name) || source.aliases.some((alias) => has(alias.name)));
}

/** Classifies an error as it is typed. What stands after a slash is its subcode, unless a mapping has it in its code. */
export function classifyTyped(
  classify: Classify,
  source: Source,
  code: string,
  text: string | undefined,
): TypedClassification {
  const asked = (error: Omit<PlatformError, "source">): TypedClassification => {
    const input = { source: source.name, ...error, ...(text === undefined ? {} : { text }) };
    return { ...classify(input), input };
  };
  const whole = asked({ code });
  const slash = code.indexOf("/");
  if (slash < 0 || whole.mapping?.key.kind === "exact") return whole;
  return asked({ code: code.slice(0, slash), subcode: code.slice(slash + 1) });
}

/** An error that may have been meant. */
export interface NearError {
  /** As it can be asked for: `whatsapp:131047`. */
  readonly subject: string;
  readonly mapping: Mapping;
}

/** The errors that are most likely meant by a code that a source does not have: its own ones, then those of other sources. */
export function nearErrors(
  catalog: Catalog,
  classify: Classify,
  code: string,
  source: Source | undefined,
): readonly NearError[] {
  const elsewhere = errorsWithCode(catalog, classify, code).filter(
    ({ subject }) => !subject.startsWith(`${source?.name}:`),
  );
  if (source === undefined) return elsewhere.slice(0, mostSuggestions);
  const own = new Map<string, NearError>();
  for (const mapping of source.mappings) {
    const { key } = mapping;
    if (key.kind !== "exact") continue;
    for (const spelling of codesOf(key)) {
      const written = key.subcode === undefined ? spelling : `${spelling}/${key.subcode}`;
      const known = own.get(written);
      // A code with several texts is shown by the mapping that asks for none.
      if (known === undefined || key.text === undefined)
        own.set(written, { subject: `${source.name}:${written}`, mapping });
    }
  }
  const withSubcode = [...own.keys()].filter((written) => written.startsWith(`${normalCode(source.codeForms, code)}/`));
  const words = [...withSubcode, ...nearWords(code, own.keys(), mostSuggestions)];
  const near = [...new Set(words)].flatMap((word) => own.get(word) ?? []);
  return [...near.slice(0, mostSuggestions), ...elsewhere].slice(0, mostSuggestions);
}

/** Whether a source tells errors of a code apart by the platform's text. */
export function isToldByText({ codeForms, mappings }: Source, code: string): boolean {
  const written = normalCode(codeForms, code);
  return mappings.some(({ key }) => key.kind === "exact" && key.text !== undefined && codesOf(key).includes(written));
}

/** The errors of all sources that have a code of their own like this: whoever asks for it may have left out the source. */
export function errorsWithCode(catalog: Catalog, classify: Classify, code: string): readonly NearError[] {
  const found: NearError[] = [];
  for (const source of catalog.sources) {
    const { mapping } = classifyTyped(classify, source, code, undefined);
    if (mapping?.key.kind === "exact" || mapping?.key.kind === "detail") {
      found.push({ subject: `${source.name}:${code}`, mapping });
    }
  }
  return found;
}

/** The names of sources, aliases too, that are most likely meant by one that nobody has. */
export function nearSources(catalog: Catalog, name: string): readonly string[] {
  const names = catalog.sources.flatMap((source) => [source.name, ...source.aliases.map((alias) => alias.name)]);
  return nearWords(name, names, mostSuggestions);
}
