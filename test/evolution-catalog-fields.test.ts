import { describe, expect, test } from "vitest";
import type {
  Catalog,
  Category,
  Locale,
  Mapping,
  MappingKey,
  Source,
  SourceAlias,
  SourceReference,
  Status,
  Surface,
  TextMatch,
} from "../core/catalog.ts";
import {
  catalogFields,
  categoryFields,
  localeFields,
  statusFields,
  surfaceFields,
} from "../core/evolution/catalog-fields.ts";
import type { FieldMeanings } from "../core/evolution/failure-fields.ts";
import {
  type MappingKeyFields,
  mappingFields,
  mappingKeyFields,
  sourceAliasFields,
  sourceFields,
  sourceReferenceFields,
  textMatchFields,
} from "../core/evolution/source-fields.ts";
import { catalogWith } from "./edited-catalog.ts";
import { changesBetween, wholeCatalog } from "./evolution-fixture.ts";

const base = wholeCatalog();

/** A different value for every field; the type asks for one where a new field is added. */
type Mutations<Part> = { readonly [Field in keyof Part]-?: (value: Part[Field]) => Part[Field] };

const extended = (text: string): string => `${text} Again.`;
const emptied = (): readonly never[] => [];
const elsewhere = { path: "elsewhere.json", text: "{}" };

const catalogs: Mutations<Catalog> = {
  name: () => "@web-shop/failures",
  title: extended,
  description: extended,
  version: () => "3.0.0",
  codeType: () => "string",
  defaultLocale: () => "en-GB",
  fallbacks: () => new Map([["nl", ["de", "en"]]]),
  glossary: () => ["Parcelbox"],
  notice: () => "The shop answers within a day.",
  surfaces: () => [{ title: "Receipts", description: "At the bottom." }],
  statuses: (statuses) => statuses.slice(1),
  categories: (categories) => [...categories, { ...categoryOf("shop"), id: "locker", range: { from: 4000, to: 4099 } }],
  reserved: emptied,
  fallback: () => failureOf(2003),
  failures: (failures) => failures.filter(({ code }) => code !== 2003),
  byCode: (byCode) => new Map(byCode),
  byName: (byName) => new Map(byName),
  locales: (locales) => locales.slice(0, -1),
  sources: (sources) => sources.filter(({ name }) => name !== "bike"),
  file: () => elsewhere,
};

function failureOf(code: number): Catalog["fallback"] {
  const failure = base.byCode.get(code);
  if (failure === undefined) throw new Error(`There is no failure ${code}.`);
  return failure;
}

function categoryOf(id: string): Category {
  const category = base.categories.find((one) => one.id === id);
  if (category === undefined) throw new Error(`There is no category ${id}.`);
  return category;
}

const categories: Mutations<Category> = {
  id: () => "paper",
  title: extended,
  description: extended,
  range: () => ({ from: 3000, to: 3050 }),
  prefixes: () => ["3"],
};

const statuses: Mutations<Status> = { id: () => "payment_stuck", title: extended, description: extended };

const surfaces: Mutations<Surface> = { title: () => "Bills", description: extended };

const locales: Mutations<Locale> = {
  tag: () => "de-AT",
  file: () => elsewhere,
  mayHoldTags: (flag) => !flag,
  messages: (messages) => () => new Map([...messages()].slice(1)),
};

const sources: Mutations<Source> = {
  name: () => "acquirer",
  title: extended,
  description: extended,
  standing: () => "protocol",
  aliases: emptied,
  sourceCode: extended,
  codeForms: () => ["word"],
  references: (references) => references.slice(1),
  judging: extended,
  inherits: () => "van",
  mappings: (mappings) => mappings.slice(1),
  file: (file) => file,
};

const aliases: Mutations<SourceAlias> = { name: () => "acquirer", reason: extended };

const references: Mutations<SourceReference> = {
  id: () => "other",
  title: extended,
  url: () => "https://example.org/elsewhere",
};

const mappings: Mutations<Mapping> = {
  key: () => ({ kind: "class", class: "5", text: undefined }),
  name: extended,
  description: extended,
  outcome: () => "fallback",
  failure: () => failureOf(1001),
  evidence: (evidence) => (evidence === "documented" ? "derived" : "documented"),
  reference: () => ({ id: "log", title: "A log", url: undefined }),
  reason: extended,
  provenance: () => "recalled",
  retry: () => "later",
  origin: (origin) => ({ ...origin, path: ["mappings", 9] }),
};

/** Two keys for every field that differ in nothing else. */
const keys: { readonly [Field in keyof MappingKeyFields]: readonly [MappingKey, MappingKey] } = {
  kind: [
    { kind: "class", class: "4", text: undefined },
    { kind: "source", text: undefined },
  ],
  text: [exact({}), exact({ text: { kind: "is", pattern: "late" } })],
  code: [exact({}), exact({ code: "8" })],
  subcode: [exact({}), exact({ subcode: "1" })],
  spellings: [exact({}), exact({ spellings: ["SEVEN"] })],
  subject: [
    { kind: "detail", subject: "1", detail: "1", text: undefined },
    { kind: "detail", subject: "2", detail: "1", text: undefined },
  ],
  detail: [
    { kind: "detail", subject: "1", detail: "1", text: undefined },
    { kind: "detail", subject: "1", detail: "2", text: undefined },
  ],
  from: [
    { kind: "range", from: 1, to: 9, text: undefined },
    { kind: "range", from: 2, to: 9, text: undefined },
  ],
  to: [
    { kind: "range", from: 1, to: 9, text: undefined },
    { kind: "range", from: 1, to: 8, text: undefined },
  ],
  class: [
    { kind: "class", class: "4", text: undefined },
    { kind: "class", class: "5", text: undefined },
  ],
};

function exact(more: Partial<MappingKey & { readonly kind: "exact" }>): MappingKey {
  return { kind: "exact", code: "7", subcode: undefined, spellings: [], text: undefined, ...more };
}

const matches: Mutations<TextMatch> = { kind: () => "suffix", pattern: extended };

function mutated<Part>(part: Part, mutations: Mutations<Part>, field: keyof Part): Part {
  return { ...part, [field]: mutations[field](part[field]) };
}

/** One of the rules that a field names speaks, and none that it does not name; or none at all. */
function expectNamed<Part>(meanings: FieldMeanings<Part>, field: keyof Part, head: Catalog, before = base): void {
  const meaning = meanings[field];
  const rules = changesBetween(before, head).map(({ rule }) => rule);
  if ("none" in meaning) expect(rules).toEqual([]);
  else {
    expect(rules.length).toBeGreaterThan(0);
    expect(meaning).toEqual(expect.arrayContaining([...rules]));
  }
}

function fieldsOf<Part extends object>(meanings: FieldMeanings<Part>): readonly (keyof Part)[] {
  return Object.keys(meanings) as (keyof Part)[];
}

function withSource(name: string, edit: (source: Source) => Source): Catalog {
  return { ...base, sources: base.sources.map((source) => (source.name === name ? edit(source) : source)) };
}

/** The catalog whose bank has another mapping in place of the one for this code. */
function withMapping(code: string, edit: (mapping: Mapping) => Mapping): Catalog {
  return withSource("bank", (source) => ({
    ...source,
    mappings: source.mappings.map((mapping) =>
      mapping.key.kind === "exact" && mapping.key.code === code ? edit(mapping) : mapping,
    ),
  }));
}

describe("a field that changes is told by a rule that its row names:", () => {
  test.each(fieldsOf(catalogFields))("%s of the catalog", (field) => {
    expectNamed(catalogFields, field, mutated(base, catalogs, field));
  });

  test.each(fieldsOf(categoryFields))("%s of a category", (field) => {
    const edit = (category: Category) => (category.id === "cheque" ? mutated(category, categories, field) : category);
    const failures = base.failures.map((failure) => ({ ...failure, category: edit(failure.category) }));
    const byCode = new Map(failures.map((failure) => [failure.code, failure]));
    const byName = new Map(
      failures.flatMap((failure) =>
        [failure, ...failure.aliases].map(({ name }): [string, typeof failure] => [name, failure]),
      ),
    );
    const later = (failure: Catalog["fallback"] | undefined) => byCode.get(failure?.code ?? "");
    const sources = base.sources.map((source) => ({
      ...source,
      mappings: source.mappings.map((mapping) => ({ ...mapping, failure: later(mapping.failure) })),
    }));
    const fallback = later(base.fallback) ?? base.fallback;
    expectNamed(categoryFields, field, {
      ...base,
      categories: base.categories.map(edit),
      failures,
      byCode,
      byName,
      fallback,
      sources,
    });
  });

  test.each(fieldsOf(statusFields))("%s of a status", (field) => {
    const [first, ...others] = base.statuses;
    if (first === undefined) throw new Error("There is no status.");
    const later = mutated(first, statuses, field);
    // Whatever names the status follows it.
    const head = catalogWith(
      { ...base, statuses: [later, ...others] },
      base.failures.map((failure) => ({
        ...failure,
        statuses: failure.statuses.map((id) => (id === first.id ? later.id : id)),
      })),
    );
    expectNamed(statusFields, field, head);
  });

  test.each(fieldsOf(surfaceFields))("%s of a place where codes are met", (field) => {
    const surface = { title: "Receipts", description: "At the bottom." };
    const before = { ...base, surfaces: [surface] };
    expectNamed(surfaceFields, field, { ...before, surfaces: [mutated(surface, surfaces, field)] }, before);
  });

  test.each(fieldsOf(localeFields))("%s of a language", (field) => {
    const edit = (locale: Locale) => (locale.tag === "de" ? mutated(locale, locales, field) : locale);
    expectNamed(localeFields, field, { ...base, locales: base.locales.map(edit) });
  });

  test.each(fieldsOf(sourceFields))("%s of a source", (field) => {
    expectNamed(
      sourceFields,
      field,
      withSource("bank", (source) => mutated(source, sources, field)),
    );
  });

  test.each(fieldsOf(sourceAliasFields))("%s of an alias of a source", (field) => {
    const edit = (source: Source) => ({
      ...source,
      aliases: source.aliases.map((alias) => mutated(alias, aliases, field)),
    });
    expectNamed(sourceAliasFields, field, withSource("bank", edit));
  });

  test.each(fieldsOf(sourceReferenceFields))("%s of a document of a source", (field) => {
    const edit = (source: Source) => {
      const [first, ...others] = source.references;
      if (first === undefined) throw new Error("The source has no document.");
      return { ...source, references: [mutated(first, references, field), ...others] };
    };
    expectNamed(sourceReferenceFields, field, withSource("bank", edit));
  });

  test.each(fieldsOf(mappingFields))("%s of a mapping", (field) => {
    expectNamed(
      mappingFields,
      field,
      withMapping("54", (mapping) => mutated(mapping, mappings, field)),
    );
  });

  test.each(fieldsOf(mappingKeyFields))("%s of the key of a mapping", (field) => {
    const [before, after] = keys[field];
    const keyed = (key: MappingKey) => withMapping("54", (mapping) => ({ ...mapping, key }));
    expectNamed(mappingKeyFields, field, keyed(after), keyed(before));
  });

  test.each(fieldsOf(textMatchFields))("%s of a condition on the text", (field) => {
    const match: TextMatch = { kind: "prefix", pattern: "The card" };
    const keyed = (text: TextMatch) => withMapping("54", (mapping) => ({ ...mapping, key: exact({ text }) }));
    expectNamed(textMatchFields, field, keyed(mutated(match, matches, field)), keyed(match));
  });
});
