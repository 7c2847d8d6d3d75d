import type { Failure } from "../../catalog.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure, placeOf } from "../comparison.ts";
import { named } from "../named.ts";
import { shareName } from "./codes.ts";
import { nameCycles } from "./swaps.ts";

/** Failures that are called otherwise, and names that call another failure. */
export function* nameChanges(comparison: Comparison): Iterable<Change> {
  const swapped = new Set(nameCycles(comparison.pairing).flat());
  for (const kept of comparison.pairing.kept) {
    if (kept.base.name !== kept.head.name && !swapped.has(kept)) yield* renamed(comparison, kept);
  }
  yield* reusedNames(comparison, new Set([...swapped].map(({ head }) => head.name)));
}

function* renamed(comparison: Comparison, kept: KeptFailure): Iterable<Change> {
  const { base, head } = comparison;
  // That it has neither its code nor its name any more is said at once.
  if (kept.base.code !== kept.head.code && !shareName(comparison, kept)) return;
  const stays = head.catalog.byName.get(kept.base.name) === kept.head;
  const known = base.catalog.byName.get(kept.head.name) === kept.base;
  const words = { code: kept.head.code, before: kept.base.name, after: kept.head.name };
  const subject = fieldOf(comparison, kept, ["name"], [kept.base.name]);
  if (stays) yield change(known ? "alias-promoted" : "renamed-with-alias", subject, words);
  else yield change(known ? "renamed-to-alias" : "renamed", subject, words);
}

function* reusedNames(comparison: Comparison, swapped: ReadonlySet<string>): Iterable<Change> {
  const { base, head, pairing, past } = comparison;
  for (const failure of head.catalog.failures) {
    const earlier = pairing.earlier.get(failure);
    if (earlier?.name === failure.name && failure.aliases.length === 0) continue;
    for (const { name, path } of namesOf(failure)) {
      // Names of swapped failures are told as such; an alias in their place is not.
      if (swapped.has(name) && path.length === 1) continue;
      const subject = { failure: failure.code, ids: [failure.code, name], head: placeOf(head, failure, path) };
      const holder = base.catalog.byName.get(name);
      if (holder !== undefined) {
        if (holder === earlier) continue;
        const words = { name, before: named(holder), after: named(failure) };
        yield change("name-reused", { ...subject, base: placeOf(base, holder, pathOfName(holder, name)) }, words);
        continue;
      }
      const once = past.byName.get(name);
      if (once === undefined || once.code === failure.code || once.code === earlier?.code) continue;
      const words = { name, before: `${named(once)} of release ${once.release}`, after: named(failure) };
      yield change("name-reused", subject, words);
    }
  }
}

function* namesOf({ name, aliases }: Failure) {
  yield { name, path: ["name"] as const };
  for (const [index, alias] of aliases.entries()) yield { name: alias.name, path: ["aliases", index, "name"] as const };
}

function pathOfName(failure: Failure, name: string): readonly (string | number)[] {
  const index = failure.aliases.findIndex((alias) => alias.name === name);
  return index < 0 ? ["name"] : ["aliases", index, "name"];
}
