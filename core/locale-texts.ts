import { type Locale, messageParts, type TranslatedMessages } from "./catalog.ts";
import type { RawTranslations } from "./raw/locale.gen.ts";
import type { SourceFile } from "./source-file.ts";

/** The texts of a locale by failure name; a failure without any is absent. */
export type LocaleTexts = ReadonlyMap<string, TranslatedMessages>;

type Texts = { -readonly [Part in keyof TranslatedMessages]: TranslatedMessages[Part] };

/** A locale whose file was loaded without a mistake. Where its texts are not at hand, it reads them when it is asked for them. */
export function localeOf(tag: string, file: SourceFile, texts: LocaleTexts | undefined): Locale {
  return Object.freeze({
    tag,
    file,
    messages: () => texts ?? localeTexts(JSON.parse(file.text) as RawTranslations),
  });
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
