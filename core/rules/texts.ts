import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { directionOf } from "../locale-resolution.ts";
import type { CatalogDraft } from "./catalog-draft.ts";
import { visitTexts } from "./catalog-texts.ts";
import { needsSecondLook, textMistakes } from "./text-characters.ts";

/** Every text of a catalog is there, and is made of characters that survive wherever it goes. */
export function texts({ file, raw, sound }: CatalogDraft): Iterable<Diagnostic> {
  const found: Diagnostic[] = [];
  const direction = directionOf(raw.defaultLocale ?? "");
  visitTexts(raw, (text, kind, path) => {
    if (needsSecondLook(text, kind, sound)) found.push(...textMistakes(file, text, kind, [...path], direction));
  });
  return found;
}
