import { type Catalog, type Locale, messageParts } from "./catalog.ts";
import type { RawTranslation, RawTranslations } from "./raw/locale.gen.ts";
import { releaseText } from "./source-file.ts";
import { type SourceHash, standingOf } from "./source-hash.ts";
import type { SourceHashes } from "./source-hashes.ts";

/** How far the translation into a locale has come. Every text is counted once: in one of the five numbers from `translated` on. */
export interface TranslationProgress {
  readonly locale: string;
  /** All texts that there are to translate. */
  readonly texts: number;
  readonly translated: number;
  /** Those in this state, and those whose context has changed. */
  readonly needsReview: number;
  readonly final: number;
  /** Those that are not there, and those in the state `new`. */
  readonly missing: number;
  /** Those made from a text that has changed. */
  readonly stale: number;
  /** How many translations do not say what they were made from; they are counted above too. */
  readonly unknownSource: number;
}

type Count = "translated" | "needsReview" | "final" | "missing" | "stale";

/** The progress of every locale but the default one, in the order of the catalog. */
export function translationProgress(catalog: Catalog, hashes: SourceHashes): readonly TranslationProgress[] {
  return catalog.locales
    .filter(({ tag }) => tag !== catalog.defaultLocale)
    .map((locale) => progressOf(catalog, locale, hashes));
}

function progressOf({ failures }: Catalog, { tag, file }: Locale, hashes: SourceHashes): TranslationProgress {
  const written = (JSON.parse(file.text) as RawTranslations).failures;
  releaseText(file);
  const counts = { translated: 0, needsReview: 0, final: 0, missing: 0, stale: 0 };
  let texts = 0;
  let unknownSource = 0;
  for (const { name, messages } of failures) {
    for (const part of messageParts) {
      if (messages[part] === undefined) continue;
      const entry = Object.hasOwn(written, name) ? written[name]?.[part] : undefined;
      texts++;
      const count = countOf(entry, () => hashes(name, part));
      counts[count]++;
      if (count !== "missing" && entry?.src === undefined) unknownSource++;
    }
  }
  return { locale: tag, texts, ...counts, unknownSource };
}

function countOf(entry: RawTranslation | undefined, hashOf: () => SourceHash | undefined): Count {
  if (entry === undefined || entry.state === "new") return "missing";
  const hash = entry.src === undefined ? undefined : hashOf();
  const standing = entry.src === undefined || hash === undefined ? "current" : standingOf(entry.src, hash);
  if (standing === "stale") return "stale";
  if (standing === "context-changed" || entry.state === "needs-review") return "needsReview";
  return entry.state === "final" ? "final" : "translated";
}
