import type { MappingKey } from "../catalog.ts";
import { codeValue } from "./code-form.ts";
import { canBothMatch, codesOf, compareKeys, covers, rangesCross } from "./key-order.ts";
import { literalLength } from "./text-match.ts";

/** A key of a source. */
export interface KeyEntry {
  readonly key: MappingKey;
  /** Whether it is the source's own; what is wrong among inherited keys is wrong in the source that they come from. */
  readonly own: boolean;
}

/**
 * What is wrong with keys of one source. `same`: two are equal. `undecided`: one error can match both, and neither is more
 * specific. `crossing`: two ranges overlap, and neither holds the other. `never`: whatever matches the key matches one of
 * the others, which are more specific.
 */
export interface KeyConflict<Entry extends KeyEntry> {
  readonly kind: "same" | "undecided" | "crossing" | "never";
  readonly entry: Entry;
  readonly others: readonly Entry[];
}

/** Everything that is wrong with the keys of a source: inherited ones first, then its own, each blamed on the later one. */
export function keyConflicts<Entry extends KeyEntry>(entries: readonly Entry[]): readonly KeyConflict<Entry>[] {
  const found: KeyConflict<Entry>[] = [];
  const groups = groupsOf(entries);
  for (const group of groups.values()) conflictsIn(group, found);
  const repeated = new Set(found.filter(({ kind }) => kind === "same").map(({ entry }) => entry));
  const distinct = entries.filter((entry) => !repeated.has(entry));
  crossings(distinct, found);
  const spans = spansOf(distinct);
  for (const entry of distinct) {
    if (!entry.own) continue;
    const winners = winnersOver(entry, groups, spans);
    if (winners !== undefined) found.push({ kind: "never", entry, others: winners });
  }
  return withoutRepetitions(found);
}

/** One key for each code that it is for. */
function singleKeys(key: MappingKey): readonly MappingKey[] {
  if (key.kind !== "exact" || key.spellings.length === 0) return [key];
  return codesOf(key).map((code) => ({ ...key, code, spellings: [] }));
}

/** What a key is for, its text aside: keys of one group are for the same errors. */
function groupName(key: MappingKey): string {
  switch (key.kind) {
    case "exact":
      return JSON.stringify([key.code, key.subcode ?? null]);
    case "detail":
      return `X.${key.subject}.${key.detail}`;
    case "range":
      return `${key.from}-${key.to}`;
    case "class":
      return `${key.class}.X.X`;
    case "source":
      return "";
  }
}

type Groups<Entry> = ReadonlyMap<string, readonly Entry[]>;

function groupsOf<Entry extends KeyEntry>(entries: readonly Entry[]): Groups<Entry> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const name of new Set(singleKeys(entry.key).map(groupName))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}

function conflictsIn<Entry extends KeyEntry>(group: readonly Entry[], found: KeyConflict<Entry>[]): void {
  if (group.length < 2) return;
  const first = new Map<string, Entry>();
  // Of one kind, and with as many literal characters: only these are equal in the order of specificity.
  const equals = new Map<string, Entry[]>();
  for (const entry of group) {
    const { text } = entry.key;
    const name = text === undefined ? "" : `${text.kind} ${text.pattern}`;
    const before = first.get(name);
    if (before !== undefined) {
      if (entry.own) found.push({ kind: "same", entry, others: [before] });
      continue;
    }
    first.set(name, entry);
    if (text?.kind !== "contains" && text?.kind !== "glob") continue;
    const rank = `${text.kind} ${literalLength(text)}`;
    const equal = equals.get(rank) ?? [];
    equals.set(rank, equal);
    const other = entry.own ? equal.find(({ key }) => canBothMatch(key, entry.key)) : undefined;
    if (other !== undefined) found.push({ kind: "undecided", entry, others: [other] });
    equal.push(entry);
  }
}

function crossings<Entry extends KeyEntry>(entries: readonly Entry[], found: KeyConflict<Entry>[]): void {
  const ranges = spansOf(entries.filter(({ key }) => key.kind === "range"));
  const around: Span<Entry>[] = [];
  for (const span of ranges) {
    let outer = around.at(-1);
    while (outer !== undefined && outer.to < span.from) {
      around.pop();
      outer = around.at(-1);
    }
    if (outer === undefined || !rangesCross(outer.entry.key, span.entry.key)) around.push(span);
    else {
      const [later, earlier] = outer.place > span.place ? [outer, span] : [span, outer];
      if (later.entry.own) found.push({ kind: "crossing", entry: later.entry, others: [earlier.entry] });
    }
  }
}

/** Numbers that a key is for. */
interface Span<Entry> {
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
  /** Place of the entry in the list. */
  readonly place: number;
}

/** The ranges and the single numbers, by their beginning, wider ones first. Codes with a subcode cover no number. */
function spansOf<Entry extends KeyEntry>(entries: readonly Entry[]): readonly Span<Entry>[] {
  const spans: Span<Entry>[] = [];
  for (const [place, entry] of entries.entries()) {
    const { key } = entry;
    if (key.kind === "range") spans.push({ from: key.from, to: key.to, entry, place });
    if (key.kind !== "exact" || key.subcode !== undefined) continue;
    for (const code of codesOf(key)) {
      const value = codeValue(code);
      if (value !== undefined) spans.push({ from: value, to: value, entry, place });
    }
  }
  return spans.sort((left, right) => left.from - right.from || right.to - left.to);
}

/** The more specific keys that leave nothing to a key; undefined where it can win. */
function winnersOver<Entry extends KeyEntry>(
  entry: Entry,
  groups: Groups<Entry>,
  spans: readonly Span<Entry>[],
): readonly Entry[] | undefined {
  const winners = new Set<Entry>();
  for (const single of singleKeys(entry.key)) {
    const found = winnersOverOne(entry, single, groups, spans);
    if (found === undefined) return undefined;
    for (const winner of found) winners.add(winner);
  }
  return [...winners];
}

function winnersOverOne<Entry extends KeyEntry>(
  entry: Entry,
  single: MappingKey,
  groups: Groups<Entry>,
  spans: readonly Span<Entry>[],
): readonly Entry[] | undefined {
  // Of the other conditions on a text, one that is more specific never covers another one.
  if (single.text?.kind === "glob") {
    const winner = (groups.get(groupName(single)) ?? []).find(
      ({ key }) => compareKeys(key, single) < 0 && covers(key, single),
    );
    if (winner !== undefined) return [winner];
  }
  if (single.kind === "range") return winnersOverRange(entry, single, spans);
  return single.kind === "detail" ? winnersOverDetail(single, groups) : undefined;
}

/** Whether the condition of a key on the text holds wherever that of another one does. */
function coversText({ text }: MappingKey, inner: MappingKey): boolean {
  return text === undefined || covers({ kind: "source", text }, inner);
}

function winnersOverRange<Entry extends KeyEntry>(
  entry: Entry,
  range: MappingKey & { readonly kind: "range" },
  spans: readonly Span<Entry>[],
): readonly Entry[] | undefined {
  const winners: Entry[] = [];
  let next = range.from;
  for (let index = firstFrom(spans, range.from); index < spans.length && next <= range.to; index++) {
    const span = spans[index];
    if (span === undefined || span.from > next) return undefined;
    const { key } = span.entry;
    if (span.to < next || span.to > range.to || span.entry === entry) continue;
    if (compareKeys(key, range) >= 0 || !coversText(key, range)) continue;
    winners.push(span.entry);
    next = span.to + 1;
  }
  return next > range.to ? winners : undefined;
}

/** Index of the first span that begins at a number or after it. */
function firstFrom<Entry>(spans: readonly Span<Entry>[], from: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `X.1.1` is 4.1.1 and 5.1.1. */
function winnersOverDetail<Entry extends KeyEntry>(
  detail: MappingKey & { readonly kind: "detail" },
  groups: Groups<Entry>,
): readonly Entry[] | undefined {
  const winners: Entry[] = [];
  for (const statusClass of ["4", "5"]) {
    const name = JSON.stringify([`${statusClass}.${detail.subject}.${detail.detail}`, null]);
    const winner = (groups.get(name) ?? []).find(({ key }) => coversText(key, detail));
    if (winner === undefined) return undefined;
    winners.push(winner);
  }
  return winners;
}

/** Two keys with several codes each may meet in several groups. */
function withoutRepetitions<Entry extends KeyEntry>(
  found: readonly KeyConflict<Entry>[],
): readonly KeyConflict<Entry>[] {
  const seen = new Map<Entry, Set<unknown>>();
  return found.filter(({ kind, entry, others: [other] }) => {
    if (kind === "never") return true;
    const before = seen.get(entry);
    if (before === undefined) seen.set(entry, new Set([other]));
    else if (before.has(other)) return false;
    else before.add(other);
    return true;
  });
}
