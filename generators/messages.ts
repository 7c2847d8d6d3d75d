import { type Catalog, catalogFileName, type Locale } from "../core/catalog.ts";
import { bytesOf } from "../core/content.ts";
import { icuJson, parserFor } from "../core/icu-json.ts";
import { directionOf, localeResolution } from "../core/locale-resolution.ts";
import { noMemory } from "../core/memory.ts";
import { bundleBasis, bundleRenderer, messageBundle, messageKey } from "../core/message-bundle.ts";
import { messageTrees } from "../core/message-tree.ts";
import { type Outcome, success } from "../core/outcome.ts";
import { stableJson } from "../core/stable-json.ts";
import type { MessageParser } from "../core/tag-free-text.ts";
import type { Artifact, Json, OwnKit, Target } from "../core/target.ts";
import { type ChosenFormat, loadFormats, type MessageFormatId, messageFormatIds } from "./messages/formats.ts";
import { messageLimits } from "./messages/limits.ts";
import { type LocaleText, localeText, type RenderedTexts } from "./messages/locale-text.ts";
import type { KeptOf, LocaleFiles, MessageFormat, ParsedMessage } from "./messages/message-format.ts";
import { packageJson, readme } from "./messages/package-files.ts";
import { type PseudoLocaleTag, pseudoLocaleTags, withPseudoLocales } from "./messages/pseudo-locales.ts";

/** Options of the target messages. */
export interface MessagesOptions {
  /** Which kinds of files are made, each in a folder of its name; without it ICU JSON, i18next JSON, Java properties and gettext PO. */
  readonly formats?: readonly MessageFormatId[];
  /** Languages that nobody speaks, made from the texts of the default locale; none unless they are asked for. */
  readonly pseudoLocales?: readonly PseudoLocaleTag[];
}

/** What is made unless formats are chosen: for pages and scripts, for Java, and for gettext. */
const defaultFormats: readonly MessageFormatId[] = [
  "es-modules",
  "icu-json",
  "i18next",
  "java-icu4j",
  "java-text",
  "java-spring",
  "po",
];

type FileMaker = (locale: Locale, chosen: ChosenFormat, text: () => LocaleText) => LocaleFiles;

/** Makes the files of a locale in a format. */
function fileMaker(catalog: Catalog, kit: OwnKit): FileMaker {
  const make: FileMaker = (locale, { format }, text) =>
    format.texts?.(catalog, text()) ??
    format.locale?.(catalog, locale, parsedMessages(catalog, locale)) ?? { files: [] };
  const { memory = noMemory } = kit;
  if (memory === noMemory) return make;
  const basis = bundleBasis(catalog, memory);
  const { name, version, defaultLocale, locales, fallbacks } = catalog;
  const tags = locales.map(({ tag }) => tag);
  const from = [name, version, defaultLocale, catalogFileName(catalog), tags, [...fallbacks]];
  return (locale, chosen, text) =>
    memory.recall(chosen.id, locale.tag, [basis(locale), from], () => {
      const { files, kept } = make(locale, chosen, text);
      // Pieces hold on to more than a file.
      const whole = files.map(({ path, content }) => ({ path, content: bytesOf(content) }));
      return { files: whole, kept };
    });
}

/** The messages of the last bundle of each catalog: all formats of a locale are made one after the other. */
const last = new WeakMap<Catalog, { readonly locale: Locale; readonly messages: readonly ParsedMessage[] }>();

function parsedMessages(catalog: Catalog, locale: Locale): readonly ParsedMessage[] {
  const known = last.get(catalog);
  if (known?.locale === locale) return known.messages;
  const bundle = messageBundle(catalog, locale);
  const trees = messageTrees(bundle);
  const messages = bundle.map((message, index): ParsedMessage => ({ ...message, tree: trees[index] ?? [] }));
  last.set(catalog, { locale, messages });
  return messages;
}

interface Counts {
  readonly tag: string;
  readonly messages: number;
  readonly translated: number;
}

function* artifacts(
  catalog: Catalog,
  kit: OwnKit,
  parser: MessageParser | undefined,
  formats: readonly ChosenFormat[],
): Generator<Artifact> {
  const summary: Counts[] = [];
  const kept = new Map<MessageFormat, KeptOf[]>(formats.map(({ format }) => [format, []]));
  const rendered = bundleRenderer(catalog, kit.memory);
  const made = fileMaker(catalog, kit);
  for (const locale of catalog.locales) {
    const { tag } = locale;
    let counts: Counts | undefined;
    let written: RenderedTexts | undefined;
    let found: LocaleText | undefined;
    const text = (): LocaleText => {
      found ??= localeText(catalog, locale, written);
      return found;
    };
    for (const chosen of formats) {
      const { id, format } = chosen;
      if (format.carried !== undefined) {
        for (const { path, content } of format.carried(catalog, locale, rendered))
          yield { path: `${id}/${path}`, content };
        continue;
      }
      if (format.locale === undefined && format.texts === undefined) {
        const bundle = rendered(locale, id, parser, (messages) => icuJson(messages, parser));
        yield { path: `${id}/${format.path?.(tag)}`, content: bundle.content };
        counts = { tag, messages: bundle.messages, translated: bundle.translated };
        // With a parser, what is there is not always as it is written.
        if (parser === undefined) written = bundle;
        continue;
      }
      const own = made(locale, chosen, text);
      for (const { path, content } of own.files) yield { path: `${id}/${path}`, content };
      kept.get(format)?.push({ tag, kept: own.kept });
    }
    summary.push(counts ?? countsOf(catalog, locale));
  }
  for (const { id, format } of formats) {
    const whole = format.whole?.(catalog, kept.get(format) ?? []) ?? [];
    for (const { path, content } of whole) yield { path: `${id}/${path}`, content };
    if (format.keyOf !== undefined)
      yield { path: `${id}/keys.json`, content: stableJson(keysOf(catalog, format.keyOf)) };
  }
  yield { path: "locales.json", content: stableJson(localesDocument(catalog, summary)) };
  yield { path: "package.json", content: stableJson(packageJson(catalog, formats)) };
  yield { path: "README.md", content: readme(catalog, formats) };
}

/** The key of every text in a format that has keys of its own. */
function keysOf(catalog: Catalog, keyOf: NonNullable<MessageFormat["keyOf"]>): Json {
  const [locale] = catalog.locales;
  const bundle = locale === undefined ? [] : messageBundle(catalog, locale);
  return Object.fromEntries(bundle.map((message) => [messageKey(message.failure, message.part), keyOf(message)]));
}

/** The locales, and which of them stand in for which: the one table that every consumer resolves a locale by. */
function localesDocument(catalog: Catalog, summary: readonly Counts[]): Json {
  const { defaultLocale, chains } = localeResolution(catalog);
  return {
    defaultLocale,
    locales: summary.map(({ tag, ...counts }) => ({ tag, direction: directionOf(tag), ...counts })),
    fallbacks: Object.fromEntries(chains),
  };
}

function countsOf(catalog: Catalog, locale: Locale): Counts {
  const bundle = messageBundle(catalog, locale);
  const translated = bundle.filter((message) => message.translated).length;
  return { tag: locale.tag, messages: bundle.length, translated };
}

/** The texts for end users in every format that is asked for, as an npm package. One locale at a time is in memory. */
export function messages(options: MessagesOptions = {}): Target {
  const { formats: chosen = defaultFormats, pseudoLocales = [] } = options;
  const pseudo = pseudoLocaleTags.filter((tag) => pseudoLocales.includes(tag));
  const ids = messageFormatIds.filter((id) => chosen.includes(id));
  return {
    id: "messages",
    title: "Messages",
    options: { formats: ids, ...(pseudo.length > 0 ? { pseudoLocales: pseudo } : {}) },
    templates: [],
    // What a format cannot hold of a pseudo-locale it cannot hold of the default locale either, and there it has a place.
    check: async (catalog) => messageLimits(catalog, await loadFormats(ids)),
    generate: async (written, kit: OwnKit): Promise<Outcome<Iterable<Artifact>>> => {
      const catalog = withPseudoLocales(written, pseudo);
      const parser = ids.includes("icu-json") ? await parserFor(catalog) : undefined;
      return success(artifacts(catalog, kit, parser, await loadFormats(ids)));
    },
  };
}
