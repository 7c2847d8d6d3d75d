import { messageParts } from "../catalog.ts";
import { type Diagnostic, diagnostic } from "../diagnostics/diagnostic.ts";
import { locate } from "../json.ts";
import { quoted } from "../quoted.ts";
import type { RawTranslatedMessages } from "../raw/locale.gen.ts";
import type { Draft } from "../shape/draft.ts";
import { suggester } from "../suggestion.ts";
import type { LocaleDraft, SourceMessages, TranslationSource } from "./locale-draft.ts";

/** Translations of parts that a failure does not have are added to `found`. */
export function missingParts(
  { file }: LocaleDraft,
  { catalog }: TranslationSource,
  name: string,
  written: Draft<RawTranslatedMessages>,
  { parts, index }: SourceMessages,
  found: Diagnostic[],
): void {
  for (const part of messageParts) {
    if (written[part] === undefined || parts[part] !== undefined) continue;
    const at = locate(file, ["failures", name, part], "key");
    const words = { name: quoted(name), part: quoted(part), locale: quoted(catalog.raw.defaultLocale ?? "") };
    const messages = locate(catalog.file, ["failures", index, "messages"], "key");
    found.push(diagnostic("FC3205", at, words, [{ message: "The texts of the failure stand here.", at: messages }]));
  }
}

/** Translations of failures that there are not. */
export function* unknownFailures(
  { file }: LocaleDraft,
  { catalog, byName }: TranslationSource,
  unknown: readonly string[],
): Iterable<Diagnostic> {
  const { knownNames } = catalog;
  if (knownNames === undefined || unknown.length === 0) return;
  const canonical = new Map<string, string>();
  for (const { raw } of catalog.failures) {
    for (const alias of raw.aliases ?? []) {
      if (alias?.name !== undefined && raw.name !== undefined) canonical.set(alias.name, raw.name);
    }
  }
  const meant = suggester(unknown.length, knownNames.keys());
  for (const name of unknown) {
    if (name === "__proto__") continue;
    const word = canonical.get(name) ?? meant(name);
    const remedy =
      word === undefined ? "Write the name of a failure, or remove it." : `Write ${quoted(word)}, or remove it.`;
    const index = word === undefined ? undefined : byName.get(word)?.index;
    const related =
      index === undefined
        ? []
        : [{ message: `${quoted(word ?? "")} stands here.`, at: locate(catalog.file, ["failures", index, "name"]) }];
    yield diagnostic("FC3204", locate(file, ["failures", name], "key"), { name: quoted(name), remedy }, related);
  }
}
