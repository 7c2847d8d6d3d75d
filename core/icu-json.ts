import type { Catalog } from "./catalog.ts";
import { type BundledMessage, messageKey } from "./message-bundle.ts";
import { type MessageParser, tagFreeText } from "./tag-free-text.ts";

/** The parser that `icuJson` needs for a catalog: loaded only if one of its files holds a "<", written out or escaped. */
export async function parserFor(catalog: Catalog): Promise<MessageParser | undefined> {
  const holdsTags = catalog.locales.some(({ file }) => file.text.includes("<") || /\\u003c/i.test(file.text));
  return holdsTags ? await import("@formatjs/icu-messageformat-parser") : undefined;
}

/** Two targets write the same text; it is kept as long as the bundle is. */
const written = new WeakMap<
  readonly BundledMessage[],
  { readonly parser: MessageParser | undefined; readonly text: string }
>();

/**
 * A bundle as flat JSON from key to ICU MessageFormat, as FormatJS loads it without options. It is the text that
 * `stableJson` gives, put together directly: bundles are the largest part of what is generated, and an object or an array
 * of lines in between takes twice the time.
 */
export function icuJson(bundle: readonly BundledMessage[], parser: MessageParser | undefined): string {
  const known = written.get(bundle);
  if (known !== undefined && known.parser === parser) return known.text;
  const text = jsonOf(bundle, parser);
  written.set(bundle, { parser, text });
  return text;
}

function jsonOf(bundle: readonly BundledMessage[], parser: MessageParser | undefined): string {
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
