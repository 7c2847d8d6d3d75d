import type { Catalog, Category, Code, Failure, Retry, Source } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { isMarkerName, type MarkerName, unknownMarker } from "../../core/inject/marker-names.ts";
import { type Block, markerText } from "../../core/inject/page-blocks.ts";
import type { Lifecycle } from "../../core/lifecycle.ts";
import { failure, type Outcome, success } from "../../core/outcome.ts";
import { choice, quoted } from "../../core/quoted.ts";
import type { SourceFile } from "../../core/source-file.ts";
import { suggestion } from "../../core/suggestion.ts";
import { type MarkerWords, markerWords, type Word } from "./marker-words.ts";
import { type ValueReader, valueReader } from "./option-values.ts";
import type { ReferencePlaces } from "./page-links.ts";
import {
  type CountedThing,
  countedThings,
  defaultColumns,
  defaultErrorColumns,
  defaultParts,
  type ErrorColumn,
  errorColumns,
  type FailureColumn,
  failureColumns,
  type LinkKind,
  lifecycles,
  linkKinds,
  type SortKey,
  shortParts,
  sortKeys,
  vocabulary,
} from "./vocabulary.ts";

/** Which failures are meant; what is undefined does not matter. */
export interface Filter {
  readonly categories: readonly Category["id"][] | undefined;
  readonly retries: readonly Retry[] | undefined;
  /** Failures that errors of one of these sources mean. */
  readonly sources: readonly Source["name"][] | undefined;
  readonly statuses: readonly string[] | undefined;
  readonly lifecycles: readonly Lifecycle[];
  readonly codes: ReadonlySet<Code> | undefined;
}

interface Sorted {
  readonly sort: readonly SortKey[];
}

/** What a marker asks for, understood. */
export type BlockRequest = { readonly links: LinkKind | undefined } & (
  | ({ readonly kind: "table"; readonly filter: Filter; readonly columns: readonly FailureColumn[] } & Sorted)
  | ({ readonly kind: "list"; readonly filter: Filter; readonly parts: readonly FailureColumn[] } & Sorted)
  | { readonly kind: "count"; readonly of: CountedThing; readonly filter: Filter }
  | { readonly kind: "code"; readonly failure: Failure; readonly parts: readonly FailureColumn[] }
  | {
      readonly kind: "source";
      readonly source: Source;
      readonly filter: Filter;
      readonly columns: readonly ErrorColumn[];
    }
);

const retries = ["never", "later", "after-change"] as const;

/** Understands a block's marker, or says what is wrong with it, each word with its place. */
export function blockRequest(
  catalog: Catalog,
  file: SourceFile,
  block: Block,
  places: ReferencePlaces,
): Outcome<BlockRequest> {
  const { open } = block;
  const { name } = open;
  if (!isMarkerName(name)) return failure([unknownMarker(file, open)]);
  const { isShort } = vocabulary[name];
  const at = { file, start: open.start, end: open.end };
  const problems: Diagnostic[] = [];
  if (!isShort && !block.hasLines) problems.push(diagnostic("FC8309", at, { marker: quoted(`failcodes:${name}`) }));
  const read = markerWords(file, open);
  if (!read.ok) return failure([...problems, ...read.diagnostics]);
  const reader = valueReader(catalog, problems);
  const subject = subjectOf(name, file, block, read.value, reader);
  reportUnknownOptions(name, read.value, reader);
  reportLinksToNowhere(read.value, places, reader);
  const request = requestOf(name, catalog, block, read.value, subject, reader);
  return request === undefined || problems.length > 0 ? failure(problems) : success(request);
}

/** The word by itself that a marker needs; undefined where it has none, or lacks it. */
function subjectOf(
  name: MarkerName,
  file: SourceFile,
  { open }: Block,
  { subjects }: MarkerWords,
  reader: ValueReader,
): Word | undefined {
  const needed = vocabulary[name].subject;
  const [first, second] = subjects;
  const marker = markerText(file, open);
  const extra = needed === undefined ? first : second;
  if (extra !== undefined) {
    const problem = `nothing is known of the word ${quoted(extra.text)} in it`;
    const remedy = `Write options with "=", and lists with commas and no spaces; or remove the word`;
    reader.report(diagnostic("FC8308", extra.at, { marker, problem, remedy }));
  } else if (needed !== undefined && first === undefined) {
    const remedy = `Write ${needed} after "failcodes:${name}"`;
    const at = { file, start: open.start, end: open.end };
    reader.report(diagnostic("FC8308", at, { marker, problem: `it does not say which ${name}`, remedy }));
  }
  return needed === undefined ? undefined : first;
}

function reportUnknownOptions(name: MarkerName, { options }: MarkerWords, reader: ValueReader): void {
  const known = vocabulary[name].options;
  for (const [key, option] of options) {
    if (known.includes(key)) continue;
    const near = suggestion(key, known);
    const remedy = near === undefined ? `Use ${choice(known)}, or remove it.` : `Did you mean ${quoted(near)}?`;
    const words = { marker: quoted(`failcodes:${name}`), option: quoted(key), remedy };
    reader.report(diagnostic("FC8305", option.name.at, words));
  }
}

/** Links that a marker asks for, and that have nothing to lead to. */
function reportLinksToNowhere(
  { options }: MarkerWords,
  { folder, baseUrl }: ReferencePlaces,
  reader: ValueReader,
): void {
  const word = options.get("links")?.values.at(-1);
  if (word === undefined) return;
  const what = { what: "Links cannot be", value: quoted(word.text) };
  if (word.text === "published" && baseUrl === undefined) {
    const remedy = 'Set "baseUrl" in the configuration, or write links=relative or links=none.';
    reader.report(diagnostic("FC8306", word.at, { ...what, remedy }));
  } else if (word.text === "relative" && folder === undefined) {
    const remedy = 'Switch the target "docs" on, or write links=published or links=none.';
    reader.report(diagnostic("FC8306", word.at, { ...what, remedy }));
  }
}

function requestOf(
  name: MarkerName,
  catalog: Catalog,
  { hasLines }: Block,
  words: MarkerWords,
  subject: Word | undefined,
  reader: ValueReader,
): BlockRequest | undefined {
  const wordsOf = (option: string): readonly Word[] | undefined => words.options.get(option)?.values;
  const oneOf = <Value extends string>(
    option: string,
    what: string,
    allowed: readonly Value[],
  ): Value[] | undefined => {
    const values = wordsOf(option);
    return values && reader.oneOf(values, what, allowed);
  };
  const links = oneOf("links", "Links are not", linkKinds)?.at(-1);
  const partsOf = (
    allowed: readonly FailureColumn[],
    otherwise: readonly FailureColumn[],
  ): readonly FailureColumn[] => {
    // What takes lines does not fit into a sentence.
    const what =
      allowed.length === failureColumns.length ? "A failure has no part" : "A sentence or an item has no part";
    return oneOf("parts", what, allowed) ?? otherwise;
  };
  switch (name) {
    case "table": {
      const columns = oneOf("columns", "A table has no column", failureColumns) ?? defaultColumns;
      return { kind: name, links, columns, filter: filterOf(catalog, wordsOf, oneOf, reader), sort: sortOf(oneOf) };
    }
    case "list": {
      const parts = partsOf(shortParts, hasLines ? defaultParts.item : defaultParts.enumeration);
      return { kind: name, links, parts, filter: filterOf(catalog, wordsOf, oneOf, reader), sort: sortOf(oneOf) };
    }
    case "count": {
      const of = oneOf("of", "There is no count of", countedThings)?.at(-1) ?? "failures";
      reportFiltersOfOthers(of, words, reader);
      return { kind: name, links, of, filter: filterOf(catalog, wordsOf, oneOf, reader) };
    }
    case "code": {
      const found = subject && reader.failure(subject);
      const parts = hasLines ? partsOf(failureColumns, defaultParts.lines) : partsOf(shortParts, defaultParts.sentence);
      return found && { kind: name, links, failure: found, parts };
    }
    case "source": {
      const sources = catalog.sources.map((source) => source.name);
      const named = subject && reader.oneOf([subject], "The catalog has no source", sources)[0];
      const source = catalog.sources.find((one) => one.name === named);
      const columns = oneOf("columns", "A table of a source has no column", errorColumns) ?? defaultErrorColumns;
      return source && { kind: name, links, source, columns, filter: filterOf(catalog, wordsOf, oneOf, reader) };
    }
  }
}

type OneOf = <Value extends string>(option: string, what: string, allowed: readonly Value[]) => Value[] | undefined;

function sortOf(oneOf: OneOf): readonly SortKey[] {
  return oneOf("sort", "Failures are not sorted by", sortKeys) ?? ["code"];
}

/** Filters are for failures; of errors it can be said which source's. */
function reportFiltersOfOthers(of: CountedThing, { options }: MarkerWords, reader: ValueReader): void {
  if (of === "failures") return;
  const allowed = of === "errors" ? ["of", "source"] : ["of"];
  for (const [key, { name }] of options) {
    if (allowed.includes(key) || !vocabulary.count.options.includes(key)) continue;
    const words = { marker: quoted(`failcodes:count of=${of}`), option: quoted(key) };
    reader.report(diagnostic("FC8305", name.at, { ...words, remedy: "Remove it: only failures are counted by it." }));
  }
}

function filterOf(
  catalog: Catalog,
  wordsOf: (option: string) => readonly Word[] | undefined,
  oneOf: OneOf,
  reader: ValueReader,
): Filter {
  const codes = wordsOf("codes")?.flatMap((word) => reader.failure(word)?.code ?? []);
  // Who names a failure wants it, whatever became of it.
  const otherwise = codes === undefined ? (["active", "deprecated"] as const) : lifecycles;
  return {
    categories: oneOf(
      "category",
      "The catalog has no category",
      catalog.categories.map(({ id }) => id),
    ),
    retries: oneOf("retry", "There is no retry advice", retries),
    sources: oneOf(
      "source",
      "The catalog has no source",
      catalog.sources.map(({ name }) => name),
    ),
    statuses: oneOf(
      "status",
      "The catalog has no status",
      catalog.statuses.map(({ id }) => id),
    ),
    lifecycles: oneOf("lifecycle", "There is no lifecycle", lifecycles) ?? otherwise,
    codes: codes && new Set(codes),
  };
}
