import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog, Category, Locale, Mapping, Source, Status, TranslatedMessages } from "../core/catalog.ts";
import type { Change } from "../core/evolution/change.ts";
import type { EvolutionRule } from "../core/evolution/evolution-rule.ts";
import { evolutionRules } from "../core/evolution/evolution-rules.ts";
import { changesBetween, wholeCatalog } from "./evolution-fixture.ts";

const base = wholeCatalog();

const word = fc.constantFrom("porch", "locker", "ladder", "kiosk", "harbour", "cellar");
const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
const retry = fc.constantFrom("never" as const, "later" as const, "after-change" as const);
const failure = fc.constantFrom(...base.failures);

/** A catalog in which something is another, which a counterexample shows in few words. */
function edit(words: unknown, change: Partial<Catalog>): Catalog {
  return Object.assign({ ...base, ...change }, { [fc.toStringMethod]: () => fc.stringify(words) });
}

/** Sets one field of the catalog to anything it may hold. */
function setting<Field extends keyof Catalog>(
  field: Field,
  values: fc.Arbitrary<Catalog[Field]>,
): fc.Arbitrary<Catalog> {
  return values.map((value) => edit([field, value], { [field]: value }));
}

/** Entries of the catalog as they are, entries in which one field but the id is another, and entries that are new. */
function edited<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  fresh: fc.Arbitrary<Entry>,
): fc.Arbitrary<Entry> {
  const known = fc.constantFrom(...entries);
  const oneField = fc.tuple(known, fresh, fc.nat()).map(([entry, other, place]) => {
    const fields = (Object.keys(other) as (keyof Entry)[]).filter((field) => field !== "id");
    const field = fields[place % fields.length];
    return field === undefined ? entry : { ...entry, [field]: other[field] };
  });
  return fc.oneof({ weight: 3, arbitrary: known }, { weight: 2, arbitrary: oneField }, fresh);
}

const surfaces = fc.uniqueArray(fc.record({ title: word, description: text }), { selector: ({ title }) => title });

const statuses: fc.Arbitrary<readonly Status[]> = fc.uniqueArray(
  edited(base.statuses, fc.record({ id: word, title: text, description: text })),
  { selector: ({ id }) => id },
);

const range = fc.option(
  fc
    .tuple(fc.integer({ min: 1000, max: 1100 }), fc.integer({ min: 1100, max: 2000 }))
    .map(([from, to]) => ({ from, to })),
  { nil: undefined },
);

const categories: fc.Arbitrary<readonly Category[]> = fc.uniqueArray(
  edited(
    base.categories,
    fc.record({ id: word, title: text, description: text, range, prefixes: fc.subarray(["1", "2", "3"]) }),
  ),
  { selector: ({ id }) => id },
);

/** A language of the catalog in which some texts are gone, others are new, and others have other words. */
const locale: fc.Arbitrary<Locale> = fc
  .tuple(
    fc.constantFrom(...base.locales.filter(({ tag }) => tag !== base.defaultLocale)),
    fc.dictionary(
      fc.constantFrom(...base.failures.map(({ name }) => name)),
      fc.record({ title: text }, { requiredKeys: [] }),
    ),
    fc.constantFrom("de", "fr", "nl", "pl"),
  )
  .map(([before, written, tag]) => {
    const texts = new Map<string, TranslatedMessages>([...before.messages(), ...Object.entries(written)]);
    return { ...before, tag, messages: () => texts };
  });

const locales: fc.Arbitrary<readonly Locale[]> = fc.uniqueArray(
  fc.oneof(fc.constantFrom(...base.locales.slice(1)), locale),
  { selector: ({ tag }) => tag },
);

const fallbacks = fc
  .dictionary(fc.constantFrom("de", "fr", "nl", "fr-BE"), fc.subarray(["de", "fr", "nl"]))
  .map((chains) => new Map(Object.entries(chains)));

const mappingEdits: fc.Arbitrary<Partial<Mapping>> = fc.oneof(
  fc.record({ name: text }),
  fc.record({ description: text }),
  fc.record({ reason: text }),
  fc.record({ failure: failure }),
  fc.record({ retry: retry }),
  fc.record({ evidence: fc.constantFrom("documented" as const, "derived" as const) }),
  fc.record({ provenance: fc.constantFrom("published" as const, "same-numbering" as const, "recalled" as const) }),
  fc.constantFrom(
    { outcome: "fallback" as const, failure: base.fallback, evidence: undefined, retry: base.fallback.retry },
    { outcome: "notAFailure" as const, failure: undefined, evidence: undefined, retry: undefined },
    { reference: undefined },
  ),
  fc.record({
    key: fc.constantFrom(
      { kind: "class" as const, class: "4", text: undefined },
      { kind: "source" as const, text: undefined },
    ),
  }),
  fc.subarray(["SIX", "SEVEN"]).map((spellings) => ({
    key: { kind: "exact" as const, code: "54", subcode: undefined, text: undefined, spellings },
  })),
);

const sourceEdits: fc.Arbitrary<Partial<Source>> = fc.oneof(
  fc.record({ name: word }),
  fc.record({ title: text }),
  fc.record({ description: text }),
  fc.record({ judging: text }),
  fc.record({ sourceCode: text }),
  fc.record({ standing: fc.constantFrom("documented" as const, "channel" as const, "protocol" as const) }),
  fc.record({
    codeForms: fc.constantFrom(["number" as const], ["word" as const], ["number" as const, "word" as const]),
  }),
  fc.record({ inherits: fc.constantFrom(undefined, "van", "bank") }),
  fc.record({ aliases: fc.uniqueArray(fc.record({ name: word, reason: text }), { selector: ({ name }) => name }) }),
  fc.record({
    references: fc.uniqueArray(fc.record({ id: word, title: text, url: fc.constant(undefined) }), {
      selector: ({ id }) => id,
    }),
  }),
);

const source = fc.constantFrom(...base.sources.map(({ name }) => name));

function sourcesWith(name: string, change: (source: Source) => Source): readonly Source[] {
  return base.sources.map((one) => (one.name === name ? change(one) : one));
}

/** A mapping of its own of a source, by its place. */
const mappingAt = fc.tuple(source, fc.nat({ max: 9 }));

const edits: fc.Arbitrary<Catalog> = fc.oneof(
  setting("name", word),
  setting("title", text),
  setting("description", text),
  setting("codeType", fc.constantFrom("integer" as const, "string" as const)),
  setting("defaultLocale", fc.constantFrom("de", "en-GB")),
  setting("fallbacks", fallbacks),
  setting("glossary", fc.uniqueArray(word)),
  setting("notice", fc.oneof(text, fc.constant(""))),
  setting("surfaces", surfaces),
  setting("statuses", statuses),
  setting("fallback", failure),
  setting("categories", categories),
  setting(
    "locales",
    locales.map((others) => [...base.locales.slice(0, 1), ...others]),
  ),
  setting("sources", fc.subarray([...base.sources])),
  fc
    .tuple(source, sourceEdits)
    .map(([name, change]) => edit([name, change], { sources: sourcesWith(name, (one) => ({ ...one, ...change })) })),
  fc.tuple(mappingAt, fc.option(mappingEdits, { nil: undefined })).map(([[name, place], change]) =>
    edit([name, place, change], {
      sources: sourcesWith(name, (one) => {
        const at = place % one.mappings.length;
        const mappings = one.mappings.flatMap((mapping, index) => {
          if (index !== at) return [mapping];
          return change === undefined ? [] : [{ ...mapping, ...change }];
        });
        return { ...one, mappings };
      }),
    }),
  ),
);

const rules: Readonly<Record<string, EvolutionRule>> = evolutionRules;

function mirrored(changes: readonly Change[]): readonly string[] {
  return changes.map(({ rule }) => String(rules[rule]?.mirror)).sort();
}

describe("a single edit of what is not a failure", () => {
  test("is told by the mirrors of the rules that tell the way back", () => {
    fc.assert(
      fc.property(edits, (head) => {
        const [there, back] = [changesBetween(base, head), changesBetween(head, base)];
        expect(mirrored(there)).toEqual(back.map(({ rule }) => rule as string).sort());
      }),
      { numRuns: 2000 },
    );
  });

  test("gives fingerprints that differ, and places on the sides that have something", () => {
    fc.assert(
      fc.property(edits, (head) => {
        const changes = changesBetween(base, head);
        const fingerprints = changes.map(({ fingerprint }) => fingerprint);
        expect(new Set(fingerprints).size).toBe(fingerprints.length);
        for (const change of changes) expect(change.base ?? change.head).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test("is not hidden by the order in which anything is written", () => {
    const shuffled: Catalog = {
      ...base,
      surfaces: [...base.surfaces].reverse(),
      statuses: [...base.statuses].reverse(),
      categories: [...base.categories].reverse(),
      sources: base.sources.map((one) => ({
        ...one,
        aliases: [...one.aliases].reverse(),
        references: [...one.references].reverse(),
        mappings: [...one.mappings].reverse(),
      })),
    };
    expect(changesBetween(base, shuffled)).toEqual([]);
  });
});

describe("many changes of one kind", () => {
  test("of translations are one change of their language", () => {
    const head: Catalog = {
      ...base,
      locales: base.locales.map((one) => {
        if (one.tag !== "de") return one;
        const changed = [...one.messages()].map(([name, texts]) => {
          return [name, Object.fromEntries(Object.keys(texts).map((part) => [part, "Anders."]))] as const;
        });
        return { ...one, messages: () => new Map(changed) };
      }),
    };
    expect(changesBetween(base, head).map(({ rule }) => rule)).toEqual(["translations-changed"]);
  });
});
