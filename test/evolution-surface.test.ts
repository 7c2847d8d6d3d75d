import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Node, Project, ts } from "ts-morph";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { wordsOf } from "../core/evolution/declarations.ts";
import { surfaceOf } from "../core/evolution/surface.ts";
import { packageSurface } from "../generators/typescript/package-surface.ts";
import { typescript } from "../generators/typescript.ts";
import { repository } from "./built-tool.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { layCatalog, runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";
import { artifactsOf } from "./golden.ts";

const styles = ["enum", "const"] as const;

const catalogs: readonly (readonly [string, Catalog])[] = [
  ...["shop", "compiler", "minimal", "hostile", "parcels"].map((name) => [name, catalogFixture(name)] as const),
  ["shipped", shippedCatalog()],
];

const cases = catalogs.flatMap(([name, catalog]) => styles.map((style) => [name, style, catalog] as const));

/** The words of a declaration by entry point and name, as TypeScript itself reads the files of a package. */
function morphedSurface(files: ReadonlyMap<string, string>): Record<string, Record<string, readonly string[]>> {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      noLib: true,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      module: ts.ModuleKind.NodeNext,
    },
  });
  for (const [path, text] of files) if (path.endsWith(".d.ts")) project.createSourceFile(path, text);
  const { exports } = JSON.parse(files.get("package.json") ?? "{}") as { exports: Record<string, { types?: string }> };
  const surface: Record<string, Record<string, readonly string[]>> = {};
  for (const [entry, { types }] of Object.entries(exports)) {
    const declarations =
      types === undefined || types.includes("*") ? [] : project.getSourceFileOrThrow(types).getExportedDeclarations();
    surface[entry] = Object.fromEntries(
      [...declarations].map(([name, found]) => [name, found.flatMap((one) => comparable(wordsOf(textOf(one))))]),
    );
  }
  return surface;
}

function textOf(declaration: Node): string {
  const text = declaration.getText();
  return Node.isVariableDeclaration(declaration) ? `const ${text}` : text;
}

/** Without what says nothing of a declaration itself. */
function comparable(words: readonly string[]): readonly string[] {
  return words.filter((word) => !["export", "declare", ";", ",", "|"].includes(word));
}

describe("what programs see of a package", () => {
  test.each(cases)("of the catalog %s in style %s is what TypeScript sees", async (_, style, catalog) => {
    const files = await artifactsOf(typescript({ style }), catalog);
    const surface = surfaceOf((path) => files.get(path)) ?? {};
    const found = Object.fromEntries(
      Object.entries(surface).map(([entry, exports]) => [
        entry,
        Object.fromEntries(
          Object.entries(exports).map(([name, text]) => [name, comparable(wordsOf(text.replace(/^type of /gm, "")))]),
        ),
      ]),
    );
    expect(found).toEqual(morphedSurface(files));
    expect(Object.keys(surface["."] ?? {})).toContain("FailureCode");
  });

  test.each(cases)("of the catalog %s in style %s is known without making the package", async (_, style, catalog) => {
    const files = await artifactsOf(typescript({ style }), catalog);
    expect(packageSurface(catalog, style)).toEqual(surfaceOf((path) => files.get(path)));
  });

  test("of the package in this repository is what the generator makes of the catalog", () => {
    const read = (path: string): string => readFileSync(join(repository, "generated/typescript", path), "utf8");
    expect(surfaceOf(read)).toEqual(packageSurface(shippedCatalog(), "enum"));
  });

  test("is not known where there is no package, or none that can be read", () => {
    expect(surfaceOf(() => undefined)).toBeUndefined();
    expect(surfaceOf(() => "no JSON")).toBeUndefined();
    expect(surfaceOf((path) => (path === "package.json" ? '{ "exports": null }' : undefined))).toBeUndefined();
  });
});

const package_ = {
  "package.json": JSON.stringify({ exports: { ".": { types: "./index.d.ts" } } }),
  "a.d.ts": "declare const inner: 1;\nexport { inner as outer };\nexport default inner;\n",
  "b.d.ts": "export declare function find(a: string): 1;\nexport declare function find(a: number): 2;\n",
  "deep/c.d.ts": 'export * from "../b.js";\nexport type Text = `a;${string}`; // Not this: export type Other = 1;\n',
};

describe("a declaration file", () => {
  test.each([
    ["a name under another name", 'export { outer as far } from "./a.js";', { far: "const inner : 1" }],
    [
      "all of another file",
      'export * from "./deep/c.js";',
      {
        find: "function find ( a : string ) : 1\nfunction find ( a : number ) : 2",
        Text: "type Text = `a;${string}`",
      },
    ],
    [
      "values as types alone",
      'export type { find } from "./b.js";',
      {
        find: "type of function find ( a : string ) : 1\ntype of function find ( a : number ) : 2",
      },
    ],
    [
      "one name as a type",
      'export { type find as Find } from "./b.js";',
      {
        Find: "type of function find ( a : string ) : 1\ntype of function find ( a : number ) : 2",
      },
    ],
    [
      "a value and a type of one name",
      "export declare const A: 1, B: 2;\nexport type A = 1;",
      {
        A: "const A : 1\ntype A = 1",
        B: "const B : 2",
      },
    ],
    [
      "text that looks like code",
      'export type Quote = "}; export type X = 1;" | "\\"";',
      {
        Quote: 'type Quote = "}; export type X = 1;" | "\\""',
      },
    ],
    [
      "a file that leads back to itself",
      'export * from "./index.js";\nexport interface I { a: 1 }',
      {
        I: "interface I { a : 1 }",
      },
    ],
  ])("passes on %s", (_, text, expected) => {
    const files: Readonly<Record<string, string>> = { ...package_, "index.d.ts": text };
    expect(surfaceOf((path) => files[path])).toEqual({ ".": expected });
  });
});

describe("in a repository", () => {
  const git = (root: string, ...words: string[]): void => {
    const person = ["-c", "user.name=A", "-c", "user.email=a@example.com"];
    execFileSync("git", [...person, ...words], { cwd: root, stdio: "ignore" });
  };

  async function project(name = "shop"): Promise<string> {
    const root = temporaryFolder();
    layCatalog(root, name);
    writeProjectFile(root, "failcodes.config.json", JSON.stringify({ targets: { typescript: { style: "enum" } } }));
    expect((await runCommand(root, ["generate"])).exitCode).toBe(0);
    git(root, "init", "-q");
    git(root, "add", "-A");
    git(root, "commit", "-qm", "The first one");
    return root;
  }

  const changesIn = (stdout: string): readonly { rule: string; step: string; standing: string }[] =>
    JSON.parse(stdout).evolution.changes;

  test("nothing changed where nothing was touched", async () => {
    const root = await project();
    const { stdout, exitCode } = await runCommand(root, ["diff", "HEAD", "--format", "json"]);
    expect([changesIn(stdout), exitCode]).toEqual([[], 0]);
  });

  test("an option that changes exports gets a verdict where the catalog did not change", async () => {
    const root = await project();
    writeProjectFile(root, "failcodes.config.json", JSON.stringify({ targets: { typescript: { style: "const" } } }));
    const { stdout, exitCode } = await runCommand(root, ["diff", "HEAD", "--format", "json"]);
    const changes = changesIn(stdout);
    expect(new Set(changes.map(({ rule }) => rule))).toEqual(new Set(["export-changed"]));
    expect(changes.every(({ step, standing }) => step === "major" && standing === "refused")).toBe(true);
    const place = { path: "failcodes.config.json" };
    expect(changes[0]).toMatchObject({ base: place, head: place });
    expect(exitCode).toBe(1);
  });

  test("what the catalog changed is not told of its package a second time", async () => {
    const root = await project("minimal");
    const path = join(root, "spec/failure-codes.json");
    const catalog = JSON.parse(readFileSync(path, "utf8"));
    const { code, ...other } = catalog.failures[0];
    const wet = { ...other, code: code + 1, name: "PARCEL_WET", title: "Parcel wet", description: "It rained." };
    catalog.failures.push(wet);
    writeProjectFile(root, "spec/failure-codes.json", JSON.stringify(catalog));
    const { stdout } = await runCommand(root, ["diff", "HEAD", "--format", "json"]);
    const rules = changesIn(stdout).map(({ rule }) => rule);
    expect(rules).toContain("code-added");
    expect(rules.filter((rule) => /^(?:export|entry)-/.test(rule))).toEqual([]);
  });

  test("a release remembers what programs saw of its package", async () => {
    const root = await project("minimal");
    expect(await runCommand(root, ["release"])).toMatchObject({ exitCode: 0 });
    const unchanged = await runCommand(root, ["diff", "--format", "json"]);
    expect([changesIn(unchanged.stdout), unchanged.exitCode]).toEqual([[], 0]);
    writeProjectFile(root, "failcodes.config.json", JSON.stringify({ targets: { typescript: { style: "const" } } }));
    const { stdout, exitCode } = await runCommand(root, ["diff", "--format", "json"]);
    expect(changesIn(stdout).map(({ rule }) => rule)).toContain("export-changed");
    expect(exitCode).toBe(1);
  });
});
