import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { nodeFileSystem } from "../cli/host/node-file-system.ts";
import { loadProject } from "../cli/pipeline.ts";
import { locate } from "../core/json.ts";
import { load } from "../core/load.ts";
import { messageBundle } from "../core/message-bundle.ts";
import { fixtures, specFiles } from "./catalog-fixture.ts";
import { capturingHost, layCatalog, temporaryFolder } from "./cli-project.ts";

describe("the text of a file that can be read again", () => {
  const read = (): { readonly asked: string[]; readonly outcome: ReturnType<typeof load> } => {
    const asked: string[] = [];
    const again = (path: string, content: string | Uint8Array) => ({
      path,
      content,
      reread: () => {
        asked.push(path);
        return content;
      },
    });
    const { catalog, locales } = specFiles(join(fixtures, "catalogs/shop"));
    const files = Array.from(locales, ({ path, content }) => again(path, content));
    return { asked, outcome: load({ catalog: again(catalog.path, catalog.content), locales: files }) };
  };

  test("is not asked for again by a load without mistakes, nor by the first who wants the messages", () => {
    const { asked, outcome } = read();
    if (!outcome.ok) throw new Error("the fixture has mistakes");
    for (const locale of outcome.value.locales) messageBundle(outcome.value, locale);
    expect(asked).toEqual([]);
  });

  test("is read again for a place, and for messages that somebody asks for once more", () => {
    const { asked, outcome } = read();
    if (!outcome.ok) throw new Error("the fixture has mistakes");
    const { locales, failures } = outcome.value;
    const [, second] = locales;
    const origin = failures[0]?.origin;
    if (second === undefined || origin === undefined) throw new Error("the fixture is too small");
    const first = [...second.messages()];
    expect([...second.messages()]).toEqual(first);
    expect(asked).toEqual([second.file.path]);
    const place = locate(origin.file, origin.path);
    expect(origin.file.text[place.start]).toBe("{");
    expect(asked).toEqual([second.file.path, origin.file.path]);
  });
});

describe("a file of a project", () => {
  test("that changed since it was read is no longer what was read", async () => {
    const root = temporaryFolder();
    layCatalog(root, "shop");
    const loading = await loadProject(capturingHost(root).host, { targets: false });
    if (loading.kind !== "loaded") throw new Error("the fixture has mistakes");
    const [locale] = loading.project.catalog.locales.slice(1);
    if (locale === undefined) throw new Error("the fixture has one locale");
    appendFileSync(join(root, locale.file.path), "\n");
    locale.messages();
    expect(() => locale.messages()).toThrow("changed while it was read");
  });

  test("is read as it is written: ASCII, other scripts, a byte-order mark; and as bytes where it is not UTF-8 or too long", () => {
    const folder = mkdtempSync(join(tmpdir(), "failcodes-texts-"));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
    const files = nodeFileSystem();
    const path = join(folder, "parcel.txt");
    for (const text of [
      "",
      "parcel",
      "Päckchen",
      "荷物",
      "طرد",
      "📦",
      "\uFEFFparcel",
      "a\u0000b",
      "’".repeat(700_000),
    ]) {
      writeFileSync(path, text);
      expect(files.readText(path, 4_000_000)).toBe(text);
    }
    expect(Buffer.compare(files.readText(path, 2_000_000) as Uint8Array, readFileSync(path))).toBe(0);
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0x61, 0xe2, 0x80]]) {
      writeFileSync(path, new Uint8Array(bytes));
      expect(files.readText(path, 100)).toEqual(Buffer.from(bytes));
    }
    expect(files.readText(join(folder, "missing.txt"), 100)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(["parcel.txt"]);
  });
});
