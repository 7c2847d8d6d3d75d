import type { Catalog, Category, Locale, Status, Surface } from "../catalog.ts";
import type { FieldMeanings } from "./failure-fields.ts";

const range = [
  "category-range-added",
  "category-range-removed",
  "category-range-widened",
  "category-range-narrowed",
  "category-range-moved",
] as const;

const translations = [
  "translations-added",
  "translations-removed",
  "translations-changed",
  "coverage-dropped",
  "coverage-raised",
] as const;

/** What each field of a catalog means for those who rely on it. */
export const catalogFields: FieldMeanings<Catalog> = {
  name: ["catalog-renamed"],
  title: ["catalog-text-changed"],
  description: ["catalog-text-changed"],
  version: { none: "It says what changed, and is held against the changes by the verdict." },
  codeType: ["code-type-changed"],
  defaultLocale: ["default-locale-changed", "locale-added", "locale-dropped"],
  fallbacks: ["fallback-chain-changed"],
  glossary: ["glossary-word-added", "glossary-word-removed"],
  notice: ["notice-added", "notice-removed", "notice-changed"],
  surfaces: ["surface-added", "surface-removed"],
  statuses: ["status-added", "status-removed"],
  categories: ["category-added", "category-removed"],
  reserved: ["reservation-added", "reservation-removed"],
  fallback: ["fallback-failure-changed"],
  failures: [
    "code-added",
    "code-removed",
    "code-removed-unreserved",
    "tombstone-removed",
    "retired-code-added",
    "coverage-dropped",
    "coverage-raised",
  ],
  byCode: { none: "It finds failures, which are told by themselves." },
  byName: { none: "It finds failures, whose names are told with them." },
  locales: ["locale-added", "locale-dropped"],
  sources: ["source-added", "source-removed"],
  file: { none: "In which file it is written is nobody's concern but the author's." },
};

/** What each field of a category means. */
export const categoryFields: FieldMeanings<Category> = {
  id: ["category-renamed", "category-added", "category-removed"],
  title: ["category-text-changed"],
  description: ["category-text-changed"],
  range,
  prefixes: ["category-prefix-added", "category-prefix-removed"],
};

/** What each field of a status means. */
export const statusFields: FieldMeanings<Status> = {
  id: ["status-renamed", "status-added", "status-removed"],
  title: ["status-text-changed"],
  description: ["status-text-changed"],
};

/** What each field of a place where codes are met means. */
export const surfaceFields: FieldMeanings<Surface> = {
  title: ["surface-text-changed", "surface-added", "surface-removed"],
  description: ["surface-text-changed"],
};

/** What each field of a language means. */
export const localeFields: FieldMeanings<Locale> = {
  tag: ["locale-added", "locale-dropped"],
  file: { none: "In which file it is written is nobody's concern but the author's." },
  mayHoldTags: { none: "It follows from the texts, which are told." },
  messages: translations,
};
