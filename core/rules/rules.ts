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
import { mappingKeys } from "./mapping-keys.ts";
import { mappingMeanings } from "./mapping-meanings.ts";
import { messages } from "./messages.ts";
import { names } from "./names.ts";
import { params } from "./params.ts";
import { pluralSuffixes } from "./plural-suffixes.ts";
import { references } from "./references.ts";
import { replacements } from "./replacements.ts";
import { reservations } from "./reservations.ts";
import type { SourceDraft, SourceRule } from "./source-draft.ts";
import type { SourceFamily } from "./source-family.ts";
import { sourceInheritance } from "./source-inheritance.ts";
import { sourceNames } from "./source-names.ts";
import { sourceParts } from "./source-parts.ts";
import { sourceTexts } from "./source-texts.ts";
import { texts } from "./texts.ts";
import { translations } from "./translations.ts";
import { versions } from "./versions.ts";

/** The rules without which a catalog cannot be understood: what it holds is there once, and so is what is referred to. */
const structureRules: readonly CatalogRule[] = [
  codeKind,
  duplicateCodes,
  names,
  reservations,
  codeInCategory,
  categoryRanges,
  identifiers,
  references,
];

/** The other rules of a catalog, which ask what it says; the order of rules does not show. */
const contentRules: readonly CatalogRule[] = [
  listedTwice,
  replacements,
  versions,
  params,
  examples,
  texts,
  duplicateTexts,
  messages,
  pluralSuffixes,
];

/** Every rule of a single locale's file. */
const localeRules: readonly LocaleRule[] = [translations];

/** Every rule of a single source's file. */
const sourceRules: readonly SourceRule[] = [sourceTexts, sourceParts, mappingKeys, mappingMeanings];

/** Everything in a catalog that breaks a rule. */
export function brokenRules(catalog: CatalogDraft): readonly Diagnostic[] {
  return [...structureRules, ...contentRules].flatMap((rule) => [...rule(catalog)]);
}

/** Everything in a catalog that breaks a rule without which nobody can understand it. */
export function brokenStructure(catalog: CatalogDraft): readonly Diagnostic[] {
  return structureRules.flatMap((rule) => [...rule(catalog)]);
}

/** Everything in a locale's file that breaks a rule. */
export function brokenLocaleRules(locale: LocaleDraft, source: TranslationSource): readonly Diagnostic[] {
  return localeRules.flatMap((rule) => [...rule(locale, source)]);
}

/** Everything in a source's file that breaks a rule, but for what it says of the failures it leads to: see `mappedFailures`. */
export function brokenSourceRules(source: SourceDraft, catalog: CatalogDraft): readonly Diagnostic[] {
  return sourceRules.flatMap((rule) => [...rule(source, catalog)]);
}

/** Everything among the names of all sources that breaks a rule. */
export function brokenFamilyRules(family: SourceFamily): readonly Diagnostic[] {
  return [...sourceNames(family), ...sourceInheritance(family)];
}
