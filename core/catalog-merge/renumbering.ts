import { allocate, type OtherCatalog } from "../allocation/allocate.ts";
import type { CatalogCodes, NamedCode } from "../allocation/catalog-codes.ts";
import type { Code } from "../catalog.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { failureIdentities, type Identities } from "./identities.ts";
import type { Version } from "./merge-json.ts";
import { type KnownFailure, sharedCodes } from "./shared-codes.ts";

/** A failure that one side added, and the code it has from now on. */
export interface Renumbered {
  readonly name: string;
  readonly from: Code;
  readonly to: Code;
  /** The side that has to follow, in whatever refers to the code. */
  readonly side: "ours" | "theirs";
  /** Name of the failure that keeps the code; "" where the code is reserved, or where both sides added this very failure. */
  readonly keeper: string;
  readonly because: "taken" | "reserved" | "added-twice";
}

/** Two failures with one code, neither of which may change it. */
export interface Collision {
  readonly code: Code;
  readonly ours: string;
  readonly theirs: string;
  /** Why none of them was given another code. */
  readonly reason: "released" | "no-free-code";
}

/** What has to happen to the codes of three versions before their texts can be merged. */
export interface Renumbering {
  /** By version, the codes that become others, at one stroke. */
  readonly codes: Readonly<Record<Version, ReadonlyMap<Code, Code>>>;
  readonly renumbered: readonly Renumbered[];
  readonly collisions: readonly Collision[];
  readonly identities: Identities;
}

/** Beside the three versions: what was released, and the catalog in other places. */
export interface Surroundings {
  readonly ledgers: readonly Ledger[];
  readonly others: readonly OtherCatalog[];
}

type Versions = Readonly<Record<Version, CatalogCodes>>;

/**
 * Gives a code to one failure alone. A failure that both sides have keeps one code, the one that is not the old one; of two
 * that were added with the same code, theirs gets the next free one, unless it was released: then ours does.
 */
export function renumbering(versions: Versions, surroundings: Surroundings): Renumbering {
  const { base, ours, theirs } = versions;
  const identities = failureIdentities({ base: base.failures, ours: ours.failures, theirs: theirs.failures });
  const byId = (version: Version): ReadonlyMap<string, NamedCode> =>
    new Map(versions[version].failures.map((failure, index) => [identities[version][index] ?? "", failure]));
  const failures = { base: byId("base"), ours: byId("ours"), theirs: byId("theirs") };
  const codes: Changes = { base: new Map(), ours: new Map(), theirs: new Map() };
  const renumbered: Renumbered[] = [];
  const collisions: Collision[] = [];
  const pairs = new Map<string, string>();
  const isReleased = releasedIn(surroundings.ledgers);
  followRenumbered(failures, isReleased, codes, renumbered);

  const shared = sharedCodes(knownFailures(failures, codes, isReleased), {
    ours: newReservations(ours, base),
    theirs: newReservations(theirs, base),
  });
  const collide = (failure: KnownFailure, keeper: KnownFailure, reason: Collision["reason"]): void => {
    const [our, their] = keeper.inOurs === undefined ? [failure, keeper] : [keeper, failure];
    const names = [our.inOurs ?? our.inTheirs, their.inTheirs ?? their.inOurs].map((one) => one?.name ?? "");
    collisions.push({ code: failure.code, ours: names[0] ?? "", theirs: names[1] ?? "", reason });
    // They are set against each other, as one entry with two versions.
    if (our.inTheirs === undefined && their.inOurs === undefined) pairs.set(their.id, our.id);
  };
  for (const { failure, keeper } of shared.stuck) collide(failure, keeper, "released");
  const free = freeCodes(
    versions,
    surroundings,
    shared.movable.map(({ failure }) => failure),
  );
  for (const { failure, keeper } of shared.movable) {
    const side = failure.inTheirs === undefined ? "ours" : "theirs";
    const { name = "", code: from = failure.code } = failure.inTheirs ?? failure.inOurs ?? {};
    const to = free.get(failure);
    if (to !== undefined) {
      codes[side].set(from, to);
      const other = keeper?.inOurs ?? keeper?.inTheirs;
      const because = keeper === undefined ? "reserved" : "taken";
      renumbered.push({ name, from, to, side, keeper: other?.name ?? "", because });
    } else if (keeper !== undefined) collide(failure, keeper, "no-free-code");
    else {
      const [our, their] = side === "ours" ? [name, ""] : ["", name];
      collisions.push({ code: failure.code, ours: our, theirs: their, reason: "no-free-code" });
    }
  }
  const paired = identities.theirs.map((id) => pairs.get(id) ?? id);
  return { codes, renumbered, collisions, identities: { ...identities, theirs: paired } };
}

type Changes = Readonly<Record<Version, Map<Code, Code>>>;
type Failures = Readonly<Record<Version, ReadonlyMap<string, NamedCode>>>;

/** What one side renumbered already is renumbered in the other versions too. */
function followRenumbered(
  { base, ours, theirs }: Failures,
  isReleased: (failure: NamedCode) => boolean,
  codes: Changes,
  renumbered: Renumbered[],
): void {
  for (const [id, their] of theirs) {
    const our = ours.get(id);
    const from = base.get(id);
    if (our === undefined || our.code === their.code) continue;
    if (from?.code === their.code) {
      codes.base.set(from.code, our.code);
      codes.theirs.set(from.code, our.code);
    } else if (from?.code === our.code) {
      codes.base.set(from.code, their.code);
      codes.ours.set(from.code, their.code);
    } else if (from === undefined) {
      const side = !isReleased(their) ? "theirs" : !isReleased(our) ? "ours" : undefined;
      if (side === undefined) continue;
      const [mine, other] = side === "theirs" ? [their, our] : [our, their];
      codes[side].set(mine.code, other.code);
      renumbered.push({ name: mine.name, from: mine.code, to: other.code, side, keeper: "", because: "added-twice" });
    }
  }
}

/** The failures of both sides, with the code that each has after what was renumbered before. */
function knownFailures(
  { base, ours, theirs }: Failures,
  codes: Changes,
  isReleased: (failure: NamedCode) => boolean,
): readonly KnownFailure[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((id) => {
    const [inOurs, inTheirs] = [ours.get(id), theirs.get(id)];
    const known = { id, inOurs, inTheirs, isOld: base.has(id) };
    const [our, their] = [
      inOurs === undefined ? undefined : (codes.ours.get(inOurs.code) ?? inOurs.code),
      inTheirs === undefined ? undefined : (codes.theirs.get(inTheirs.code) ?? inTheirs.code),
    ];
    const released = [inOurs, inTheirs].some((failure) => failure !== undefined && isReleased(failure));
    const code = our ?? their;
    return code === undefined ? [] : { ...known, code, isReleased: released };
  });
}

/** The next free code of its category for each failure, as far as there is one. */
function freeCodes(
  versions: Versions,
  { ledgers, others }: Surroundings,
  failures: readonly KnownFailure[],
): ReadonlyMap<KnownFailure, Code> {
  const together = joinedCatalog(versions);
  const groups = new Map<string, KnownFailure[]>();
  for (const failure of failures) {
    const { category = "" } = failure.inTheirs ?? failure.inOurs ?? {};
    groups.set(category, [...(groups.get(category) ?? []), failure]);
  }
  const found = new Map<KnownFailure, Code>();
  for (const [id, group] of groups) {
    const category = together.categories.find((one) => one.id === id);
    if (category === undefined) continue;
    const wanted = { category, count: group.length, reuseHoles: false };
    const allocation = allocate({ catalog: together, ledgers, others }, wanted);
    if (typeof allocation === "string") continue;
    for (const [index, failure] of group.entries()) {
      const code = allocation.codes[index];
      if (code !== undefined) found.set(failure, code);
    }
  }
  return found;
}

function releasedIn(ledgers: readonly Ledger[]): (failure: NamedCode) => boolean {
  const names = new Map<Code, Set<string>>();
  for (const { code, name, aliases } of ledgers.flatMap(({ lines }) => lines.flatMap(({ failures }) => failures))) {
    const known = names.get(code) ?? new Set();
    for (const one of [name, ...aliases]) known.add(one);
    names.set(code, known);
  }
  return ({ code, name }) => names.get(code)?.has(name) ?? false;
}

function newReservations({ reserved }: CatalogCodes, base: CatalogCodes): ReadonlySet<Code> {
  const before = new Set(base.reserved.map(({ code }) => code));
  return new Set(reserved.map(({ code }) => code).filter((code) => !before.has(code)));
}

/** All codes of all versions in one: what a new code must differ from. */
function joinedCatalog({ base, ours, theirs }: Versions): CatalogCodes {
  const categories = new Map(
    [...base.categories, ...theirs.categories, ...ours.categories].map((one) => [one.id, one]),
  );
  return {
    codeType: ours.codeType,
    categories: [...categories.values()],
    failures: [...ours.failures, ...theirs.failures, ...base.failures],
    reserved: [...ours.reserved, ...theirs.reserved, ...base.reserved],
  };
}
