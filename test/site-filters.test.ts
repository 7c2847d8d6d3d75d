import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countsOf,
  type Facet,
  facets,
  filtersOf,
  fragmentOf,
  missedFacets,
} from "../generators/site/browser/filter-fragment.ts";

const filters = (asked: Readonly<Partial<Record<Facet, readonly string[]>>>): ReadonlyMap<Facet, ReadonlySet<string>> =>
  new Map(facets.flatMap((facet) => (asked[facet] === undefined ? [] : [[facet, new Set(asked[facet])] as const])));

const row = {
  category: ["platform"],
  retry: ["later"],
  status: ["-"],
  lifecycle: ["active"],
  source: ["sms", "whatsapp"],
};

describe("filters in the fragment of an address", () => {
  it.each([
    ["#retry=later&source=whatsapp", { retry: ["later"], source: ["whatsapp"] }],
    ["#source=sms,whatsapp", { source: ["sms", "whatsapp"] }],
    ["#source=sms&source=whatsapp", { source: ["sms", "whatsapp"] }],
    ["#source=a%2Cb", { source: ["a,b"] }],
    ["#source=100%", { source: ["100%"] }],
    ["#retry=", {}],
  ])("are read from %s", (fragment, asked) => {
    expect(filtersOf(fragment)).toEqual(filters(asked));
  });

  it.each(["", "#", "#codes", "#retry", "#message-de", "#colour=red", "#retry=later&colour=red", "#retry=later=never"])(
    "are not found in %j, which may be a place on the page",
    (fragment) => {
      expect(filtersOf(fragment)).toBeUndefined();
    },
  );

  it("are read as they were written, whatever a value is", () => {
    const value = fc.string({ minLength: 1, unit: "grapheme" });
    const asked = fc.dictionary(fc.constantFrom(...facets), fc.uniqueArray(value, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(asked, (some) => {
        const written = fragmentOf(filters(some));
        expect(written).toMatch(/^(#[!-~]+)?$/);
        expect(filtersOf(written) ?? new Map()).toEqual(filters(some));
      }),
    );
  });
});

describe("a row", () => {
  it.each([
    [{}, []],
    [{ retry: ["never", "later"] }, []],
    [{ retry: ["later"], source: ["whatsapp"] }, []],
    [{ retry: ["later"], source: ["viber"] }, ["source"]],
    [{ retry: ["never"], source: ["viber"] }, ["retry", "source"]],
    [{ status: ["-"] }, []],
  ] as const)("that is asked for %j misses %j: it has to have one of the values in every facet", (asked, missed) => {
    expect(missedFacets(row, filters(asked))).toEqual(missed);
  });

  it("is counted for a value of a facet whatever else is asked of that facet, but not of another", () => {
    const counted = (asked: Parameters<typeof filters>[0], facet: Facet): unknown =>
      Object.fromEntries(countsOf([row], filters(asked)).get(facet) ?? []);
    expect(counted({}, "source")).toEqual({ sms: 1, whatsapp: 1 });
    expect(counted({ retry: ["never"], source: ["sms"] }, "retry")).toEqual({ later: 1 });
    expect(counted({ retry: ["never"], source: ["sms"] }, "source")).toEqual({});
    expect(counted({ retry: ["never"], source: ["viber"] }, "retry")).toEqual({});
  });
});
