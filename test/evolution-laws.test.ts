import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog, Failure, Param } from "../core/catalog.ts";
import type { Change } from "../core/evolution/change.ts";
import type { EvolutionRule } from "../core/evolution/evolution-rule.ts";
import { evolutionRules } from "../core/evolution/evolution-rules.ts";
import { alikeEnough, likenessAmong } from "../core/evolution/likeness.ts";
import { pairFailures } from "../core/evolution/pairing.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { catalogEdited, catalogRenumbered, catalogWith } from "./edited-catalog.ts";
import { catalogOf, changesBetween, patchedText } from "./evolution-fixture.ts";

const base = catalogOf(patchedText({}));

interface Edit {
  readonly field: keyof Failure;
  readonly value: unknown;
}

const word = fc.constantFrom("porch", "locker", "ladder", "kiosk", "harbour", "cellar");
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const name = fc.tuple(word, word).map((words) => words.join("_").toUpperCase());
const version = fc.constantFrom(undefined, "1.0.0", "1.5.0", "2.2.0");
const ending = fc.option(
  fc.record({
    since: fc.constantFrom("2.0.0", "2.3.0"),
    reason: text,
    replacedBy: fc.constantFrom(undefined, 1001, 1002, 9001),
  }),
  { nil: undefined },
);
const list = fc.uniqueArray(text, { maxLength: 3 });

const param: fc.Arbitrary<Param> = fc.record({
  name: word,
  type: fc.constantFrom(
    "string" as const,
    "integer" as const,
    "number" as const,
    "enum" as const,
    "date-time" as const,
  ),
  values: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
  example: fc.constantFrom("one", 1),
  description: fc.constantFrom("", "What it is."),
  pii: fc.boolean(),
  grouping: fc.boolean(),
});

const message = fc.record({
  text,
  description: text,
  maxLength: fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
  markup: fc.boolean(),
});

/** Sets one field of a failure to anything it may hold. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  setting("name", name),
  setting(
    "aliases",
    fc.uniqueArray(fc.record({ name, reason: text }), { maxLength: 2, selector: (alias) => alias.name }),
  ),
  setting("category", fc.constantFrom(...base.categories)),
  setting("title", text),
  setting("description", text),
  setting("guidance", fc.record({ causes: list, actions: list })),
  setting("retry", fc.constantFrom("never" as const, "later" as const, "after-change" as const)),
  setting("params", fc.uniqueArray(param, { maxLength: 3, selector: (entry) => entry.name })),
  setting("messages", fc.record({ title: message, detail: message, action: message }, { requiredKeys: [] })),
  setting("developerText", fc.option(text, { nil: undefined })),
  setting("since", version),
  setting("deprecated", ending),
  setting("retired", ending),
  setting("statuses", fc.subarray(["payment_failed", "delivery_failed"])),
  setting("related", fc.subarray([1001, 1002, 2001, 2002, 9001])),
  setting(
    "examples",
    fc.uniqueArray(fc.record({ title: text, payload: fc.record({ id: word }) }), {
      maxLength: 2,
      selector: (example) => example.title,
    }),
  ),
);

function setting<Field extends keyof Failure>(field: Field, values: fc.Arbitrary<Failure[Field]>): fc.Arbitrary<Edit> {
  return values.map((value) => ({ field, value }));
}

const code = fc.constantFrom(...base.failures.map((failure) => failure.code));

/** The same catalog, which a counterexample shows in few words. */
function described(catalog: Catalog, ...words: readonly unknown[]): Catalog {
  return Object.assign(
    { ...catalog },
    { [fc.toStringMethod]: () => words.map((word) => fc.stringify(word)).join(" ") },
  );
}

const editedCatalog: fc.Arbitrary<Catalog> = fc.tuple(code, edits).map(([at, { field, value }]) =>
  described(
    catalogEdited(base, at, (failure) => ({ ...failure, [field]: value })),
    at,
    field,
    value,
  ),
);

const removedCatalog: fc.Arbitrary<Catalog> = fc.tuple(code, fc.boolean()).map(([gone, reserve]) => {
  const failures = base.failures.filter((failure) => failure.code !== gone);
  const entry = { code: gone, reason: "It is gone.", origin: base.fallback.origin };
  return described(catalogWith(base, failures, reserve ? [...base.reserved, entry] : base.reserved), gone, reserve);
});

const renumberedCatalog: fc.Arbitrary<Catalog> = fc
  .tuple(code, fc.integer({ min: 4000, max: 4999 }))
  .map(([from, to]) => described(catalogRenumbered(base, new Map([[from, to]])), from, to));

/** Some codes, each of which goes where another one was: swaps and longer circles. */
function permutedFrom(catalog: Catalog): fc.Arbitrary<Catalog> {
  const all = catalog.failures.map((failure) => failure.code);
  return fc.shuffledSubarray(all, { minLength: 2 }).map((codes) => {
    const moves = codes.map((from, index) => [from, codes[(index + 1) % codes.length] ?? from] as const);
    return described(catalogRenumbered(catalog, new Map(moves)), codes);
  });
}

const permutedCatalog = permutedFrom(base);

const unreservedCatalog: fc.Arbitrary<Catalog> = fc.constant(catalogWith(base, base.failures, []));

function mirrored(changes: readonly Change[]): readonly string[] {
  const rules: Readonly<Record<string, EvolutionRule>> = evolutionRules;
  return changes
    .flatMap(({ rule }) => {
      const mirror = rules[rule]?.mirror;
      return typeof mirror === "string" ? [mirror] : [];
    })
    .sort();
}

/** The rules that speak and are the mirror of something. */
function mirrors(changes: readonly Change[]): readonly string[] {
  const rules: Readonly<Record<string, EvolutionRule>> = evolutionRules;
  return changes
    .map(({ rule }) => rule as string)
    .filter((rule) => typeof rules[rule]?.mirror === "string")
    .sort();
}

describe("a single edit", () => {
  test.each([
    ["of a field", editedCatalog],
    ["that removes a failure", removedCatalog],
    ["that renumbers a failure", renumberedCatalog],
    ["that passes codes around", permutedCatalog],
    ["that sets a code free", unreservedCatalog],
  ])("%s is told by the mirrors of the rules that tell the way back", (_, catalogs) => {
    fc.assert(
      fc.property(catalogs, (head) => {
        expect(mirrored(changesBetween(base, head))).toEqual(mirrors(changesBetween(head, base)));
      }),
      { numRuns: 400 },
    );
  });

  test("gives fingerprints that differ, and that hold no prose", () => {
    fc.assert(
      fc.property(editedCatalog, (head) => {
        const changes = changesBetween(base, head);
        const fingerprints = changes.map(({ fingerprint }) => fingerprint);
        expect(new Set(fingerprints).size).toBe(fingerprints.length);
        for (const { rule, fingerprint } of changes) expect(fingerprint.startsWith(`${rule} `)).toBe(true);
      }),
    );
  });
});

describe("pairing", () => {
  const catalogs = [base, shippedCatalog(), catalogFixture("compiler"), catalogFixture("hostile")];

  test.each(catalogs.map((catalog) => [catalog.name, catalog] as const))(
    "knows every failure of %s again whose code, name or both are other ones",
    (_, catalog) => {
      const names = fc.subarray(catalog.failures.map((failure) => failure.name));
      fc.assert(
        fc.property(permutedFrom(catalog), names, (permuted, renamed) => {
          const head = catalogWith(
            permuted,
            permuted.failures.map((failure) =>
              renamed.includes(failure.name) ? { ...failure, name: `${failure.name}_NOW` } : failure,
            ),
          );
          const { kept, added, removed } = pairFailures(catalog, head);
          expect([added, removed]).toEqual([[], []]);
          for (const pair of kept) expect(pair.head.title).toBe(pair.base.title);
        }),
      );
    },
  );

  test("gives each failure to one other at most, and leaves out none", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(code, edits), { maxLength: 6 }), permutedCatalog, (steps, permuted) => {
        const head = steps.reduce(
          (catalog, [at, edit]) => catalogEdited(catalog, at, (failure) => ({ ...failure, [edit.field]: edit.value })),
          permuted,
        );
        const { kept, added, removed } = pairFailures(base, head);
        expect(new Set([...kept.map((pair) => pair.base), ...removed]).size).toBe(base.failures.length);
        expect(new Set([...kept.map((pair) => pair.head), ...added]).size).toBe(head.failures.length);
        expect(kept.length + removed.length).toBe(base.failures.length);
        expect(kept.length + added.length).toBe(head.failures.length);
      }),
    );
  });
});

describe("the likeness of failures", () => {
  const catalogs = [shippedCatalog(), ...["shop", "compiler", "hostile"].map(catalogFixture)];

  test.each(catalogs.map((catalog) => [catalog.name, catalog] as const))("tells those of %s apart", (_, catalog) => {
    const likeness = likenessAmong([catalog, catalog]);
    for (const left of catalog.failures) {
      for (const right of catalog.failures) {
        if (left === right) expect(likeness(left, right)).toBe(1);
        else
          expect([left.name, right.name, likeness(left, right) < alikeEnough]).toEqual([left.name, right.name, true]);
      }
    }
  });

  test("finds one again that got another title, another description or other messages", () => {
    const catalog = shippedCatalog();
    const likeness = likenessAmong([catalog, catalog]);
    const [other] = catalogFixture("shop").failures;
    if (other === undefined) throw new Error("The catalog has no failures.");
    for (const failure of catalog.failures) {
      expect(likeness(failure, { ...failure, title: other.title })).toBeGreaterThan(alikeEnough);
      expect(likeness(failure, { ...failure, description: other.description })).toBeGreaterThan(alikeEnough);
      expect(likeness(failure, { ...failure, messages: other.messages })).toBeGreaterThan(alikeEnough);
    }
  });
});
