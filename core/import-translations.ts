import { type Catalog, type Failure, type MessagePart, messageParts } from "./catalog.ts";
import { type Diagnostic, diagnostic } from "./diagnostics/diagnostic.ts";
import type { Digest } from "./digest.ts";
import { type ReturnedUnit, shownState, type TranslationState, type UnitMemory } from "./exchange/exchange-unit.ts";
import { locate } from "./json.ts";
import { load } from "./load.ts";
import { quoted } from "./quoted.ts";
import type { RawTranslatedMessages, RawTranslation, RawTranslations } from "./raw/locale.gen.ts";
import type { Location, SourceFile } from "./source-file.ts";
import { isMadeFrom, standingOf } from "./source-hash.ts";
import { type SourceHashes, sourceHashes } from "./source-hashes.ts";
import { suggester } from "./suggestion.ts";
import { newTranslatedFile, type TranslationChanges } from "./translated-file.ts";
import { textDigest, unitId } from "./translation-units.ts";

/** The translations of a locale as they are, and what came back from translators. */
export interface Import {
  readonly catalog: Catalog;
  readonly digest: Digest;
  readonly locale: string;
  /** The file of the locale, free of mistakes; undefined where there is none yet. */
  readonly present: SourceFile | undefined;
  readonly returned: SourceFile;
  readonly units: readonly ReturnedUnit[];
  /** Which text counts where both sides have changed it; undefined where that is to be reported. */
  readonly prefer: "ours" | "theirs" | undefined;
}

/** A text that was changed on both sides. */
export interface Conflict {
  readonly id: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What an import comes to. */
export interface ImportResult {
  readonly changes: TranslationChanges;
  /** Ids of the texts that are taken over. */
  readonly imported: readonly string[];
  /** How many of them were made from a text that has changed since, or from one that nobody knows. */
  readonly stale: number;
  /** How many came back as they are. */
  readonly unchanged: number;
  /** Ids of those that are not taken over because of a mistake. */
  readonly rejected: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Place {
  readonly failure: Failure;
  readonly part: MessagePart;
}

interface Candidate extends Place {
  readonly unit: ReturnedUnit;
  readonly entry: RawTranslation;
  readonly stale: boolean;
}

/** The `src` of a translation of which nobody can say what it was made from: no text is expected to have it. */
const unknownSource = "00000000";

/** Takes every text for itself: what is sound is taken over, whatever is wrong with others. */
export function importTranslations(given: Import): ImportResult {
  const { catalog, returned, present } = given;
  const places = placesOf(catalog);
  const meant = suggester(given.units.length, places.keys());
  const written = present === undefined ? undefined : (JSON.parse(present.text) as RawTranslations);
  const hashes = sourceHashes(catalog, given.digest);
  const seen = new Set<string>();
  const found: Diagnostic[] = [];
  const rejected: string[] = [];
  const conflicts: Conflict[] = [];
  const candidates: Candidate[] = [];
  const untold: ReturnedUnit[] = [];
  let unchanged = 0;
  for (const unit of given.units) {
    const place = places.get(unit.id);
    if (place === undefined || seen.has(unit.id)) {
      const word = meant(unit.id);
      const remedy = word === undefined ? "Remove it." : `Write ${quoted(word)}, or remove it.`;
      const id = quoted(unit.id);
      const twice = place !== undefined;
      found.push(twice ? diagnostic("FC8004", unit.at, { id }) : diagnostic("FC8002", unit.at, { id, remedy }));
      rejected.push(unit.id);
      continue;
    }
    seen.add(unit.id);
    const { failure, part } = place;
    const current = entryOf(written, failure.name, part);
    const change = changeOf(unit, current, place, hashes, given.digest);
    if (change === undefined) {
      unchanged++;
      continue;
    }
    if (change.conflict && given.prefer === "ours") {
      unchanged++;
      continue;
    }
    if (change.conflict && given.prefer === undefined && current !== undefined && present !== undefined) {
      conflicts.push({ id: unit.id, ours: current.text, theirs: change.entry.text });
      found.push(conflictIn(present, place, unit, current.text));
      continue;
    }
    if (unit.memory === undefined) untold.push(unit);
    candidates.push({ failure, part, unit, entry: change.entry, stale: change.stale });
  }
  const { sound, diagnostics, refused } = checked(given, candidates);
  const taken = new Set(sound);
  const [first] = untold;
  if (first !== undefined) found.push(diagnostic("FC8006", first.at, { texts: untold.length }));
  const diagnosed = [...found, ...diagnostics].sort((left, right) => left.at.start - right.at.start);
  return {
    changes: refused ? new Map() : changesOf(catalog, sound),
    imported: refused ? [] : sound.map(({ unit }) => unit.id),
    stale: refused ? 0 : sound.filter(({ stale }) => stale).length,
    unchanged,
    rejected: [...rejected, ...candidates.filter((one) => refused || !taken.has(one)).map(({ unit }) => unit.id)],
    conflicts,
    diagnostics: diagnosed.filter(({ at }) => at.file === returned || at.file === present),
  };
}

function placesOf({ failures }: Catalog): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const failure of failures) {
    for (const part of messageParts) {
      if (failure.messages[part] !== undefined) places.set(unitId(failure, part), { failure, part });
    }
  }
  return places;
}

function entryOf(written: RawTranslations | undefined, name: string, part: MessagePart): RawTranslation | undefined {
  return written !== undefined && Object.hasOwn(written.failures, name) ? written.failures[name]?.[part] : undefined;
}

interface Change {
  readonly entry: RawTranslation;
  readonly stale: boolean;
  readonly conflict: boolean;
}

/** What translators did to a text; undefined where that is nothing. */
function changeOf(
  { source, target, state, by, memory }: ReturnedUnit,
  current: RawTranslation | undefined,
  { failure, part }: Place,
  hashes: SourceHashes,
  digest: Digest,
): Change | undefined {
  if (target === undefined) return undefined;
  if (memory === undefined && current?.text === target) return undefined;
  const textChanged = memory === undefined || textDigest(digest, target) !== memory.text;
  const shown = memory === undefined ? undefined : shownState(memory, memory.text);
  if (!textChanged && (state === undefined || state === shown)) return undefined;
  const src = memory?.source ?? unknownSource;
  const hash = hashes(failure.name, part);
  const stale = hash === undefined || standingOf(src, hash) === "stale";
  const landing = landingState(state, shown, textChanged, memory, stale);
  const origin = textChanged ? (by !== undefined && by !== memory?.by ? by : "import") : (memory?.by ?? by ?? "import");
  const before = current?.src === src ? current.srcText : undefined;
  const shownSource = source !== undefined && isMadeFrom(src, source, digest) ? source : undefined;
  // What is current needs no text beside it, unless that is how this file is kept.
  const srcText = stale || current?.srcText !== undefined ? (shownSource ?? before) : undefined;
  const entry: RawTranslation = {
    text: target,
    state: landing,
    // A machine's text that somebody approved is no longer that of a machine alone (FC3216).
    by: landing === "final" && origin === "mt" ? "import" : origin,
    src,
    ...(srcText === undefined ? {} : { srcText }),
    ...(!textChanged && memory?.sameAsSource === true ? { sameAsSource: true } : {}),
  };
  if (current !== undefined && isSame(entry, current)) return undefined;
  const isOurs =
    current !== undefined &&
    current.state !== "new" &&
    current.text !== target &&
    textDigest(digest, current.text) !== memory?.text;
  return { entry, stale, conflict: isOurs };
}

function isSame(left: RawTranslation, right: RawTranslation): boolean {
  return (["text", "state", "by", "src", "srcText", "sameAsSource"] as const).every(
    (field) => left[field] === right[field],
  );
}

function landingState(
  said: TranslationState | undefined,
  shown: TranslationState | undefined,
  textChanged: boolean,
  memory: UnitMemory | undefined,
  stale: boolean,
): TranslationState {
  // Nobody has reviewed what nobody can say the source of.
  if (memory === undefined) return "needs-review";
  let state = said ?? "translated";
  // The mark of a text that was there before says nothing about the one in its place.
  if (textChanged && (state === "new" || (state === "final" && shown === "final"))) state = "translated";
  return stale && state === "final" ? "needs-review" : state;
}

function conflictIn(present: SourceFile, { failure, part }: Place, unit: ReturnedUnit, ours: string): Diagnostic {
  const words = { id: quoted(unit.id), ours: quoted(ours), theirs: quoted(unit.target ?? "") };
  const at = locate(present, ["failures", failure.name, part, "text"]);
  return diagnostic("FC8005", unit.at, words, [{ message: "Here it has another text.", at }]);
}

interface Checked {
  readonly sound: readonly Candidate[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether something is wrong with the language itself. */
  readonly refused: boolean;
}

/** Holds texts to the rules of every locale, in a file that holds them alone; what is said of them is said of the returned file. */
function checked({ catalog, locale, returned }: Import, candidates: readonly Candidate[]): Checked {
  if (candidates.length === 0) return { sound: [], diagnostics: [], refused: false };
  const { text, places } = newTranslatedFile(locale, undefined, changesOf(catalog, candidates));
  const path = `${locale}.json`;
  const { path: catalogPath, text: catalogText } = catalog.file;
  const loaded = load({ catalog: { path: catalogPath, content: catalogText }, locales: [{ path, content: text }] });
  const ranges = candidates.map((candidate) => {
    const range = places.get(`${candidate.failure.name}.${candidate.part}`);
    return { candidate, start: range?.start ?? 0, end: range?.end ?? 0 };
  });
  ranges.sort((left, right) => left.start - right.start);
  const refusedOnes = new Set<Candidate>();
  const diagnostics: Diagnostic[] = [];
  let refused = false;
  for (const one of loaded.diagnostics) {
    if (one.at.file.path !== path) continue;
    const candidate = rangeAt(ranges, one.at.start)?.candidate;
    if (candidate === undefined) {
      if (one.severity !== "error") continue;
      refused = true;
      diagnostics.push({ ...withPlacesIn(catalog.file, one), at: { file: returned, start: 0, end: 0 } });
      continue;
    }
    if (one.severity === "error") refusedOnes.add(candidate);
    diagnostics.push({ ...withPlacesIn(catalog.file, one), at: placeIn(returned, candidate.unit, one.at) });
  }
  return { sound: candidates.filter((candidate) => !refusedOnes.has(candidate)), diagnostics, refused };
}

/** What was found, with those of its places that lie in the catalog: the file that was checked is nobody's. */
function withPlacesIn(file: SourceFile, { related = [], ...rest }: Diagnostic): Diagnostic {
  const places = related
    .filter(({ at }) => at.file.path === file.path)
    .map((one) => ({ ...one, at: { ...one.at, file } }));
  return places.length === 0 ? rest : { ...rest, related: places };
}

interface Range {
  readonly candidate: Candidate;
  readonly start: number;
  readonly end: number;
}

function rangeAt(ranges: readonly Range[], offset: number): Range | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined || offset < range.start) high = middle - 1;
    else if (offset >= range.end) low = middle + 1;
    else return range;
  }
  return undefined;
}

/** The same place in the returned file, as far as the text is written there as it is; else all of the text. */
function placeIn(returned: SourceFile, { at, target = "" }: ReturnedUnit, place: Location): Location {
  const marked = place.file.text.slice(place.start, place.end);
  const inside = returned.text.slice(at.start, at.end);
  const before = place.file.text.slice(place.file.text.lastIndexOf('"text": "', place.start) + 9, place.start);
  const start = inside.indexOf(target);
  const exact = start >= 0 && marked !== "" && !/["\\\n]/.test(before) && !/["\\\n]/.test(marked);
  if (!exact || !target.startsWith(before + marked)) return at;
  const from = at.start + start + before.length;
  return { file: returned, start: from, end: from + marked.length };
}

function changesOf({ failures }: Catalog, candidates: readonly Candidate[]): TranslationChanges {
  const byName = new Map<string, RawTranslatedMessages>();
  for (const { failure, part, entry } of candidates) {
    byName.set(failure.name, { ...byName.get(failure.name), [part]: entry });
  }
  const sorted = new Map<string, RawTranslatedMessages>();
  for (const { name } of failures) {
    const messages = byName.get(name);
    if (messages !== undefined) sorted.set(name, messages);
  }
  return sorted;
}
