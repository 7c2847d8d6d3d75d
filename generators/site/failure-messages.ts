import { type Catalog, type Failure, messageParts } from "../../core/catalog.ts";
import { htmlText } from "../../core/html.ts";
import { languageName } from "../../core/language-names.ts";
import { directionOf } from "../../core/locale-resolution.ts";
import { exampleOf } from "../../core/message-example.ts";
import { languageTexts } from "./language-texts.ts";
import type { MessageView } from "./views.ts";

/** The texts of a failure in every language that has one of its own, the default one first. */
export type FailureMessages = (failure: Failure) => readonly MessageView[];

/** Reads the texts of all languages, which stand in memory together from now on: a page of a code shows them all. */
export function failureMessages(catalog: Catalog, translations = languageTexts(catalog)): FailureMessages {
  return (failure) => {
    const own: Partial<Record<string, string>> = {};
    for (const part of messageParts) {
      const text = failure.messages[part]?.text;
      if (text !== undefined) own[part] = text;
    }
    const views = [messageView(failure, catalog.defaultLocale, own, true)];
    for (const { tag, texts } of translations) {
      views.push(messageView(failure, tag, texts.get(failure.name) ?? {}, false));
    }
    return views.filter(({ parts }) => parts.length > 0);
  };
}

function messageView(
  { params }: Failure,
  tag: string,
  texts: { readonly [part: string]: string | undefined },
  isDefault: boolean,
): MessageView {
  return {
    locale: htmlText(tag),
    language: htmlText(languageName(tag)),
    direction: directionOf(tag),
    isDefault,
    parts: messageParts.flatMap((part) => {
      const text = texts[part];
      if (text === undefined) return [];
      const pieces = exampleOf(text, params, tag);
      const pattern = pieces.some((piece) => typeof piece !== "string") ? htmlText(text) : undefined;
      return [{ part, text: pieces.map(pieceHtml).join(""), pattern }];
    }),
  };
}

function pieceHtml(piece: ReturnType<typeof exampleOf>[number]): string {
  if (typeof piece === "string") return htmlText(piece);
  return `<bdi class="value" title="{${htmlText(piece.param)}}">${htmlText(piece.example)}</bdi>`;
}
