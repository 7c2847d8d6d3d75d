import type { Code } from "../catalog.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { CatalogCodes, CodeCategory } from "./catalog-codes.ts";
import { type Numbering, numberingOf, type Stretch, type Uncountable } from "./numbering.ts";

/** Who has a code, and where that is written. */
export interface Holder {
  readonly code: Code;
  /** Name of the failure; "" for a reservation, and where there is none. */
  readonly name: string;
  /** Whether no failure has it: it is set aside. */
  readonly isReserved: boolean;
  readonly by: "catalog" | "release" | "elsewhere";
  /** Version of the release, or the other place: `branch "origin/parcels"`; "" for the catalog itself. */
  readonly where: string;
}

/** The catalog in another place. */
export interface OtherCatalog {
  readonly where: string;
  readonly codes: CatalogCodes;
}

/** Everything that a new code must not collide with. */
export interface Occupied {
  readonly catalog: CatalogCodes;
  /** Of this and of other branches; one release may stand in several. */
  readonly ledgers: readonly Ledger[];
  readonly others: readonly OtherCatalog[];
}

/** What is asked for. */
export interface Wanted {
  readonly category: CodeCategory;
  readonly count: number;
  /** Whether numbers between others may be given too, and not only those behind all of them. */
  readonly reuseHoles: boolean;
}

/** Codes that are free. */
export interface Allocation {
  /** Ascending; fewer than were asked for where there are no more. */
  readonly codes: readonly Code[];
  /** Who has those between the last failure of the catalog and the last code given: why they were passed over. */
  readonly skipped: readonly Holder[];
  /** How many are free behind the last one given. */
  readonly left: number;
  /** Free ones before the highest that is in use: they may have been somebody's once. */
  readonly holes: readonly { readonly from: Code; readonly to: Code; readonly count: number }[];
  /** The highest that a failure has or had. */
  readonly highest: Code | undefined;
}

/** The next free codes of a category, or why there can be none. */
export function allocate(occupied: Occupied, wanted: Wanted): Allocation | Uncountable {
  const holders = holdersOf(occupied);
  const { category } = wanted;
  const numbering = numberingOf(
    occupied.catalog,
    category,
    [...holders.values()].map(({ code }) => code),
  );
  if (typeof numbering === "string") return numbering;
  const taken = takenNumbers(holders, numbering);
  const inUse = [...taken].filter(([, holder]) => !holder.isReserved);
  const highest = inUse.at(-1)?.[0];
  const start = wanted.reuseHoles ? Number.NEGATIVE_INFINITY : (highest ?? Number.NEGATIVE_INFINITY) + 1;
  const numbers = freeFrom(numbering, taken, start, wanted.count);
  const last = numbers.at(-1) ?? highest;
  const ownHighest = inUse.findLast(([, holder]) => holder.by === "catalog")?.[0] ?? Number.NEGATIVE_INFINITY;
  const passedFrom = wanted.reuseHoles ? Number.NEGATIVE_INFINITY : ownHighest + 1;
  const isOwn = (holder: Holder): boolean => holder.by === "catalog" && !holder.isReserved;
  const gone = new Set(numbers);
  const holes = freeStretches(numbering, taken, highest, gone);
  return {
    codes: numbers.map(numbering.codeAt),
    skipped: [...taken]
      .filter(([number, holder]) => number >= passedFrom && last !== undefined && number <= last && !isOwn(holder))
      .map(([, holder]) => holder),
    left: freeAfter(numbering, taken, last),
    holes: holes.map(({ from, to }) => ({
      from: numbering.codeAt(from),
      to: numbering.codeAt(to),
      count: to - from + 1,
    })),
    highest: highest === undefined ? undefined : numbering.codeAt(highest),
  };
}

/** The first who has a code: the catalog, then releases, then other places. Codes that differ only by case are one. */
function holdersOf({ catalog, ledgers, others }: Occupied): ReadonlyMap<Code, Holder> {
  const holders = new Map<Code, Holder>();
  const add = (holder: Holder): void => {
    const key = typeof holder.code === "string" ? holder.code.toLowerCase() : holder.code;
    if (!holders.has(key)) holders.set(key, holder);
  };
  const addCatalog = ({ failures, reserved }: CatalogCodes, by: Holder["by"], where: string): void => {
    for (const { code, name } of failures) add({ code, name, isReserved: false, by, where });
    for (const { code } of reserved) add({ code, name: "", isReserved: true, by, where });
  };
  addCatalog(catalog, "catalog", "");
  for (const { version, failures, reserved } of ledgers.flatMap(({ lines }) => [...lines].reverse())) {
    for (const { code, name } of failures) add({ code, name, isReserved: false, by: "release", where: version });
    for (const code of reserved) add({ code, name: "", isReserved: true, by: "release", where: version });
  }
  for (const { where, codes } of others) addCatalog(codes, "elsewhere", where);
  return holders;
}

/** Who has which number of the category, ascending. */
function takenNumbers(holders: ReadonlyMap<Code, Holder>, numbering: Numbering): ReadonlyMap<number, Holder> {
  const found: (readonly [number, Holder])[] = [];
  for (const holder of holders.values()) {
    const number = numbering.numberOf(holder.code);
    if (number !== undefined && numbering.stretches.some(({ from, to }) => from <= number && number <= to)) {
      found.push([number, holder]);
    }
  }
  return new Map(found.sort(([left], [right]) => left - right));
}

function freeFrom(
  { stretches }: Numbering,
  taken: ReadonlyMap<number, Holder>,
  start: number,
  count: number,
): readonly number[] {
  const found: number[] = [];
  for (const { from, to } of stretches) {
    for (let number = Math.max(from, start); number <= to && found.length < count; number++) {
      if (!taken.has(number)) found.push(number);
    }
  }
  return found;
}

function freeAfter({ stretches }: Numbering, taken: ReadonlyMap<number, Holder>, last: number | undefined): number {
  let count = 0;
  const after = (number: number): boolean => last === undefined || number > last;
  for (const { from, to } of stretches) {
    if (after(to)) count += to - (last === undefined ? from : Math.max(from, last + 1)) + 1;
  }
  for (const number of taken.keys()) if (after(number)) count--;
  return count;
}

/** Stretches of free numbers below one, those that were just given left out. */
function freeStretches(
  { stretches }: Numbering,
  taken: ReadonlyMap<number, Holder>,
  below: number | undefined,
  given: ReadonlySet<number>,
): readonly Stretch[] {
  if (below === undefined) return [];
  const used = [...taken.keys(), ...given].sort((left, right) => left - right);
  const found: Stretch[] = [];
  let index = 0;
  for (const { from, to } of stretches) {
    let next = from;
    const end = Math.min(to, below);
    for (; index < used.length && (used[index] ?? 0) <= to; index++) {
      const number = used[index] ?? 0;
      if (number > next && next <= end) found.push({ from: next, to: Math.min(number - 1, end) });
      next = Math.max(next, number + 1);
    }
    if (next <= end) found.push({ from: next, to: end });
  }
  return found;
}
