import type { Catalog, Locale } from "./catalog.ts";
import { decode, type RawFile } from "./decode.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { parseJson } from "./json.ts";
import { type LocaleTexts, localeOf, localeTexts } from "./locale-texts.ts";
import { type Memory, noMemory } from "./memory.ts";
import { failure, type Outcome, success } from "./outcome.ts";
import type { RawCatalog } from "./raw/catalog.gen.ts";
import type { RawTranslations } from "./raw/locale.gen.ts";
import { resolve } from "./resolve.ts";
import { type CatalogDraft, catalogDraft } from "./rules/catalog-draft.ts";
import { type TranslationSource, translationBasis, translationSource } from "./rules/locale-draft.ts";
import { type LocaleHead, localeFiles } from "./rules/locale-file.ts";
import { brokenLocaleRules, brokenRules } from "./rules/rules.ts";
import { type Shaped, shape } from "./shape/shape.ts";
import { catalog as catalogShape, locale as localeShape, type Validator } from "./shape/validators.gen.js";
import type { SourceFile } from "./source-file.ts";

export type { RawFile } from "./decode.ts";

/** The files of a spec. */
export interface SpecFiles {
  readonly catalog: RawFile;
  readonly locales: readonly RawFile[];
}

/** How a spec is read. */
export interface LoadOptions {
  /** The largest file that is read, in bytes; 64 MiB unless set. */
  readonly maxFileSize?: number;
}

/** Reads a spec: its catalog, complete and frozen, or every mistake in it. Warnings come with either. */
export function load(files: SpecFiles, options: LoadOptions = {}): Outcome<Catalog> {
  return loadAgain(files, options, noMemory);
}

/** What a reading is told besides, inside of this module. */
interface Reading extends LoadOptions {
  readonly memory: Memory;
}

/** The same, in a process that reads again and again: `memory` is what an earlier reading left. */
export function loadAgain(files: SpecFiles, settings: LoadOptions, memory: Memory): Outcome<Catalog> {
  const options: Reading = { ...settings, memory };
  const diagnostics: Diagnostic[] = [];
  const { file, shaped, sound } = read<RawCatalog>(files.catalog, options, catalogShape, diagnostics);
  const draft = catalogDraft({ file, raw: shaped?.draft ?? {}, removed: shaped?.removed ?? new Set(), sound });
  append(diagnostics, brokenRules(draft));
  const locales = readLocales(files.locales, options, draft, diagnostics);
  append(diagnostics, [...localeFiles(locales, draft.raw.defaultLocale)]);
  if (hasErrors(diagnostics)) return failure(diagnostics);
  return success(resolve(file, shaped?.draft as RawCatalog, resolvedLocales(locales, options)), diagnostics);
}

/** Locales whose files are at most this large together are kept as they were read: 32 MiB. */
const mostKept = 32 * 1024 * 1024;

/** A locale's file that was read, and its texts where they are kept. */
interface KnownLocale extends LocaleHead {
  readonly texts: LocaleTexts | undefined;
}

/** Checks the files of all locales. A big catalog's locales do not stand in memory together: of their texts nothing is kept. */
function readLocales(
  files: readonly RawFile[],
  options: Reading,
  catalog: CatalogDraft,
  diagnostics: Diagnostic[],
): readonly KnownLocale[] {
  if (files.length === 0) return [];
  const { maxFileSize, memory } = options;
  let source: TranslationSource | undefined;
  const sourceOf = (): TranslationSource => {
    source ??= translationSource(catalog);
    return source;
  };
  // Compared once for all locales.
  const basis =
    memory === noMemory
      ? undefined
      : memory.recall("translated", "", translationBasis(catalog), () => Symbol("translated"));
  const keep = files.reduce((size, { content }) => size + content.length, 0) <= mostKept;
  const locales: KnownLocale[] = [];
  for (const raw of files) {
    const from = [raw, maxFileSize, keep, basis];
    const { locale, found } = memory.recall("locale", raw.path, from, () => readLocale(raw, options, keep, sourceOf()));
    append(diagnostics, found);
    if (locale !== undefined) locales.push(locale);
  }
  return locales;
}

interface ReadLocale {
  /** Undefined where nobody can say which language it is. */
  readonly locale: KnownLocale | undefined;
  readonly found: readonly Diagnostic[];
}

function readLocale(raw: RawFile, options: LoadOptions, keep: boolean, source: TranslationSource): ReadLocale {
  const found: Diagnostic[] = [];
  const { file, shaped, sound } = read<RawTranslations>(raw, options, localeShape, found);
  if (shaped === undefined) return { locale: undefined, found };
  append(found, brokenLocaleRules({ file, raw: shaped.draft, sound }, source));
  const { locale: tag } = shaped.draft;
  if (tag === undefined) return { locale: undefined, found };
  const texts = keep && !hasErrors(found) ? localeTexts(shaped.draft as RawTranslations) : undefined;
  return { locale: { file, tag, texts }, found };
}

interface ReadFile<T> {
  readonly file: SourceFile;
  /** Undefined where there is no value to look at. */
  readonly shaped: Shaped<T> | undefined;
  readonly sound: boolean;
}

function read<T>(raw: RawFile, options: LoadOptions, validator: Validator, diagnostics: Diagnostic[]): ReadFile<T> {
  const { file, readable, diagnostics: found } = decode(raw, options.maxFileSize);
  append(diagnostics, found);
  if (!readable) return { file, shaped: undefined, sound: false };
  const parsed = parseJson(file);
  append(diagnostics, parsed.diagnostics);
  if (parsed.value === undefined) return { file, shaped: undefined, sound: false };
  const shaped = shape<T>(file, parsed.value, validator);
  append(diagnostics, shaped.diagnostics);
  return { file, shaped, sound: parsed.sound };
}

/** `push(...found)` would overflow the stack at a hundred thousand mistakes. */
function append(diagnostics: Diagnostic[], found: readonly Diagnostic[]): void {
  for (const one of found) diagnostics.push(one);
}

function resolvedLocales(found: readonly KnownLocale[], { memory }: Reading): readonly Locale[] {
  return found
    .map(({ tag, file, texts }) => {
      const from = [tag, file, texts === undefined];
      return memory.recall("texts", file.path, from, () => localeOf(tag, file, texts));
    })
    .sort((left, right) => (left.tag < right.tag ? -1 : 1));
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}
