import { type Catalog, type Failure, type Locale, messageParts, type TranslatedMessages } from "../../catalog.ts";
import { canonicalText } from "../../message-syntax/canonical-text.ts";
import { quoted } from "../../quoted.ts";
import { isReleasable, releaseText } from "../../source-file.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { listed, named } from "../named.ts";
import type { Side } from "../side.ts";

type Texts = ReadonlyMap<string, TranslatedMessages>;

/** Texts of one language that changed in one way. */
interface Touched {
  /** `1001.title`: the failure's later code, and the part. */
  readonly ids: string[];
  /** The first of them in words, as many as a sentence holds. */
  readonly words: string[];
  first: { readonly base: Failure; readonly head: Failure; readonly part: string } | undefined;
}

/** As many texts are named; of others it is said how many there are. */
const mostNamed = 3;

const rules = ["translations-removed", "translations-added", "translations-changed"] as const;

/**
 * What became of the texts of one language that both catalogs have: a change for each way, however many texts it is about.
 * A text of the default locale that stays that is told with its failure.
 */
export function* translationChanges(comparison: Comparison, before: Locale, after: Locale): Iterable<Change> {
  const { base, head, pairing } = comparison;
  const { tag } = after;
  const [wasDefault, isDefault] = [base, head].map(({ catalog }) => catalog.defaultLocale === tag);
  if (wasDefault === true && isDefault === true) return;
  const [earlier, later] = textsOf(before, after);
  const touched = Object.fromEntries(rules.map((rule) => [rule, nothing()])) as Record<(typeof rules)[number], Touched>;
  for (const kept of pairing.kept) {
    const [was, is] = [earlier.get(kept.base.name), later.get(kept.head.name)];
    if (was === undefined && is === undefined) continue;
    for (const part of messageParts) {
      const [old, now] = [was?.[part], is?.[part]];
      // A part that the catalog gained or lost takes its translations along.
      if (old === now || kept.base.messages[part] === undefined || kept.head.messages[part] === undefined) continue;
      if (old === undefined) touch(touched["translations-added"], kept, part);
      else if (now === undefined) touch(touched["translations-removed"], kept, part);
      else if (canonicalText(old) !== canonicalText(now)) touch(touched["translations-changed"], kept, part);
    }
  }
  for (const rule of rules) {
    const { ids, words, first } = touched[rule];
    if (first === undefined) continue;
    const place = (side: Side, locale: Locale, { name }: Failure) =>
      locale.tag === side.catalog.defaultLocale
        ? side.place(locale.file, ["defaultLocale"])
        : side.place(locale.file, ["failures", name, first.part]);
    const subject = {
      ids: [tag, comparison.digest(ids.join(" ")).slice(0, 16)],
      base: place(base, before, first.base),
      head: place(head, after, first.head),
    };
    yield change(rule, subject, { locale: quoted(tag), texts: textsIn(words, ids.length) });
  }
  const isTold = rules.slice(0, 2).some((rule) => touched[rule].ids.length > 0);
  if (isTold || wasDefault === true || isDefault === true) return;
  yield* coverage(comparison, before, after, earlier, later);
}

/** Most languages did not change: a long file that both have is understood once. */
function textsOf(before: Locale, after: Locale): readonly [Texts, Texts] {
  const areLong = isReleasable(before.file) && isReleasable(after.file);
  const isSame = areLong && before.file.text === after.file.text;
  const earlier = before.messages();
  if (!isSame) return [earlier, after.messages()];
  releaseText(after.file);
  return [earlier, earlier];
}

function nothing(): Touched {
  return { ids: [], words: [], first: undefined };
}

function touch(touched: Touched, kept: { readonly base: Failure; readonly head: Failure }, part: string): void {
  touched.first ??= { ...kept, part };
  touched.ids.push(`${kept.head.code}.${part}`);
  if (touched.words.length < mostNamed) touched.words.push(`the ${part} of ${named(kept.head)}`);
}

function textsIn(words: readonly string[], count: number): string {
  const others = count - words.length;
  if (others === 0) return listed(words);
  return listed([...words, others === 1 ? "one other" : `${others} others`]);
}

function* coverage(
  { base, head }: Comparison,
  before: Locale,
  after: Locale,
  earlier: Texts,
  later: Texts,
): Iterable<Change> {
  const [was, is] = [covered(base.catalog, earlier), covered(head.catalog, later)];
  // Two fractions, compared without dividing.
  const difference = is.translated * was.all - was.translated * is.all;
  if (difference === 0) return;
  const words = { locale: quoted(after.tag), before: fraction(was), after: fraction(is) };
  const subject = {
    ids: [after.tag, `${was.translated}/${was.all}`, `${is.translated}/${is.all}`],
    base: base.place(before.file, ["failures"]),
    head: head.place(after.file, ["failures"]),
  };
  yield change(difference < 0 ? "coverage-dropped" : "coverage-raised", subject, words);
}

interface Coverage {
  readonly translated: number;
  readonly all: number;
}

function covered({ failures }: Catalog, texts: Texts): Coverage {
  let [translated, all] = [0, 0];
  for (const { name, messages } of failures) {
    const written = texts.get(name);
    for (const part of messageParts) {
      if (messages[part] === undefined) continue;
      all++;
      if (written?.[part] !== undefined) translated++;
    }
  }
  return { translated, all };
}

function fraction({ translated, all }: Coverage): string {
  return `${translated} of ${all}`;
}
