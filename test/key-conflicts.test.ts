import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MappingKey } from "../core/catalog.ts";
import { type KeyConflict, type KeyEntry, keyConflicts } from "../core/sources/key-conflicts.ts";
import { canBothMatch, codesOf, compareKeys, rangesCross } from "../core/sources/key-order.ts";
import { literalPieces } from "../core/sources/text-match.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { type AskedError, anyError, anyKey, isFor, keysOfSource, naiveMapping, sourceWith } from "./mapping-keys.ts";

const catalog = catalogFixture("minimal");

function entriesOf(keys: readonly MappingKey[]): readonly KeyEntry[] {
  return keys.map((key) => ({ key, own: true }));
}

function places(keys: readonly MappingKey[], own: (index: number) => boolean = () => true) {
  const entries = keys.map((key, index) => ({ key, own: own(index) }));
  const placeOf = (entry: KeyEntry): number => (entries as readonly KeyEntry[]).indexOf(entry);
  return keyConflicts(entries).map(
    ({ kind, entry, others }: KeyConflict<KeyEntry>) => [kind, placeOf(entry), ...others.map(placeOf)] as const,
  );
}

/** Codes that a key is for; of a key for endlessly many, one that no other key names. */
function codesFor(key: MappingKey): readonly (string | undefined)[] {
  switch (key.kind) {
    case "exact":
      return codesOf(key);
    case "detail":
      return ["4", "5"].map((statusClass) => `${statusClass}.${key.subject}.${key.detail}`);
    case "range":
      return Array.from({ length: key.to - key.from + 1 }, (_, index) => String(key.from + index));
    case "class":
      return [`${key.class}.999.999`];
    case "source":
      return [undefined];
  }
}

/** Errors that a key is for, and as few other keys as can be. */
function errorsFor(key: MappingKey): readonly AskedError[] {
  const subcode = key.kind === "exact" && key.subcode !== undefined ? key.subcode : "a subcode of nobody";
  const text = key.text === undefined ? undefined : literalPieces(key.text).join("\ue000");
  return codesFor(key).map((code) => ({ code, subcode, text }));
}

function clash(left: MappingKey, right: MappingKey): boolean {
  return rangesCross(left, right) || (compareKeys(left, right) === 0 && canBothMatch(left, right));
}

describe("conflicts among the keys of a source", () => {
  test("are found where two clash, and only there", () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 12 }), (keys) => {
        const clashes = keys.some((key, index) => keys.slice(0, index).some((other) => clash(key, other)));
        const found = keyConflicts(entriesOf(keys)).filter(({ kind }) => kind !== "never");
        expect(found.length > 0).toBe(clashes);
        for (const { entry, others } of found) expect(others.some(({ key }) => clash(key, entry.key))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("leave a key that can never win, and every other key wins for some error", () => {
    fc.assert(
      fc.property(keysOfSource, fc.array(anyError, { maxLength: 20 }), (keys, errors) => {
        const source = sourceWith(catalog, keys);
        const found = keyConflicts(entriesOf(keys));
        expect(found.every(({ kind }) => kind === "never")).toBe(true);
        const never = new Map(found.map((conflict) => [conflict.entry.key, conflict]));
        for (const key of keys) {
          const wins = (error: AskedError): boolean => naiveMapping(source, error)?.key === key;
          const conflict = never.get(key);
          expect(errorsFor(key).every((error) => isFor(source, key, error))).toBe(true);
          expect(errorsFor(key).some(wins), JSON.stringify([key, keys])).toBe(conflict === undefined);
          if (conflict === undefined) continue;
          // Whatever else matches the key is taken by one of those that are named.
          for (const error of [...errors, ...errorsFor(key)]) {
            if (!isFor(source, key, error)) continue;
            expect(wins(error)).toBe(false);
            expect(conflict.others.some((winner) => isFor(source, winner.key, error))).toBe(true);
          }
          for (const winner of conflict.others) expect(compareKeys(winner.key, key)).toBeLessThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  const range = (from: number, to: number): MappingKey => ({ kind: "range", from, to, text: undefined });
  const code = (written: string, ...spellings: string[]): MappingKey => {
    return { kind: "exact", code: written, subcode: undefined, spellings, text: undefined };
  };

  test("are blamed on a source's own keys alone, and on the later of two", () => {
    const keys = [range(1, 9), range(5, 12), code("7"), code("7"), range(1, 9)];
    expect(places(keys, (index) => index > 3)).toEqual([["same", 4, 0]]);
    expect(places(keys.slice(0, 2), (index) => index === 0)).toEqual([]);
    expect(places(keys)).toEqual([
      ["same", 4, 0],
      ["same", 3, 2],
      ["crossing", 1, 0],
    ]);
    expect(places(keys, () => false)).toEqual([]);
  });

  test("are said once of two keys that share several codes", () => {
    expect(places([code("1", "ONE", "UNO"), code("ONE", "UNO", "EIN")])).toEqual([["same", 1, 0]]);
  });

  test("are found among a hundred thousand keys in little more than the time of sorting them", () => {
    const numbers = Array.from({ length: 50_000 }, (_, index) => code(String(index * 4 + 1)));
    const nested = Array.from({ length: 25_000 }, (_, index) => range(index, 100_000 - index));
    const small = Array.from({ length: 25_000 }, (_, index) => range(200_000 + index * 2, 200_001 + index * 2));
    expect(places([...numbers, ...nested, ...small])).toEqual([]);
  });
});
