import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";
import * as api from "../cli/api.ts";
import { builtTool, repository } from "./built-tool.ts";
import { fixtures } from "./catalog-fixture.ts";
import { layCatalog, temporaryFolder } from "./cli-project.ts";

/** The declarations of the public entry, each name with what it stands for, as the built package has them. */
function publicSurface(): string {
  builtTool();
  const entry = join(repository, "dist/types/cli/api.d.ts");
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: ["node"],
    strict: true,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error("dist/types/cli/api.d.ts is not a module");
  const blocks = checker
    .getExportsOfModule(module)
    .map((symbol) => {
      const original = (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
      const texts = (original.declarations ?? []).map((declaration) => {
        const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
        return statement.getFullText().trim();
      });
      return { name: symbol.name, text: texts.join("\n") };
    })
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  return `${blocks.map(({ name, text }) => `// ${name}\n${text}\n`).join("\n")}`;
}

test("the public surface is what it was", async () => {
  await expect(publicSurface()).toMatchFileSnapshot("fixtures/api/surface.d.ts.txt");
});

test("every public name is documented", () => {
  const undocumented = publicSurface()
    .split(/^\/\/ (?=\w+$)/m)
    .slice(1)
    .filter((block) => !block.includes("/**"))
    .map((block) => block.split("\n")[0]);
  expect(undocumented).toEqual([]);
});

test("what the package exports at run time is what its source does", async () => {
  builtTool();
  const built = (await import(join(repository, "dist/api.js"))) as Record<string, unknown>;
  expect(Object.keys(built).sort()).toEqual(Object.keys(api).sort());
});

test("load, plan and drift do what the commands do", async () => {
  const root = temporaryFolder();
  layCatalog(root, "shop");
  const catalog = api.load(api.readSpecFiles(root));
  if (!catalog.ok) throw new Error("the shop has mistakes");
  const targets = [api.typescript(), api.jsonSchema(), api.docs(), api.messages()].map((target) => ({ target }));
  const kit = { generatorVersion: api.version, baseUrl: undefined, templates: new Map() };
  const planned = await api.plan(catalog.value, targets, kit, { digest: api.sha256 });
  if (!planned.ok) throw new Error("the shop cannot be planned");
  const settings = { digest: api.sha256, history: api.openHistory(root) };
  const before = api.drift(planned.value, api.openDisk(root), settings);
  expect(new Set(before.entries.map(({ reason }) => reason))).toEqual(new Set(["missing"]));
  for (const [path, content] of planned.value) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  expect(api.drift(planned.value, api.openDisk(root), settings)).toEqual({ entries: [], outdatedManifests: [] });
  const page = join(root, "generated/docs/codes/2001.md");
  writeFileSync(page, `${readFileSync(page, "utf8")}Ours.\n`);
  expect(api.drift(planned.value, api.openDisk(root), settings).entries).toMatchObject([
    { path: "generated/docs/codes/2001.md", reason: "edited" },
  ]);
});

test("a custom target says what it finds with the public functions", () => {
  const file = { path: "spec/failure-codes.json", text: '{ "title": "Parcels" }' };
  const at = api.locate(file, ["title"]);
  expect(api.targetDiagnostic({ message: "The title is long.", hint: "Shorten it.", at })).toEqual({
    code: "FC5001",
    severity: "error",
    message: "The title is long.",
    hint: "Shorten it.",
    at: { file, start: 11, end: 20 },
  });
  expect(api.positionAt(file, at.start)).toEqual({ line: 1, column: 12 });
});

test("every built-in target is in the table, under its own id", () => {
  expect(Object.entries(api.builtInTargets).map(([id, make]) => [id, make().id])).toEqual([
    ["typescript", "typescript"],
    ["json-schema", "json-schema"],
    ["docs", "docs"],
    ["messages", "messages"],
    ["sources", "sources"],
    ["site", "site"],
  ]);
});

test("a custom target in a stranger's project compiles against the package, strictly and without its libraries", () => {
  builtTool();
  const root = temporaryFolder();
  mkdirSync(join(root, "node_modules"));
  symlinkSync(repository, join(root, "node_modules/failcodes"));
  writeFileSync(join(root, "package.json"), '{ "type": "module" }\n');
  cpSync(join(fixtures, "api/shop-pages.ts"), join(root, "shop-pages.ts"));
  const program = ts.createProgram([join(root, "shop-pages.ts")], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
  });
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(messages).toEqual([]);
});
