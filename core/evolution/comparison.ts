import type { Code, Failure, Origin } from "../catalog.ts";
import type { Digest } from "../digest.ts";
import type { JsonPath } from "../json/path.ts";
import type { Change } from "./change.ts";
import type { MeaningJudge } from "./meaning.ts";
import type { Past } from "./past.ts";
import type { Side } from "./side.ts";
import type { ComparedSurfaces } from "./surface.ts";

/** A failure that both catalogs have, whatever its code and its name became. */
export interface KeptFailure {
  readonly base: Failure;
  readonly head: Failure;
}

/** Which failure of the one catalog is which of the other. */
export interface Pairing {
  /** By the code that they have in the later catalog, ascending. */
  readonly kept: readonly KeptFailure[];
  readonly removed: readonly Failure[];
  readonly added: readonly Failure[];
  /** The later code of every code of the earlier catalog whose failure was kept. */
  readonly laterCode: ReadonlyMap<Code, Code>;
  /** From a failure that was kept to what it became, and back. */
  readonly later: ReadonlyMap<Failure, Failure>;
  readonly earlier: ReadonlyMap<Failure, Failure>;
  /** Of the kept ones those that were retired and occur again as something else, under their old code and name. */
  readonly reborn: ReadonlySet<KeptFailure>;
  /** The later id of every category that got another one; one that kept its id, or that is gone, is absent. */
  readonly laterCategory: ReadonlyMap<string, string>;
}

/** What the rules of evolution look at. */
export interface Comparison {
  readonly base: Side;
  readonly head: Side;
  readonly pairing: Pairing;
  readonly digest: Digest;
  readonly judge: MeaningJudge;
  readonly past: Past;
  /** What programs see of the artifacts, where that is known of the earlier catalog. */
  readonly surfaces: ComparedSurfaces | undefined;
}

/** Finds the changes of one subject. */
export type Comparer = (comparison: Comparison) => Iterable<Change>;

/** Where a field of a failure stands; the failure itself without a path. */
export function placeOf(side: Side, { origin }: Pick<Failure, "origin">, path: JsonPath = []): Origin {
  return side.place(origin.file, [...origin.path, ...path]);
}

/** What a change of one field of a kept failure is about: where it was, where it is, and the failure's code before other ids. */
export function fieldOf(
  { base, head }: Comparison,
  kept: KeptFailure,
  path: JsonPath,
  ids: readonly (string | number)[] = [],
): {
  readonly failure: Code;
  readonly ids: readonly (string | number)[];
  readonly base: Origin;
  readonly head: Origin;
} {
  return {
    failure: kept.head.code,
    ids: [kept.head.code, ...ids],
    base: placeOf(base, kept.base, path),
    head: placeOf(head, kept.head, path),
  };
}
