import type { NamedCode } from "../allocation/catalog-codes.ts";
import type { Code } from "../catalog.ts";

/** A failure of a merge. */
export interface KnownFailure {
  readonly id: string;
  readonly code: Code;
  /** As our and as their version has it; undefined where one does not have it. */
  readonly inOurs: NamedCode | undefined;
  readonly inTheirs: NamedCode | undefined;
  /** Whether the version that both come from has it. */
  readonly isOld: boolean;
  readonly isReleased: boolean;
}

/** A failure whose code another one has; undefined where the code is reserved. */
export interface SharedCode<Keeper> {
  readonly failure: KnownFailure;
  readonly keeper: Keeper;
}

/** Codes that a merge would give to more than one failure. */
export interface SharedCodes {
  /** Failures that can get another code: they were added on one side, and never released. */
  readonly movable: readonly SharedCode<KnownFailure | undefined>[];
  /** Failures that cannot. */
  readonly stuck: readonly SharedCode<KnownFailure>[];
}

/** Finds failures of two sides with one code. What shared a code on one side already is left as it is: nobody knows who is meant. */
export function sharedCodes(
  failures: readonly KnownFailure[],
  reserved: Readonly<Record<"ours" | "theirs", ReadonlySet<Code>>>,
): SharedCodes {
  const movable: SharedCode<KnownFailure | undefined>[] = [];
  const stuck: SharedCode<KnownFailure>[] = [];
  const byCode = new Map<Code, KnownFailure[]>();
  for (const failure of failures) byCode.set(failure.code, [...(byCode.get(failure.code) ?? []), failure]);
  for (const [code, group] of byCode) {
    const mayMove = (failure: KnownFailure): boolean =>
      !failure.isOld &&
      !failure.isReleased &&
      (failure.inOurs === undefined || failure.inTheirs === undefined) &&
      !group.some((other) => other !== failure && areTogether(other, failure));
    const [keeper, ...others] = [...group].sort((left, right) => claim(right, mayMove) - claim(left, mayMove));
    if (keeper === undefined) continue;
    for (const failure of others) {
      if (areTogether(keeper, failure)) continue;
      if (mayMove(failure)) movable.push({ failure, keeper });
      else stuck.push({ failure, keeper });
    }
    const isReserved = reserved[keeper.inOurs === undefined ? "ours" : "theirs"].has(code);
    if (isReserved && mayMove(keeper)) movable.push({ failure: keeper, keeper: undefined });
  }
  return { movable, stuck };
}

/** How much a failure is entitled to its code. */
function claim(failure: KnownFailure, mayMove: (failure: KnownFailure) => boolean): number {
  return (mayMove(failure) ? 0 : 2) + (failure.inOurs === undefined ? 0 : 1);
}

/** Whether one side gave both the same code already. */
function areTogether(one: KnownFailure, other: KnownFailure): boolean {
  return (
    (one.inOurs !== undefined && one.inOurs.code === other.inOurs?.code) ||
    (one.inTheirs !== undefined && one.inTheirs.code === other.inTheirs?.code)
  );
}
