import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { canonicalTag, isKnownLanguage } from "../language-codes.ts";
import { languageOf } from "../plural-categories.ts";
import { quoted } from "../quoted.ts";
import type { CatalogDraft } from "./catalog-draft.ts";
import type { LocaleHead } from "./locale-file.ts";

/** The locales of a catalog, the default one aside. */
export interface LocaleFamily<Head extends LocaleHead = LocaleHead> {
  readonly known: readonly Head[];
  /** Whether every file says which locale it holds. */
  readonly complete: boolean;
}

/** Tags are of languages that there are, each locale has one tag, and the chains of fallbacks lead to locales that there are. */
export function* localeTags(locales: LocaleFamily, catalog: CatalogDraft): Iterable<Diagnostic> {
  yield* unknownLanguages(locales, catalog);
  yield* sameLocale(locales, catalog);
  yield* chains(locales, catalog);
  yield* lonelyLanguages(locales, catalog);
}

function* unknownLanguages({ known }: LocaleFamily, { file, raw }: CatalogDraft): Iterable<Diagnostic> {
  const { defaultLocale, fallbacks = {} } = raw;
  if (defaultLocale !== undefined && !isKnownLanguage(languageOf(defaultLocale))) {
    const words = { language: quoted(languageOf(defaultLocale)) };
    yield diagnostic("FC3301", locate(file, ["defaultLocale"]), words);
  }
  for (const head of known) {
    const language = languageOf(head.tag);
    if (isKnownLanguage(language)) continue;
    yield diagnostic("FC3301", locate(head.file, ["locale"]), { language: quoted(language) });
  }
  for (const tag of Object.keys(fallbacks)) {
    const language = languageOf(tag);
    if (isKnownLanguage(language)) continue;
    yield diagnostic("FC3301", locate(file, ["fallbacks", tag], "key"), { language: quoted(language) });
  }
}

function* sameLocale({ known }: LocaleFamily, { file, raw: { defaultLocale } }: CatalogDraft): Iterable<Diagnostic> {
  const first = new Map<string, { readonly tag: string; readonly at: () => ReturnType<typeof locate> }>();
  if (defaultLocale !== undefined) {
    const at = (): ReturnType<typeof locate> => locate(file, ["defaultLocale"]);
    first.set(canonicalTag(defaultLocale), { tag: defaultLocale, at });
  }
  for (const head of [...known].sort((left, right) => (left.tag < right.tag ? -1 : 1))) {
    const canonical = canonicalTag(head.tag);
    const at = (): ReturnType<typeof locate> => locate(head.file, ["locale"]);
    const before = first.get(canonical);
    if (before === undefined) first.set(canonical, { tag: head.tag, at });
    // Two files with one tag are another mistake.
    else if (before.tag !== head.tag) {
      const related = [{ message: "The other tag stands here.", at: before.at() }];
      yield diagnostic("FC3302", at(), { tag: quoted(head.tag), other: quoted(before.tag) }, related);
    }
  }
}

function* chains({ known, complete }: LocaleFamily, { file, raw }: CatalogDraft): Iterable<Diagnostic> {
  const { fallbacks, defaultLocale } = raw;
  if (fallbacks === undefined) return;
  const own = new Set(known.map(({ tag }) => tag));
  for (const [tag, chain = []] of Object.entries(fallbacks)) {
    if (tag === defaultLocale) {
      const problem = `The default locale ${quoted(tag)} has a chain of fallbacks.`;
      yield diagnostic("FC3305", locate(file, ["fallbacks", tag], "key"), { problem, remedy: "Remove the chain." });
      continue;
    }
    const before = new Set<string>();
    for (const [index, member] of chain.entries()) {
      if (member === undefined) continue;
      const at = locate(file, ["fallbacks", tag, index]);
      const words = { tag: quoted(tag), member: quoted(member) };
      if (before.has(member)) yield diagnostic("FC3306", at, words);
      else if (member === defaultLocale) {
        if (index < chain.length - 1) {
          const problem = `The chain of ${quoted(tag)} goes on after the default locale ${quoted(member)}.`;
          yield diagnostic("FC3305", at, { problem, remedy: "Remove it here: it comes last of itself." });
        }
      } else if (complete && !own.has(member) && !Object.hasOwn(fallbacks, member)) {
        const remedy = `Add the file ${quoted(`${member}.json`)}, or remove the tag.`;
        yield diagnostic("FC3303", at, { ...words, remedy });
      }
      before.add(member);
    }
  }
  yield* circles(fallbacks, file);
}

/** Each circle once, at the tag in it that comes first. */
function* circles(
  fallbacks: NonNullable<CatalogDraft["raw"]["fallbacks"]>,
  file: CatalogDraft["file"],
): Iterable<Diagnostic> {
  const done = new Set<string>();
  for (const tag of Object.keys(fallbacks).sort()) {
    if (done.has(tag)) continue;
    const circle = circleFrom(tag, fallbacks);
    if (circle === undefined) continue;
    for (const member of circle) done.add(member);
    const words = { tag: quoted(tag), circle: circle.map(quoted).join(" → ") };
    yield diagnostic("FC3304", locate(file, ["fallbacks", tag], "key"), words);
  }
}

/** The shortest way from a tag back to it. */
function circleFrom(
  tag: string,
  fallbacks: NonNullable<CatalogDraft["raw"]["fallbacks"]>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  let ways: readonly (readonly string[])[] = [[tag]];
  while (ways.length > 0) {
    const longer: string[][] = [];
    for (const way of ways) {
      const last = way.at(-1) ?? "";
      for (const next of (Object.hasOwn(fallbacks, last) ? fallbacks[last] : undefined) ?? []) {
        if (next === tag) return [...way, tag];
        if (next === undefined || seen.has(next)) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    }
    ways = longer;
  }
  return undefined;
}

/** Whoever asks for `zh` would get the default locale though there is `zh-Hans`. */
function* lonelyLanguages({ known, complete }: LocaleFamily, { raw }: CatalogDraft): Iterable<Diagnostic> {
  const { defaultLocale, fallbacks = {} } = raw;
  if (!complete || defaultLocale === undefined) return;
  const tags = new Set([...known.map(({ tag }) => tag), defaultLocale, ...Object.keys(fallbacks)]);
  const said = new Set<string>();
  for (const head of [...known].sort((left, right) => (left.tag < right.tag ? -1 : 1))) {
    const language = languageOf(head.tag);
    // Of a language that the default locale is in, that one stands in.
    if (tags.has(language) || said.has(language) || language === languageOf(defaultLocale)) continue;
    said.add(language);
    yield diagnostic("FC3307", locate(head.file, ["locale"]), {
      language: quoted(language),
      fallback: quoted(defaultLocale),
      locale: quoted(head.tag),
      bare: language,
    });
  }
}
