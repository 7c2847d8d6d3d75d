import type { Locale } from "../../catalog.ts";
import { localeResolution, resolveLocale } from "../../locale-resolution.ts";
import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import type { Side } from "../side.ts";
import { translationChanges } from "./translations.ts";

/** Languages that are new or gone, what stands in for them, and their texts. */
export function* localeChanges(comparison: Comparison): Iterable<Change> {
  const { base, head } = comparison;
  const [before, after] = [byTag(base), byTag(head)];
  for (const [tag, locale] of before) {
    const later = after.get(tag);
    if (later !== undefined) yield* translationChanges(comparison, locale, later);
    else {
      const subject = { ids: [tag], base: base.place(locale.file, localePath(base, locale)) };
      yield change("locale-dropped", subject, { locale: quoted(tag) });
    }
  }
  for (const [tag, locale] of after) {
    if (before.has(tag)) continue;
    const subject = { ids: [tag], head: head.place(locale.file, localePath(head, locale)) };
    yield change("locale-added", subject, { locale: quoted(tag) });
  }
  yield* fallbackChanges(comparison, before, after);
}

function byTag({ catalog }: Side): ReadonlyMap<string, Locale> {
  return new Map(catalog.locales.map((locale) => [locale.tag, locale]));
}

/** The catalog's own file is that of the default locale. */
function localePath({ catalog }: Side, { tag }: Locale): readonly string[] {
  return [tag === catalog.defaultLocale ? "defaultLocale" : "locale"];
}

type Locales = ReadonlyMap<string, Locale>;

/** The chains that differ by more than languages that came or went, and than another default: those are told by themselves. */
function* fallbackChanges({ base, head }: Comparison, before: Locales, after: Locales): Iterable<Change> {
  const [earlier, later] = [localeResolution(base.catalog), localeResolution(head.catalog)];
  const isOther = base.catalog.defaultLocale !== head.catalog.defaultLocale;
  const defaults = new Set(isOther ? [base.catalog.defaultLocale, head.catalog.defaultLocale] : []);
  const common = (tag: string): boolean => before.has(tag) && after.has(tag) && !defaults.has(tag);
  const tags = new Set([
    ...before.keys(),
    ...base.catalog.fallbacks.keys(),
    ...after.keys(),
    ...head.catalog.fallbacks.keys(),
  ]);
  for (const tag of [...tags].sort()) {
    if (before.has(tag) !== after.has(tag) || defaults.has(tag)) continue;
    const [was, is] = [earlier, later].map((resolution) =>
      resolveLocale(resolution, tag).filter((one) => one !== tag && common(one)),
    );
    const [chainWas, chainIs] = [(was ?? []).join(", "), (is ?? []).join(", ")];
    if (chainWas === chainIs) continue;
    const path = ["fallbacks", tag];
    const subject = {
      ids: [tag],
      base: base.place(base.catalog.file, path),
      head: head.place(head.catalog.file, path),
    };
    const words = { locale: quoted(tag), before: chainWas || "nothing", after: chainIs || "nothing" };
    yield change("fallback-chain-changed", subject, words);
  }
}
