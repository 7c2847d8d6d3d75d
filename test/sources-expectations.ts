import { expect } from "vitest";
import type { Catalog, Mapping, MappingKey, Source } from "../core/catalog.ts";
import { codePagePath, sourcePagePath } from "../core/page-address.ts";
import { mappingAnchors } from "../core/sources/mapping-anchor.ts";
import { section } from "./docs-expectations.ts";
import { type Block, readPage } from "./markdown-reader.ts";

type Rows = readonly (readonly string[])[];

function rows(blocks: readonly Block[]): Rows {
  return blocks.flatMap((block) => (block.kind === "table" ? block.rows.slice(1) : []));
}

function texts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

function items(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
}

/** Rows as a set: their order is a matter of its own. */
function sorted(table: Rows): readonly string[] {
  return table.map((row) => JSON.stringify(row)).sort();
}

const verbs = { is: "is", prefix: "begins with", suffix: "ends with", contains: "contains", glob: "is like" };
const retries = { never: "never", later: "later", "after-change": "after a change" };
const provenances = { published: "published", "same-numbering": "same numbering", recalled: "recalled" };

function keyAsRead(key: MappingKey): string {
  const text = key.text === undefined ? "" : `, where the text ${verbs[key.text.kind]} ${key.text.pattern}`;
  switch (key.kind) {
    case "exact": {
      const subcode = key.subcode === undefined ? "" : `, subcode ${key.subcode}`;
      return `${[key.code, ...key.spellings].join(" or ")}${subcode}${text}`;
    }
    case "detail":
      return `X.${key.subject}.${key.detail}${text}`;
    case "range":
      return `${key.from} to ${key.to}${text}`;
    case "class":
      return `${key.class}.X.X${text}`;
    case "source":
      return `any code, or none${text}`;
  }
}

function saysAsRead(catalog: Catalog, { file }: Source, mapping: Mapping): string {
  const { name, description, reason, provenance, origin } = mapping;
  const parent = catalog.sources.find((other) => other.file === origin.file);
  const inherited = origin.file === file ? "" : ` From ${parent?.title}.`;
  const why = reason === "" ? "" : ` Why: ${reason}`;
  return `${name} (${provenances[provenance]})${description === "" ? "." : `: ${description}`}${inherited}${why}`;
}

function evidenceAsRead({ outcome, evidence, reference }: Mapping): string {
  if (outcome === "fallback") return "not judged";
  return reference === undefined || reference.url !== undefined ? `${evidence}` : `${evidence}: ${reference.title}`;
}

function retryAsRead({ retry }: Mapping): string {
  return retry === undefined ? "" : retries[retry];
}

/** An address as it is meant, however much of it is written with percent signs. */
function decoded(address: string): string {
  return address.replace(/%[0-9A-F]{2}/g, (sign) => String.fromCharCode(Number.parseInt(sign.slice(1), 16)));
}

function expectSource(catalog: Catalog, source: Source, page: string): void {
  const { blocks, frontMatter, anchors, links } = readPage(page);
  const addresses = links.map(decoded);
  expect([source.title, source.name]).toContain(frontMatter["title"]);
  expect(blocks[0]).toEqual({ kind: "heading", level: 1, text: source.title });
  const described = source.description.split(/\n\n+/);
  expect(texts(blocks).slice(0, described.length)).toEqual(described);

  const facts = blocks.find((block) => block.kind === "list");
  const told = facts === undefined ? [] : items([facts]);
  expect(told[0]).toBe(
    `Name: ${[source.name, ...source.aliases.map(({ name }) => name)].join(", ").replace(", ", ", also known as ")}`,
  );
  expect(told.filter((item) => item.startsWith("What failure.source.code holds: "))).toEqual(
    source.sourceCode === "" ? [] : [`What failure.source.code holds: ${source.sourceCode}`],
  );
  expect(texts(section(blocks, "How the errors were judged")).slice(0, source.judging.split(/\n\n+/).length)).toEqual(
    source.judging.split(/\n\n+/),
  );
  expect(rows(section(blocks, "Other names"))).toEqual(source.aliases.map(({ name, reason }) => [name, reason]));
  expect(items(section(blocks, "References"))).toEqual(source.references.map(({ title }) => title));
  for (const { url } of source.references) if (url !== undefined) expect(addresses).toContain(decoded(url));

  const of = (outcome: Mapping["outcome"]): readonly Mapping[] =>
    source.mappings.filter((mapping) => mapping.outcome === outcome);
  const documented = source.mappings.filter(({ evidence }) => evidence === "documented").length;
  const mapped = of("failure").length;
  expect(rows(section(blocks, "Coverage"))).toEqual([
    [
      source.mappings.length,
      mapped,
      documented,
      mapped - documented,
      of("fallback").length,
      of("notAFailure").length,
    ].map(String),
  ]);
  const start = (mapping: Mapping): readonly string[] => [keyAsRead(mapping.key), saysAsRead(catalog, source, mapping)];
  expect(sorted(rows(section(blocks, "Errors that lead to a failure")))).toEqual(
    sorted(
      of("failure").map((mapping) => [
        ...start(mapping),
        `${mapping.failure?.code} ${mapping.failure?.name} (${evidenceAsRead(mapping)})`,
        retryAsRead(mapping),
      ]),
    ),
  );
  expect(sorted(rows(section(blocks, "Errors that nobody can judge")))).toEqual(
    sorted(of("fallback").map((mapping) => [...start(mapping), retryAsRead(mapping)])),
  );
  expect(sorted(rows(section(blocks, "No failure")))).toEqual(sorted(of("notAFailure").map(start)));
  expect([...anchors].sort()).toEqual(source.mappings.flatMap(({ key }) => mappingAnchors(key)).sort());
  expect(new Set(anchors).size).toBe(anchors.length);
}

/** Holds the pages of sources to the catalog: every mapping has its row, whatever its texts are. */
export function expectSourcePages(catalog: Catalog, artifacts: ReadonlyMap<string, string>): void {
  const pages = [...artifacts.keys()].filter((path) => path.startsWith("sources/"));
  expect(pages).toEqual(catalog.sources.map(({ name }) => sourcePagePath(name)));
  for (const source of catalog.sources) {
    expectSource(catalog, source, artifacts.get(sourcePagePath(source.name)) ?? "");
  }
}

/** Holds the platform errors on the pages of failures to the catalog: each leads to its own place, with its evidence. */
export function expectErrorsOfFailures(catalog: Catalog, artifacts: ReadonlyMap<string, string>): void {
  for (const { code } of catalog.failures) {
    const { blocks, links } = readPage(artifacts.get(codePagePath(code)) ?? "");
    const expected = catalog.sources.flatMap((source) =>
      source.mappings.filter(({ failure }) => failure?.code === code).map((mapping) => ({ source, mapping })),
    );
    const found = section(blocks, "Platform errors that lead here");
    expect(found.length > 0, String(code)).toBe(expected.length > 0);
    expect(sorted(rows(found))).toEqual(
      sorted(
        expected.map(({ source, mapping }) => [
          keyAsRead(mapping.key),
          saysAsRead(catalog, source, mapping),
          evidenceAsRead(mapping),
          retryAsRead(mapping),
        ]),
      ),
    );
    for (const { source, mapping } of expected) {
      expect(links).toContain(`../${sourcePagePath(source.name)}#${mappingAnchors(mapping.key)[0]}`);
    }
    const titles = found.flatMap((block) => (block.kind === "heading" ? [block.text] : []));
    expect(titles).toEqual([...new Set(expected.map(({ source }) => source))].map(({ title }) => title));
  }
}

/** Holds the table of sources in the index to the catalog. */
export function expectSourcesInIndex(catalog: Catalog, artifacts: ReadonlyMap<string, string>): void {
  const { blocks } = readPage(artifacts.get("README.md") ?? "");
  const found = section(blocks, "Sources");
  expect(found.length > 0).toBe(catalog.sources.length > 0);
  const count = (source: Source, wanted: Mapping["outcome"]): string =>
    String(source.mappings.filter(({ outcome }) => outcome === wanted).length);
  expect(rows(found)).toEqual(
    catalog.sources.map((source) => [
      source.title,
      [source.name, ...source.aliases.map(({ name }) => name)].join(", ").replace(", ", ", also "),
      String(source.mappings.length),
      count(source, "failure"),
      count(source, "fallback"),
      count(source, "notAFailure"),
    ]),
  );
  if (catalog.sources.length === 0) return;
  const mappings = catalog.sources.flatMap((source) => source.mappings);
  const sure = (wanted: Mapping["evidence"]): number => mappings.filter(({ evidence }) => evidence === wanted).length;
  expect(texts(found).at(-1)).toContain(
    `the vendor of the API documents ${sure("documented")}; the rest, ${sure("derived")}, is derived`,
  );
}
