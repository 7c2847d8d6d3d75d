import { type Catalog, type Failure, type Locale, type MessagePart, messageParts } from "./catalog.ts";
import { type Memory, noMemory } from "./memory.ts";

/** What of a failure may show in a bundle: all that its texts, and the keys of them, are made from. */
export type TextSource = Pick<Failure, "code" | "name" | "messages" | "params">;

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

/** The last bundle of each catalog: all that is made of one locale is mostly made together. */
const last = new WeakMap<Catalog, { readonly locale: Locale; readonly bundle: readonly BundledMessage[] }>();

/**
 * The texts of a locale: all failures by code, their parts in the order they are shown. What the locale lacks is the
 * default locale's; what that lacks too is left out.
 */
export function messageBundle(catalog: Catalog, locale: Locale): readonly BundledMessage[] {
  const known = last.get(catalog);
  if (known?.locale === locale) return known.bundle;
  const bundle = bundleOf(catalog, locale);
  last.set(catalog, { locale, bundle });
  return bundle;
}

/** What was made of a bundle: the file of a locale, and how many texts it holds. */
export interface RenderedBundle {
  readonly content: string | Uint8Array;
  readonly messages: number;
  readonly translated: number;
}

/** Renders the bundle of a locale. `format` names what is made, and `from` is all that it is made from besides. */
export type BundleRenderer = (
  locale: Locale,
  format: string,
  from: unknown,
  render: (bundle: readonly BundledMessage[]) => string,
) => RenderedBundle;

/** Two targets render every bundle. What is rendered is kept for the second, as UTF-8, up to this many bytes: 256 MiB. */
const mostKept = 256 * 1024 * 1024;

interface Kept {
  readonly rendered: Map<string, { readonly from: unknown; readonly bundle: RenderedBundle }>;
  length: number;
}

const kept = new WeakMap<Catalog, Kept>();

/** Renders the bundles of a catalog; what is remembered of those whose texts are what they were is not made again. */
export function bundleRenderer(catalog: Catalog, memory: Memory = noMemory): BundleRenderer {
  if (memory === noMemory) return (...words) => renderedOnce(catalog, ...words);
  const basis = bundleBasis(catalog, memory);
  return (locale, format, from, render) =>
    memory.recall(format, locale.tag, [basis(locale), from], () => rendered(catalog, locale, render));
}

/** All that the bundle of a locale is made from, for a memory. */
export function bundleBasis(catalog: Catalog, memory: Memory): (locale: Locale) => readonly unknown[] {
  const texts = catalog.failures.map(
    ({ code, name, messages, params }): TextSource => ({ code, name, messages, params }),
  );
  // Compared once for all locales.
  const basis = memory.recall("bundles", "", texts, () => Symbol("bundles"));
  return (locale) => [basis, locale.tag === catalog.defaultLocale ? undefined : locale];
}

function renderedOnce(catalog: Catalog, ...[locale, format, from, render]: Parameters<BundleRenderer>): RenderedBundle {
  const known = kept.get(catalog) ?? { rendered: new Map(), length: 0 };
  kept.set(catalog, known);
  const name = `${format} ${locale.tag}`;
  const before = known.rendered.get(name);
  if (before !== undefined && before.from === from) {
    known.rendered.delete(name);
    known.length -= before.bundle.content.length;
    return before.bundle;
  }
  const bundle = rendered(catalog, locale, (messages) => new TextEncoder().encode(render(messages)));
  known.length += bundle.content.length;
  if (known.length <= mostKept) known.rendered.set(name, { from, bundle });
  return bundle;
}

function rendered<Rendered extends string | Uint8Array>(
  catalog: Catalog,
  locale: Locale,
  render: (bundle: readonly BundledMessage[]) => Rendered,
): RenderedBundle & { readonly content: Rendered } {
  const bundle = messageBundle(catalog, locale);
  const translated = bundle.filter((message) => message.translated).length;
  return { content: render(bundle), messages: bundle.length, translated };
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
