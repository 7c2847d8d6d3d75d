import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { loadTemplates } from "../cli/template-standing.ts";
import { type PageView, pageViews } from "../cli/template-views.ts";
import type { Catalog } from "../core/catalog.ts";
import { type BuiltInTarget, loadConfiguration } from "../core/configuration.ts";
import { textOf } from "../core/content.ts";
import { flag, list, optional, type RecordShape, record, text } from "../core/template/shape.ts";
import { allViewsSchema, viewSchema } from "../core/template/view-schema.ts";
import { builtInTarget } from "../generators/index.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { testKit } from "./golden.ts";
import { recordedModel, stepBetween, versionAfter } from "./model-shape.ts";

const configured = loadConfiguration(undefined);
if (!configured.ok) throw new Error("Without a configuration there are no mistakes in it.");
const settings = configured.value;
const sets = await loadTemplates(settings);
const kits = { "with an address": { ...testKit, baseUrl: "https://example.com/codes" }, "without an address": testKit };

const catalogs: Readonly<Record<string, () => Catalog>> = {
  shop: () => catalogFixture("shop"),
  compiler: () => catalogFixture("compiler"),
  minimal: () => catalogFixture("minimal"),
  hostile: () => catalogFixture("hostile"),
  shipped: shippedCatalog,
};

/** Options of the targets on which it hangs what templates are given; those of `{}` come first. */
const optionsOf: Readonly<Record<string, readonly BuiltInTarget["options"][]>> = {
  docs: [
    {},
    { flavour: "vitepress", path: "failures", redirects: { "old/start": "" } },
    { flavour: "starlight", names: true },
    { flavour: "docusaurus" },
  ],
  site: [{}],
};

async function viewsOf(
  catalog: Catalog,
  kit: typeof testKit,
  set: (typeof sets)[number],
  options: BuiltInTarget["options"] = {},
): Promise<readonly PageView[]> {
  const id = set.folder.folder as BuiltInTarget["id"];
  const views: PageView[] = [];
  const own = { ...settings, targets: [{ kind: "built-in" as const, id, options }] };
  for await (const view of pageViews(catalog, own, kit, set)) views.push(view);
  return views;
}

for (const set of sets) {
  const { folder } = set.folder;
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  const schemas = Object.entries(set.shapes).map(
    ([name, shape]) => [`${folder}/${name}`, ajv.compile(viewSchema(set.folder, name, shape))] as const,
  );
  const isView = new Map<string, (typeof schemas)[number][1]>(schemas);
  const met = new Set<string>();

  for (const [name, catalog] of Object.entries(catalogs)) {
    for (const [where, kit] of Object.entries(kits)) {
      test(`${folder}: every view of ${name}, ${where}, has the shape that its schema says`, async () => {
        const all = (optionsOf[folder] ?? []).map((options) => viewsOf(catalog(), kit, set, options));
        const views = (await Promise.all(all)).flat();
        expect(views.length).toBeGreaterThan(3);
        for (const { template, path, view } of views) {
          met.add(template);
          const validate = isView.get(template);
          expect(validate?.(JSON.parse(JSON.stringify(view))), `${path}: ${JSON.stringify(validate?.errors)}`).toBe(
            true,
          );
        }
      });
    }
  }

  test(`${folder}: there is no template whose views no test has seen`, () => {
    expect([...met].sort()).toEqual([...isView.keys()].sort());
  });

  test(`${folder}: what is shown, as JSON and read again, gives the pages byte for byte`, async () => {
    const templates = await set.folder.compiled();
    const catalog = catalogFixture("shop");
    const outcome = await builtInTarget(folder as "docs", {}).generate(catalog, testKit);
    if (!outcome.ok) throw new Error("The built-in templates have mistakes.");
    const pages = new Map([...outcome.value].map(({ path, content }) => [path, textOf(content)]));
    const views = await viewsOf(catalog, testKit, set);
    for (const { template, path, view } of views) {
      const render = templates[template.slice(folder.length + 1)];
      expect(render?.(JSON.parse(JSON.stringify(view))), path).toBe(pages.get(path));
    }
  });

  // What people's templates may rely on. Where this fails, raise `modelVersion` in the target, and record with -u.
  test(`${folder}: the model is the recorded one, or its version says what changed`, async () => {
    const file = join(import.meta.dirname, "fixtures/template-model", `${folder}.json`);
    const { modelVersion } = set.folder;
    const model = recordedModel(set.shapes);
    // Nothing is promised yet.
    if (modelVersion.startsWith("0.")) return expect(existsSync(file)).toBe(false);
    if (existsSync(file)) {
      const recorded = JSON.parse(readFileSync(file, "utf8")) as { modelVersion: string; pages: typeof model };
      const { step, why } = stepBetween(recorded.pages, model);
      expect(modelVersion, why).toBe(versionAfter(recorded.modelVersion, step));
    }
    await expect(`${JSON.stringify({ modelVersion, pages: model }, undefined, 2)}\n`).toMatchFileSnapshot(file);
  });
}

test("a view that lacks a field, has one too many or one of another kind is not of the shape", () => {
  const shape = record("A parcel.", { title: text("Its title."), note: optional(text("A note.")) });
  const folder = { folder: "shop", modelVersion: "1.0", compiled: fail, sources: fail, shapes: fail };
  const isParcel = new Ajv2020({ strict: true }).compile(viewSchema(folder, "parcel", shape));
  expect(isParcel({ title: "Van" })).toBe(true);
  expect(isParcel({ title: "Van", note: "Late" })).toBe(true);
  for (const other of [{}, { title: "Van", weight: "2" }, { title: 2 }, { title: "Van", note: null }]) {
    expect(isParcel(other)).toBe(false);
  }
});

function fail(): never {
  throw new Error("Nothing is loaded.");
}

test("the schema of all views holds one of each", async () => {
  const schema = allViewsSchema(sets.map(({ folder, shapes }) => [folder, shapes] as const));
  const isAll = new Ajv2020({ allErrors: true, strict: true }).compile(schema);
  const all: Record<string, unknown> = {};
  for (const set of sets)
    for (const { template, view } of await viewsOf(catalogFixture("shop"), testKit, set)) all[template] ??= view;
  expect(isAll(JSON.parse(JSON.stringify(all))), JSON.stringify(isAll.errors)).toBe(true);
  expect(isAll({ ...all, "docs/parcel": {} })).toBe(false);
});

const parcel = { title: text("Its title."), note: optional(text("A note.")), items: list("In it.", text("An item.")) };
const steps: readonly (readonly [string, RecordShape["fields"], "none" | "minor" | "major"])[] = [
  ["nothing", parcel, "none"],
  ["words that describe a field", { ...parcel, title: text("Its heading.") }, "none"],
  ["a field more", { ...parcel, lost: flag("Whether it is lost.") }, "minor"],
  ["a field that is never absent any more", { ...parcel, note: text("A note.") }, "minor"],
  ["a field less", { title: parcel.title, note: parcel.note }, "major"],
  ["a field that may be absent now", { ...parcel, title: optional(text("Its title.")) }, "major"],
  ["a field of another kind", { ...parcel, title: flag("Whether it has one.") }, "major"],
  ["items of another kind", { ...parcel, items: list("In it.", record("An item.", {})) }, "major"],
];

test.each(steps)("the version of a model: %s", (_what, fields, step) => {
  const model = (shape: RecordShape["fields"]) => recordedModel({ parcel: record("A parcel.", shape) });
  expect(stepBetween(model(parcel), model(fields)).step).toBe(step);
  expect(versionAfter("1.4", step)).toBe({ none: "1.4", minor: "1.5", major: "2.0" }[step]);
});
