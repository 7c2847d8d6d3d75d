import type { Param } from "../../catalog.ts";
import { quoted, quotedValue } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure } from "../comparison.ts";
import { named } from "../named.ts";
import { sameFields, sameValue } from "../same-value.ts";

interface KeptParam {
  readonly base: Param;
  readonly head: Param;
}

/** What messages are filled with. */
export function* paramChanges(comparison: Comparison): Iterable<Change> {
  for (const kept of comparison.pairing.kept) {
    if (!sameParams(kept.base.params, kept.head.params)) yield* ofFailure(comparison, kept);
  }
}

/** Whether nothing at all differs: most params stay as they are, and need not be paired. */
function sameParams(before: readonly Param[], after: readonly Param[]): boolean {
  return (
    before.length === after.length &&
    before.every((param, index) => {
      const other = after[index];
      return other !== undefined && sameFields(param, other, "values") && sameValue(param.values, other.values);
    })
  );
}

function* ofFailure(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const failure = named(kept.head);
  const pairs = pairParams(kept.base.params, kept.head.params);
  const later = new Map(pairs.map(({ base, head }) => [base, head]));
  const known = new Set(pairs.map(({ head }) => head));
  for (const param of kept.base.params) {
    if (later.has(param)) continue;
    const subject = fieldOf(comparison, kept, ["params", param.name], [param.name]);
    yield change("param-removed", subject, { failure, param: param.name });
  }
  for (const param of kept.head.params) {
    if (known.has(param)) continue;
    const subject = fieldOf(comparison, kept, ["params", param.name], [param.name]);
    yield change("param-added", subject, { failure, param: param.name });
  }
  yield* order(comparison, kept, pairs, later);
  for (const pair of pairs) yield* ofParam(comparison, kept, pair);
}

/** By name; then those that are left over, if they have one type and one description, or one type, place and example. */
function pairParams(before: readonly Param[], after: readonly Param[]): readonly KeptParam[] {
  const byName = new Map(after.map((param) => [param.name, param]));
  const names = new Set(before.map(({ name }) => name));
  const free = new Set(after.filter(({ name }) => !names.has(name)));
  const pairs: KeptParam[] = [];
  for (const [index, base] of before.entries()) {
    const same = byName.get(base.name);
    const head = same ?? (free.size === 0 ? undefined : renamedFrom(base, index, after, free));
    if (head === undefined) continue;
    free.delete(head);
    pairs.push({ base, head });
  }
  return pairs;
}

function renamedFrom(base: Param, index: number, after: readonly Param[], free: ReadonlySet<Param>): Param | undefined {
  const there = after[index];
  for (const param of free) {
    if (param.type !== base.type) continue;
    const sameWords = param.description === base.description;
    if (sameWords && base.description !== "") return param;
    if (param === there && (sameWords || param.example === base.example)) return param;
  }
  return undefined;
}

function* order(
  comparison: Comparison,
  kept: KeptFailure,
  pairs: readonly KeptParam[],
  later: ReadonlyMap<Param, Param>,
): Iterable<Change> {
  const stayed = new Set(pairs.map(({ head }) => head));
  const before = kept.base.params.flatMap((param) => later.get(param)?.name ?? []);
  const after = kept.head.params.filter((param) => stayed.has(param)).map(({ name }) => name);
  if (before.every((name, index) => name === after[index])) return;
  yield change("params-reordered", fieldOf(comparison, kept, ["params"]), {
    failure: named(kept.head),
    before: before.join(", "),
    after: after.join(", "),
  });
}

function* ofParam(comparison: Comparison, kept: KeptFailure, { base, head }: KeptParam): Iterable<Change> {
  const failure = named(kept.head);
  const param = head.name;
  const words = { failure, param };
  const at = (field: string | undefined, ...ids: readonly string[]) => {
    const path = field === undefined ? [] : [field];
    const subject = fieldOf(comparison, kept, ["params", param, ...path], [param, ...ids]);
    return { ...subject, base: fieldOf(comparison, kept, ["params", base.name, ...path]).base };
  };
  if (base.name !== head.name) {
    yield change("param-renamed", at(undefined, base.name), { failure, before: base.name, after: head.name });
  }
  if (base.type !== head.type) {
    yield change(typeRule(base, head), at("type"), { ...words, before: quoted(base.type), after: quoted(head.type) });
  } else if (base.type === "enum") {
    const [before, after] = [new Set(base.values), new Set(head.values)];
    for (const value of before) {
      if (!after.has(value))
        yield change("param-value-removed", at("values", value), { ...words, value: quoted(value) });
    }
    for (const value of after) {
      if (!before.has(value))
        yield change("param-value-added", at("values", value), { ...words, value: quoted(value) });
    }
  }
  if (base.pii !== head.pii) yield change(head.pii ? "param-pii-declared" : "param-pii-relaxed", at("pii"), words);
  if (base.grouping !== head.grouping) {
    const grouped = head.grouping ? "grouped" : "not grouped";
    yield change("param-grouping-changed", at("grouping"), { ...words, after: grouped });
  }
  if (base.example !== head.example) {
    const examples = { before: quotedValue(base.example), after: quotedValue(head.example) };
    yield change("param-example-changed", at("example"), { ...words, ...examples });
  }
  if (base.description !== head.description) yield change("param-description-changed", at("description"), words);
}

/** Types all of whose values another type has too. */
const wider: ReadonlySet<string> = new Set(["integer number", "enum string"]);

function typeRule(base: Param, head: Param): "param-type-changed" | "param-type-widened" | "param-type-narrowed" {
  if (wider.has(`${base.type} ${head.type}`)) return "param-type-widened";
  return wider.has(`${head.type} ${base.type}`) ? "param-type-narrowed" : "param-type-changed";
}
