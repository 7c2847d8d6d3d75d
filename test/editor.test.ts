import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { failureSchemas } from "../core/failed-message-schema.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { type Editor, openInEditor } from "./editor.ts";
import { testKit } from "./golden.ts";

const root = resolve(import.meta.dirname, "..");

/** Opens a text, in which "▮" marks where the cursor stands, as a file of this repository. */
function open(path: string, marked: string, schemas?: ReadonlyMap<string, string>): Editor & { cursor: number } {
  const cursor = Math.max(marked.indexOf("▮"), 0);
  const url = pathToFileURL(join(root, path)).href;
  return { ...openInEditor(url, marked.replace("▮", ""), schemas), cursor };
}

/** Markdown as a reader sees it, without the backslashes of its escapes. */
const plain = (markdown: string): string => markdown.replace(/\\([^\n])/g, "$1").replace(/\\\n/g, "\n");

async function hover(path: string, marked: string, schemas?: ReadonlyMap<string, string>): Promise<string> {
  const editor = open(path, marked, schemas);
  return plain(await editor.hover(editor.cursor));
}

async function completions(path: string, marked: string, schemas?: ReadonlyMap<string, string>) {
  const editor = open(path, marked, schemas);
  return editor.completions(editor.cursor);
}

const catalogPath = "spec/failure-codes.json";
const catalog = readFileSync(join(root, catalogPath), "utf8");

/** The catalog with the first occurrence of a piece replaced. */
function changed(piece: string, replacement: string): string {
  expect(catalog).toContain(piece);
  return catalog.replace(piece, () => replacement);
}

describe("the shipped catalog in an editor", () => {
  it("has no problems", async () => {
    expect(await open(catalogPath, catalog).problems()).toEqual([]);
  });

  it("is offered the properties of a failure that are not written yet, with what they mean", async () => {
    const offered = await completions(
      catalogPath,
      changed('"name": "DEPENDENCY_ERROR"', '"▮": "", "name": "DEPENDENCY_ERROR"'),
    );
    expect(offered.get("aliases")).toBe(
      "Other published spellings of the name, each with its reason. They stay usable, as deprecated.",
    );
    expect(offered.get("deprecated")).toBe("Set when the failure should no longer be relied on.");
    expect([...offered.keys()]).not.toContain("title");
    for (const [label, documentation] of offered) expect(documentation, label).not.toBe("");
  });

  it("is offered the properties of the catalog, of a category and of a message", async () => {
    const inCatalog = await completions(catalogPath, changed('"notice":', '"▮":'));
    expect(inCatalog.get("notice")).toContain("every reference page");
    const inCategory = await completions(catalogPath, changed('"id": "service"', '"▮": "", "id": "service"'));
    expect(inCategory.get("prefixes")).toContain("longest matching prefix");
    const failure = '{ "code": 1, "messages": { "title": { "▮" } } }';
    const inMessage = await completions(catalogPath, changed('"failures": [', `"failures": [ ${failure},`));
    expect(inMessage.get("description")).toBe("A note for translators.");
  });

  it.each([
    ['"retry": "never"', '"retry": "▮"', ['"never"', '"later"', '"after-change"']],
    ['"codeType": "integer"', '"codeType": "▮"', ['"integer"', '"string"']],
  ])("is offered the values of %s, with what they mean", async (piece, marked, values) => {
    const offered = await completions(catalogPath, changed(piece, marked));
    expect([...offered.keys()]).toEqual(values);
    for (const documentation of offered.values()) expect(documentation).not.toBe("");
  });

  it.each([
    ['"retry": "never"', '"ret▮ry": "never"', "Whether sending again helps: never; later, unchanged;"],
    ['"fallback": 15001', '"fall▮back": 15001', "Code of the failure that stands for what nobody recognises."],
    ['"code": 12001', '"co▮de": 12001', "The permanent code. It is never changed and never used again."],
    ['"from": 12000', '"fr▮om": 12000', "The first integer of the range."],
    [
      '"defaultLocale"',
      '"default▮Locale"',
      "BCP 47 tag of the language that the messages in this file are written in.",
    ],
  ])("explains %s", async (piece, marked, text) => {
    expect(await hover(catalogPath, changed(piece, marked))).toContain(text);
  });

  it.each([
    ['"retry": "never"', '"retry": "perhaps"', '"perhaps": Value is not accepted.'],
    ['"code": 12001', '"code": 12001.5', "12001.5: Incorrect type."],
    ['"version": "1.0.0"', '"version": 1', "1: Incorrect type."],
    ['"retry": "never"', '"retries": 3, "retry": "never"', '"retries": Property retries is not allowed.'],
    ['"from": 12000', '"from": "12000"', '"12000": Incorrect type.'],
  ])("is told what is wrong where %s is written as %s", async (piece, mistake, words) => {
    const problems = await open(catalogPath, changed(piece, mistake)).problems();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(words);
  });
});

describe("a locale in an editor", () => {
  it.each(readdirSync(join(root, "spec/locales")))("has no problems: %s", async (name) => {
    const text = readFileSync(join(root, "spec/locales", name), "utf8");
    expect(await open(`spec/locales/${name}`, text).problems()).toEqual([]);
  });

  const written = (translation: string) =>
    `{ "$schema": "../schema/locale.schema.json", "locale": "fr", "failures": { "PARCEL_LOST": { "title": ${translation} } } }`;

  it("is offered states, and properties with what they mean", async () => {
    const states = await completions("spec/locales/fr.json", written('{ "text": "Colis perdu", "state": "▮" }'));
    expect([...states.keys()]).toEqual(['"new"', '"translated"', '"needs-review"', '"final"']);
    const offered = await completions("spec/locales/fr.json", written('{ "text": "Colis perdu", "▮" }'));
    expect(offered.get("by")).toContain("a person, a machine");
    expect(await hover("spec/locales/fr.json", written('{ "te▮xt": "Colis perdu" }'))).toContain("ICU MessageFormat");
  });

  it("is told what is wrong", async () => {
    const problems = await open("spec/locales/fr.json", written('{ "txt": "Colis perdu" }')).problems();
    expect(problems.join("\n")).toMatch(/Missing property "text"/);
    expect(problems.join("\n")).toMatch(/Property txt is not allowed/);
  });
});

describe("a source in an editor", () => {
  it.each(readdirSync(join(root, "spec/sources")))("has no problems: %s", async (name) => {
    const text = readFileSync(join(root, "spec/sources", name), "utf8");
    expect(await open(`spec/sources/${name}`, text).problems()).toEqual([]);
  });

  const path = "spec/sources/whatsapp.json";
  const whatsapp = readFileSync(join(root, path), "utf8");

  function marked(piece: string, replacement: string): string {
    expect(whatsapp).toContain(piece);
    return whatsapp.replace(piece, () => replacement);
  }

  it("is offered the properties of the file and of a mapping that are not written yet, with what they mean", async () => {
    const inFile = await completions(path, marked('"title":', '"▮": "", "title":'));
    expect(inFile.get("inherits")).toContain("Name of a source whose mappings this one has too");
    const inMapping = await completions(path, marked('"mappings": [', '"mappings": [ { "▮" },'));
    expect([...inMapping.keys()]).toEqual([
      "code",
      "range",
      "subcode",
      "text",
      "spellings",
      "name",
      "description",
      "failure",
      "fallback",
      "notAFailure",
      "evidence",
      "reference",
      "reason",
      "provenance",
      "retry",
    ]);
    const inText = await completions(path, marked('"mappings": [', '"mappings": [ { "text": { "▮" } },'));
    expect([...inText.keys()]).toEqual(["is", "prefix", "suffix", "contains", "glob"]);
    for (const [label, documentation] of [...inFile, ...inMapping, ...inText]) {
      expect(documentation, label).toMatch(/\.$/);
    }
  });

  it.each([
    ['"standing": "documented"', '"standing": "▮"', ['"documented"', '"channel"', '"protocol"']],
    ['"provenance": "published"', '"provenance": "▮"', ['"published"', '"same-numbering"', '"recalled"']],
    ['"codeForms": [', '"codeForms": ["▮",', ['"number"', '"enhanced-status"', '"word"']],
    ['"evidence": "derived"', '"evidence": "▮"', ['"documented"', '"derived"']],
    ['"mappings": [', '"mappings": [ { "fallback": ▮ },', ["true"]],
    ['"mappings": [', '"mappings": [ { "retry": "▮" },', ['"never"', '"later"', '"after-change"']],
  ])("is offered the values of %s", async (piece, replacement, values) => {
    expect([...(await completions(path, marked(piece, replacement))).keys()]).toEqual(values);
  });

  it.each([
    ['"codeForms"', '"code▮Forms"', "reads 007 and 0x07 as 7"],
    ['"range"', '"ran▮ge"', "All numbers from one to another"],
    ['"evidence"', '"evi▮dence"', "documented by the vendor of the API, or derived"],
    ['"references"', '"refer▮ences"', "The pages and documents"],
  ])("explains %s", async (piece, replacement, text) => {
    expect(await hover(path, marked(piece, replacement))).toContain(text);
  });

  it.each([
    ['"standing": "documented"', '"standing": "official"', '"official": Value is not accepted.'],
    ['"judging":', '"juding":', "Property juding is not allowed."],
    ['"name": "whatsapp"', '"name": "WhatsApp"', "Write lower-case letters and digits"],
    ['"evidence": "derived"', '"evidence": true', "true: "],
  ])("is told what is wrong where %s is written as %s", async (piece, mistake, words) => {
    expect((await open(path, marked(piece, mistake)).problems()).join("\n")).toContain(words);
  });
});

describe("a configuration in an editor", () => {
  const path = "spec/failcodes.config.json";
  const written = (settings: string) => `{ "$schema": "./schema/config.schema.json", ${settings} }`;

  it("has no problems with every kind of target", async () => {
    const targets =
      '{ "docs": false, "typescript": { "style": "const" }, "wiki": { "module": "./wiki.ts", "options": { "a": 1 } } }';
    const settings = `"spec": "spec/failure-codes.json", "baseUrl": "https://example.com/f", "ignore": ["docs/*.md"], "targets": ${targets}`;
    expect(await open(path, written(settings)).problems()).toEqual([]);
  });

  it("is offered every setting and every target, with what they mean", async () => {
    const settings = await completions(path, written('"▮"'));
    for (const name of [
      "spec",
      "locales",
      "sources",
      "output",
      "templates",
      "baseUrl",
      "maxFileSize",
      "ignore",
      "targets",
    ]) {
      expect(settings.get(name), name).toMatch(/\.$/);
    }
    const targets = await completions(path, written('"targets": { "▮" }'));
    for (const name of ["typescript", "json-schema", "docs", "messages", "sources"])
      expect(targets.get(name), name).toMatch(/\.$/);
  });

  it("explains a setting and a target", async () => {
    expect(await hover(path, written('"base▮Url": "https://example.com"'))).toContain("permanent links");
    expect(await hover(path, written('"targets": { "do▮cs": {} }'))).toContain("The reference pages, as Markdown.");
  });

  it("is offered the values of an option", async () => {
    const offered = await completions(path, written('"targets": { "typescript": { "style": "▮" } }'));
    expect([...offered.keys()]).toEqual(['"enum"', '"const"']);
  });

  it.each([
    ['"outptu": "generated"', "Property outptu is not allowed."],
    ['"targets": { "typescript": { "style": "class" } }', "Value is not accepted."],
    ['"targets": { "wiki": {} }', 'Missing property "module".'],
    ['"targets": { "My Target": { "module": "./wiki.ts" } }', "does not match"],
    ['"baseUrl": "docs.example.com"', "does not match"],
    ['"maxFileSize": 0', "below the minimum"],
  ])("is told what is wrong with %s", async (settings, words) => {
    expect((await open(path, written(settings)).problems()).join("\n")).toContain(words);
  });
});

describe("the generated schemas in an editor", () => {
  const schemas = new Map(
    [...failureSchemas(catalogFixture("shop"), testKit)].map(([name, schema]) => [
      pathToFileURL(join(root, "messages", name)).href,
      JSON.stringify(schema),
    ]),
  );
  const path = "messages/order.json";
  const message = (failure: string) =>
    `{ "$schema": "./failed-message.schema.json", "status": "delivery_failed", "failure": ${failure} }`;

  it("offer every known code with what it means", async () => {
    const offered = await completions(path, message('{ "code": ▮ }'), schemas);
    expect([...offered.keys()]).toEqual(catalogFixture("shop").failures.map(({ code }) => String(code)));
    expect(offered.get("1002")).toContain("Card expired");
  });

  it.each(["failed-message", "failure-code"])("explain a code: %s", async (name) => {
    const text = name === "failure-code" ? `{ "known": 1▮002 }` : message('{ "code": 1▮002 }');
    // A document whose one value is a code: the schema is put around it.
    const known = { type: "object", properties: { known: { $ref: "./failure-code.schema.json" } } };
    const around = pathToFileURL(join(root, "messages/known.schema.json")).href;
    const all = new Map(schemas).set(around, JSON.stringify(known));
    const document = name === "failure-code" ? text.replace("{", '{ "$schema": "./known.schema.json",') : text;
    const shown = await hover(path, document, all);
    expect(shown).toMatch(/^CARD_EXPIRED\n\nCard expired/);
    expect(shown).toContain("The card's last month has passed.");
  });

  it("explain a deprecated code, and mark it", async () => {
    expect(await hover(path, message('{ "code": 1▮003 }'), schemas)).toContain("Deprecated since 2.1.0.");
    expect(await open(path, message('{ "code": 1003 }'), schemas).problems()).toEqual([
      '"code": 1003: Value is deprecated',
    ]);
  });

  it("explain a code that they do not know as an open set, without a complaint", async () => {
    expect(await hover(path, message('{ "code": 7▮7 }'), schemas)).toMatch(/^FailureCode\n\nAny failure code/);
    expect(await open(path, message('{ "code": 77 }'), schemas).problems()).toEqual([]);
  });

  it("are told what is wrong", async () => {
    expect(await open(path, message('{ "code": "1002" }'), schemas).problems()).toHaveLength(1);
  });
});
