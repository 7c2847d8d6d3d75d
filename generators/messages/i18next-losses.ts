import { messageKey } from "../../core/message-bundle.ts";
import { quoted } from "../../core/quoted.ts";
import { type I18nextChoices, type I18nextForms, i18nextForms, interpolated } from "./i18next-forms.ts";
import type { LossFinder, ParsedMessage } from "./message-format.ts";
import { tooManyVariants } from "./too-many-variants.ts";

/** Finds what i18next cannot choose by, and what it would take for its own syntax. */
export function i18nextLosses(): LossFinder {
  const chosen = new Map<string, I18nextChoices>();
  return function* (message, { tag }) {
    const forms = i18nextForms(message, tag);
    if (forms === undefined) {
      yield* tooManyVariants(message, tag);
      return;
    }
    if (forms.lost !== undefined)
      yield { construct: forms.lost, remedy: "Write the text with one plural and one select" };
    const key = messageKey(message.failure, message.part);
    const before = chosen.get(key);
    const differs = before === undefined ? undefined : differentChoice(before, forms.choices);
    if (differs !== undefined) {
      const construct = `a choice by ${quoted(differs)} where another language chooses by another param`;
      yield { construct, remedy: "Choose by the same param in every language" };
    }
    chosen.set(key, { ...before, ...forms.choices });
    const words = syntaxWords(message, forms);
    if (words !== undefined) {
      yield { construct: `${quoted(words)}, which it takes for its own syntax`, remedy: "Write it in another way" };
    }
  };
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
    // Nearly every text has neither, and need not be searched.
    if (!text.includes("$t(") && !text.includes("{{")) continue;
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
