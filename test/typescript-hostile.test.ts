import fc from "fast-check";
import { expect, it } from "vitest";
import type { Catalog, Ending, Failure } from "../core/catalog.ts";
import { typescript } from "../generators/typescript.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";
import { hostileText, hostileTexts } from "./hostile-text.ts";
import { formatted } from "./message-conformance.ts";
import { withSources } from "./sources-fixture.ts";
import {
  type DeclaredValue,
  declaredConstants,
  declaredMembers,
  parsedSource,
  shownParagraphs,
} from "./typescript-declarations.ts";
import { evaluated } from "./typescript-package.ts";

const shop = catalogFixture("shop");

/** The shop, saying `text` wherever a text can stand. */
function shopSaying(text: string): Catalog {
  const ending = (written: Ending | undefined) => (written === undefined ? undefined : { ...written, reason: text });
  const categories = shop.categories.map((category) => ({ ...category, title: text, description: text }));
  const failures = shop.failures.map(
    (failure): Failure => ({
      ...failure,
      aliases: failure.aliases.map(({ name }) => ({ name, reason: text })),
      category: categories.find(({ id }) => id === failure.category.id) ?? failure.category,
      title: text,
      description: text,
      guidance: { causes: [text], actions: [text, text] },
      messages: { title: { text: quotedMessage(text), description: text, maxLength: undefined, markup: false } },
      deprecated: ending(failure.deprecated),
      retired: ending(failure.retired),
    }),
  );
  const byCode = new Map(failures.map((failure) => [failure.code, failure]));
  return {
    ...shop,
    title: text,
    description: text,
    categories,
    statuses: shop.statuses.map((status) => ({ ...status, title: text, description: text })),
    failures,
    byCode,
    fallback: byCode.get(shop.fallback.code) ?? shop.fallback,
    locales: shop.locales.map((locale) => ({ ...locale, messages: () => new Map() })),
  };
}

/** A text as a message that says it: an apostrophe after a brace stands in the same quotation. */
function quotedMessage(text: string): string {
  return text.replace(/'+|[{}]['{}]*/g, (run) => {
    const doubled = run.replaceAll("'", "''");
    return run.startsWith("'") ? doubled : `'${doubled}'`;
  });
}

/** A text's paragraphs: blank lines are all that documentation may lose of it. */
function paragraphs(text: string): string[] {
  const lines = text.split(/\n\n+/).map((paragraph) => paragraph.split("\n").filter((line) => line !== ""));
  return lines.filter((paragraph) => paragraph.length > 0).map((paragraph) => paragraph.join("\n"));
}

function expectDocumentation(declared: DeclaredValue, shown: readonly string[], tags: readonly string[]): void {
  expect(declared.tags).toEqual(tags);
  expect(shownParagraphs(declared.comment)).toEqual(shown);
}

async function expectReadBack(text: string): Promise<void> {
  const catalog = shopSaying(text);
  const files = await artifactsOf(typescript({ style: "const" }), catalog);
  const declarations = await artifactsOf(typescript(), catalog);
  const { failures } = evaluated(files.get("failures.js") ?? "") as { failures: readonly Failure[] };
  const source = evaluated(files.get("src/failure-codes.ts") ?? "");
  expect(source["failures"]).toEqual(failures);
  for (const failure of failures) {
    expect([failure.title, failure.description, ...failure.guidance.causes]).toEqual([text, text, text]);
    expect(failure.guidance.actions).toEqual([text, text]);
    const reasons = [...failure.aliases, failure.deprecated, failure.retired].map((one) => one?.reason ?? text);
    expect(new Set([...reasons, text])).toEqual(new Set([text]));
  }
  const codes = parsedSource(declarations.get("failure-code.d.ts") ?? "");
  const asConst = parsedSource(files.get("failure-code.d.ts") ?? "");
  for (const members of [declaredMembers(codes, "FailureCode"), declaredMembers(asConst, "FailureCode")]) {
    for (const member of members) expectMember(member, catalog, text);
  }
  const rest = parsedSource(declarations.get("failures.d.ts") ?? "");
  for (const member of declaredMembers(rest, "FailureStatus"))
    expectDocumentation(member, [text, ...paragraphs(text)], []);
  for (const member of declaredMembers(rest, "FailureCategory")) {
    const [title, ...description] = shownParagraphs(member.comment);
    expect(title?.startsWith(`${text} (`)).toBe(true);
    expect(description).toEqual(paragraphs(text));
  }
  const constants = declaredConstants(parsedSource(declarations.get("codes.d.ts") ?? ""));
  expect(constants.map(({ tags }) => tags)).toEqual(declaredMembers(codes, "FailureCode").map(({ tags }) => tags));
  expect(formatted(JSON.parse(files.get("messages/en.json") ?? "")["1001.title"], "en", {})).toBe(text);
  expect(JSON.parse(files.get("messages/compact/en.json") ?? "").texts[1001].title).toBe(text);
  const { locale } = evaluated(files.get("message/en.js") ?? "") as { locale: { texts: Record<number, unknown> } };
  expect(locale.texts[1001]).toEqual([text]);
  expect(JSON.parse(files.get("catalog.json") ?? "").title).toBe(text);
}

function expectMember(member: DeclaredValue, catalog: Catalog, text: string): void {
  const failure = catalog.byName.get(member.name);
  const current = catalog.byCode.get(failure?.code ?? "") as Failure;
  if (member.name !== current.name) {
    expectDocumentation(member, [text], ["deprecated"]);
    expect(shownParagraphs(member.deprecated ?? "")).toEqual([
      `Another spelling of {@link FailureCode.${current.name}}. ${text}`,
    ]);
    return;
  }
  const ending = current.retired ?? current.deprecated;
  const advice = { never: "never", later: "later, unchanged", "after-change": "after a change" }[current.retry];
  const last = `Retry: ${advice}. Category: ${current.category.id}.`;
  const shown = [text, ...paragraphs(text), "What to do:", text, text, last];
  expectDocumentation(member, shown, ending === undefined ? [] : ["deprecated"]);
  if (ending !== undefined) expect(shownParagraphs(member.deprecated ?? "")[0]).toContain(`${ending.since}: ${text}`);
}

interface Table {
  readonly title: string;
  readonly [kind: string]: unknown;
}

type Row = readonly [key: unknown, failure: unknown, name: string, reason: string, rest?: Rest];

interface Rest {
  readonly subcode?: string;
  readonly spellings?: readonly string[];
  readonly text?: { readonly kind: string; readonly pattern: string };
  readonly reference?: { readonly title: string };
}

/** Sources that say `text` wherever a text can stand, in keys too. */
async function expectSourcesReadBack(text: string): Promise<void> {
  let codes = 0;
  const say = () => text;
  const catalog = withSources(shop, { line: say, paragraph: say, code: () => `${text}${++codes}` });
  const files = await artifactsOf(typescript({ style: "const" }), catalog);
  const source = evaluated(files.get("src/failure-codes.ts") ?? "");
  for (const { name, title, description, sourceCode, mappings, references } of catalog.sources) {
    const table = evaluated(files.get(`sources/${name}.js`) ?? "")[name] as Table;
    expect(source[name]).toEqual(table);
    expect(table.title).toBe(title);
    const rows = ["exact", "detail", "range", "class", "source"].flatMap(
      (kind) => (table[kind] ?? []) as readonly Row[],
    );
    expect(rows).toHaveLength(mappings.length);
    for (const [index, { key, name: error, reason, reference }] of mappings.entries()) {
      const [code, _failure, ...rest] = rows[index] ?? [];
      const { text: match, ...more } = { subcode: undefined, spellings: [], ...key };
      expect(rest).toEqual([error, reason, ...(rest.length === 2 ? [] : [expect.anything()])]);
      expect(rest[2]?.text).toEqual(match);
      expect([rest[2]?.subcode, rest[2]?.spellings ?? []]).toEqual([more.subcode, more.spellings]);
      if (key.kind === "exact") expect(code).toBe(key.code);
      const referred = references.find(({ id }) => id === reference?.id);
      expect(rest[2]?.reference?.title).toBe(referred?.title);
    }
    const [statement] = parsedSource(files.get(`sources/${name}.d.ts`) ?? "").getVariableStatements();
    const [documentation] = statement?.getJsDocs() ?? [];
    const shown = shownParagraphs(documentation?.getCommentText() ?? "");
    expect(documentation?.getTags()).toEqual([]);
    expect(shown.slice(0, -1)).toEqual([title, ...paragraphs(description), ...paragraphs(sourceCode)]);
  }
}

it.each(hostileTexts)("the text %j in sources is read back by TypeScript as it was written", expectSourcesReadBack);

it("any text in sources is read back by TypeScript as it was written", async () => {
  await fc.assert(fc.asyncProperty(hostileText, expectSourcesReadBack), { numRuns: 40 });
});

it.each(hostileTexts)("the text %j is read back by TypeScript as it was written", expectReadBack);

it("any text is read back by TypeScript as it was written", async () => {
  await fc.assert(fc.asyncProperty(hostileText, expectReadBack), { numRuns: 60 });
});

it("a long text is read back by TypeScript as it was written", async () => {
  await expectReadBack(`${"The parcel was left in a van. ".repeat(5000)}*/`);
});

it("a file name with a line end does not leave the header", async () => {
  const file = { path: "spec/codes\nprocess.exit(1)\u2028.json", text: shop.file.text };
  for (const [path, content] of await artifactsOf(typescript(), { ...shop, file })) {
    if (path.endsWith(".ts")) expect(content.split("\n")[1], path).toBe("// @generated");
  }
});
