import { join } from "node:path";
import { expect, test } from "vitest";
import { watchMemory } from "../cli/watch-memory.ts";
import type { Catalog } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import { load, type RawFile, type SpecFiles } from "../core/load.ts";
import type { Json, OwnKit } from "../core/target.ts";
import { site } from "../generators/site.ts";
import { fixtures, specFiles } from "./catalog-fixture.ts";
import { artifactsOf, testKit } from "./golden.ts";

// A page is known again by its basis: a field that shows on a page and is not in the basis would leave the page as it was.

const shop = specFiles(join(fixtures, "catalogs", "shop"));
const locales = [...shop.locales];
const sources = [...(shop.sources ?? [])];

/** The first and the last text of every kind of field: its path without the places in lists, and a file with another text there. */
function edits(json: Json): ReadonlyMap<string, (leaf: Json) => Json> {
  const found = new Map<string, (edited: Json) => Json>();
  const walk = (value: Json, path: readonly (string | number)[]): void => {
    if (typeof value === "object" && value !== null) {
      const entries = Array.isArray(value) ? value.map((one, at) => [at, one] as const) : Object.entries(value);
      for (const [key, one] of entries) walk(one as Json, [...path, key]);
    } else if (typeof value === "string") {
      const kind = path.map((step) => (typeof step === "number" ? "*" : step)).join("/");
      const edit = (whole: Json): Json => replaced(whole, path, `${value} anew`);
      if (!found.has(`${kind} (first)`)) found.set(`${kind} (first)`, edit);
      found.set(`${kind} (last)`, edit);
    }
  };
  walk(json, []);
  return found;
}

function replaced(whole: Json, [step, ...rest]: readonly (string | number)[], leaf: Json): Json {
  if (step === undefined) return leaf;
  if (Array.isArray(whole)) return whole.map((one: Json, at) => (at === step ? replaced(one, rest, leaf) : one));
  const record = whole as { readonly [key: string]: Json };
  return { ...record, [step]: replaced(record[step] ?? null, rest, leaf) };
}

function edited(file: RawFile, path: string, edit: (whole: Json) => Json, json: Json): RawFile {
  return file.path === path ? { path, content: JSON.stringify(edit(json), undefined, 2) } : file;
}

test("a watch's site is that of a new process after an edit of any text of the spec", async () => {
  const memory = watchMemory();
  const kit: OwnKit = { ...testKit, memory };
  const remembered = async (catalog: Catalog): Promise<ReadonlyMap<string, string>> => {
    const outcome = await site().generate(catalog, kit);
    if (!outcome.ok) throw new Error("The shop has no site.");
    const pages = new Map([...outcome.value].map(({ path, content }) => [path, textOf(content)]));
    memory.sweep();
    return pages;
  };
  const outcome = load(shop);
  if (!outcome.ok) throw new Error("The shop has mistakes.");
  await remembered(outcome.value);
  let count = 0;
  for (const file of [shop.catalog, ...locales, ...sources]) {
    const json = JSON.parse(textOf(file.content)) as Json;
    for (const [kind, edit] of edits(json)) {
      const files: SpecFiles = {
        catalog: edited(shop.catalog, file.path, edit, json),
        locales: locales.map((one) => edited(one, file.path, edit, json)),
        sources: sources.map((one) => edited(one, file.path, edit, json)),
      };
      const loaded = load(files);
      // A name that nothing else knows by its new spelling.
      if (!loaded.ok) continue;
      count += 1;
      expect(await remembered(loaded.value), `${file.path} ${kind}`).toEqual(await artifactsOf(site(), loaded.value));
    }
  }
  expect(count).toBeGreaterThan(80);
});
