import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CatalogDraft, CatalogRule } from "./catalog-draft.ts";
import { categoryRanges } from "./category-ranges.ts";
import { codeInCategory } from "./code-in-category.ts";
import { codeKind } from "./code-kind.ts";
import { duplicateCodes } from "./duplicate-codes.ts";
import { duplicateTexts } from "./duplicate-texts.ts";
import { examples } from "./examples.ts";
import { identifiers } from "./identifiers.ts";
import { listedTwice } from "./listed-twice.ts";
import type { LocaleDraft, LocaleRule, TranslationSource } from "./locale-draft.ts";
import { messages } from "./messages.ts";
import { names } from "./names.ts";
import { params } from "./params.ts";
import { references } from "./references.ts";
import { replacements } from "./replacements.ts";
import { reservations } from "./reservations.ts";
import { texts } from "./texts.ts";
import { translations } from "./translations.ts";
import { versions } from "./versions.ts";

/** Every rule of a catalog; their order does not show. */
const catalogRules: readonly CatalogRule[] = [
  codeKind,
  duplicateCodes,
  names,
  reservations,
  codeInCategory,
  categoryRanges,
  identifiers,
  listedTwice,
  references,
  replacements,
  versions,
  params,
  examples,
  texts,
  duplicateTexts,
  messages,
];

/** Every rule of a single locale's file. */
const localeRules: readonly LocaleRule[] = [translations];

/** Everything in a catalog that breaks a rule. */
export function brokenRules(catalog: CatalogDraft): readonly Diagnostic[] {
  return catalogRules.flatMap((rule) => [...rule(catalog)]);
}

/** Everything in a locale's file that breaks a rule. */
export function brokenLocaleRules(locale: LocaleDraft, source: TranslationSource): readonly Diagnostic[] {
  return localeRules.flatMap((rule) => [...rule(locale, source)]);
}
