import { expect } from "vitest";
import { type Catalog, type Failure, messageParts, type Reservation } from "../core/catalog.ts";
import { categoryPagePath, codePagePath } from "../core/page-address.ts";
import { type Block, hazards, readPage } from "./markdown-reader.ts";

/** The blocks under a heading of the second level. */
export function section(blocks: readonly Block[], heading: string): readonly Block[] {
  const start = blocks.findIndex((block) => block.kind === "heading" && block.level === 2 && block.text === heading);
  if (start < 0) return [];
  const rest = blocks.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === "rule" || (block.kind === "heading" && block.level <= 2));
  return end < 0 ? rest : rest.slice(0, end);
}

function rows(blocks: readonly Block[], number = 0): readonly (readonly string[])[] {
  const table = blocks.filter((block) => block.kind === "table")[number];
  return table?.rows.slice(1) ?? [];
}

function items(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
}

function paragraphs(text: string): readonly string[] {
  return text.split(/\n\n+/);
}

function texts(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

function expectFailure(catalog: Catalog, failure: Failure, page: string): void {
  const { blocks, frontMatter } = readPage(page);
  const told = (code: Failure["code"]): string => `${code} ${catalog.byCode.get(code)?.name}`;
  const description = /[<>{}]/.test(failure.title) ? {} : { description: failure.title };
  expect(frontMatter).toEqual({ title: `${failure.code} ${failure.name}`, ...description });
  expect(blocks[1]).toEqual({ kind: "heading", level: 1, text: `${failure.code} ${failure.name}` });
  expect(blocks[2]).toEqual({ kind: "paragraph", text: failure.title });

  const ending = failure.retired ?? failure.deprecated;
  const banner = blocks[3]?.kind === "quote" ? blocks[3].text : "";
  expect(banner === "").toBe(ending === undefined);
  if (ending !== undefined) expect(banner).toContain(ending.reason);
  if (ending?.replacedBy !== undefined) expect(banner).toContain(told(ending.replacedBy));

  const happened = paragraphs(failure.description);
  expect(texts(section(blocks, "What happened")).slice(0, happened.length)).toEqual(happened);
  expect(texts(section(blocks, "Who has to act")).slice(1)).toEqual(paragraphs(failure.category.description));
  expect(texts(section(blocks, "Who has to act"))[0]).toContain(failure.category.title);
  expect(items(section(blocks, "Causes"))).toEqual(failure.guidance.causes);
  expect(items(section(blocks, "What to do"))).toEqual(failure.guidance.actions);

  const message = section(blocks, "Message for the end user");
  const parts = messageParts.flatMap((part) => {
    const written = failure.messages[part];
    return written === undefined ? [] : [[part, written.text]];
  });
  expect(rows(message)).toEqual(parts);
  expect(parts.length === 0 ? [] : rows(message, 1)).toEqual(
    parts.length === 0
      ? []
      : failure.params.map(({ name, type, values, example, description: meaning }) => [
          name,
          values.length === 0 ? type : `${type}: ${values.join(", ")}`,
          String(example),
          meaning,
        ]),
  );

  const examples = section(blocks, "Example payloads");
  expect(examples.flatMap((block) => (block.kind === "heading" ? [block.text] : []))).toEqual(
    failure.examples.map(({ title }) => title),
  );
  expect(examples.flatMap((block) => (block.kind === "fence" ? [JSON.parse(block.text) as unknown] : []))).toEqual(
    failure.examples.map(({ payload }) => payload),
  );
  expect(items(section(blocks, "Related codes"))).toEqual(
    failure.related.map((code) => `${told(code)}: ${catalog.byCode.get(code)?.title}`),
  );
  expect(rows(section(blocks, "Other spellings"))).toEqual(failure.aliases.map(({ name, reason }) => [name, reason]));
}

function expectReserved({ code, reason }: Reservation, page: string): void {
  const { blocks, frontMatter } = readPage(page);
  expect(frontMatter["title"]).toBe(`${code} (reserved)`);
  const written = paragraphs(reason);
  expect(texts(blocks).slice(1, 1 + written.length)).toEqual(written);
}

/** The rows of a category's table of codes. */
function codeRows(catalog: Catalog, id: string): readonly (readonly string[])[] {
  return catalog.failures
    .filter(({ category }) => category.id === id)
    .map(({ code, name: canonical, aliases, title, retry, deprecated, retired }) => [
      String(code),
      [canonical, ...aliases.map((alias) => alias.name)].join(", also "),
      `${retired ? "Retired: " : deprecated ? "Deprecated: " : ""}${title}`,
      retry === "after-change" ? "after a change" : retry,
    ]);
}

function expectIndex(catalog: Catalog, page: string): void {
  const { blocks, frontMatter } = readPage(page);
  expect([catalog.title, catalog.name]).toContain(frontMatter["title"]);
  expect(blocks[0]).toEqual({ kind: "heading", level: 1, text: catalog.title });
  const described = catalog.description === "" ? [] : paragraphs(catalog.description);
  expect(texts(blocks).slice(0, described.length)).toEqual(described);
  const used = catalog.categories.filter(({ id }) => codeRows(catalog, id).length > 0);
  used.forEach(({ id }, number) => {
    expect(rows(blocks, number)).toEqual(codeRows(catalog, id));
  });
  expect(items(section(blocks, "Where you meet a code"))).toEqual(
    catalog.surfaces.map(({ title, description }) => `${title}: ${description}`),
  );
  expect(rows(section(blocks, "Statuses"))).toEqual(
    catalog.statuses.map(({ id, title, description }) => [id, title, description]),
  );
  expect(rows(section(blocks, "Reserved codes"))).toEqual(
    catalog.reserved.map(({ code, reason }) => [String(code), reason]),
  );
}

function expectCategory(
  catalog: Catalog,
  { id, title, description }: Catalog["categories"][number],
  text: string,
): void {
  const page = readPage(text);
  expect([title, id]).toContain(page.frontMatter["title"]);
  expect(page.blocks[0]).toMatchObject({ kind: "heading", level: 1, text: expect.stringContaining(title) as string });
  expect(texts(page.blocks).slice(0, paragraphs(description).length)).toEqual(paragraphs(description));
  expect(rows(section(page.blocks, "Codes"))).toEqual(codeRows(catalog, id));
}

/** Holds the pages of failures to the catalog: whatever stands there is read back by a Markdown renderer and a YAML parser. */
export function expectFailurePages(catalog: Catalog, artifacts: ReadonlyMap<string, string>): void {
  for (const failure of catalog.failures) {
    expectFailure(catalog, failure, artifacts.get(codePagePath(failure.code)) ?? "");
  }
}

/** Holds the pages of reserved codes to the catalog. */
export function expectReservedPages(catalog: Catalog, artifacts: ReadonlyMap<string, string>): void {
  for (const reservation of catalog.reserved) {
    expectReserved(reservation, artifacts.get(codePagePath(reservation.code)) ?? "");
  }
}

/** Holds the index and the pages of categories to the catalog. */
export function expectTables(catalog: Catalog, artifacts: ReadonlyMap<string, string>): void {
  expectIndex(catalog, artifacts.get("README.md") ?? "");
  for (const category of catalog.categories) {
    expectCategory(catalog, category, artifacts.get(categoryPagePath(category.id)) ?? "");
  }
}

/** What MDX or Vue would take for their own in pages, each with its path; front matter is YAML to them. */
export function hazardsOfPages(artifacts: ReadonlyMap<string, string>): readonly string[] {
  return [...artifacts]
    .filter(([path]) => path.endsWith(".md"))
    .flatMap(([path, text]) => hazards(text.replace(/^---\n[\s\S]*?\n---\n/, "")).map((line) => `${path}: ${line}`));
}
