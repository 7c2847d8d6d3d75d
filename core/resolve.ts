import {
  type Alias,
  type Catalog,
  type Category,
  type Code,
  compareCodes,
  type Ending,
  type Example,
  type Failure,
  type Locale,
  type Messages,
  messageParts,
  type Param,
  type Reservation,
} from "./catalog.ts";
import { mayHoldTags } from "./locale-texts.ts";
import type { RawCatalog, RawCategory, RawEnding, RawFailure, RawMessages, RawParam } from "./raw/catalog.gen.ts";
import type { SourceDraft } from "./rules/source-draft.ts";
import type { SourceFile } from "./source-file.ts";
import { resolveSources } from "./sources/resolve-source.ts";

const nothing: readonly never[] = Object.freeze([]);

/**
 * The catalog that a well-shaped file without mistakes describes: defaults filled in, sorted, frozen. Whoever calls it has
 * run the rules; every reference is there.
 */
export function resolve(
  file: SourceFile,
  raw: RawCatalog,
  others: readonly Locale[],
  sources: readonly SourceDraft[],
): Catalog {
  const categories = Object.freeze(raw.categories.map(category));
  const categoryById = new Map(categories.map((entry) => [entry.id, entry]));
  const failures = raw.failures.map((entry, index) => failure(file, entry, index, categoryById));
  failures.sort((left, right) => compareCodes(left.code, right.code));
  const reserved = (raw.reserved ?? nothing).map(
    (entry, index): Reservation =>
      Object.freeze({
        code: entry.code,
        reason: entry.reason,
        origin: Object.freeze({ file, path: Object.freeze(["reserved", index]) }),
      }),
  );
  reserved.sort((left, right) => compareCodes(left.code, right.code));
  const byCode = new Map<Code, Failure>();
  const byName = new Map<string, Failure>();
  for (const entry of failures) {
    byCode.set(entry.code, entry);
    byName.set(entry.name, entry);
    for (const alias of entry.aliases) byName.set(alias.name, entry);
  }
  const fallback = byCode.get(raw.fallback);
  if (fallback === undefined) throw new Error(`The fallback ${raw.fallback} was not checked.`);
  return Object.freeze({
    name: raw.name,
    title: raw.title,
    description: raw.description ?? "",
    version: raw.version,
    codeType: raw.codeType,
    defaultLocale: raw.defaultLocale,
    fallbacks: fallbacks(raw),
    glossary: raw.glossary === undefined ? nothing : Object.freeze(raw.glossary),
    notice: raw.notice ?? "",
    surfaces: frozenList(raw.surfaces),
    statuses: frozenList(raw.statuses),
    categories,
    reserved: Object.freeze(reserved),
    fallback,
    failures: Object.freeze(failures),
    byCode,
    byName,
    sources: sources.length === 0 ? nothing : resolveSources(sources, { byCode, fallback }),
    locales: Object.freeze([defaultLocale(file, raw.defaultLocale, failures), ...others]),
    file,
  });
}

function fallbacks({ fallbacks: written = {}, defaultLocale: last }: RawCatalog): Catalog["fallbacks"] {
  const chains = new Map<string, readonly string[]>();
  for (const tag of Object.keys(written).sort()) {
    const chain = (written[tag] ?? nothing).filter((locale) => locale !== last);
    chains.set(tag, Object.freeze([...chain, last]));
  }
  return chains;
}

function frozenList<T extends object>(entries: readonly T[] | undefined): readonly T[] {
  if (entries === undefined) return nothing;
  for (const entry of entries) Object.freeze(entry);
  return Object.freeze(entries);
}

function category(raw: RawCategory): Category {
  return Object.freeze({
    id: raw.id,
    title: raw.title,
    description: raw.description,
    range: raw.range === undefined ? undefined : Object.freeze({ from: raw.range.from, to: raw.range.to }),
    prefixes: raw.prefixes === undefined ? nothing : Object.freeze(raw.prefixes),
  });
}

function failure(file: SourceFile, raw: RawFailure, index: number, categories: ReadonlyMap<string, Category>): Failure {
  const owner = categories.get(raw.category);
  if (owner === undefined) throw new Error(`The category "${raw.category}" was not checked.`);
  return Object.freeze({
    code: raw.code,
    name: raw.name,
    aliases: frozenList<Alias>(raw.aliases),
    category: owner,
    title: raw.title,
    description: raw.description,
    guidance: guidance(raw),
    retry: raw.retry,
    params: params(raw.params),
    messages: messages(raw.messages),
    developerText: raw.messages?.developer?.text,
    since: raw.since,
    deprecated: ending(raw.deprecated),
    retired: ending(raw.retired),
    statuses: raw.statuses === undefined ? nothing : Object.freeze(raw.statuses),
    related: raw.related === undefined ? nothing : Object.freeze(raw.related),
    examples: examples(raw.examples),
    origin: Object.freeze({ file, path: Object.freeze(["failures", index]) }),
  });
}

const noGuidance = Object.freeze({ causes: nothing, actions: nothing });

function guidance(raw: RawFailure): Failure["guidance"] {
  if (raw.guidance === undefined) return noGuidance;
  return Object.freeze({
    causes: Object.freeze(raw.guidance.causes),
    actions: Object.freeze(raw.guidance.actions),
  });
}

function params(raw: { readonly [name: string]: RawParam } | undefined): readonly Param[] {
  if (raw === undefined) return nothing;
  const entries = Object.entries(raw).map(([name, param]) =>
    Object.freeze({
      name,
      type: param.type,
      values: param.values === undefined ? nothing : Object.freeze(param.values),
      example: param.example,
      description: param.description ?? "",
      pii: param.pii ?? false,
      grouping: param.grouping ?? true,
    }),
  );
  return Object.freeze(entries);
}

function examples(raw: RawFailure["examples"]): readonly Example[] {
  for (const example of raw ?? nothing) deepFreeze(example.payload);
  return frozenList(raw);
}

/** Payloads are as deep as a file may be, which is not very deep. */
function deepFreeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const inner of Object.values(value)) deepFreeze(inner);
  Object.freeze(value);
}

const noMessages: Messages = Object.freeze({});

function messages(raw: RawMessages | undefined): Messages {
  if (raw === undefined) return noMessages;
  const written: { -readonly [Part in keyof Messages]: Messages[Part] } = {};
  for (const part of messageParts) {
    const message = raw[part];
    if (message === undefined) continue;
    const { text, description = "", maxLength, markup = false } = message;
    written[part] = Object.freeze({ text, description, maxLength, markup });
  }
  return Object.freeze(written);
}

function ending(raw: RawEnding | undefined): Ending | undefined {
  if (raw === undefined) return undefined;
  return Object.freeze({ since: raw.since, reason: raw.reason, replacedBy: raw.replacedBy });
}

function defaultLocale(file: SourceFile, tag: string, failures: readonly Failure[]): Locale {
  return Object.freeze({
    tag,
    file,
    mayHoldTags: mayHoldTags(file.text),
    messages: () => {
      const texts = new Map<string, { [Part in (typeof messageParts)[number]]?: string }>();
      for (const entry of failures) {
        const written: { [Part in (typeof messageParts)[number]]?: string } = {};
        let any = false;
        for (const part of messageParts) {
          const message = entry.messages[part];
          if (message === undefined) continue;
          written[part] = message.text;
          any = true;
        }
        if (any) texts.set(entry.name, written);
      }
      return texts;
    },
  });
}
