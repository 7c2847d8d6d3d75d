import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import type { Catalog, Failure } from "../core/catalog.ts";
import { findMarkers } from "../core/inject/markers.ts";
import { type Page, readPage } from "../core/inject/page-blocks.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { hostileText, hostileTexts } from "./hostile-text.ts";
import { defaultPlaces, injectedPage } from "./inject-page.ts";
import { hazards, readPage as readMarkdown } from "./markdown-reader.ts";

const shop = catalogFixture("shop");

const ending = fc.constantFrom("\n", "\n", "\r\n", "\r");
const word = fc.constantFrom(
  "a word",
  "`",
  "``",
  "```",
  "~~~",
  "<",
  "-->",
  "<!--",
  "{/*",
  "*/}",
  "{",
  ">",
  "> ",
  "- ",
  "1. ",
  "    ",
  "\t",
  "# ",
  "|",
  "\\",
  "  ",
  "é📦",
  "",
);
const prose = fc.array(word, { maxLength: 5 }).map((words) => words.join(""));
const indent = fc.constantFrom("", "", "  ", "- ", "> ", "    ", "\t", "  > - ");
const ours = fc.constantFrom(
  "table",
  "table category=payment columns=code,description,causes",
  "list retry=later",
  "code 1001 parts=code,description,actions,message",
  "source wallet",
);
const short = fc.constantFrom(
  "count",
  "count category=parcel",
  "code 1001",
  "list parts=title",
  "code 1003 parts=lifecycle",
);

/** Whole lines: prose, or a block whose markers stand on lines of their own, or blocks in a sentence. */
const lines = fc.oneof(
  prose,
  fc
    .record({
      indent,
      marker: fc.oneof(ours, short),
      old: fc.array(prose, { maxLength: 3 }),
      mdx: fc.boolean(),
      ending,
    })
    .map(({ indent, marker, old, mdx, ending }) => {
      const begins = indent.replace(/[^>\t]/g, " ");
      const [open, end] = mdx
        ? [`{/* failcodes:${marker} */}`, "{/* failcodes:end */}"]
        : [`<!-- failcodes:${marker} -->`, "<!--failcodes:end-->"];
      const inside = old.map((line) => begins + line.replace(/[`~{<]/g, "")).map((line) => line + ending);
      return `${indent}${open} ${ending}${inside.join("")}${begins}${end}`;
    }),
  fc
    .array(
      fc.record({
        before: fc.constantFrom("There are ", "", "and "),
        marker: short,
        old: fc.constantFrom("", "7", "x\n"),
      }),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((blocks) =>
      blocks
        .map(({ before, marker, old }) => `${before}<!-- failcodes:${marker} -->${old}<!-- failcodes:end -->`)
        .join(""),
    ),
);

const page = fc
  .record({
    mark: fc.constantFrom("", "\uFEFF"),
    parts: fc.array(fc.tuple(lines, ending), { minLength: 1, maxLength: 8 }),
    isOpen: fc.boolean(),
  })
  .map(({ mark, parts, isOpen }) => {
    const text = parts.map((part) => part.join("")).join("");
    return mark + (isOpen ? text.replace(/(\r\n|\n|\r)$/, "") : text);
  });

/** Everything of a page that is not inside of a block. */
function outside({ file, mark, blocks }: Page): readonly string[] {
  const pieces = [mark];
  let at = 0;
  for (const { start, end } of blocks) {
    pieces.push(file.text.slice(at, start));
    at = end;
  }
  return [...pieces, file.text.slice(at)];
}

function pageOf(text: string): Page {
  const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  return readPage({ path: "page.md", text: text.slice(mark.length) }, mark).page;
}

describe("pages of any kind", () => {
  test("keep every byte outside of their blocks, and writing them twice is writing them once", () => {
    let written = 0;
    fc.assert(
      fc.property(page, (text) => {
        const bytes = new TextEncoder().encode(text);
        const once = injectedPage(shop, "page.md", bytes);
        if (once.text === undefined) return;
        written += once.page.blocks.length;
        const after = pageOf(once.text);
        expect(outside(after)).toEqual(outside(once.page));
        expect(injectedPage(shop, "page.md", once.text).text).toBe(once.text);
      }),
      { numRuns: 1500 },
    );
    expect(written).toBeGreaterThan(500);
  });

  test("get blocks in the line ending of the line that the block begins on", () => {
    fc.assert(
      fc.property(page, (text) => {
        const { text: result } = injectedPage(shop, "page.md", text);
        if (result === undefined) return;
        const { file, blocks } = pageOf(result);
        for (const { open, start, end, hasLines } of blocks.filter((block) => block.hasLines)) {
          expect(hasLines).toBe(true);
          const found = file.text.slice(start, end).match(/\r\n|\n|\r/g) ?? [];
          expect(new Set(found)).toEqual(new Set([open.line.ending]));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("markers in code", () => {
  const pieces = [
    "```",
    "~~~",
    "````",
    "``` js",
    "- item",
    "1. item",
    "> quote",
    "text",
    "",
    "  ```",
    "   - nested",
    "- ```",
  ];
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces) },
    { weight: 2, arbitrary: fc.constant("MARK") },
  );
  const renderer = new MarkdownIt({ html: true });

  test("are those that a Markdown parser takes for code", () => {
    let fenced = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("", "", "> ", "  "), line), { minLength: 2, maxLength: 9 }),
        (rows) => {
          let count = 0;
          const text = rows
            .map(([before, row]) => before + (row === "MARK" ? `<!-- failcodes:count codes=${++count} -->` : row))
            .join("\n");
          const code = renderer.parse(text, {}).filter(({ type }) => type === "fence");
          // What is indented for no reason is code to CommonMark, and not to MDX or MkDocs.
          if (renderer.parse(text, {}).some(({ type }) => type === "code_block")) return;
          const inCode = new Set(code.flatMap(({ content }) => content.match(/codes=\d+/g) ?? []));
          fenced += inCode.size;
          const found = findMarkers(text).markers.map(({ words }) => words.trim());
          const all = Array.from({ length: count }, (_, index) => `codes=${index + 1}`);
          expect(found, text).toEqual(all.filter((one) => !inCode.has(one)));
        },
      ),
      { numRuns: 3000 },
    );
    expect(fenced).toBeGreaterThan(500);
  });

  test("take no more than a moment to tell, however long a page is", () => {
    const ticks = Array.from({ length: 20_000 }, (_, index) => "`".repeat((index % 50) + 1)).join(" ");
    const started = performance.now();
    expect(findMarkers(`${ticks} <!-- failcodes:count -->`).markers.length).toBeLessThan(2);
    expect(findMarkers("<!-- failcodes:count -->\n".repeat(50_000)).markers).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

/** The catalog of the shop, whose texts are these. */
function withTexts(texts: readonly string[]): Catalog {
  const text = (index: number): string => texts[index % texts.length] ?? "";
  const failures = shop.failures.map(
    (failure, index): Failure => ({
      ...failure,
      title: text(index),
      description: text(index + 1),
      guidance: { causes: [text(index + 2), text(index + 3)], actions: [text(index + 4)] },
      category: { ...failure.category, title: text(index + 5) },
    }),
  );
  const byCode = new Map(failures.map((failure) => [failure.code, failure]));
  return { ...shop, failures, byCode, statuses: shop.statuses.map((status) => ({ ...status, title: text(3) })) };
}

const columns = ["code", "name", "title", "category", "statuses", "description", "causes", "actions"] as const;
const hostilePage = [
  `<!-- failcodes:table columns=${columns.join(",")} links=none -->`,
  "<!-- failcodes:end -->",
  "",
  `<!-- failcodes:code 1001 parts=${columns.join(",")} -->`,
  "<!-- failcodes:end -->",
  "",
  "<!-- failcodes:list -->",
  "<!-- failcodes:end -->",
  "",
  "In a sentence: <!-- failcodes:list parts=title --><!-- failcodes:end -->.",
  "",
].join("\n");

function expectReadBack(texts: readonly string[]): void {
  const catalog = withTexts(texts);
  const { text = "", page } = injectedPage(catalog, "page.md", hostilePage, { ...defaultPlaces, folder: undefined });
  expect(pageOf(text).blocks).toHaveLength(page.blocks.length);
  expect(outside(pageOf(text))).toEqual(outside(page));
  expect(hazards(text.replace(/<!-- failcodes:.*?-->|<br \/>/g, ""))).toEqual([]);
  const table = readMarkdown(text).blocks.find(({ kind }) => kind === "table");
  if (table?.kind !== "table") throw new Error("the table is lost");
  const shown = catalog.failures.filter(({ retired }) => retired === undefined);
  expect(table.rows.slice(1)).toEqual(
    shown.map(({ code, name, title, category, statuses, description, guidance }) => [
      String(code),
      name,
      title,
      category.title,
      statuses.map((id) => catalog.statuses.find((status) => status.id === id)?.title).join(", "),
      description,
      guidance.causes.join("<html_inline <br />>"),
      guidance.actions.join(""),
    ]),
  );
}

describe("texts of a catalog", () => {
  test("come back from a table as they are written, and close no block", () => {
    expectReadBack(hostileTexts);
    expectReadBack([
      "<!-- failcodes:end -->",
      "{/* failcodes:end */}",
      "--> | `",
      "```",
      "\n<!-- failcodes:table -->\n",
    ]);
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 9 }), (texts) => expectReadBack(texts)),
      { numRuns: 200 },
    );
  });
});
