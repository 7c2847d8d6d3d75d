import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { nodeFileSystem } from "../cli/host/node-file-system.ts";
import { type Content, joinedPieces, linesOf, pieces, textOf } from "../core/content.ts";
import { type ListMaker, listAtOnce, stableJson, stableJsonPieces } from "../core/stable-json.ts";
import type { Json } from "../core/target.ts";
import { hostileText } from "./hostile-text.ts";

const folder = mkdtempSync(join(tmpdir(), "failcodes-content-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const texts = fc.array(fc.oneof(hostileText, fc.constant("parcel ".repeat(20_000))), { maxLength: 4 });

describe("a content", () => {
  test("has one text, one digest and one file, whether it is a text, bytes or pieces", () => {
    const files = nodeFileSystem();
    const path = join(folder, "parcels.txt");
    fc.assert(
      fc.property(texts, fc.string({ minLength: 1, maxLength: 3 }), (given, more) => {
        const text = wellFormed(given.join(""));
        const others: Content[] = [text, new TextEncoder().encode(text), pieces(() => given.map(wellFormed).values())];
        writeFileSync(path, text);
        for (const content of others) {
          expect(textOf(content)).toBe(text);
          expect(textOf(content)).toBe(text);
          expect(sha256(content)).toBe(sha256(text));
          expect(files.equals(path, content)).toBe(true);
        }
        writeFileSync(path, text + more);
        for (const content of others) expect(files.equals(path, content)).toBe(false);
        if (text === "") return;
        writeFileSync(path, [...text].slice(0, -1).join(""));
        for (const content of others) expect(files.equals(path, content)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test("in pieces is the lines, or entries, it was made from, however long they are", () => {
    fc.assert(
      fc.property(texts, (lines) => {
        expect(textOf(linesOf(lines, (line) => line))).toBe(lines.join("\n"));
        expect([...joinedPieces(lines, ", ")].join("")).toBe(lines.join(", "));
      }),
    );
  });
});

/** Without half characters: a test of its own shows that no catalog has them. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

describe("a JSON document in pieces", () => {
  const entry = fc.oneof(
    hostileText,
    fc.integer(),
    fc.record({ name: hostileText, causes: fc.array(hostileText, { maxLength: 3 }) }),
  );

  test("is the text of the document, wherever its lists stand and however long they are", () => {
    const lists = fc.array(fc.oneof(fc.array(entry, { maxLength: 4 }), repeated(entry)), { maxLength: 3 });
    fc.assert(
      fc.property(lists, fc.integer({ min: 0, max: 4 }), (given, depth) => {
        const document = (list: ListMaker): Json => {
          const members = given.map((items, index) => [`list ${index}`, list(items, (item) => item as Json)] as const);
          let value: Json = { before: [1], ...Object.fromEntries(members), after: "end" };
          for (let level = 0; level < depth; level++) value = { level, inside: value };
          return value;
        };
        expect(textOf(stableJsonPieces(document))).toBe(stableJson(document(listAtOnce)));
      }),
      { numRuns: 60 },
    );
  });

  test("refuses lists that are not made in the order they stand in", () => {
    const document = (list: ListMaker): Json => {
      const second = list([2], (item) => item);
      return { first: list([1], (item) => item), second };
    };
    expect(() => textOf(stableJsonPieces(document))).toThrow("in the order");
  });
});

/** More entries than are made at a time. */
function repeated<T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc
    .tuple(item, fc.integer({ min: 39, max: 130 }))
    .map(([one, times]) => Array.from({ length: times }, () => one));
}
