import type { Code, Reservation } from "../../catalog.ts";
import { quoted, quotedValue } from "../../quoted.ts";
import { type Change, change } from "../change.ts";
import type { Comparison } from "../comparison.ts";
import { reservationsOf } from "../reservations.ts";
import type { Side } from "../side.ts";

/** Codes that were reserved or set free; one that a failure had or has is a matter of that failure. */
export function* reservationChanges({ base, head, pairing }: Comparison): Iterable<Change> {
  const [before, after] = [reservationsOf(base.catalog), reservationsOf(head.catalog)];
  // Where the codes of a catalog become strings, a reservation is still the one that it was.
  const [written, rewritten] = [textsOf(before), textsOf(after)];
  for (const [code, reservation] of before) {
    const later = rewritten.get(String(code));
    const place = placeOf(base, reservation);
    const words = { code: quotedValue(code), reason: quoted(reservation.reason) };
    if (later === undefined) {
      if (head.catalog.byCode.has(code)) continue;
      yield change("reservation-removed", { failure: code, ids: [code], base: place }, words);
    } else if (later.reason !== reservation.reason) {
      const subject = { failure: code, ids: [code], base: place, head: placeOf(head, later, "reason") };
      const reason = { code: quotedValue(code), after: quoted(later.reason) };
      yield change("reservation-reason-changed", subject, reason);
    }
  }
  for (const [code, reservation] of after) {
    const holder = base.catalog.byCode.get(code);
    if (written.has(String(code)) || (holder !== undefined && !pairing.later.has(holder))) continue;
    const subject = { failure: code, ids: [code], head: placeOf(head, reservation) };
    yield change("reservation-added", subject, { code: quotedValue(code) });
  }
}

function textsOf(reservations: ReadonlyMap<Code, Reservation>): ReadonlyMap<string, Reservation> {
  return new Map([...reservations].map(([code, reservation]) => [String(code), reservation]));
}

function placeOf(side: Side, { origin }: Reservation, ...path: string[]) {
  return side.place(origin.file, [...origin.path, ...path]);
}
