import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonPath } from "../core/json/path.ts";
import { findPlaces, knownPlace } from "../core/json/places.ts";
import { locate } from "../core/json.ts";
import { fixtures } from "./catalog-fixture.ts";

const keys = fc.constantFrom("code", "a", "", '"', "\\", "]}", "naïve", "\u2028");
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, -1.5e3, 0, "", "text", '"}],', "\\"),
    fc.array(tie("json"), { maxLength: 3 }),
    fc.dictionary(keys, tie("json"), { maxKeys: 3 }),
  ),
}));
const path = fc.array(fc.oneof(keys, fc.nat({ max: 3 })), { maxLength: 4 });
const layout = fc.constantFrom(undefined, 1, "\t", " \r\n ");

/** Every path that leads somewhere. */
function* pathsIn(value: unknown, before: JsonPath = []): Iterable<JsonPath> {
  yield before;
  if (Array.isArray(value)) for (const [index, inner] of value.entries()) yield* pathsIn(inner, [...before, index]);
  else if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* pathsIn(inner, [...before, key]);
  }
}

/** What the tree of all tokens says, and what is found in one pass. */
function expectSame(text: string, paths: readonly JsonPath[]): void {
  const [withTree, inOnePass] = [
    { path: "a.json", text },
    { path: "a.json", text },
  ];
  findPlaces(inOnePass, paths);
  for (const one of paths) {
    const { start, end } = locate(withTree, one);
    expect([one, knownPlace(inOnePass, one)]).toEqual([one, { start, end }]);
  }
}

test("many places found in one pass are those that the tree of all tokens has", () => {
  fc.assert(
    fc.property(json, fc.array(path, { maxLength: 5 }), layout, (value, others, space) => {
      expectSame(JSON.stringify(value, undefined, space), [...others, ...pathsIn(value)]);
    }),
    { numRuns: 1000 },
  );
});

test("of equal keys the last one counts", () => {
  expectSame('{ "a": { "b": 1, "c": 2 }, "a": { "c": 3 } }', [["a"], ["a", "b"], ["a", "c"]]);
});

test("a catalog's places are those that its tree has", () => {
  const text = readFileSync(join(fixtures, "catalogs/shop/spec.json"), "utf8");
  expectSame(text, [...pathsIn(JSON.parse(text))]);
});

test("what nobody looked for is not known", () => {
  const file = { path: "a.json", text: '{ "a": [1, 2] }' };
  findPlaces(file, [["a", 0]]);
  expect(knownPlace(file, ["a", 1])).toBeUndefined();
  expect(locate(file, ["a", 1])).toMatchObject({ start: 11, end: 12 });
});
