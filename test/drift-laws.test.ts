import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { openDisk, readSpecFiles } from "../cli/host/open-project.ts";
import type { Disk } from "../core/disk.ts";
import type { Inputs } from "../core/drift/inputs.ts";
import { drift } from "../core/drift.ts";
import { load } from "../core/load.ts";
import { type Manifest, manifestText, readManifest } from "../core/manifest.ts";
import { type Plan, plan } from "../core/plan.ts";
import { checkShop, edit, generateShop, removeShopProjects, shopProject, shopTargets } from "./shop-project.ts";

afterAll(removeShopProjects);

const kit = { generatorVersion: "1.0.0", baseUrl: undefined, templates: new Map() };

async function shopPlan(root: string): Promise<Plan> {
  const catalog = load(readSpecFiles(root));
  if (!catalog.ok) throw new Error("the shop has mistakes");
  const outcome = await plan(catalog.value, shopTargets({}), kit, { digest: sha256 });
  if (!outcome.ok) throw new Error("the shop cannot be planned");
  return outcome.value;
}

describe("the public plan and drift", () => {
  test("are what generate writes and what check says", async () => {
    const root = shopProject();
    await generateShop(root);
    for (const [path, content] of await shopPlan(root)) expect(readFileSync(join(root, path), "utf8")).toBe(content);
    edit(root, "spec/failure-codes.json", (text) => text.replace("thirty days", "forty days"));
    edit(root, "generated/pages/index.md", (text) => `${text}Mine.\n`);
    writeFileSync(join(root, "generated/pages/NOTES.md"), "Mine.\n");
    const found = drift(await shopPlan(root), openDisk(root), { digest: sha256 });
    expect(found).toEqual(await checkShop(root));
    expect(found.entries).toHaveLength(3);
  });

  test("do not depend on the order in which a disk lists its files", async () => {
    const root = shopProject();
    await generateShop(root);
    for (const name of ["c.md", "a.md", "b.md"]) writeFileSync(join(root, `generated/pages/${name}`), "Mine.\n");
    const disk = openDisk(root);
    const reversed: Disk = { ...disk, list: (folder) => [...disk.list(folder)].reverse() };
    const wanted = await shopPlan(root);
    expect(drift(wanted, reversed, { digest: sha256 })).toEqual(drift(wanted, disk, { digest: sha256 }));
  });

  test("work on any disk", async () => {
    const wanted = await shopPlan(shopProject());
    const empty: Disk = { kind: () => undefined, equals: () => false, read: () => undefined, list: () => [] };
    const { entries } = drift(wanted, empty, { digest: sha256 });
    expect(entries.map(({ reason, note }) => `${reason} ${note}`)).toEqual(entries.map(() => "missing new"));
    expect(entries.map(({ path }) => path)).toEqual(
      [...wanted.keys()].filter((path) => !path.endsWith("manifest.json")).sort(),
    );
  });
});

test("the order in which entries are written does not change a manifest", async () => {
  const root = shopProject();
  await generateShop(root);
  edit(root, "spec/failure-codes.json", (text) => {
    const spec = JSON.parse(text) as { failures: unknown[] };
    return JSON.stringify({ ...spec, failures: spec.failures.reverse() });
  });
  expect(await checkShop(root)).toEqual({ entries: [], outdatedManifests: [] });
  const { targets } = await generateShop(root);
  expect(targets.map(({ manifestWritten }) => manifestWritten)).toEqual([false, false, false]);
});

test("a manifest reads back as it was written", () => {
  const name = fc.oneof(fc.constantFrom("__proto__", "constructor", 'a"b', "é.md", "\u2028"), fc.string());
  const digests = fc
    .uniqueArray(fc.tuple(name, fc.string()), { selector: ([key]) => key })
    .map((list) => new Map(list));
  const inputs: fc.Arbitrary<Inputs> = fc.record({
    generator: fc.string(),
    catalog: fc.record({ name: fc.string(), version: fc.string(), digest: fc.base64String() }),
    locales: digests,
    sources: digests,
    ledger: fc.option(fc.string()),
    options: digests,
    templates: digests,
    modules: digests,
  });
  const manifests: fc.Arbitrary<Manifest> = fc.record({
    target: fc.string(),
    folder: fc.option(fc.string(), { nil: undefined }),
    inputs,
    files: digests,
    left: digests,
    unknown: fc.uniqueArray(name).map((list) => list.sort()),
  });
  fc.assert(
    fc.property(manifests, (manifest) => {
      const reading = readManifest(new TextEncoder().encode(manifestText(manifest)));
      expect(reading).toEqual({ state: "ours", manifest });
    }),
  );
});

/** What happens to a project between two runs. */
type Event =
  | { readonly kind: "write" | "append" | "remove"; readonly path: string }
  | { readonly kind: "edit the catalog"; readonly days: number }
  | { readonly kind: "generate" };

const paths = [
  "generated/pages/index.md",
  "generated/pages/codes/1001.md",
  "generated/pages/codes/2001.md",
  "generated/pages/manifest.json",
  "generated/pages/NOTES.md",
  "generated/pages/codes/deep/NOTES.md",
  "generated/names/names.txt",
  "core/raw/kinds.gen.ts",
  "core/raw/by-hand.ts",
];

const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom("write" as const, "append" as const, "remove" as const),
      path: fc.constantFrom(...paths),
    }),
    fc.record({ kind: fc.constant("edit the catalog" as const), days: fc.integer({ min: 2, max: 9 }) }),
    fc.constant({ kind: "generate" as const }),
  ),
  { minLength: 1, maxLength: 8 },
);

test("whatever happens, generate loses nothing that a person wrote, and check finds what it kept", async () => {
  await fc.assert(
    fc.asyncProperty(events, async (happenings) => {
      const root = shopProject();
      await generateShop(root);
      const byHand = new Map<string, string>();
      for (const [index, event] of [...happenings, { kind: "generate" } as const].entries()) {
        await happen(root, event, index, byHand);
      }
      for (const [path, text] of byHand) expect(readFileSync(join(root, path), "utf8"), path).toBe(text);
      const { targets } = await generateShop(root);
      expect(targets.flatMap(({ written, removed }) => [...written, ...removed])).toEqual([]);
      const kept = targets.flatMap((target) => target.kept.map(({ path }) => path)).sort();
      expect((await checkShop(root)).entries.map(({ path }) => path)).toEqual(kept);
      rmSync(root, { recursive: true });
    }),
    { numRuns: 60 },
  );
});

async function happen(root: string, event: Event, index: number, byHand: Map<string, string>): Promise<void> {
  if (event.kind === "generate") {
    await generateShop(root);
    return;
  }
  if (event.kind === "edit the catalog") {
    const path = join(root, "spec/failure-codes.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/parcel for \w+ days/, `parcel for ${event.days} days`));
    return;
  }
  const file = join(root, event.path);
  if (event.kind === "remove") {
    if (existsSync(file) && statSync(file).isFile()) rmSync(file);
    byHand.delete(event.path);
    return;
  }
  // A manifest of ours stays ours, whatever is written behind it.
  if (event.kind === "append" && event.path.endsWith("manifest.json")) return;
  const before = event.kind === "append" && existsSync(file) ? readFileSync(file, "utf8") : "";
  const text = `${before}Written by hand, ${index}.\n`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  byHand.set(event.path, text);
}
