import { type Code, compareCodes } from "../catalog.ts";
import type { Digest } from "../digest.ts";
import type { Change } from "./change.ts";
import { aliasChanges } from "./compare/aliases.ts";
import { catalogChanges } from "./compare/catalog.ts";
import { categoryChanges } from "./compare/categories.ts";
import { codeChanges } from "./compare/codes.ts";
import { documentationChanges } from "./compare/documentation.ts";
import { lifecycleChanges } from "./compare/lifecycle.ts";
import { localeChanges } from "./compare/locales.ts";
import { meaningChanges } from "./compare/meaning.ts";
import { messageChanges } from "./compare/messages.ts";
import { nameChanges } from "./compare/names.ts";
import { paramChanges } from "./compare/params.ts";
import { replacementChanges } from "./compare/replacements.ts";
import { reservationChanges } from "./compare/reservations.ts";
import { retryChanges } from "./compare/retry.ts";
import { sourceChanges } from "./compare/sources.ts";
import { surfaceChanges } from "./compare/surface.ts";
import { swapChanges } from "./compare/swaps.ts";
import type { Comparer, Comparison } from "./comparison.ts";
import { type JudgedMeaning, meaningJudge } from "./meaning.ts";
import { pairFailures } from "./pairing.ts";
import { noPast, type Past } from "./past.ts";
import type { Side } from "./side.ts";
import type { ComparedSurfaces } from "./surface.ts";

/** Every kind of change; their order does not show. */
const comparers: readonly Comparer[] = [
  catalogChanges,
  categoryChanges,
  codeChanges,
  swapChanges,
  reservationChanges,
  nameChanges,
  aliasChanges,
  lifecycleChanges,
  replacementChanges,
  meaningChanges,
  retryChanges,
  paramChanges,
  messageChanges,
  documentationChanges,
  localeChanges,
  sourceChanges,
  surfaceChanges,
];

/** What is known besides the two catalogs. */
export interface Circumstances {
  readonly digest: Digest;
  /** What the author says of changed meanings. */
  readonly meanings?: readonly JudgedMeaning[];
  readonly past?: Past;
  readonly surfaces?: ComparedSurfaces | undefined;
}

/** Everything that differs between two catalogs: what is about no failure first, then in the order of the failures' codes. */
export function compareCatalogs(base: Side, head: Side, circumstances: Circumstances): readonly Change[] {
  const { digest, meanings = [], past = noPast, surfaces } = circumstances;
  const pairing = pairFailures(base.catalog, head.catalog);
  const comparison: Comparison = { base, head, pairing, digest, judge: meaningJudge(meanings), past, surfaces };
  const changes = comparers.flatMap((comparer) => [...comparer(comparison)]);
  return changes.sort((left, right) => compareSubjects(left.failure, right.failure));
}

function compareSubjects(left: Code | undefined, right: Code | undefined): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  // The codes of the two catalogs may be of two kinds: numbers come first.
  if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
  return compareCodes(left, right);
}
