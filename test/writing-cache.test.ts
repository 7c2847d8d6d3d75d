import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { askCache, type CacheAnswer, rememberRun } from "../cli/host/generated-cache.ts";
import { edit, generateShop, removeShopProjects, shopProject } from "./shop-project.ts";

afterAll(removeShopProjects);

const build = "digest of our code";
const key = "generate";
const cache = "generated/.failcodes/cache.json";

function remember(answer: CacheAnswer): void {
  if (answer.kind === "unchanged" || answer.question === undefined) throw new Error("there is nothing to remember");
  rememberRun(answer.question, answer.question.places, "Up to date.\n");
}

/** A shop that was generated, and whose clean run is remembered. */
async function rememberedShop(): Promise<string> {
  const root = shopProject();
  const answer = askCache(root, build, key);
  await generateShop(root, { targets: ["pages", "names"] });
  remember(answer);
  expect(askCache(root, build, key)).toEqual({ kind: "unchanged", printed: "Up to date.\n" });
  return root;
}

const page = "generated/pages/codes/1001.md";

describe("a run has something to do again", () => {
  const changes: readonly (readonly [what: string, change: (root: string) => void])[] = [
    [
      "the catalog is edited",
      (root) => edit(root, "spec/failure-codes.json", (text) => text.replace("thirty", "forty")),
    ],
    ["a byte of a page is another", (root) => edit(root, page, (text) => text.replace("C", "c"))],
    ["a page gets one byte more", (root) => appendFileSync(join(root, page), "\n")],
    ["a page is cut", (root) => writeFileSync(join(root, page), "")],
    ["a page is gone", (root) => rmSync(join(root, page))],
    ["a page has another name", (root) => renameSync(join(root, page), join(root, "generated/pages/codes/1001.txt"))],
    ["a page is a link to the same bytes", linkPage],
    ["a manifest is edited", (root) => appendFileSync(join(root, "generated/pages/manifest.json"), "\n")],
    ["somebody adds a file", (root) => writeFileSync(join(root, "generated/pages/NOTES.md"), "Mine.\n")],
    ["somebody adds a folder", (root) => mkdirSync(join(root, "generated/pages/drafts"))],
    ["a locale is edited", (root) => appendFileSync(join(root, "spec/locales/ja.json"), "\n")],
    ["a locale comes", (root) => writeFileSync(join(root, "spec/locales/fr.json"), "{}")],
    ["a locale goes", (root) => rmSync(join(root, "spec/locales/ja.json"))],
    ["a source is edited", (root) => appendFileSync(join(root, "spec/sources/drone.json"), "\n")],
    ["a source comes", (root) => writeFileSync(join(root, "spec/sources/van.json"), "{}")],
    ["a source goes", (root) => rmSync(join(root, "spec/sources/drone.json"))],
    ["a template comes", (root) => put(root, "spec/templates/docs/failure.hbs")],
    ["a configuration comes", (root) => writeFileSync(join(root, "failcodes.config.json"), "{}")],
    ["a run was killed", (root) => put(root, "generated/.failcodes/intent/pages.json")],
    ["the record is cut", (root) => edit(root, cache, (text) => text.slice(0, -9))],
    ["the record is of another kind", (root) => writeFileSync(join(root, cache), '{ "printed": 1 }')],
  ];

  test.each(changes)("when %s", async (_, change) => {
    const root = await rememberedShop();
    change(root);
    expect(askCache(root, build, key).kind).toBe("unknown");
  });

  test("when our code, or the words, are others", async () => {
    const root = await rememberedShop();
    expect(askCache(root, "another digest", key).kind).toBe("unknown");
    expect(askCache(root, build, "generate --format json").kind).toBe("unknown");
  });
});

function linkPage(root: string): void {
  renameSync(join(root, page), join(root, "spec/1001.md"));
  symlinkSync("../../../spec/1001.md", join(root, page));
}

function put(root: string, path: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), "{}");
}

describe("nothing is remembered", () => {
  test("when something was edited while the run went on", async () => {
    const root = shopProject();
    const answer = askCache(root, build, key);
    await generateShop(root);
    edit(root, "spec/failure-codes.json", (text) => text.replace("thirty", "forty"));
    remember(answer);
    expect(existsSync(join(root, cache))).toBe(false);
  });

  test("when the configuration was understood otherwise", async () => {
    const root = shopProject();
    const answer = askCache(root, build, key);
    await generateShop(root);
    if (answer.kind === "unchanged" || answer.question === undefined) throw new Error("remembered too early");
    rememberRun(answer.question, { ...answer.question.places, output: "artifacts" }, "Up to date.\n");
    expect(existsSync(join(root, cache))).toBe(false);
  });

  test.each([
    ["of code that is not built", "", "{}"],
    ["of a configuration that cannot be read", build, "{"],
    ["of targets whose modules import who knows what", build, '{ "targets": { "wiki": { "module": "./wiki.mjs" } } }'],
    ["of patterns that are none", build, '{ "ignore": [1] }'],
  ])("%s", (_, code, configuration) => {
    const root = shopProject();
    writeFileSync(join(root, "failcodes.config.json"), configuration);
    expect(askCache(root, code, key)).toEqual({ kind: "unknown", question: undefined });
  });
});

test("what is ignored does not count", async () => {
  const root = shopProject();
  writeFileSync(join(root, "failcodes.config.json"), '{ "ignore": ["generated/pages/node_modules"] }');
  const answer = askCache(root, build, key);
  await generateShop(root);
  remember(answer);
  put(root, "generated/pages/node_modules/shop/package.json");
  expect(askCache(root, build, key).kind).toBe("unchanged");
});

test("a project that was moved, or is reached by a link, is the same project", async () => {
  const root = await rememberedShop();
  const moved = join(shopProject(), "moved");
  renameSync(root, moved);
  expect(askCache(moved, build, key).kind).toBe("unchanged");
  symlinkSync(moved, root);
  expect(askCache(root, build, key).kind).toBe("unchanged");
  expect(readFileSync(join(moved, cache), "utf8")).not.toContain(moved);
});

test("files larger than what is read at once count to their last byte", async () => {
  const root = await rememberedShop();
  const large = "x".repeat(3_000_000);
  put(root, "spec/templates/large.hbs");
  writeFileSync(join(root, "spec/templates/large.hbs"), large);
  remember(askCache(root, build, key));
  expect(askCache(root, build, key).kind).toBe("unchanged");
  writeFileSync(join(root, "spec/templates/large.hbs"), `${large.slice(0, -1)}y`);
  expect(askCache(root, build, key).kind).toBe("unknown");
});
