import type { Code, Example } from "../../catalog.ts";
import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure } from "../comparison.ts";
import { named } from "../named.ts";
import { laterStatuses } from "../pair-statuses.ts";
import { codeNow } from "../pairing.ts";
import { sameValue } from "../same-value.ts";

/** What developers read: guidance, examples, and which statuses and failures belong to a failure. */
export function* documentationChanges(comparison: Comparison): Iterable<Change> {
  const renamed = laterStatuses(comparison.base.catalog, comparison.head.catalog);
  for (const kept of comparison.pairing.kept) {
    yield* guidance(comparison, kept);
    yield* examples(comparison, kept);
    yield* statuses(comparison, kept, renamed);
    yield* related(comparison, kept);
  }
}

function* guidance(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  for (const kind of ["causes", "actions"] as const) {
    const [before, after] = [kept.base.guidance[kind], kept.head.guidance[kind]];
    if (sameList(before, after)) continue;
    const subject = fieldOf(comparison, kept, ["guidance", kind], [kind]);
    const words = { failure: named(kept.head), kind };
    if (before.length === 0) yield change("guidance-added", subject, words);
    else if (after.length === 0) yield change("guidance-emptied", subject, words);
    else yield change("guidance-changed", subject, words);
  }
}

interface PlacedExample extends Example {
  readonly index: number;
}

/** Examples are known by their titles; of those that are left over, ones with the same payload have another title. */
function* examples(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  if (kept.base.examples.length === 0 && kept.head.examples.length === 0) return;
  const failure = named(kept.head);
  const free: PlacedExample[] = kept.head.examples.map((example, index) => ({ ...example, index }));
  const take = (index: number): PlacedExample | undefined => (index < 0 ? undefined : free.splice(index, 1)[0]);
  const left: PlacedExample[] = [];
  for (const [index, { title, payload }] of kept.base.examples.entries()) {
    const later = take(free.findIndex((example) => example.title === title));
    if (later === undefined) left.push({ title, payload, index });
    else if (!sameValue(payload, later.payload)) {
      const words = { failure, example: quoted(title), what: "payload" };
      yield change("example-changed", between(comparison, kept, { index }, later, title, "payload"), words);
    }
  }
  for (const before of left) {
    const later = take(free.findIndex(({ payload }) => sameValue(before.payload, payload)));
    const words = { failure, example: quoted(before.title) };
    if (later === undefined) {
      const subject = fieldOf(comparison, kept, ["examples", before.index], [before.title]);
      yield change("example-removed", { ...subject, head: fieldOf(comparison, kept, ["examples"]).head }, words);
    } else {
      const subject = between(comparison, kept, before, later, before.title, "title");
      yield change("example-changed", subject, { ...words, what: `title, ${quoted(later.title)}` });
    }
  }
  for (const { title, index } of free) {
    const subject = fieldOf(comparison, kept, ["examples", index], [title]);
    const place = fieldOf(comparison, kept, ["examples"]).base;
    yield change("example-added", { ...subject, base: place }, { failure, example: quoted(title) });
  }
}

function between(
  comparison: Comparison,
  kept: KeptFailure,
  before: { readonly index: number },
  after: { readonly index: number },
  title: string,
  field: keyof Example,
) {
  const subject = fieldOf(comparison, kept, ["examples", after.index, field], [title]);
  return { ...subject, base: fieldOf(comparison, kept, ["examples", before.index, field]).base };
}

function* statuses(comparison: Comparison, kept: KeptFailure, renamed: ReadonlyMap<string, string>): Iterable<Change> {
  if (sameList(kept.base.statuses, kept.head.statuses)) return;
  // A status with another id is told by itself.
  const before = kept.base.statuses.map((status) => renamed.get(status) ?? status);
  const { gone, fresh } = difference(before, kept.head.statuses);
  const failure = named(kept.head);
  for (const status of gone) {
    const subject = fieldOf(comparison, kept, ["statuses"], [status]);
    yield change("failure-status-removed", subject, { failure, status });
  }
  for (const status of fresh) {
    const subject = fieldOf(comparison, kept, ["statuses"], [status]);
    yield change("failure-status-added", subject, { failure, status });
  }
}

function* related(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const { base, head, pairing } = comparison;
  const before = kept.base.related.map((code) => codeNow(pairing, code));
  if (sameList(before, kept.head.related)) return;
  const { gone, fresh } = difference(before, kept.head.related);
  const failure = named(kept.head);
  for (const code of gone) {
    const subject = fieldOf(comparison, kept, ["related"], [code]);
    const other = head.catalog.byCode.get(code) ?? base.catalog.byCode.get(code);
    yield change("related-removed", subject, { failure, related: nameOf(code, other) });
  }
  for (const code of fresh) {
    const subject = fieldOf(comparison, kept, ["related"], [code]);
    yield change("related-added", subject, { failure, related: nameOf(code, head.catalog.byCode.get(code)) });
  }
}

function nameOf(code: Code, failure: Parameters<typeof named>[0] | undefined): string {
  return failure === undefined ? String(code) : named(failure);
}

function sameList<Item>(before: readonly Item[], after: readonly Item[]): boolean {
  return before.length === after.length && before.every((item, index) => item === after[index]);
}

interface Difference<Item> {
  readonly gone: readonly Item[];
  readonly fresh: readonly Item[];
}

function difference<Item>(before: readonly Item[], after: readonly Item[]): Difference<Item> {
  const [earlier, later] = [new Set(before), new Set(after)];
  return { gone: before.filter((item) => !later.has(item)), fresh: after.filter((item) => !earlier.has(item)) };
}
