import type { Catalog, TranslatedMessages } from "../../core/catalog.ts";

/** The texts of a language, by failure name. */
export interface LanguageTexts {
  readonly tag: string;
  readonly texts: ReadonlyMap<string, TranslatedMessages>;
}

/** Reads the texts of all languages but the default one, which stand in memory together from now on. */
export function languageTexts(catalog: Catalog): readonly LanguageTexts[] {
  return catalog.locales
    .filter(({ tag }) => tag !== catalog.defaultLocale)
    .map((locale) => ({ tag: locale.tag, texts: locale.messages() }));
}
