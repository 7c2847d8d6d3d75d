import type { Code, Failure } from "../../catalog.ts";
import type { JsonPath } from "../../json/path.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure, placeOf } from "../comparison.ts";
import { listed, named } from "../named.ts";
import { codeNow } from "../pairing.ts";
import type { Side } from "../side.ts";

/** What takes the place of a failure that goes: named, named otherwise, or shared with others. */
export function* replacementChanges(comparison: Comparison): Iterable<Change> {
  for (const kept of comparison.pairing.kept) {
    const { base, head } = kept;
    if (!hasEnding(base) || !hasEnding(head)) continue;
    yield* replaced(comparison, kept, replacementOf(base), replacementOf(head));
    // Where both are retired the older replacement may be written still, and only its readers notice.
    if (base.retired?.replacedBy === undefined || head.retired?.replacedBy === undefined) continue;
    yield* replaced(comparison, kept, base.deprecated?.replacedBy, head.deprecated?.replacedBy, "deprecated");
  }
  yield* unfit(comparison);
  yield* merges(comparison);
  yield* splits(comparison);
}

function hasEnding({ deprecated, retired }: Failure): boolean {
  return deprecated !== undefined || retired !== undefined;
}

function* replaced(
  comparison: Comparison,
  kept: KeptFailure,
  before: Code | undefined,
  after: Code | undefined,
  ending?: "deprecated",
): Iterable<Change> {
  const { base, head, pairing } = comparison;
  if ((before === undefined ? undefined : codeNow(pairing, before)) === after) return;
  const { code } = kept.head;
  const pathIn = (failure: Failure): JsonPath => (ending === undefined ? pathOf(failure) : [ending, "replacedBy"]);
  const subject = {
    failure: code,
    ids: ending === undefined ? [code] : [code, ending],
    base: placeOf(base, kept.base, pathIn(kept.base)),
    head: placeOf(head, kept.head, pathIn(kept.head)),
  };
  const words = { failure: named(kept.head), before: nameOf(base, before), after: nameOf(head, after) };
  if (before === undefined) yield change("replacement-added", subject, words);
  else if (after === undefined) yield change("replacement-removed", subject, words);
  else yield change("replacement-changed", subject, words);
}

function nameOf(side: Side, code: Code | undefined): string {
  const failure = code === undefined ? undefined : side.catalog.byCode.get(code);
  return failure === undefined ? String(code) : named(failure);
}

function replacementOf({ deprecated, retired }: Failure): Code | undefined {
  return retired?.replacedBy ?? deprecated?.replacedBy;
}

/** Where the replacement of a failure stands. */
function pathOf({ deprecated, retired }: Failure): JsonPath {
  const inRetired = retired?.replacedBy !== undefined || deprecated?.replacedBy === undefined;
  return [inRetired && retired !== undefined ? "retired" : "deprecated", "replacedBy"];
}

/** What a failure was replaced by, by the code that it has now. */
function earlierReplacement({ pairing }: Comparison, failure: Failure): Code | undefined {
  const earlier = pairing.earlier.get(failure);
  const code = earlier === undefined ? undefined : replacementOf(earlier);
  return code === undefined ? undefined : codeNow(pairing, code);
}

/** Replacements that are new or newly deprecated, and send whoever follows them to the wrong place. */
function* unfit(comparison: Comparison): Iterable<Change> {
  const { base, head, pairing } = comparison;
  for (const failure of head.catalog.failures) {
    const code = replacementOf(failure);
    const target = code === undefined ? undefined : head.catalog.byCode.get(code);
    if (target === undefined) continue;
    const known = earlierReplacement(comparison, failure) === code;
    const earlier = pairing.earlier.get(failure);
    const subject = {
      failure: failure.code,
      ids: [failure.code, target.code],
      base: earlier === undefined ? undefined : placeOf(base, earlier, pathOf(earlier)),
      head: placeOf(head, failure, pathOf(failure)),
    };
    const words = { failure: named(failure), target: named(target) };
    if (target.deprecated !== undefined && !(known && pairing.earlier.get(target)?.deprecated !== undefined)) {
      yield change("replacement-deprecated", subject, words);
    }
    const differences = known ? [] : differencesOf(failure, target);
    if (differences.length > 0) {
      yield change("replacement-unlike", subject, { ...words, differences: listed(differences) });
    }
  }
}

/** What has to be changed besides the name, by whoever moves from a failure to its replacement. */
function differencesOf(failure: Failure, target: Failure): readonly string[] {
  const differences: string[] = [];
  const own = new Set(failure.params.map(({ name }) => name));
  const missing = target.params.filter(({ name }) => !own.has(name)).map(({ name }) => `"${name}"`);
  if (missing.length > 0) differences.push(`its messages ask for ${listed(missing)}`);
  const statuses = new Set(failure.statuses);
  const apart = statuses.size > 0 && target.statuses.length > 0 && !target.statuses.some((id) => statuses.has(id));
  if (apart) differences.push("it comes with other statuses");
  return differences;
}

/** Several failures with one replacement, of which at least one had it not before. */
function* merges(comparison: Comparison): Iterable<Change> {
  const { base, head, pairing } = comparison;
  const sourcesOf = new Map<Code, Failure[]>();
  const newest = new Map<Code, Failure>();
  for (const failure of head.catalog.failures) {
    const code = replacementOf(failure);
    if (code === undefined) continue;
    const sources = sourcesOf.get(code);
    if (sources === undefined) sourcesOf.set(code, [failure]);
    else sources.push(failure);
    if (pairing.earlier.has(failure) && earlierReplacement(comparison, failure) !== code) newest.set(code, failure);
  }
  for (const [code, last] of newest) {
    const target = head.catalog.byCode.get(code);
    const sources = sourcesOf.get(code) ?? [];
    if (target === undefined || sources.length < 2) continue;
    const earlier = pairing.earlier.get(last);
    const subject = {
      failure: code,
      ids: [code, ...sources.map((source) => source.code)],
      base: earlier === undefined ? undefined : placeOf(base, earlier),
      head: placeOf(head, last, pathOf(last)),
    };
    yield change("failures-merged", subject, { sources: some(sources), target: named(target) });
  }
}

/** A failure that goes, and in whose place there is more than one: its replacement, and new failures related to it. */
function* splits(comparison: Comparison): Iterable<Change> {
  const { pairing, head } = comparison;
  if (pairing.added.length === 0) return;
  const relatives = relatedToAdded(comparison);
  for (const kept of pairing.kept) {
    const code = replacementOf(kept.head);
    if (code === undefined || replacementOf(kept.base) !== undefined) continue;
    const replacement = head.catalog.byCode.get(code);
    const targets = new Set(relatives.get(kept.head));
    if (replacement !== undefined) targets.add(replacement);
    if (targets.size < 2) continue;
    const ids = [...targets].map((target) => target.code);
    const subject = fieldOf(comparison, kept, pathOf(kept.head), ids);
    yield change("failure-split", subject, { source: named(kept.head), targets: some([...targets]) });
  }
}

/** The new failures that are related to a kept one, as either of the two says. */
function relatedToAdded({ head, pairing }: Comparison): ReadonlyMap<Failure, ReadonlySet<Failure>> {
  const relatives = new Map<Failure, Set<Failure>>();
  const relate = (kept: Failure | undefined, added: Failure): void => {
    if (kept === undefined || !pairing.earlier.has(kept)) return;
    const known = relatives.get(kept);
    if (known === undefined) relatives.set(kept, new Set([added]));
    else known.add(added);
  };
  const added = new Set(pairing.added);
  for (const failure of head.catalog.failures) {
    for (const code of failure.related) {
      const other = head.catalog.byCode.get(code);
      if (added.has(failure)) relate(other, failure);
      else if (other !== undefined && added.has(other)) relate(failure, other);
    }
  }
  return relatives;
}

/** Longest list of failures that is spelt out. */
const longestList = 6;

function some(failures: readonly Failure[]): string {
  const names = failures.slice(0, longestList).map(named);
  return failures.length > longestList ? `${names.join(", ")} and others` : listed(names);
}
