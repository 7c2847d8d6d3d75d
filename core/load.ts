import type { Catalog, Locale } from "./catalog.ts";
import type { RawFile } from "./decode.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Digest } from "./digest.ts";
import { forgetTree } from "./json/tree.ts";
import { readSources } from "./load-sources.ts";
import { localeOf, localeTexts, mayHoldTags, type ReadLocale } from "./locale-texts.ts";
import { type Memory, noMemory } from "./memory.ts";
import { failure, type Outcome, success } from "./outcome.ts";
import type { RawCatalog } from "./raw/catalog.gen.ts";
import type { RawTranslations } from "./raw/locale.gen.ts";
import { resolve } from "./resolve.ts";
import { type CatalogDraft, catalogDraft } from "./rules/catalog-draft.ts";
import { type TranslationSource, translationBasis, translationSource } from "./rules/locale-draft.ts";
import { localeFiles } from "./rules/locale-file.ts";
import { type LocaleFamily, localeTags } from "./rules/locale-tags.ts";
import { brokenLocaleRules, brokenRules, brokenStructure } from "./rules/rules.ts";
import type { Draft } from "./shape/draft.ts";
import { catalog as catalogShape, locale as localeShape } from "./shape/validators.gen.js";
import { append, hasErrors, isShown, readShaped } from "./shaped-file.ts";
import { releaseText, type SourceFile } from "./source-file.ts";

export type { RawFile } from "./decode.ts";

/** The files of a spec. */
export interface SpecFiles {
  readonly catalog: RawFile;
  /** Read one after the other, so that not all of them have to be in memory at a time. */
  readonly locales: Iterable<RawFile>;
  /** A file for each source; there need not be any. */
  readonly sources?: Iterable<RawFile>;
}

/** How a spec is read. */
export interface LoadOptions {
  /** The largest file that is read, in bytes; 64 MiB unless set. */
  readonly maxFileSize?: number;
  /** Given it, translations are held against the hashes of the texts they were made from. */
  readonly digest?: Digest;
  /**
   * Whether the spec was published already. It is read whatever newer rules would say of it: only what it cannot be
   * understood without is a mistake.
   */
  readonly published?: boolean;
}

/** What a catalog cannot be understood without: its texts, its shape, and that whatever is referred to is there, once. */
const indispensable = /^FC(?:1\d{3}|200\d|210[1238]|220[16]|230[12]|320[23]|700[2-5]|710[128]|720[134])$/;

/** Reads a spec: its catalog, complete and frozen, or every mistake in it. Warnings come with either. */
export function load(files: SpecFiles, options: LoadOptions = {}): Outcome<Catalog> {
  return loadAgain(files, options, noMemory);
}

/** What a reading is told by the tool itself. */
interface ReadingOptions extends LoadOptions {
  /** Whether the texts of locales are kept from this reading, as far as they are not too long; `true` unless set. */
  readonly keepsTexts?: boolean;
}

/** What a reading is told besides, inside of this module. */
interface Reading extends ReadingOptions {
  readonly memory: Memory;
}

/** The same, in a process that reads again and again: `memory` is what an earlier reading left. */
export function loadAgain(files: SpecFiles, settings: ReadingOptions, memory: Memory): Outcome<Catalog> {
  const diagnostics: Diagnostic[] = [];
  const { file, shaped, sound } = readShaped<RawCatalog>(
    files.catalog,
    settings.maxFileSize,
    catalogShape,
    diagnostics,
  );
  // What is found beside a catalog that cannot be read is of no use to the next reading; what was found before is.
  const options: Reading = { ...settings, memory: shaped === undefined ? noMemory : memory };
  const raw = withKnownFailures(shaped?.draft ?? {}, memory);
  const draft = catalogDraft({ file, raw, removed: shaped?.removed ?? new Set(), sound });
  append(diagnostics, settings.published === true ? brokenStructure(draft) : brokenRules(draft));
  const locales = readLocales(files.locales, options, draft, diagnostics);
  append(diagnostics, [...localeFiles(locales.known, draft.raw.defaultLocale)]);
  append(diagnostics, [...localeTags(locales, draft)]);
  const sources = readSources(files.sources ?? [], options, draft, diagnostics);
  const mistakes = settings.published ? diagnostics.filter(({ code }) => indispensable.test(code)) : diagnostics;
  if (hasErrors(mistakes)) return failure(mistakes);
  const catalog = resolve(file, raw as RawCatalog, resolvedLocales(locales.known, options), sources);
  if (!isShown(file, diagnostics)) releaseText(file);
  return success(catalog, mistakes);
}

/** Most of a catalog is what it was at the reading before: it need not be compared in all that is made from it. */
function withKnownFailures(raw: Draft<RawCatalog>, memory: Memory): Draft<RawCatalog> {
  return raw.failures === undefined ? raw : { ...raw, failures: memory.known("failures", raw.failures) };
}

/** Texts are kept as they were read as long as the files they come from are at most this long together: 32 Mi bytes, or UTF-16 units. */
const mostKept = 32 * 1024 * 1024;

/** Checks the files of all locales. A big catalog's locales do not stand in memory together: of their texts nothing is kept. */
function readLocales(
  files: Iterable<RawFile>,
  options: Reading,
  catalog: CatalogDraft,
  diagnostics: Diagnostic[],
): LocaleFamily<ReadLocale> {
  const { maxFileSize, digest, memory } = options;
  let source: TranslationSource | undefined;
  const sourceOf = (): TranslationSource => {
    source ??= translationSource(catalog, digest);
    return source;
  };
  // Compared once for all locales.
  const basis =
    memory === noMemory
      ? undefined
      : memory.recall("translated", "", translationBasis(catalog), () => Symbol("translated"));
  let size = 0;
  const known: ReadLocale[] = [];
  let complete = true;
  for (const raw of files) {
    size += raw.content.length;
    const keep = options.keepsTexts !== false && size <= mostKept;
    const from = [raw, maxFileSize, digest, keep, basis];
    const read = (): LocaleReading => readLocale(raw, options, keep, sourceOf);
    let reading = memory.recall("locale", raw.path, from, read);
    // What was found may lead to places in the catalog, which may have moved though its texts are what they were.
    if (leadsElsewhere(reading.found, catalog.file)) {
      reading = memory.recall("locale", raw.path, [...from, catalog.file], read);
    }
    const { locale, found } = reading;
    append(diagnostics, found);
    if (locale === undefined) complete = false;
    else known.push(locale);
  }
  return { known, complete };
}

/** Whether a related place lies in another catalog than this one: in an earlier text of it. */
function leadsElsewhere(found: readonly Diagnostic[], { path, text }: SourceFile): boolean {
  return found.some(({ related }) => related?.some(({ at }) => at.file.path === path && at.file.text !== text));
}

interface LocaleReading {
  /** Undefined where nobody can say which language it is. */
  readonly locale: ReadLocale | undefined;
  readonly found: readonly Diagnostic[];
}

function readLocale(
  raw: RawFile,
  options: LoadOptions,
  keep: boolean,
  sourceOf: () => TranslationSource,
): LocaleReading {
  const found: Diagnostic[] = [];
  const { file, shaped, sound } = readShaped<RawTranslations>(raw, options.maxFileSize, localeShape, found);
  if (shaped === undefined) return { locale: undefined, found };
  // None of what they find keeps anybody from understanding it.
  if (options.published !== true) append(found, brokenLocaleRules({ file, raw: shaped.draft, sound }, sourceOf()));
  const { locale: tag } = shaped.draft;
  if (tag === undefined) return { locale: undefined, found };
  const texts = keep && !hasErrors(found) ? localeTexts(shaped.draft as RawTranslations) : undefined;
  const holdsTags = mayHoldTags(file.text);
  forgetTree(file);
  if (!isShown(file, found)) releaseText(file);
  return { locale: { file, tag, texts, mayHoldTags: holdsTags }, found };
}

function resolvedLocales(found: readonly ReadLocale[], { memory }: Reading): readonly Locale[] {
  return found
    .map((read) => {
      const from = [read.tag, read.file, read.texts === undefined];
      return memory.recall("texts", read.file.path, from, () => localeOf(read));
    })
    .sort((left, right) => (left.tag < right.tag ? -1 : 1));
}
