import type { Catalog, Locale } from "../../core/catalog.ts";
import { type Diagnostic, diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { locate } from "../../core/json.ts";
import { type BundledMessage, messageBundle, messageKey } from "../../core/message-bundle.ts";
import { plainPlaceholders } from "../../core/message-syntax/placeholders.ts";
import { messageTree } from "../../core/message-tree.ts";
import { mostVariants, variantsOf } from "../../core/message-variants.ts";
import { quoted } from "../../core/quoted.ts";
import type { Location } from "../../core/source-file.ts";
import { formats } from "./formats.ts";
import { type I18nextChoices, type I18nextForms, i18nextForms, interpolated } from "./i18next.ts";
import type { MessageFormatId, ParsedMessage } from "./message-format.ts";

/** What the formats cannot hold: locales that would share a file, texts that would say something else. */
export function* messageLimits(catalog: Catalog, ids: readonly MessageFormatId[]): Generator<Diagnostic> {
  yield* sharedFiles(catalog, ids);
  const texts = ids.filter((id) => id === "i18next" || id === "java-text" || id === "java-spring");
  if (texts.length === 0) return;
  const chosen = new Map<string, I18nextChoices>();
  for (const locale of catalog.locales) {
    for (const message of messageBundle(catalog, locale)) {
      // A text that stands in for another is reported where it is written.
      if (!message.translated || !mayBeLost(message.text)) continue;
      const tree = messageTree(message.text);
      for (const { format, construct, remedy } of losses({ ...message, tree }, locale, texts, chosen)) {
        yield diagnostic("FC5202", placeOf(catalog, locale, message), {
          format: quoted(format),
          construct,
          remedy,
        });
      }
    }
  }
}

/** Whether a text has choices, braces of its own, or what i18next takes for a call. */
function mayBeLost(text: string): boolean {
  return plainPlaceholders(text) === undefined || text.includes("$t(");
}

function* sharedFiles(catalog: Catalog, ids: readonly MessageFormatId[]): Generator<Diagnostic> {
  for (const id of ids) {
    const first = new Map<string, Locale>();
    for (const locale of catalog.locales) {
      const path = formats[id].path(locale.tag);
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
}

function tagPlace(catalog: Catalog, { tag, file }: Locale): Location {
  return locate(file, [tag === catalog.defaultLocale ? "defaultLocale" : "locale"]);
}

function placeOf(catalog: Catalog, locale: Locale, { failure, part }: BundledMessage): Location {
  if (locale.tag !== catalog.defaultLocale) return locate(locale.file, ["failures", failure.name, part, "text"]);
  const { file, path } = catalog.byCode.get(failure.code)?.origin ?? { file: catalog.file, path: [] };
  return locate(file, [...path, "messages", part, "text"]);
}

interface Loss {
  readonly format: MessageFormatId;
  readonly construct: string;
  readonly remedy: string;
}

function* losses(
  message: ParsedMessage,
  { tag }: Locale,
  ids: readonly MessageFormatId[],
  chosen: Map<string, I18nextChoices>,
): Generator<Loss> {
  if (variantsOf(message.tree, message.failure.params, tag) === undefined) {
    const construct = `a text that becomes more than ${mostVariants} texts, or names a large number in one plural and not in another`;
    const remedy = "Write fewer choices into it";
    for (const format of ids) yield { format, construct, remedy };
    return;
  }
  if (!ids.includes("i18next")) return;
  const forms = i18nextForms(message, tag);
  if (forms === undefined) return;
  if (forms.lost !== undefined)
    yield { format: "i18next", construct: forms.lost, remedy: "Write the text with one plural and one select" };
  const key = messageKey(message.failure, message.part);
  const before = chosen.get(key);
  const differs = before === undefined ? undefined : differentChoice(before, forms.choices);
  if (differs !== undefined) {
    const construct = `a choice by ${quoted(differs)} where another language chooses by another param`;
    yield { format: "i18next", construct, remedy: "Choose by the same param in every language" };
  }
  chosen.set(key, { ...before, ...forms.choices });
  const words = syntaxWords(message, forms);
  if (words !== undefined) {
    const construct = `${quoted(words)}, which it takes for its own syntax`;
    yield { format: "i18next", construct, remedy: "Write it in another way" };
  }
}

function differentChoice(before: I18nextChoices, now: I18nextChoices): string | undefined {
  if (now.context !== undefined && before.context !== undefined && now.context !== before.context) return now.context;
  if (now.count === undefined || before.count === undefined) return undefined;
  return now.count !== before.count || now.ordinal !== before.ordinal ? now.count : undefined;
}

/** Names that i18next is given besides the params. */
const options =
  /^(count|context|ordinal|replace|lng|lngs|ns|fallbackLng|interpolation|defaultValue.*|keySeparator|nsSeparator)$/;

/** What in the texts of a message i18next would read as something else. */
function syntaxWords(message: ParsedMessage, forms: I18nextForms): string | undefined {
  const names = new Set(message.failure.params.map(({ name }) => name));
  for (const nodes of forms.texts.values()) {
    const { text, params } = interpolated(nodes);
    const nesting = /\$t\((?=[\s\S]*\))/.exec(text);
    if (nesting !== null) return nesting[0];
    let own = 0;
    let left = text;
    // In the order in which i18next looks for them.
    for (const syntax of [/\{\{-(.+?)\}\}/g, /\{\{(.+?)\}\}/g]) {
      for (const { 0: whole, 1: inner = "", index } of left.matchAll(syntax)) {
        if (params.get(index) === whole) {
          own++;
          left = left.slice(0, index) + " ".repeat(whole.length) + left.slice(index + whole.length);
        } else if (mayMeanSomething(inner.trim(), names)) return whole;
      }
    }
    if (own < params.size) return "{{";
  }
  return undefined;
}

function mayMeanSomething(inner: string, names: ReadonlySet<string>): boolean {
  return inner.includes(",") || names.has(inner) || options.test(inner);
}
