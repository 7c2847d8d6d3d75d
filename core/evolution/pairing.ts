import type { Catalog, Code, Failure } from "../catalog.ts";
import type { KeptFailure, Pairing } from "./comparison.ts";
import { alikeEnough, type Likeness, likenessAmong } from "./likeness.ts";
import { laterCategories } from "./pair-categories.ts";

/** Pairs found so far, looked up from either side. */
interface Pairs {
  readonly later: Map<Failure, Failure>;
  readonly earlier: Map<Failure, Failure>;
}

/**
 * Finds out which failure of the one catalog is which of the other. Code and name together decide. Where they disagree, or
 * one of them is gone, it is what the failures mean; and at last failures with neither in common are one if they mean
 * the same, word for word. Takes time with the number of failures.
 */
export function pairFailures(base: Catalog, head: Catalog): Pairing {
  const pairs: Pairs = { later: new Map(), earlier: new Map() };
  for (const failure of base.failures) {
    const later = head.byCode.get(failure.code);
    if (later !== undefined && shareName(failure, later, base, head)) join(pairs, failure, later);
  }
  const likeness = whenNeeded(() => likenessAmong([base, head]));
  pairClaims(base, head, pairs, likeness);
  pairMeanings(base, head, pairs);
  return pairingOf(base, head, pairs, likeness);
}

/** Most catalogs that are compared differ in nothing for which texts have to be looked at so closely. */
function whenNeeded(make: () => Likeness): Likeness {
  let made: Likeness | undefined;
  return (left, right) => {
    made ??= make();
    return made(left, right);
  };
}

function pairingOf(base: Catalog, head: Catalog, { later, earlier }: Pairs, likeness: Likeness): Pairing {
  const kept: KeptFailure[] = [];
  const added: Failure[] = [];
  const reborn = new Set<KeptFailure>();
  for (const failure of head.failures) {
    const before = earlier.get(failure);
    if (before === undefined) {
      added.push(failure);
      continue;
    }
    const pair = { base: before, head: failure };
    kept.push(pair);
    const back = before.retired !== undefined && failure.retired === undefined;
    if (back && likeness(before, failure) < alikeEnough) reborn.add(pair);
  }
  return {
    kept,
    removed: base.failures.filter((failure) => !later.has(failure)),
    added,
    laterCode: new Map(kept.map((pair) => [pair.base.code, pair.head.code])),
    later,
    earlier,
    reborn,
    laterCategory: laterCategories(base, head, kept),
  };
}

function join({ later, earlier }: Pairs, base: Failure, head: Failure): void {
  later.set(base, head);
  earlier.set(head, base);
}

/** Whether the name of the one is a name or alias of the other. */
function shareName(base: Failure, head: Failure, before: Catalog, after: Catalog): boolean {
  return base.name === head.name || after.byName.get(base.name) === head || before.byName.get(head.name) === base;
}

interface Claim {
  readonly base: Failure;
  readonly head: Failure;
}

/** Likeness in steps of a hundredth, so that claims are sorted in linear time. */
const grades = 100;

/** The failures that share a code or a name with a free one: the most alike first. */
function pairClaims(base: Catalog, head: Catalog, pairs: Pairs, likeness: Likeness): void {
  const claims: Claim[][] = [];
  for (const failure of base.failures) {
    if (pairs.later.has(failure)) continue;
    for (const claimed of claimedBy(failure, head, pairs)) {
      const grade = Math.floor(likeness(failure, claimed) * grades);
      if (grade < alikeEnough * grades) continue;
      claims[grade] ??= [];
      claims[grade].push({ base: failure, head: claimed });
    }
  }
  for (let grade = claims.length - 1; grade >= 0; grade--) {
    for (const claim of claims[grade] ?? []) {
      if (!pairs.later.has(claim.base) && !pairs.earlier.has(claim.head)) join(pairs, claim.base, claim.head);
    }
  }
}

/** The code comes first, so that it decides among equals: it is what is stored. */
function claimedBy(failure: Failure, head: Catalog, { earlier }: Pairs): ReadonlySet<Failure> {
  const claimed = new Set<Failure>();
  const claim = (other: Failure | undefined): void => {
    if (other !== undefined && !earlier.has(other)) claimed.add(other);
  };
  claim(head.byCode.get(failure.code));
  claim(head.byName.get(failure.name));
  for (const { name } of failure.aliases) claim(head.byName.get(name));
  return claimed;
}

/** What is left, and means the same word for word. */
function pairMeanings(base: Catalog, head: Catalog, pairs: Pairs): void {
  const free = new Map<string, Failure[]>();
  for (const failure of base.failures) {
    if (pairs.later.has(failure)) continue;
    const texts = textsOf(failure);
    const sharing = free.get(texts);
    if (sharing === undefined) free.set(texts, [failure]);
    else sharing.push(failure);
  }
  if (free.size === 0) return;
  for (const failure of head.failures) {
    if (pairs.earlier.has(failure)) continue;
    const before = free.get(textsOf(failure))?.shift();
    if (before !== undefined) join(pairs, before, failure);
  }
}

/** Title and description without their layout. The advice is not among them: a failure that moves may get another one. */
export function textsOf({ title, description }: Failure): string {
  return JSON.stringify([title, description].map((text) => text.replace(/\s+/g, " ").trim()));
}

/** A code, as it was in the base, by the one that its failure has now; where it has none any more, as it was. */
export function codeNow({ laterCode }: Pick<Pairing, "laterCode">, code: Code): Code {
  return laterCode.get(code) ?? code;
}
