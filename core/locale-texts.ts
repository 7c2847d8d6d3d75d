import { type Locale, messageParts, type TranslatedMessages } from "./catalog.ts";
import type { RawTranslations } from "./raw/locale.gen.ts";
import { isReleasable, releaseText, type SourceFile } from "./source-file.ts";

/** The texts of a locale by failure name; a failure without any is absent. */
export type LocaleTexts = ReadonlyMap<string, TranslatedMessages>;

type Texts = { -readonly [Part in keyof TranslatedMessages]: TranslatedMessages[Part] };

/** A locale's file that was read, and its texts where they are kept. */
export interface ReadLocale {
  readonly tag: string;
  readonly file: SourceFile;
  readonly texts: LocaleTexts | undefined;
  readonly mayHoldTags: boolean;
}

/**
 * A locale whose file was loaded without a mistake. Where its texts are not at hand, it reads them when it is asked for
 * them; those of a file that can be read again are kept for the first who asks, who is mostly the only one.
 */
export function localeOf({ tag, file, texts, mayHoldTags }: ReadLocale): Locale {
  let kept = texts;
  const messages = (): LocaleTexts => {
    const found = kept ?? localeTexts(JSON.parse(file.text) as RawTranslations);
    if (isReleasable(file)) {
      releaseText(file);
      kept = undefined;
    }
    return found;
  };
  const locale: GlancedLocale = { tag, file, mayHoldTags, messages, glance: () => kept ?? messages() };
  return Object.freeze(locale);
}

interface GlancedLocale extends Locale {
  readonly glance: () => LocaleTexts;
}

/** The texts of a locale, for one who is not the last to ask: those that are kept stay so. */
export function glanceAt(locale: Locale): LocaleTexts {
  return (locale as Partial<GlancedLocale>).glance?.() ?? locale.messages();
}

/** Whether a text of a JSON file may hold a "<", written out or escaped. */
export function mayHoldTags(json: string): boolean {
  return json.includes("<") || (json.includes("\\u") && /\\u003c/i.test(json));
}

/** The texts in a well-shaped file. */
export function localeTexts({ failures }: RawTranslations): LocaleTexts {
  const byName = new Map<string, TranslatedMessages>();
  for (const name of Object.keys(failures)) {
    const parts = failures[name];
    if (parts === undefined) continue;
    const texts: Texts = {};
    let any = false;
    for (const part of messageParts) {
      const translation = parts[part];
      if (translation === undefined) continue;
      texts[part] = translation.text;
      any = true;
    }
    if (any) byName.set(name, Object.freeze(texts));
  }
  return byName;
}
