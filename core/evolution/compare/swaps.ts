import type { Failure } from "../../catalog.ts";
import { quoted } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, type KeptFailure, type Pairing, placeOf } from "../comparison.ts";
import { cyclesOf } from "../cycles.ts";
import { changedMeaning } from "../meaning.ts";
import { named } from "../named.ts";
import { textsOf } from "../pairing.ts";

type Cycle = readonly KeptFailure[];

/** Failures that exchanged their codes, their names or their meanings, two or more in a circle. */
export function* swapChanges(comparison: Comparison): Iterable<Change> {
  const { pairing } = comparison;
  for (const cycle of codeCycles(pairing)) {
    const moves = movesOf(cycle, ({ base, head }) => `${base.name} was ${base.code} and is ${head.code}`);
    yield change("codes-swapped", subjectOf(comparison, cycle, "code"), { moves });
  }
  for (const cycle of nameCycles(pairing)) {
    const moves = movesOf(cycle, ({ base, head }) => `${base.code} was ${base.name} and is ${head.name}`);
    yield change("names-swapped", subjectOf(comparison, cycle, "name"), { moves });
  }
  for (const cycle of meaningCycles(pairing)) {
    const moves = movesOf(
      cycle,
      ({ base, head }) => `${named(head)} was ${quoted(base.title)} and is ${quoted(head.title)}`,
    );
    yield change("meanings-swapped", subjectOf(comparison, cycle, "title"), { moves });
  }
}

/** Kept failures each of which has the code that the one before it had. */
export function codeCycles({ kept }: Pairing): readonly Cycle[] {
  return circlesBy(
    kept.filter(({ base, head }) => base.code !== head.code),
    ({ code }) => code,
  );
}

/** Kept failures each of which has the name that the one before it had. */
export function nameCycles({ kept }: Pairing): readonly Cycle[] {
  return circlesBy(
    kept.filter(({ base, head }) => base.name !== head.name),
    ({ name }) => name,
  );
}

/** Kept failures each of which says what the one before it said. */
export function meaningCycles({ kept }: Pairing): readonly Cycle[] {
  return circlesBy(
    kept.filter(({ base, head }) => changedMeaning(base, head).length > 0 && textsOf(base) !== textsOf(head)),
    textsOf,
  );
}

function circlesBy(moved: readonly KeptFailure[], mark: (failure: Failure) => unknown): readonly Cycle[] {
  if (moved.length < 2) return [];
  const owner = new Map(moved.map((kept) => [mark(kept.base), kept]));
  const next = new Map<KeptFailure, KeptFailure>();
  for (const kept of moved) {
    const before = owner.get(mark(kept.head));
    if (before !== undefined) next.set(kept, before);
  }
  return cyclesOf(next);
}

/** Longest circle that is spelt out. */
const longestCircle = 6;

function movesOf(cycle: Cycle, move: (kept: KeptFailure) => string): string {
  const moves = cycle.slice(0, longestCircle).map(move);
  return [...moves, ...(cycle.length > longestCircle ? ["and so on"] : [])].join("; ");
}

function subjectOf(comparison: Comparison, cycle: Cycle, field: "code" | "name" | "title") {
  const [first] = cycle;
  if (first === undefined) throw new Error("A circle has members.");
  return {
    failure: first.head.code,
    ids: cycle.map(({ head }) => (field === "name" ? head.name : head.code)),
    base: placeOf(comparison.base, first.base, [field]),
    head: placeOf(comparison.head, first.head, [field]),
  };
}
