import { type Catalog, type Locale, messageParts } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { locate } from "../../core/json.ts";
import { glanceAt } from "../../core/locale-texts.ts";
import { type BundledMessage, messageBundle, messageKey } from "../../core/message-bundle.ts";
import { plainPlaceholders } from "../../core/message-syntax/placeholders.ts";
import { messageTree } from "../../core/message-tree.ts";
import { quoted } from "../../core/quoted.ts";
import type { Location } from "../../core/source-file.ts";
import type { ChosenFormat } from "./formats.ts";
import type { ParsedMessage } from "./message-format.ts";

/** What the formats cannot hold: locales that would share a file, texts that would share a key or would say something else. */
export function* messageLimits(catalog: Catalog, formats: readonly ChosenFormat[]): Generator<Diagnostic> {
  for (const chosen of formats) {
    yield* sharedFiles(catalog, chosen);
    yield* sharedKeys(catalog, chosen);
  }
  const finders = formats.flatMap(({ id, format }) => {
    const find = format.losses?.();
    return find === undefined ? [] : [{ id, find, hazard: format.hazard }];
  });
  if (finders.length === 0) return;
  for (const locale of catalog.locales) {
    for (const { text, failure, part } of writtenTexts(catalog, locale)) {
      const plain = plainPlaceholders(text) !== undefined;
      let message: ParsedMessage | undefined;
      for (const { id, find, hazard } of finders) {
        if (plain && hazard?.test(text) !== true) continue;
        message ??= { failure, part, text, writtenIn: locale.tag, translated: true, tree: messageTree(text) };
        for (const { construct, remedy } of find(message, locale)) {
          yield diagnostic("FC5202", placeOf(catalog, locale, message), { format: quoted(id), construct, remedy });
        }
      }
    }
  }
}

/** The texts that are written in a locale: one that stands in for another is reported where it is written. */
function* writtenTexts(catalog: Catalog, locale: Locale): Generator<Pick<BundledMessage, "failure" | "part" | "text">> {
  if (locale.tag === catalog.defaultLocale) {
    yield* messageBundle(catalog, locale);
    return;
  }
  // Not the bundle: whoever asks for that next would find the texts gone.
  const texts = glanceAt(locale);
  for (const failure of catalog.failures) {
    const own = texts.get(failure.name);
    if (own === undefined) continue;
    for (const part of messageParts) {
      const text = own[part];
      if (text !== undefined && failure.messages[part] !== undefined) yield { failure, part, text };
    }
  }
}

function* sharedFiles(catalog: Catalog, { id, format }: ChosenFormat): Generator<Diagnostic> {
  const { path: pathOf } = format;
  if (pathOf === undefined) return;
  const first = new Map<string, Locale>();
  for (const locale of catalog.locales) {
    const path = pathOf(locale.tag);
    const other = first.get(path);
    if (other === undefined) {
      first.set(path, locale);
      continue;
    }
    const related = [{ message: `"${other.tag}" stands here.`, at: tagPlace(catalog, other) }];
    const words = { tag: locale.tag, other: other.tag, path: quoted(`${id}/${path}`), format: quoted(id) };
    yield diagnostic("FC5201", tagPlace(catalog, locale), words, related);
  }
}

/** Keys are compared without regard to case: some of those who read them do not look at it. */
function* sharedKeys(catalog: Catalog, { id, format }: ChosenFormat): Generator<Diagnostic> {
  const [locale] = catalog.locales;
  if (format.keyOf === undefined || locale === undefined) return;
  const first = new Map<string, BundledMessage>();
  for (const message of messageBundle(catalog, locale)) {
    const key = format.keyOf(message);
    const other = first.get(key.toLowerCase());
    if (other === undefined) {
      first.set(key.toLowerCase(), message);
      continue;
    }
    const related = [{ message: "The other one stands here.", at: placeOf(catalog, locale, other) }];
    const words = {
      message: quoted(messageKey(message.failure, message.part)),
      other: quoted(messageKey(other.failure, other.part)),
      key: quoted(key),
      format: quoted(id),
    };
    yield diagnostic("FC5203", placeOf(catalog, locale, message), words, related);
  }
}

function tagPlace(catalog: Catalog, { tag, file }: Locale): Location {
  return locate(file, [tag === catalog.defaultLocale ? "defaultLocale" : "locale"]);
}

function placeOf(catalog: Catalog, locale: Locale, { failure, part }: BundledMessage): Location {
  if (locale.tag !== catalog.defaultLocale) return locate(locale.file, ["failures", failure.name, part, "text"]);
  const { file, path } = catalog.byCode.get(failure.code)?.origin ?? { file: catalog.file, path: [] };
  return locate(file, [...path, "messages", part, "text"]);
}
