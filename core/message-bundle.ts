import {
  type Catalog,
  type Failure,
  type Locale,
  type MessagePart,
  messageParts,
  type TranslatedMessages,
} from "./catalog.ts";
import { localeResolution } from "./locale-resolution.ts";
import { type Memory, noMemory } from "./memory.ts";

/** What of a failure may show in a bundle: all that its texts, and the keys of them, are made from. */
export type TextSource = Pick<Failure, "code" | "name" | "messages" | "developerText" | "params">;

/** What of a message stands in a bundle: a part of it, or the text for developers, which the default locale alone has. */
export type BundlePart = MessagePart | "developer";

/** In the order in which a bundle has them. */
export const bundleParts: readonly BundlePart[] = [...messageParts, "developer"];

/** A text of a bundle, in ICU MessageFormat as it is written. */
export interface BundledMessage {
  readonly failure: TextSource;
  readonly part: BundlePart;
  readonly text: string;
  /** Tag of the locale that it is written in: another than the bundle's where that lacks the text. */
  readonly writtenIn: string;
  /** False where the text of another locale stands in for it. */
  readonly translated: boolean;
}

/** The key of a text in every bundle: codes are permanent, names are not. */
export function messageKey(failure: TextSource, part: BundlePart): string {
  return `${failure.code}.${part}`;
}

/** The last bundle of each catalog: all that is made of one locale is mostly made together. */
const last = new WeakMap<Catalog, { readonly locale: Locale; readonly bundle: readonly BundledMessage[] }>();

/**
 * The texts of a locale: all failures by code, their parts in the order they are shown. What the locale lacks is that of
 * the locales that stand in for it; what the default locale lacks too is left out.
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
    ({ code, name, messages, developerText, params }): TextSource => ({ code, name, messages, developerText, params }),
  );
  // Compared once for all locales.
  const basis = memory.recall("bundles", "", texts, () => Symbol("bundles"));
  return (locale) => [basis, ...chainOf(catalog, locale)];
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

const chainsOf = new WeakMap<Catalog, ReadonlyMap<string, readonly Locale[]>>();

/** A locale, and those that stand in for it in order; without the default locale, whose texts the catalog itself holds. */
function chainOf(catalog: Catalog, locale: Locale): readonly Locale[] {
  let chains = chainsOf.get(catalog);
  if (chains === undefined) {
    const byTag = new Map(catalog.locales.map((one) => [one.tag, one]));
    const resolution = localeResolution(catalog);
    chains = new Map(
      catalog.locales.map(({ tag }) => {
        const tags = (resolution.chains.get(tag.toLowerCase()) ?? []).filter((one) => one !== catalog.defaultLocale);
        return [tag, tags.flatMap((one) => byTag.get(one) ?? [])];
      }),
    );
    chainsOf.set(catalog, chains);
  }
  return chains.get(locale.tag) ?? [];
}

function bundleOf(catalog: Catalog, locale: Locale): readonly BundledMessage[] {
  const isDefault = locale.tag === catalog.defaultLocale;
  const chain = chainOf(catalog, locale).map(({ tag, messages }) => ({ tag, texts: messages() }));
  const found: (TranslatedMessages | undefined)[] = [];
  const bundle: BundledMessage[] = [];
  for (const failure of catalog.failures) {
    for (const [index, { texts }] of chain.entries()) found[index] = texts.get(failure.name);
    for (const part of messageParts) {
      let text = failure.messages[part]?.text;
      if (text === undefined) continue;
      let writtenIn = catalog.defaultLocale;
      for (let index = 0; index < chain.length; index++) {
        const own = found[index]?.[part];
        if (own === undefined) continue;
        text = own;
        writtenIn = chain[index]?.tag ?? "";
        break;
      }
      bundle.push({ failure, part, text, writtenIn, translated: writtenIn === locale.tag });
    }
    if (isDefault && failure.developerText !== undefined) {
      const text = failure.developerText;
      bundle.push({ failure, part: "developer", text, writtenIn: locale.tag, translated: true });
    }
  }
  return bundle;
}
