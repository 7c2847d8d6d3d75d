import { join } from "node:path";
import fc from "fast-check";
import Handlebars from "handlebars/dist/cjs/handlebars.js";
import { expect, expectTypeOf, test } from "vitest";
import { loadTemplates } from "../cli/template-standing.ts";
import { loadConfiguration } from "../core/configuration.ts";
import { textOf } from "../core/content.ts";
import type { SourceFile } from "../core/source-file.ts";
import { locationOf } from "../core/template/parse.ts";
import {
  flag,
  list,
  optional,
  type RecordShape,
  record,
  type Shape,
  text,
  type ViewOf,
} from "../core/template/shape.ts";
import { ownRender, type TemplateSet } from "../core/template.ts";
import { builtInTarget } from "../generators/index.ts";
import { templateFiles } from "../scripts/template-files.ts";
import { templateReference } from "../scripts/template-reference.ts";
import { catalogFixture } from "./catalog-fixture.ts";

const configured = loadConfiguration(undefined);
if (!configured.ok) throw new Error("Without a configuration there are no mistakes in it.");
const sets = await loadTemplates(configured.value);

function paths(node: unknown): readonly hbs.AST.PathExpression[] {
  if (Array.isArray(node)) return node.flatMap(paths);
  if (typeof node !== "object" || node === null) return [];
  const { type, path, params } = node as hbs.AST.BlockStatement & { readonly name?: unknown };
  if ((type as string) === "PathExpression") return [node as hbs.AST.PathExpression];
  // The names of helpers and partials are no variables.
  if ((type as string) === "PartialStatement") return paths(params);
  if (type === "BlockStatement") {
    const block = node as hbs.AST.BlockStatement;
    return [...paths(params), ...paths(block.program), ...paths(block.inverse)];
  }
  return type === ("Program" as string) ? paths((node as hbs.AST.Program).body) : paths(path);
}

for (const { folder: templates, sources, shapes } of sets) {
  const { folder } = templates;
  const builtIn: TemplateSet = { folder, pages: new Map(Object.entries(shapes)), sources };
  const variables = Object.entries(sources).flatMap(([name, source]) =>
    paths(Handlebars.parseWithoutProcessing(source)).map((path) => ({ name, source, path })),
  );

  test(`the built-in templates of ${folder} read many variables`, () => {
    expect(variables.length).toBeGreaterThan(100);
  });

  for (const { name, source, path } of variables) {
    const { start, end } = locationOf({ path: name, text: source }, path.loc);
    test(`${folder}/${name}: ${path.original} at ${start}, misspelt, is found where it stands`, async () => {
      const file: SourceFile = { path: "mine.hbs", text: `${source.slice(0, end)}zz${source.slice(end)}` };
      const outcome = await ownRender(builtIn, new Map([[`${folder}/${name}.hbs`, file]]));
      expect(outcome.ok).toBe(false);
      const places = outcome.diagnostics.map(({ code, at }) => `${code} ${at.file.path} ${at.start}`);
      expect(places).toContain(`FC5003 mine.hbs ${start}`);
    });
  }

  test(`the built-in templates are the files of templates/${folder}, and the target names them all`, async () => {
    const files = [...templateFiles(folder).keys()];
    expect(Object.keys(sources)).toEqual(files);
    expect(Object.keys(await templates.compiled())).toEqual(files);
    const { templates: named } = builtInTarget(folder as "docs", {});
    expect([...named].sort()).toEqual(files.map((name) => `${folder}/${name}.hbs`).sort());
  });

  for (const name of ["shop", "compiler", "minimal", "hostile"]) {
    test(`${folder} of ${name}: compiled ahead, the built-in templates write what Handlebars makes of them`, async () => {
      const catalog = catalogFixture(name);
      const pagesWith = async (own: ReadonlyMap<string, SourceFile>) => {
        const kit = { generatorVersion: "1.0.0", baseUrl: "https://example.com/codes", templates: own };
        const outcome = await builtInTarget(folder as "docs", {}).generate(catalog, kit);
        if (!outcome.ok) throw new Error("The built-in templates have mistakes.");
        expect(outcome.diagnostics).toEqual([]);
        return Array.from(outcome.value, ({ path, content }) => [path, textOf(content)] as const);
      };
      const own = new Map(
        Object.entries(sources).map(([name, source]) => [`${folder}/${name}.hbs`, { path: name, text: source }]),
      );
      expect(await pagesWith(new Map())).toEqual(await pagesWith(own));
    });
  }
}

const parcelShape = record("A parcel.", {
  title: text("Its title."),
  note: optional(text("A note.")),
  lost: flag("Whether it is lost."),
  items: list(
    "What is in it.",
    record("An item.", {
      label: text("Its label."),
      sizes: list("Its sizes.", text("A size.")),
      card: optional(record("A card.", { word: text("A word.") })),
    }),
  ),
  sender: optional(
    record("Who sent it.", { label: text("A name."), card: optional(record("A card.", { word: text("A word.") })) }),
  ),
});

test("the type of a view is made from its shape", () => {
  expectTypeOf<ViewOf<typeof parcelShape>>().toEqualTypeOf<{
    readonly title: string;
    readonly note: string | undefined;
    readonly lost: boolean;
    readonly items: readonly {
      readonly label: string;
      readonly sizes: readonly string[];
      readonly card: { readonly word: string } | undefined;
    }[];
    readonly sender: { readonly label: string; readonly card: { readonly word: string } | undefined } | undefined;
  }>();
});

function viewOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "text":
      return fc.constantFrom("card", "parcel", "van");
    case "flag":
      return fc.boolean();
    case "list":
      return fc.array(viewOf(shape.item), { maxLength: 2 });
    case "optional":
      return fc.option(viewOf(shape.present), { nil: undefined });
    case "record":
      return fc.record(Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, viewOf(field)])), {
        noNullPrototype: true,
      });
  }
}

/** Writes a template by a row of numbers: mostly what fits the shapes around it, now and then something else. */
function written(numbers: readonly number[], page: Shape): string {
  let used = 0;
  const one = <Of>(choices: readonly Of[]): Of => choices[(numbers[used++] ?? 0) % choices.length] as Of;
  const stray = (): boolean => one([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]) === 1;

  function block(around: readonly Shape[], named: string): string {
    return Array.from({ length: one([1, 1, 2, 3]) }, () => statement(around, named)).join("");
  }

  function statement(around: readonly Shape[], named: string): string {
    if (used > numbers.length) return "·";
    const up = one([0, 0, 0, 1, 2].filter((steps) => steps < around.length || stray()));
    const shape = around[up] ?? page;
    const start = up === 0 && named !== "" && one([0, 0, 1]) === 1 ? `${named}.` : "../".repeat(up);
    const fields = shape.kind === "record" ? Object.entries(shape.fields) : [];
    const [name, field] = one([...fields, ["this", shape] as const]);
    const path = stray() ? one(["typo", "__proto__", "@index", "@root.title", "items.length"]) : `${start}${name}`;
    if (stray()) return `{{> ${one(["item", "card"])}${one(["", " items", " sender", " label=title"])}}}`;
    return using(path, stray() ? parcelShape.fields.note : field, around);
  }

  function using(path: string, shape: Shape, around: readonly Shape[]): string {
    switch (shape.kind) {
      case "text":
        return `<{{${path}}}>`;
      case "flag":
        return `{{#unless ${path}}}${block(around, "")}{{/unless}}`;
      case "list": {
        const item = shape.item;
        const inside = one(["", "<{{@index}}>", "{{#if @first}}first{{/if}}", "{{> item}}", "<{{i}}>"]);
        return `{{#each ${path} as |x i|}}${inside}${block([item, ...around], "x")}{{else}}${block(around, "")}{{/each}}`;
      }
      case "record":
        return one([
          () => `{{#with ${path} as |x|}}${block([shape, ...around], "x")}{{/with}}`,
          () => `{{> card ${path}}}`,
        ])();
      case "optional":
        return one([
          () => `{{#if ${path}}}${using(path, shape.present, around)}{{else}}${block(around, "")}{{/if}}`,
          () => `{{#unless ${path}}}${block(around, "")}{{else}}${using(path, shape.present, around)}{{/unless}}`,
          () => `{{#with ${path} as |x|}}${block([shape.present, ...around], "x")}{{/with}}`,
        ])();
    }
  }

  return block([page], "");
}

const template = fc
  .array(fc.nat({ max: 1000 }), { minLength: 10, maxLength: 60, size: "max" })
  .map((numbers) => written(numbers, parcelShape));

const item = fc
  .array(fc.nat({ max: 1000 }), { minLength: 5, maxLength: 20, size: "max" })
  .map((numbers) => written(numbers, parcelShape.fields.items.item));

test("what passes the check is written without a gap: nothing thrown, nothing empty, no object", async () => {
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(
      template,
      item,
      fc.constantFrom("<{{label}}>", "{{#if card}}<{{card.word}}>{{/if}}", "{{#with card}}<{{word}}>{{/with}}"),
      fc.array(viewOf(parcelShape), { minLength: 4, maxLength: 4 }),
      async (page, forItem, card, views) => {
        const pages = new Map<string, RecordShape>([["page", parcelShape]]);
        const file = (name: string, written: string): [string, SourceFile] => [
          `shop/${name}.hbs`,
          { path: name, text: written },
        ];
        const own = new Map([file("page", page), file("item", forItem), file("card", card)]);
        const set = { folder: "shop", pages, sources: {}, compiled: {} };
        const outcome = await ownRender<{ readonly page: unknown }>(set, own);
        if (!outcome.ok) return;
        passed += 1;
        for (const view of views) {
          expect(outcome.value("page", view)).not.toMatch(/<>|undefined|null|\[object|true|false/);
        }
      },
    ),
    { numRuns: 1000 },
  );
  expect(passed).toBeGreaterThan(100);
});

test("templates/README.md lists what the templates may read", async () => {
  await expect(await templateReference()).toMatchFileSnapshot(join(import.meta.dirname, "../templates/README.md"));
});
