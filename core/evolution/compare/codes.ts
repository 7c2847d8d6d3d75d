import type { Code, Failure } from "../../catalog.ts";
import { quoted, quotedValue } from "../../quoted.ts";
import { compareVersions, parseVersion } from "../../semantic-version.ts";
import { type Change, change } from "../change.ts";
import { type Comparison, fieldOf, type KeptFailure, placeOf } from "../comparison.ts";
import { meaningDigest } from "../meaning.ts";
import { named } from "../named.ts";
import type { PastFailure } from "../past.ts";
import { reservationsOf } from "../reservations.ts";
import { codeCycles } from "./swaps.ts";

/** Codes that are new, gone, moved, or given to another failure. */
export function* codeChanges(comparison: Comparison): Iterable<Change> {
  const { pairing } = comparison;
  const swapped = new Set(codeCycles(pairing).flat());
  for (const kept of pairing.kept) {
    if (pairing.reborn.has(kept)) yield reused(comparison, kept.base, kept.head);
    if (kept.base.code === kept.head.code || swapped.has(kept)) continue;
    yield moved(comparison, kept);
    yield* taken(comparison, kept.head);
  }
  const ended = endedCategories(comparison);
  for (const failure of pairing.added) {
    const conflicts = [...taken(comparison, failure)];
    yield* conflicts;
    if (conflicts.length > 0) continue;
    yield added(comparison, failure);
    yield* misplaced(comparison, failure, ended);
  }
  for (const failure of pairing.removed) {
    // That its code was given to another failure says it all.
    if (!comparison.head.catalog.byCode.has(failure.code)) yield removed(comparison, failure);
  }
}

function added({ head }: Comparison, failure: Failure): Change {
  const rule = failure.retired === undefined ? "code-added" : "retired-code-added";
  const subject = { failure: failure.code, ids: [failure.code], head: placeOf(head, failure) };
  return change(rule, subject, { failure: named(failure) });
}

function removed({ base, head }: Comparison, failure: Failure): Change {
  const subject = { failure: failure.code, ids: [failure.code], base: placeOf(base, failure) };
  const reservation = reservationsOf(head.catalog).get(failure.code);
  if (reservation !== undefined) {
    const place = head.place(reservation.origin.file, reservation.origin.path);
    return change("code-removed", { ...subject, head: place }, { failure: named(failure) });
  }
  const words = { failure: named(failure), code: failure.code };
  return failure.retired === undefined
    ? change("code-removed-unreserved", subject, words)
    : change("tombstone-removed", subject, words);
}

function moved(comparison: Comparison, kept: KeptFailure): Change {
  const { base, head } = kept;
  const words = { name: head.name, before: quotedValue(base.code), after: quotedValue(head.code) };
  const subject = fieldOf(comparison, kept, ["code"], [base.code]);
  if (plainForm(base.code) === plainForm(head.code)) return change("code-form-changed", subject, words);
  if (shareName(comparison, kept)) return change("code-renumbered", subject, words);
  return change("renamed-and-renumbered", subject, {
    before: named(base),
    after: named(head),
    code: JSON.stringify(head.code),
  });
}

/** Whether one of the names of a failure is still one of its names. */
export function shareName({ base, head }: Comparison, kept: KeptFailure): boolean {
  return head.catalog.byName.get(kept.base.name) === kept.head || base.catalog.byName.get(kept.head.name) === kept.base;
}

/** A code without what is only its form: case, zeros in front, a prefix before its digits. */
function plainForm(code: Code): string {
  const text = String(code).toLowerCase();
  return /^[^0-9]*0*([0-9].*)$/.exec(text)?.[1] ?? text;
}

/** What had the code of a failure that did not have it before. */
function* taken(comparison: Comparison, failure: Failure): Iterable<Change> {
  const { base, head, past } = comparison;
  const { code } = failure;
  const holder = base.catalog.byCode.get(code);
  if (holder !== undefined) {
    yield reused(comparison, holder, failure);
    return;
  }
  const reservation = reservationsOf(base.catalog).get(code);
  if (reservation !== undefined) {
    const place = base.place(reservation.origin.file, reservation.origin.path);
    const subject = { failure: code, ids: [code], base: place, head: placeOf(head, failure, ["code"]) };
    const words = { code: quotedValue(code), failure: named(failure), reason: quoted(reservation.reason) };
    yield change("reserved-code-used", subject, words);
    return;
  }
  const once = past.byCode.get(code);
  if (once === undefined) return;
  if (isAgain(comparison, failure, once)) return;
  const subject = { failure: code, ids: [code], head: placeOf(head, failure, ["code"]) };
  const words = { code: quotedValue(code), before: `${once.name} of release ${once.release}`, after: titled(failure) };
  yield change("code-reused", subject, words);
}

/** Whether a failure is the one that had its code in an old release: it means the same, or it was away and has its name still. */
function isAgain({ pairing, digest }: Comparison, failure: Failure, once: PastFailure): boolean {
  if (meaningDigest(failure, digest) === once.meaning) return true;
  const earlier = pairing.earlier.get(failure);
  return earlier !== undefined && (earlier.name === once.name || failure.name === once.name);
}

function reused({ base, head }: Comparison, before: Failure, after: Failure): Change {
  const subject = {
    failure: after.code,
    ids: [after.code],
    base: placeOf(base, before, ["code"]),
    head: placeOf(head, after, ["code"]),
  };
  return change("code-reused", subject, {
    code: quotedValue(after.code),
    before: titled(before),
    after: titled(after),
  });
}

/** The name alone may be the same. */
function titled({ name, title }: Failure): string {
  return `${name}, ${quoted(title)}`;
}

/** Categories all of whose failures were on their way out. */
function endedCategories({ base }: Comparison): ReadonlySet<string> {
  const ended = new Set<string>();
  const inUse = new Set<string>();
  for (const { category, deprecated, retired } of base.catalog.failures) {
    (deprecated === undefined && retired === undefined ? inUse : ended).add(category.id);
  }
  for (const id of inUse) ended.delete(id);
  return ended;
}

function* misplaced(comparison: Comparison, failure: Failure, ended: ReadonlySet<string>): Iterable<Change> {
  const { base, head } = comparison;
  const subject = { failure: failure.code, ids: [failure.code] };
  if (ended.has(failure.category.id)) {
    const words = { category: quoted(failure.category.id), failure: named(failure) };
    yield change("legacy-allocation", { ...subject, head: placeOf(head, failure, ["category"]) }, words);
  }
  if (failure.since === undefined) return;
  const [since, version] = [parseVersion(failure.since), parseVersion(base.catalog.version)];
  if (since === undefined || version === undefined || compareVersions(since, version) >= 0) return;
  const words = { failure: named(failure), since: failure.since, version: base.catalog.version };
  yield change("since-backdated", { ...subject, head: placeOf(head, failure, ["since"]) }, words);
}
