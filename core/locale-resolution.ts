import type { Catalog } from "./catalog.ts";
import { likelyScript } from "./likely-scripts.ts";

/**
 * Which locales stand in for which: one table, written out, that every target shares, so that all consumers resolve a
 * locale alike.
 */
export interface LocaleResolution {
  readonly defaultLocale: string;
  /**
   * By tag in lower case: the catalog's locales in the order in which they are asked, the default one last. Every locale of
   * the catalog is here, and every other tag that the catalog writes a chain for.
   */
  readonly chains: ReadonlyMap<string, readonly string[]>;
}

/** Codes that ISO 639 has replaced, as people still send them: of CLDR's languageAlias, those that name one language alone. */
export const formerLanguages: Readonly<Record<string, string>> = {
  in: "id",
  iw: "he",
  ji: "yi",
  jw: "jv",
  mo: "ro",
  no: "nb",
  tl: "fil",
};

/** The table of a catalog. Without a chain of its own, a locale is followed by those that its tag begins with. */
export function localeResolution({ locales, fallbacks, defaultLocale }: Catalog): LocaleResolution {
  const own = new Set(locales.map(({ tag }) => tag));
  const chains = new Map<string, readonly string[]>();
  for (const tag of [...own, ...fallbacks.keys()]) {
    const seen = new Set<string>();
    follow(tag, fallbacks, seen);
    const chain = [...seen].filter((one) => own.has(one) && one !== defaultLocale);
    chains.set(tag.toLowerCase(), tag === defaultLocale ? [tag] : [...chain, defaultLocale]);
  }
  for (const former of Object.keys(formerLanguages)) {
    const chain = chains.get(formerLanguages[former] ?? "");
    if (chain !== undefined && !chains.has(former)) chains.set(former, chain);
  }
  return { defaultLocale, chains: new Map([...chains].sort(([left], [right]) => (left < right ? -1 : 1))) };
}

/** Adds a tag and all that it leads to; a chain that leads back ends there. */
function follow(tag: string, fallbacks: Catalog["fallbacks"], seen: Set<string>): void {
  if (seen.has(tag)) return;
  seen.add(tag);
  const written = fallbacks.get(tag);
  if (written !== undefined) {
    for (const next of written) follow(next, fallbacks, seen);
    return;
  }
  const shorter = withoutLast(tag);
  if (shorter !== "") follow(shorter, fallbacks, seen);
}

function withoutLast(tag: string): string {
  return tag.slice(0, Math.max(tag.lastIndexOf("-"), 0));
}

/**
 * The locales for a tag as anybody may send it, `zh_TW` and `EN-gb` included: the chain of the longest beginning of it that
 * has one (RFC 4647 §3.4), else the default locale alone.
 */
export function resolveLocale({ defaultLocale, chains }: LocaleResolution, requested: string): readonly string[] {
  for (let tag = requested.replaceAll("_", "-").toLowerCase(); tag !== ""; tag = withoutLast(tag)) {
    const chain = chains.get(tag);
    if (chain !== undefined) return chain;
  }
  return [defaultLocale];
}

/** Scripts that are written from right to left, of those that languages of today are written in. */
const rightToLeft: ReadonlySet<string> = new Set("Adlm Arab Hebr Mand Nkoo Rohg Samr Syrc Thaa".split(" "));

/** The direction in which a locale is written: that of the script in its tag, else of the one it goes without saying. */
export function directionOf(tag: string): "ltr" | "rtl" {
  const [written = "", ...rest] = tag.split("-");
  const script = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const region = rest.find((part) => /^(?:[A-Z]{2}|\d{3})$/.test(part));
  return rightToLeft.has(script ?? likelyScript(formerLanguages[written] ?? written, region)) ? "rtl" : "ltr";
}
