import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, parseDocument } from "yaml";
import {
  markdownBlock,
  markdownCode,
  markdownFence,
  markdownInline,
  markdownJson,
  yamlText,
} from "../core/markdown.ts";
import { isWellFormed } from "../core/well-formed.ts";
import { hostileText } from "./hostile-text.ts";
import { type Block, hazards, readPage } from "./markdown-reader.ts";

/** What load admits: no control characters besides the line feed. */
function isAdmitted(written: string): boolean {
  return !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(written) && isWellFormed(written);
}

const lineStarts = fc.tuple(
  fc.constantFrom(
    ...[
      "# ",
      "- ",
      "+ ",
      "* ",
      "1. ",
      "12) ",
      "> ",
      "    ",
      "=== ",
      "--- ",
      ":::",
      "!!! note",
      "??? ",
      "| ",
      "~~~",
      "@x",
      "%%",
    ],
    ...["import ", "export ", ":tada:", "http://localhost:80 "],
  ),
  hostileText,
);

const text = fc
  .oneof(
    hostileText,
    lineStarts.map((parts) => parts.join("")),
  )
  .filter(isAdmitted);

interface Spot {
  readonly name: string;
  write(inline: string): string;
  blocks(text: string): readonly Block[];
}

const spots: readonly Spot[] = [
  { name: "paragraph", write: (inline) => inline, blocks: (text) => [{ kind: "paragraph", text }] },
  { name: "heading", write: (inline) => `# ${inline}`, blocks: (text) => [{ kind: "heading", level: 1, text }] },
  {
    name: "list item",
    write: (inline) => `- ${inline}\n- next`,
    blocks: (text) => [{ kind: "list", items: [text, "next"] }],
  },
  {
    name: "cell",
    write: (inline) => `| a | b |\n|---|---|\n| ${inline} | c |`,
    blocks: (text) => [
      {
        kind: "table",
        rows: [
          ["a", "b"],
          [text, "c"],
        ],
      },
    ],
  },
  { name: "link", write: (inline) => `[${inline}](x.md)`, blocks: (text) => [{ kind: "paragraph", text }] },
  { name: "bold text", write: (inline) => `**${inline}**`, blocks: (text) => [{ kind: "paragraph", text }] },
  { name: "quote", write: (inline) => `> ${inline}`, blocks: (text) => [{ kind: "quote", text }] },
  {
    name: "sentence",
    write: (inline) => `Before ${inline} after.`,
    blocks: (text) => [{ kind: "paragraph", text: `Before ${text} after.` }],
  },
];

for (const { name, write, blocks } of spots) {
  for (const [kind, make] of Object.entries({ text: markdownInline, code: markdownCode })) {
    test(`${kind} reads back from a ${name}, and holds nothing for MDX or Vue`, () => {
      fc.assert(
        fc.property(text, (written) => {
          const page = write(make(written));
          expect(readPage(page).blocks).toEqual(blocks(written));
          expect(hazards(page)).toEqual([]);
        }),
        { numRuns: 300 },
      );
    });
  }
}

test("paragraphs read back, blank lines between them counted once", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const written = texts.join("\n");
      const page = markdownBlock(written);
      const paragraphs = written.split(/\n\n+/).filter((paragraph) => paragraph.replaceAll("\n", "") !== "");
      const read = readPage(page).blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind));
      expect(read).toEqual(paragraphs.map((paragraph) => paragraph.replace(/^\n|\n$/g, "")));
      expect(hazards(page)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("a fenced block holds any text", () => {
  fc.assert(
    fc.property(text, (written) => {
      expect(readPage(markdownFence("text", written)).blocks).toEqual([
        { kind: "fence", language: "text", text: written },
      ]);
    }),
  );
});

test("JSON of a page reads back, and holds nothing for Liquid or an include", () => {
  fc.assert(
    fc.property(fc.jsonValue(), text, text, (value, key, written) => {
      const payload = { [key]: [value, written, { [`{{${written}`]: `<!-- @include: ${written}` }] };
      const [block] = readPage(markdownFence("json", markdownJson(payload))).blocks;
      const json = block?.kind === "fence" ? block.text : "";
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(payload)));
      expect(json).not.toMatch(/\{\{|\{%|<!--|[\u2028\u2029]/);
    }),
  );
});

test("front matter reads back from YAML 1.2 and YAML 1.1", () => {
  fc.assert(
    fc.property(
      fc.oneof(text, fc.constantFrom("no", "on", "12:30", "=", "~", "null", "1e3", "0x1F", "- a", "a: b", "#", "")),
      (written) => {
        const page = `title: ${yamlText(written)}\n`;
        expect(parse(page)).toEqual({ title: written });
        expect(parseDocument(page, { version: "1.1" }).toJS()).toEqual({ title: written });
      },
    ),
  );
});

test("plain text stays as it is", () => {
  for (const plain of [
    "The receiver's number isn't known (yet).",
    "Read failure.source.name; see https://example.com/cards_and_parcels.",
    "Wait 5 minutes: 12:30 is early, 1.5 kg is heavy.",
    "送信できませんでした。",
    "an UNKNOWN_FAILURE of the kind C#",
  ]) {
    expect(markdownInline(plain)).toBe(plain);
  }
});
