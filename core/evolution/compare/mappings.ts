import type { Failure, Mapping, Source } from "../../catalog.ts";
import { quoted } from "../../quoted.ts";
import { keyWords } from "../../sources/key-words.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import type { EvolutionRuleId } from "../evolution-rules.ts";
import { named } from "../named.ts";
import { type KeptMapping, mappingKey, pairMappings } from "../pair-mappings.ts";
import type { KeptSource } from "../pair-sources.ts";
import { codeNow } from "../pairing.ts";
import type { Side } from "../side.ts";
import type { Transition } from "./retry.ts";

interface PlacedMapping extends KeptMapping {
  readonly source: Source;
}

/** What the errors of a source mean now. What is inherited is told where it is written, or as the inheritance itself. */
export function* mappingChanges(comparison: Comparison, { base, head: source }: KeptSource): Iterable<Change> {
  const { kept, rekeyed, removed, added } = pairMappings(base, source);
  for (const pair of rekeyed) yield keyChanged(comparison, { ...pair, source });
  for (const pair of [...kept, ...rekeyed]) yield* ofMapping(comparison, { ...pair, source });
  for (const mapping of removed) yield gone(comparison, source, mapping);
  for (const mapping of added) yield fresh(comparison, source, mapping);
}

function keyChanged(comparison: Comparison, kept: PlacedMapping): Change {
  const { source, base, head } = kept;
  const words = {
    source: quoted(source.name),
    name: quoted(head.name),
    before: keyWords(base.key),
    after: keyWords(head.key),
  };
  return change("mapping-key-changed", fieldOf(comparison, kept, [], mappingKey(base)), words);
}

function gone({ base, pairing }: Comparison, source: Source, mapping: Mapping): Change {
  const { failure } = mapping;
  const later = failure === undefined ? undefined : { code: codeNow(pairing, failure.code) };
  const subject = { ...about(source, mapping, later), base: placeIn(base, mapping) };
  return change("mapping-removed", subject, { ...wordsOf(source, mapping), before: meaningOf(mapping) });
}

function fresh({ head }: Comparison, source: Source, mapping: Mapping): Change {
  const subject = { ...about(source, mapping, mapping.failure), head: placeIn(head, mapping) };
  return change("mapping-added", subject, { ...wordsOf(source, mapping), after: meaningOf(mapping) });
}

function about(source: Source, mapping: Mapping, failure: Pick<Failure, "code"> | undefined) {
  return { ids: [source.name, mappingKey(mapping)], ...(failure === undefined ? {} : { failure: failure.code }) };
}

function placeIn(side: Side, { origin }: Mapping, ...path: string[]) {
  return side.place(origin.file, [...origin.path, ...path]);
}

function wordsOf({ name }: Source, { key }: Mapping) {
  return { source: quoted(name), key: keyWords(key) };
}

/** What a program is told. */
function meaningOf({ outcome, failure }: Mapping): string {
  if (failure === undefined) return "that it is no failure";
  return outcome === "fallback" ? `${named(failure)}, as nobody can judge it` : named(failure);
}

function fieldOf({ base, head }: Comparison, kept: PlacedMapping, path: readonly string[], ...ids: string[]) {
  const subject = about(kept.source, kept.head, kept.head.failure);
  return {
    ...subject,
    ids: [...subject.ids, ...ids],
    base: placeIn(base, kept.base, ...path),
    head: placeIn(head, kept.head, ...path),
  };
}

function* ofMapping(comparison: Comparison, kept: PlacedMapping): Iterable<Change> {
  yield* meaning(comparison, kept);
  yield* retry(comparison, kept);
  yield* spellings(comparison, kept);
  yield* evidence(comparison, kept);
  yield* documentation(comparison, kept);
}

function* meaning(comparison: Comparison, kept: PlacedMapping): Iterable<Change> {
  const { base, head, source } = kept;
  const words = { ...wordsOf(source, head), before: meaningOf(base), after: meaningOf(head) };
  const subject = fieldOf(comparison, kept, [head.outcome]);
  const place = { ...subject, base: placeIn(comparison.base, base, base.outcome) };
  if (base.outcome === "fallback" && head.outcome === "failure") yield change("mapping-judged", place, words);
  else if (base.outcome === "failure" && head.outcome === "fallback") yield change("mapping-unjudged", place, words);
  else if (base.outcome !== head.outcome) yield change("mapping-changed", place, words);
  else if (head.outcome === "failure" && !isSameFailure(comparison, kept))
    yield change("mapping-changed", place, words);
}

/** Another fallback of the catalog is told by itself. */
function isSameFailure({ pairing }: Comparison, { base, head }: KeptMapping): boolean {
  return base.failure !== undefined && pairing.laterCode.get(base.failure.code) === head.failure?.code;
}

const transitions = {
  "later never": "mapping-retry-withdrawn",
  "never later": "mapping-retry-granted",
  "later after-change": "mapping-retry-needs-change",
  "after-change later": "mapping-retry-needs-no-change",
  "after-change never": "mapping-correction-withdrawn",
  "never after-change": "mapping-correction-granted",
} as const satisfies Record<Transition, EvolutionRuleId>;

function* retry(comparison: Comparison, kept: PlacedMapping): Iterable<Change> {
  const { base, head, source } = kept;
  if (base.retry === head.retry || base.retry === undefined || head.retry === undefined) return;
  // What follows its failure is told with the failure.
  if (base.retry === base.failure?.retry && head.retry === head.failure?.retry) return;
  const rule = transitions[`${base.retry} ${head.retry}` as Transition];
  yield change(rule, fieldOf(comparison, kept, ["retry"]), wordsOf(source, head));
}

function* spellings(comparison: Comparison, kept: PlacedMapping): Iterable<Change> {
  const [before, after] = [kept.base, kept.head].map(({ key }) => new Set(key.kind === "exact" ? key.spellings : []));
  const words = wordsOf(kept.source, kept.head);
  for (const spelling of before ?? []) {
    if (after?.has(spelling)) continue;
    const subject = fieldOf(comparison, kept, ["spellings"], spelling);
    yield change("mapping-spelling-removed", subject, { ...words, spelling: quoted(spelling) });
  }
  for (const spelling of after ?? []) {
    if (before?.has(spelling)) continue;
    const subject = fieldOf(comparison, kept, ["spellings"], spelling);
    yield change("mapping-spelling-added", subject, { ...words, spelling: quoted(spelling) });
  }
}

function* evidence(comparison: Comparison, kept: PlacedMapping): Iterable<Change> {
  const [before, after] = [kept.base.evidence, kept.head.evidence];
  // Only a failure has evidence.
  if (before === after || before === undefined || after === undefined) return;
  const rule = after === "documented" ? "mapping-evidence-raised" : "mapping-evidence-lowered";
  yield change(rule, fieldOf(comparison, kept, ["evidence"]), wordsOf(kept.source, kept.head));
}

const provenances = {
  published: "published",
  "same-numbering": "of a numbering that others publish",
  recalled: "recalled",
} as const;

function* documentation(comparison: Comparison, kept: PlacedMapping): Iterable<Change> {
  const { base, head, source } = kept;
  const words = wordsOf(source, head);
  for (const field of ["name", "description", "reason"] as const) {
    if (base[field] === head[field]) continue;
    yield change("mapping-text-changed", fieldOf(comparison, kept, [field], field), { ...words, field });
  }
  if (!isSameReference(base.reference, head.reference)) {
    const subject = fieldOf(comparison, kept, ["reference"], "reference");
    yield change("mapping-text-changed", subject, { ...words, field: "reference" });
  }
  if (base.provenance !== head.provenance) {
    const [before, after] = [provenances[base.provenance], provenances[head.provenance]];
    yield change("mapping-provenance-changed", fieldOf(comparison, kept, ["provenance"]), { ...words, before, after });
  }
}

/** One with another title or address is told with its source, and by its id nobody but the file's author knows it. */
function isSameReference(before: Mapping["reference"], after: Mapping["reference"]): boolean {
  return before?.id === after?.id || (before?.title === after?.title && before?.url === after?.url);
}
