import type { Memory } from "../core/memory.ts";

/** The memory of one watch. */
export interface WatchMemory extends Memory {
  /** Forgets what nobody asked for since the last call; asked after a build that went through to its end. */
  sweep(): void;
}

interface Kept {
  readonly from: unknown;
  readonly value: unknown;
  lastAsked: number;
}

/** Makes the memory of one watch: the last thing of each kind and name. */
export function watchMemory(): WatchMemory {
  const kinds = new Map<string, Map<string, Kept>>();
  const lists = new Map<string, readonly unknown[]>();
  let builds = 0;
  return {
    recall<T>(kind: string, name: string, from: unknown, make: () => T): T {
      let known = kinds.get(kind);
      if (known === undefined) {
        known = new Map();
        kinds.set(kind, known);
      }
      const kept = known.get(name);
      if (kept !== undefined && isEqual(kept.from, from)) {
        kept.lastAsked = builds;
        return kept.value as T;
      }
      const value = make();
      known.set(name, { from, value, lastAsked: builds });
      return value;
    },
    known<T>(kind: string, list: readonly T[]): readonly T[] {
      const before = lists.get(kind);
      const now =
        before === undefined ? list : list.map((one, at) => (isEqual(before[at], one) ? (before[at] as T) : one));
      lists.set(kind, now);
      return now;
    },
    sweep() {
      for (const known of kinds.values()) {
        for (const [name, { lastAsked }] of known) if (lastAsked < builds) known.delete(name);
      }
      builds += 1;
    },
  };
}

/** Whether two values hold the same: plain objects, their members in the same order, arrays, maps, sets and bytes. */
function isEqual(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left)) return Array.isArray(right) && areEqual(left, right);
  const prototype: unknown = Object.getPrototypeOf(left);
  if (prototype !== Object.getPrototypeOf(right)) return false;
  // What somebody goes through shows nothing of what it will give.
  if (prototype === Object.prototype) return !(Symbol.iterator in left) && haveEqualMembers(left, right);
  if (left instanceof Uint8Array) return right instanceof Uint8Array && Buffer.compare(left, right) === 0;
  if (left instanceof Map) return right instanceof Map && areEqual([...left], [...right]);
  if (left instanceof Set) return right instanceof Set && areEqual([...left], [...right]);
  return false;
}

function areEqual(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index++) if (!isEqual(left[index], right[index])) return false;
  return true;
}

function haveEqualMembers(left: object, right: object): boolean {
  const keys = Object.keys(right);
  let index = 0;
  // Thousands are compared in each build: a list of both sides' keys would be most of the time.
  for (const key in left) {
    if (key !== keys[index]) return false;
    const own = (left as Readonly<Record<string, unknown>>)[key];
    if (!isEqual(own, (right as Readonly<Record<string, unknown>>)[key])) return false;
    index += 1;
  }
  return index === keys.length;
}
