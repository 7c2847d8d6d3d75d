import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typescript } from "../generators/typescript.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";
import {
  compilerMistakes,
  consumerSettings,
  installPackage,
  temporaryFolder,
  writeFiles,
} from "./typescript-package.ts";

const consumers = join(fixtures, "consumers");
const folder = temporaryFolder(afterAll);

beforeAll(async () => {
  const shop = catalogFixture("shop");
  for (const [name, catalog, style] of [
    ["enum", shop, "enum"],
    // Another version, or TypeScript takes the two packages of one program for one.
    ["const", { ...shop, version: "2.3.1" }, "const"],
    ["strings", catalogFixture("compiler"), "enum"],
  ] as const) {
    cpSync(join(consumers, name), join(folder, name), { recursive: true });
    await installPackage(join(folder, name), catalog, { style });
  }
  const source = (await artifactsOf(typescript({ style: "const" }), shop)).get("src/failure-codes.ts") ?? "";
  const consumer = readFileSync(join(consumers, "const", "consumer.ts"), "utf8");
  const vendored = new Map([
    ["vendored/package.json", readFileSync(join(consumers, "const", "package.json"), "utf8")],
    ["vendored/failure-codes.ts", source],
    // The same consumer, its imports turned to the copy: what the package has, the source has too.
    ["vendored/consumer.ts", withVendoredImports(consumer)],
    ["vendored/sources.ts", withVendoredImports(readFileSync(join(consumers, "const", "sources.ts"), "utf8"))],
  ]);
  writeFiles(folder, vendored);
});

function withVendoredImports(consumer: string): string {
  return consumer
    .replace(/^import \{ CARD_DECLINED.*$/m, "const { CARD_DECLINED, CARD_DELCINED } = FailureCode;")
    .replace(/from "@web-shop\/order-failures(\/.*)?"/g, 'from "./failure-codes.js"');
}

describe.each(["node16", "nodenext", "bundler"] as const)("module resolution %s", (resolution) => {
  it("compiles consumers under strict, isolatedModules and erasableSyntaxOnly", () => {
    const names = ["enum", "const", "strings", "vendored"];
    const files = names.flatMap((name) => ["consumer.ts", "sources.ts"].map((file) => join(folder, name, file)));
    for (const name of ["enum", "const", "strings"]) files.push(join(folder, name, "messages.ts"));
    // There, imports have no attributes.
    if (resolution !== "node16")
      files.push(join(folder, "enum/messages-json.ts"), join(folder, "const/messages-json.ts"));
    expect(compilerMistakes(files, consumerSettings(resolution), folder)).toEqual([]);
  });
});

describe.each(["enum", "const"])("style %s", (style) => {
  it("lets the compiler find the mistakes of a consumer", () => {
    const marked = readFileSync(join(consumers, "mistakes", `${style}.ts`), "utf8");
    const file = join(folder, style, "mistakes.ts");
    writeFiles(folder, new Map([[`${style}/mistakes.ts`, marked]]));
    const found = compilerMistakes([file], consumerSettings("nodenext"), folder);
    const expected = marked
      .split("\n")
      .flatMap((line, index) =>
        /\/\/ (TS\d+)$/.test(line) ? `${index + 1} ${line.slice(line.lastIndexOf("TS"))}` : [],
      );
    expect(expected.length).toBeGreaterThan(3);
    expect(found.map((line) => line.replace(/^.*?:(\d+ TS\d+).*$/s, "$1"))).toEqual(expected);
  });
});

describe.each(["enum", "const"] as const)("the packed package in style %s", (style) => {
  let tarball: string;
  let packageFolder: string;
  let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] };

  beforeAll(async () => {
    packageFolder = await installPackage(join(folder, "pack", style), catalogFixture("shop"), { style });
    // As the tool writes one; a published package can be verified with it.
    writeFiles(packageFolder, new Map([["manifest.json", "{}\n"]]));
    const answer = execFileSync("npm", ["pack", "--json"], { cwd: packageFolder });
    [packed] = JSON.parse(String(answer));
    tarball = join(folder, `${style}.tgz`);
    renameSync(join(packageFolder, packed.filename.replace("@", "").replace("/", "-")), tarball);
  });

  it("holds every file that was generated, and nothing else", () => {
    const generated = readdirSync(packageFolder, { recursive: true, encoding: "utf8" });
    const files = generated.filter((path) => statSync(join(packageFolder, path)).isFile());
    expect(packed.files.map(({ path }) => path).sort()).toEqual(files.sort());
  });

  it("works when it is installed from the tarball", () => {
    const consumer = join(folder, "runtime", style);
    cpSync(join(consumers, "runtime"), consumer, { recursive: true });
    execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--no-save", tarball], { cwd: consumer });
    const output = execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", "main.js", style], {
      cwd: consumer,
    });
    expect(String(output)).toBe("all good\n");
  });

  it("satisfies publint", async () => {
    const { publint } = await import("publint");
    const { messages } = await publint({ pkgDir: packageFolder, level: "suggestion", strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  it("satisfies attw", () => {
    const attw = join(import.meta.dirname, "..", "node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
    const output = execFileSync(process.execPath, [attw, tarball, "--profile", "esm-only", "--format", "json"]);
    const { analysis } = JSON.parse(String(output));
    expect(Object.keys(analysis.entrypoints)).toContain("./codes");
    // The profile leaves this one out: the package is for `import`, and for a `require` that loads ES modules.
    const counted = analysis.problems.filter(({ kind }: { kind: string }) => kind !== "CJSResolvesToESM");
    expect(counted).toEqual([]);
  });
});
