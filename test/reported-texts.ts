import type { Catalog, Failure } from "../core/catalog.ts";
import { messageBundle, messageKey } from "../core/message-bundle.ts";
import { loadFormats, type MessageFormatId } from "../generators/messages/formats.ts";
import { messageLimits } from "../generators/messages/limits.ts";

/** The texts that a format cannot hold, by locale and key (`pl 15005.title`), as `check` reports them. */
export async function reportedTexts(id: MessageFormatId, catalog: Catalog): Promise<ReadonlySet<string>> {
  const formats = await loadFormats([id]);
  const found = new Set<string>();
  for (const locale of catalog.locales) {
    for (const { failure, part } of messageBundle(catalog, locale)) {
      if (part === "developer") continue;
      const one = { ...failure, messages: { [part]: failure.messages[part] } } as Failure;
      const alone: Catalog = { ...catalog, failures: [one], locales: [locale], byCode: new Map([[one.code, one]]) };
      const [problem] = messageLimits(alone, formats);
      if (problem !== undefined) found.add(`${locale.tag} ${messageKey(failure, part)}`);
    }
  }
  return found;
}
