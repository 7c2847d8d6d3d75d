import fc from "fast-check";
import { expect, test } from "vitest";
import type { MappingKey, TextMatch } from "../core/catalog.ts";
import { sourcePagePath } from "../core/page-address.ts";
import { mappingAnchors } from "../core/sources/mapping-anchor.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { section } from "./docs-expectations.ts";
import { artifactsOf, testKit } from "./golden.ts";
import { hostileText } from "./hostile-text.ts";
import { readPage } from "./markdown-reader.ts";
import { withSources } from "./sources-fixture.ts";

function exact(code: string, more: Partial<MappingKey & { kind: "exact" }> = {}): MappingKey {
  return { kind: "exact", code, subcode: undefined, spellings: [], text: undefined, ...more };
}

test("the address of an error hangs on its key alone, and reads like it", () => {
  const text = { kind: "suffix", pattern: "chat not-found" } as const;
  const given: readonly MappingKey[] = [
    exact("131047"),
    exact("551", { subcode: "1545041" }),
    exact("5.1.1"),
    exact("2", { spellings: ["DELIVERED", "DELIVRD"] }),
    exact("400", { text }),
    { kind: "range", from: 200, to: 299, text: undefined },
    { kind: "detail", subject: "1", detail: "1", text: undefined },
    { kind: "class", class: "4", text: undefined },
    { kind: "source", text: undefined },
    exact("any"),
    exact("not found/é"),
  ];
  expect(given.map(mappingAnchors)).toEqual([
    ["131047"],
    ["551/1545041"],
    ["5.1.1"],
    ["2", "DELIVERED", "DELIVRD"],
    ["400~suffix~chat-not~2d~found"],
    ["200-299"],
    ["X.1.1"],
    ["4.X.X"],
    ["any"],
    ["~61~ny"],
    ["not~20~found~2f~~e9~"],
  ]);
});

const someCode = fc.oneof(hostileText, fc.constantFrom("any", "200-299", "X.1.1", "4.X.X", "1/2", "1~is~a", "~31~"));
const someText: fc.Arbitrary<TextMatch | undefined> = fc.option(
  fc.record({
    kind: fc.constantFrom("is" as const, "prefix" as const, "suffix" as const, "contains" as const, "glob" as const),
    pattern: hostileText,
  }),
  { nil: undefined },
);
const someKey: fc.Arbitrary<MappingKey> = fc.oneof(
  fc.record({
    kind: fc.constant("exact" as const),
    code: someCode,
    subcode: fc.option(someCode, { nil: undefined }),
    spellings: fc.constant([]),
    text: someText,
  }),
  fc.record({ kind: fc.constant("range" as const), from: fc.nat(300), to: fc.nat(300), text: someText }),
  fc.record({
    kind: fc.constant("detail" as const),
    subject: fc.nat(9).map(String),
    detail: fc.nat(9).map(String),
    text: someText,
  }),
  fc.record({ kind: fc.constant("class" as const), class: fc.nat(9).map(String), text: someText }),
  fc.record({ kind: fc.constant("source" as const), text: someText }),
);

test("no two keys have one address, and every address is plain in HTML, Markdown and a link", () => {
  fc.assert(
    fc.property(someKey, someKey, (left, right) => {
      const [[one], [other]] = [mappingAnchors(left), mappingAnchors(right)];
      expect(one === other).toBe(JSON.stringify(left) === JSON.stringify(right));
      expect(one).toMatch(/^[\w./~-]+$/);
    }),
    { numRuns: 2000 },
  );
});

test("no error has the address of a heading, whatever its code is", async () => {
  const shop = withSources(catalogFixture("shop"));
  const page = readPage((await artifactsOf(docs(), shop)).get(sourcePagePath("pigeons")) ?? "");
  const slugs = page.blocks.flatMap((block) =>
    block.kind === "heading" && block.level === 2 ? [block.text.toLowerCase().replaceAll(" ", "-")] : [],
  );
  expect(slugs).toHaveLength(7);
  for (const slug of slugs) expect(slugs).not.toContain(mappingAnchors(exact(slug))[0]);
});

test("errors stand in the order in which a reader looks for a code", async () => {
  const shop = catalogFixture("shop");
  const [pigeons] = withSources(shop).sources.filter(({ name }) => name === "pigeons");
  const [model] = pigeons?.mappings ?? [];
  if (pigeons === undefined || model === undefined) throw new Error("The fixture has no such source.");
  const text = { kind: "contains", pattern: "quota" } as const;
  const keys: readonly MappingKey[] = [
    exact("4", { subcode: "12" }),
    exact("200", { text }),
    exact("100"),
    exact("1000"),
    exact("200"),
    exact("5.10.1"),
    exact("5.9.1"),
    exact("4"),
    exact("4", { subcode: "9" }),
    exact("SRVC_B"),
    exact("SRVC_A"),
    { kind: "detail", subject: "2", detail: "1", text: undefined },
    { kind: "range", from: 200, to: 299, text: undefined },
    { kind: "class", class: "4", text: undefined },
    { kind: "source", text: undefined },
  ];
  const mappings = keys.map((key) => ({ ...model, key, outcome: "failure" as const }));
  const artifacts = await artifactsOf(docs(), { ...shop, sources: [{ ...pigeons, mappings }] });
  expect(readPage(artifacts.get("sources/pigeons.md") ?? "").anchors).toEqual([
    "4",
    "4/9",
    "4/12",
    "5.9.1",
    "5.10.1",
    "100",
    "200~contains~quota",
    "200",
    "200-299",
    "1000",
    "SRVC_A",
    "SRVC_B",
    "X.2.1",
    "4.X.X",
    "any",
  ]);
});

test("links lead both ways: from an error to its failure, and back", async () => {
  const artifacts = await artifactsOf(docs(), shippedCatalog());
  const whatsapp = readPage(artifacts.get("sources/whatsapp.md") ?? "");
  expect(whatsapp.anchors).toContain("131047");
  expect(whatsapp.links).toContain("../codes/14005.md");
  expect(readPage(artifacts.get("codes/14005.md") ?? "").links).toContain("../sources/whatsapp.md#131047");
});

test("the pages say that two mappings alone are documented, and link to the place", async () => {
  const artifacts = await artifactsOf(docs(), shippedCatalog());
  expect(artifacts.get("README.md")).toContain("the vendor of the API documents 2; the rest");
  const rows = [...artifacts]
    .filter(([path]) => path.startsWith("sources/"))
    .flatMap(([path, text]) =>
      text.split("\n").flatMap((line) => (line.includes("([documented](https://") ? [`${path} ${line}`] : [])),
    );
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/^sources\/sms-messagebird\.md \| <a id="1"><\/a>.*15005 UNKNOWN_SUBSCRIBER/);
  expect(rows[1]).toMatch(/^sources\/sms-messagebird\.md \| <a id="34"><\/a>.*15001 UNKNOWN_FAILURE/);
  const [documented] = section(readPage(artifacts.get("codes/15005.md") ?? "").blocks, "Platform errors that lead here")
    .flatMap((block) => (block.kind === "table" ? block.rows : []))
    .filter(([code]) => code === "1");
  expect(documented?.[2]).toBe("documented");
});

test("a catalog without sources has the pages it always had", async () => {
  const catalog = { ...catalogFixture("shop"), sources: [] };
  const artifacts = await artifactsOf(docs(), catalog);
  const told = [...artifacts].filter(([path]) => path !== "index.schema.json");
  for (const [path, text] of told) expect(text, path).not.toMatch(/## Sources|sources\/|Platform errors/);
});

test("where the pages are published, llms-full.txt names every error, and links to places that stay", async () => {
  const kit = { ...testKit, baseUrl: "https://example.com/failures" };
  const artifacts = await artifactsOf(docs(), shippedCatalog(), kit);
  const text = artifacts.get("llms-full.txt") ?? "";
  expect(text).toContain("| <code>131047</code> | **Re-engagement message**");
  expect(text).toContain("[14005 INVALID_SESSION_WINDOW](https://example.com/failures/codes/14005) (derived)");
  expect(text).not.toContain("<a id=");
  expect(artifacts.get("llms.txt")).toContain("- [WhatsApp](https://example.com/failures/sources/whatsapp): ");
});
