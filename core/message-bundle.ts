import { type Catalog, type Failure, type Locale, type MessagePart, messageParts } from "./catalog.ts";
import { type Memory, noMemory } from "./memory.ts";

/** What of a failure may show in a bundle: all that its texts, and the keys of them, are made from. */
export type TextSource = Pick<Failure, "code" | "name" | "messages">;

/** A text of a bundle, in ICU MessageFormat as it is written. */
export interface BundledMessage {
  readonly failure: TextSource;
  readonly part: MessagePart;
  readonly text: string;
  /** False where the locale lacks the text and the default locale's stands in for it. */
  readonly translated: boolean;
}

/** The key of a text in every bundle: codes are permanent, names are not. */
export function messageKey(failure: TextSource, part: MessagePart): string {
  return `${failure.code}.${part}`;
}

/** Two targets ask for every bundle; those of a catalog with more texts than this are put together twice, not kept. */
const mostKept = 500_000;

const kept = new WeakMap<Locale, { readonly catalog: Catalog; readonly bundle: readonly BundledMessage[] }>();

/**
 * The texts of a locale: all failures by code, their parts in the order they are shown. What the locale lacks is the
 * default locale's; what that lacks too is left out.
 */
export function messageBundle(catalog: Catalog, locale: Locale): readonly BundledMessage[] {
  const known = kept.get(locale);
  if (known?.catalog === catalog) return known.bundle;
  const bundle = bundleOf(catalog, locale);
  if (catalog.failures.length * catalog.locales.length * messageParts.length <= mostKept)
    kept.set(locale, { catalog, bundle });
  return bundle;
}

/** Makes something of the bundle of a locale. `name` is that of what is made, and `from` what else it is made from. */
export type BundleReader = <T>(
  locale: Locale,
  name: string,
  from: unknown,
  make: (bundle: readonly BundledMessage[]) => T,
) => T;

/** Reads the bundles of a catalog; what is remembered of those whose texts are what they were is not made again. */
export function bundleReader(catalog: Catalog, memory: Memory = noMemory): BundleReader {
  if (memory === noMemory) return (locale, _name, _from, make) => make(messageBundle(catalog, locale));
  const texts = catalog.failures.map(({ code, name, messages }): TextSource => ({ code, name, messages }));
  // Compared once for all locales.
  const basis = memory.recall("bundles", "", texts, () => Symbol("bundles"));
  return (locale, name, from, make) => {
    const own = locale.tag === catalog.defaultLocale ? undefined : locale;
    return memory.recall(name, locale.tag, [basis, own, from], () => make(messageBundle(catalog, locale)));
  };
}

function bundleOf(catalog: Catalog, locale: Locale): readonly BundledMessage[] {
  const isDefault = locale.tag === catalog.defaultLocale;
  const texts = isDefault ? undefined : locale.messages();
  const bundle: BundledMessage[] = [];
  for (const failure of catalog.failures) {
    const translations = texts?.get(failure.name);
    for (const part of messageParts) {
      const translation = translations?.[part];
      const text = translation ?? failure.messages[part]?.text;
      if (text === undefined) continue;
      bundle.push({ failure, part, text, translated: isDefault || translation !== undefined });
    }
  }
  return bundle;
}
