import { type Catalog, type Code, compareCodes, type Failure, type Reservation } from "../catalog.ts";
import { suggester } from "../suggestion.ts";
import type { Difference } from "./difference.ts";
import {
  aliasPrinted,
  missingInCatalog,
  missingOnPage,
  movedCategory,
  otherNumber,
  otherSpelling,
  reservedCode,
  retiredUnmarked,
  swappedNumbers,
  textDiffers,
} from "./difference-makers.ts";
import { folded, type PageWords } from "./page-words.ts";
import type { PageText, PublishedEntry, PublishedPage } from "./published-page.ts";
import { otherText } from "./said-text.ts";

/** An entry of the page, and the failures that have its code and its name. */
interface Matched {
  readonly entry: PublishedEntry;
  readonly byCode: Failure | undefined;
  readonly byName: Failure | undefined;
}

/** What every entry is held to. */
interface Context {
  readonly page: PublishedPage;
  readonly words: PageWords;
  readonly reserved: ReadonlyMap<Code, Reservation>;
  /** The codes under which the page has the names of each failure. */
  readonly printedAs: ReadonlyMap<Failure, ReadonlySet<Code>>;
  /** The failure that the page lacks and that has nearly this name. */
  readonly near: (name: string) => Failure | undefined;
}

/** What differs between a published page and a catalog: in the order of the page, then what the page lacks. */
export function reconcile(page: PublishedPage, catalog: Catalog, words: PageWords): readonly Difference[] {
  const matched = page.entries.map((entry): Matched => {
    const byName = entry.name === undefined ? undefined : catalog.byName.get(entry.name.text);
    return { entry, byCode: catalog.byCode.get(entry.code), byName };
  });
  const printedAs = new Map<Failure, Set<Code>>();
  for (const { entry, byName } of matched) {
    if (byName === undefined) continue;
    const codes = printedAs.get(byName);
    if (codes === undefined) printedAs.set(byName, new Set([entry.code]));
    else codes.add(entry.code);
  }
  const missing = lackedBy(matched, printedAs, catalog);
  const unknown = matched.filter(({ byCode, byName }) => byCode === undefined && byName === undefined);
  const near = suggester(
    unknown.length,
    missing.map(({ name }) => name),
  );
  const context: Context = {
    page,
    words,
    reserved: new Map(catalog.reserved.map((reservation) => [reservation.code, reservation])),
    printedAs,
    near: (name) => catalog.byName.get(near(name) ?? ""),
  };
  const found: Difference[] = [];
  for (const one of matched) found.push(...entryDifferences(context, one));
  const followers = [...page.entries].sort((left, right) => compareCodes(left.code, right.code));
  for (const failure of missing) {
    found.push(missingOnPage(page.file, failure, firstAfter(followers, failure.code)));
  }
  return distinct(found);
}

/** The failures that the page has neither under their code nor under a name of theirs. Retired ones need no page. */
function lackedBy(
  matched: readonly Matched[],
  printedAs: ReadonlyMap<Failure, ReadonlySet<Code>>,
  { failures }: Catalog,
): readonly Failure[] {
  const present = new Set<Failure>(printedAs.keys());
  // Below the name of another failure a code does not stand for its own.
  for (const { byCode, byName } of matched) if (byCode !== undefined && byName === undefined) present.add(byCode);
  return failures.filter((failure) => failure.retired === undefined && !present.has(failure));
}

function* entryDifferences(context: Context, { entry, byCode, byName }: Matched): Iterable<Difference> {
  const { file } = context.page;
  const failure = byName ?? byCode;
  if (failure === undefined) {
    yield* unknownEntry(context, entry);
    return;
  }
  if (byName !== undefined && byName !== byCode) {
    if (byCode === undefined || context.printedAs.get(byCode)?.has(byName.code) !== true) {
      yield otherNumber(file, entry, byName, byCode);
    } else if (compareCodes(byName.code, byCode.code) < 0) yield swappedNumbers(file, entry, byName, byCode);
  } else {
    // The word where a name would stand may say what became of the code.
    if (byName === undefined && entry.name !== undefined && !(failure.retired !== undefined && saysEnded(entry))) {
      yield otherSpelling(file, entry.name, failure);
    }
    for (const other of entry.otherNames) {
      // Words in capitals beside a name are met, and names with a line in them are names.
      if (other.text.includes("_") && !context.words.isKnownName(other.text)) yield otherSpelling(file, other, failure);
    }
    for (const name of [entry.name, ...entry.otherNames]) {
      const isAlias = failure.aliases.some((alias) => alias.name === name?.text);
      if (name !== undefined && isAlias) yield aliasPrinted(file, name, failure);
    }
    if (failure.retired === undefined || !saysEnded(entry)) yield* movedTo(context, entry, failure);
  }
  if (failure.retired !== undefined) {
    if (!saysEnded(entry)) yield retiredUnmarked(file, entry, failure);
    return;
  }
  const text = otherText(entry, failure);
  if (text !== undefined) yield textDiffers(file, text, failure);
}

function* unknownEntry({ page, reserved, near }: Context, entry: PublishedEntry): Iterable<Difference> {
  const reservation = reserved.get(entry.code);
  if (saysReserved(entry) || entry.texts.some(({ text }) => text === reservation?.reason)) return;
  if (reservation !== undefined) yield reservedCode(page.file, entry, reservation);
  else yield missingInCatalog(page.file, entry, entry.name === undefined ? undefined : near(entry.name.text));
}

function* movedTo({ page, words }: Context, entry: PublishedEntry, failure: Failure): Iterable<Difference> {
  const said = entry.category ?? entry.section;
  if (said === undefined) return;
  const category = words.category(said.text);
  if (category === failure.category) return;
  // A cell may be empty or hold a dash; a section is there only because it names a category.
  if (category === undefined && folded(said.text) === "") return;
  yield movedCategory(page.file, entry, said, category, failure);
}

const reservedWords = /\b(?:reserved|unused|unassigned|(?:never|not) (?:used|assigned)|do not use)\b/i;

const endedWords =
  /\b(?:retired|removed|deprecated|obsolete|withdrawn|discontinued|no longer|not any ?more|reserved|unused)\b/i;

function saysReserved(entry: PublishedEntry): boolean {
  return saysOf(entry).some((text) => reservedWords.test(text));
}

function saysEnded(entry: PublishedEntry): boolean {
  return saysOf(entry).some((text) => endedWords.test(text));
}

/** Where a page says what became of a code: a note on top of it, in place of its name, or in what is said of it. */
function saysOf({ name, heading, texts }: PublishedEntry): readonly string[] {
  return [name, heading, ...texts].flatMap((one) => (one === undefined ? [] : [one.text]));
}

/** The first entry with a greater code, or undefined. */
function firstAfter(sorted: readonly PublishedEntry[], code: Code): PageText | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = sorted[middle];
    if (entry !== undefined && compareCodes(entry.code, code) <= 0) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.printed;
}

/** What a page says twice is said once. */
function distinct(found: readonly Difference[]): readonly Difference[] {
  const seen = new Set<string>();
  return found.filter(({ kind, code, name, onPage }) => {
    const key = JSON.stringify([kind, code, name, onPage]);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
