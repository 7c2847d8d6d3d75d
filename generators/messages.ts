import { type Catalog, catalogFileName, type Locale } from "../core/catalog.ts";
import { icuJson, parserFor } from "../core/icu-json.ts";
import { directionOf, localeResolution } from "../core/locale-resolution.ts";
import { noMemory } from "../core/memory.ts";
import { bundleBasis, bundleParts, bundleRenderer, messageBundle, messageKey } from "../core/message-bundle.ts";
import { messageTrees } from "../core/message-tree.ts";
import { type Outcome, success } from "../core/outcome.ts";
import { stableJson } from "../core/stable-json.ts";
import type { MessageParser } from "../core/tag-free-text.ts";
import type { Artifact, Json, OwnKit, Target } from "../core/target.ts";
import { formats } from "./messages/formats.ts";
import { type I18nextChoices, i18nextChoices } from "./messages/i18next.ts";
import { messageLimits } from "./messages/limits.ts";
import {
  type FormatFile,
  type MessageFormatId,
  messageFormatIds,
  type ParsedMessage,
} from "./messages/message-format.ts";
import { packageJson, readme } from "./messages/package-files.ts";

/** Options of the target messages. */
export interface MessagesOptions {
  /** Which kinds of files are made, each in a folder of its name; without it ICU JSON alone. */
  readonly formats?: readonly MessageFormatId[];
}

/** The one that the npm package carries too: every other format costs a big catalog as much again. */
const defaultFormats: readonly MessageFormatId[] = ["icu-json"];

interface LocaleFiles {
  readonly files: readonly FormatFile[];
  /** What i18next chooses by, of the messages that choose. */
  readonly choices: Readonly<Record<string, I18nextChoices>>;
}

type FileMaker = (locale: Locale, id: MessageFormatId) => LocaleFiles;

/** Makes the files of a locale in a format that is written from parsed messages. */
function fileMaker(catalog: Catalog, kit: OwnKit): FileMaker {
  const make = (locale: Locale, id: MessageFormatId): LocaleFiles => {
    const messages = parsedMessages(catalog, locale);
    const files = formats[id].render?.(catalog, locale, messages) ?? [];
    return { files, choices: id === "i18next" ? i18nextChoices(messages, locale.tag) : {} };
  };
  const { memory = noMemory } = kit;
  if (memory === noMemory) return make;
  const basis = bundleBasis(catalog, memory);
  const { name, version, defaultLocale } = catalog;
  const from = [name, version, defaultLocale, catalogFileName(catalog)];
  return (locale, id) => memory.recall(id, locale.tag, [basis(locale), from], () => make(locale, id));
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

function* artifacts(
  catalog: Catalog,
  kit: OwnKit,
  parser: MessageParser | undefined,
  ids: readonly MessageFormatId[],
): Generator<Artifact> {
  const summary: { tag: string; messages: number; translated: number }[] = [];
  const choices: Record<string, I18nextChoices> = {};
  const rendered = bundleRenderer(catalog, kit.memory);
  const made = fileMaker(catalog, kit);
  for (const locale of catalog.locales) {
    for (const id of ids) {
      if (id === "icu-json") {
        const { content, messages, translated } = rendered(locale, id, parser, (bundle) => icuJson(bundle, parser));
        yield { path: `${id}/${formats[id].path(locale.tag)}`, content };
        summary.push({ tag: locale.tag, messages, translated });
        continue;
      }
      const own = made(locale, id);
      for (const { path, content } of own.files) yield { path: `${id}/${path}`, content };
      for (const key of Object.keys(own.choices)) choices[key] = { ...choices[key], ...own.choices[key] };
    }
    if (!ids.includes("icu-json")) summary.push({ tag: locale.tag, ...countsOf(catalog, locale) });
  }
  if (ids.includes("i18next")) yield { path: "i18next/choices.json", content: stableJson(inOrder(catalog, choices)) };
  yield { path: "locales.json", content: stableJson(localesDocument(catalog, summary)) };
  yield { path: "package.json", content: stableJson(packageJson(catalog, ids)) };
  yield { path: "README.md", content: readme(catalog, ids) };
}

/** The locales, and which of them stand in for which: the one table that every consumer resolves a locale by. */
function localesDocument(
  catalog: Catalog,
  summary: readonly { readonly tag: string; readonly messages: number; readonly translated: number }[],
): Json {
  const { defaultLocale, chains } = localeResolution(catalog);
  return {
    defaultLocale,
    locales: summary.map(({ tag, ...counts }) => ({ tag, direction: directionOf(tag), ...counts })),
    fallbacks: Object.fromEntries(chains),
  };
}

function countsOf(catalog: Catalog, locale: Locale): { messages: number; translated: number } {
  const bundle = messageBundle(catalog, locale);
  return { messages: bundle.length, translated: bundle.filter((message) => message.translated).length };
}

/** By code and part, whichever locale chooses first. */
function inOrder(catalog: Catalog, choices: Readonly<Record<string, I18nextChoices>>): Record<string, I18nextChoices> {
  const ordered: Record<string, I18nextChoices> = {};
  for (const failure of catalog.failures) {
    for (const part of bundleParts) {
      const key = messageKey(failure, part);
      const own = choices[key];
      if (own !== undefined) ordered[key] = own;
    }
  }
  return ordered;
}

/** The texts for end users in every format that is asked for, as an npm package. One locale at a time is in memory. */
export function messages(options: MessagesOptions = {}): Target {
  const { formats: chosen = defaultFormats } = options;
  const ids = messageFormatIds.filter((id) => chosen.includes(id));
  return {
    id: "messages",
    title: "Messages",
    options: { formats: ids },
    templates: [],
    check: (catalog) => messageLimits(catalog, ids),
    generate: async (catalog, kit: OwnKit): Promise<Outcome<Iterable<Artifact>>> =>
      success(artifacts(catalog, kit, ids.includes("icu-json") ? await parserFor(catalog) : undefined, ids)),
  };
}
