import type { Catalog, Code, Reservation } from "../catalog.ts";

const known = new WeakMap<Catalog, ReadonlyMap<Code, Reservation>>();

/** The reserved codes of a catalog, by code. */
export function reservationsOf(catalog: Catalog): ReadonlyMap<Code, Reservation> {
  let reservations = known.get(catalog);
  if (reservations === undefined) {
    reservations = new Map(catalog.reserved.map((reservation) => [reservation.code, reservation]));
    known.set(catalog, reservations);
  }
  return reservations;
}
