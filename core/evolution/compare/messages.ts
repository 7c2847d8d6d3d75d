import { type Message, type MessagePart, messageParts } from "../../catalog.ts";
import { canonicalText } from "../../message-syntax/canonical-text.ts";
import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure } from "../comparison.ts";
import { named } from "../named.ts";
import { sameFields } from "../same-value.ts";

/** The texts of the default locale, and what translators are told beside them. */
export function* messageChanges(comparison: Comparison): Iterable<Change> {
  for (const kept of comparison.pairing.kept) {
    for (const part of messageParts) {
      const [before, after] = [kept.base.messages[part], kept.head.messages[part]];
      if (before !== undefined && after !== undefined) yield* ofMessage(comparison, kept, part, before, after);
      else if (before !== after) {
        const subject = fieldOf(comparison, kept, ["messages", part], [part]);
        const rule = before === undefined ? "message-added" : "message-removed";
        yield change(rule, subject, { failure: named(kept.head), part });
      }
    }
    yield* developerText(comparison, kept);
  }
}

function* ofMessage(
  comparison: Comparison,
  kept: KeptFailure,
  part: MessagePart,
  before: Message,
  after: Message,
): Iterable<Change> {
  if (sameFields(before, after)) return;
  const words = { failure: named(kept.head), part };
  const at = (field: keyof Message) => fieldOf(comparison, kept, ["messages", part, field], [part]);
  const sameLanguage = comparison.base.catalog.defaultLocale === comparison.head.catalog.defaultLocale;
  if (sameLanguage && before.text !== after.text && canonicalText(before.text) !== canonicalText(after.text)) {
    yield change("message-text-changed", at("text"), { ...words, after: quoted(after.text) });
  }
  if (before.maxLength !== after.maxLength) {
    const tightened = (after.maxLength ?? Infinity) < (before.maxLength ?? Infinity);
    yield change(tightened ? "message-limit-tightened" : "message-limit-relaxed", at("maxLength"), {
      ...words,
      before: limitOf(before),
      after: limitOf(after),
    });
  }
  if (before.markup !== after.markup) {
    yield change(after.markup ? "message-markup-allowed" : "message-markup-withdrawn", at("markup"), words);
  }
  if (before.description !== after.description) yield change("message-note-changed", at("description"), words);
}

function limitOf({ maxLength }: Message): string {
  return maxLength === undefined ? "none" : `${maxLength} characters`;
}

function* developerText(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const [before, after] = [kept.base.developerText, kept.head.developerText];
  if (before === after) return;
  const failure = named(kept.head);
  const subject = fieldOf(comparison, kept, ["messages", "developer"]);
  if (before === undefined) yield change("developer-text-added", subject, { failure });
  else if (after === undefined) yield change("developer-text-removed", subject, { failure });
  else if (canonicalText(before) !== canonicalText(after)) {
    const text = fieldOf(comparison, kept, ["messages", "developer", "text"]);
    yield change("developer-text-changed", text, { failure, after: quoted(after) });
  }
}
