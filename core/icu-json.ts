import type { Catalog } from "./catalog.ts";
import { type BundledMessage, messageKey } from "./message-bundle.ts";
import { type MessageParser, tagFreeText } from "./tag-free-text.ts";

/** The parser that `icuJson` needs for a catalog: loaded only if a text may hold a "<". */
export async function parserFor(catalog: Catalog): Promise<MessageParser | undefined> {
  return catalog.locales.some(({ mayHoldTags }) => mayHoldTags)
    ? await import("@formatjs/icu-messageformat-parser")
    : undefined;
}

/**
 * A bundle as flat JSON from key to ICU MessageFormat, as FormatJS loads it without options. It is the text that
 * `stableJson` gives, put together directly: bundles are the largest part of what is generated, and an object or an array
 * of lines in between takes twice the time.
 */
export function icuJson(bundle: readonly BundledMessage[], parser: MessageParser | undefined): string {
  if (bundle.length === 0) return "{}\n";
  let json = "{";
  let separator = "\n";
  for (const { failure, part, text } of bundle) {
    const tagFree = parser === undefined ? text : tagFreeText(text, parser);
    json += `${separator}  ${JSON.stringify(messageKey(failure, part))}: ${JSON.stringify(tagFree)}`;
    separator = ",\n";
  }
  return `${json}\n}\n`;
}
