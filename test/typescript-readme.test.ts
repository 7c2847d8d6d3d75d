import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { catalogFixture } from "./catalog-fixture.ts";
import {
  compilerMistakes,
  consumerSettings,
  installPackage,
  temporaryFolder,
  writeFiles,
} from "./typescript-package.ts";

const folder = temporaryFolder(afterAll);
const combinations = ["shop", "compiler", "minimal", "hostile"].flatMap((name) => [
  [name, "enum"] as const,
  [name, "const"] as const,
]);

/** The examples of a README. */
function examples(readme: string): readonly string[] {
  return [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] ?? "");
}

/** An example whose comments are checked: `sum(1, 2); // 3` fails unless the value is 3. */
function checked(example: string): string {
  const lines = example.replace(/^(\S.*); \/\/ (.*)$/gm, "assert.deepEqual($1, $2);");
  return `import assert from "node:assert/strict";\n${lines}`;
}

beforeAll(async () => {
  for (const [name, style] of combinations) {
    const catalog = catalogFixture(name);
    const consumer = join(folder, name, style);
    const target = await installPackage(consumer, { ...catalog, version: `1.0.0-${style}` }, { style });
    const files = examples(readFileSync(join(target, "README.md"), "utf8")).flatMap(
      (example, index): [string, string][] => {
        const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
        const { outputText } = ts.transpileModule(checked(example), { compilerOptions });
        return [
          [`example-${index}.ts`, example],
          [`example-${index}.js`, outputText],
        ];
      },
    );
    writeFiles(consumer, new Map([["package.json", '{ "type": "module" }'], ...files]));
  }
});

it.each(combinations)("the README of %s in style %s has examples that compile and say the truth", (name, style) => {
  const consumer = join(folder, name, style);
  const { fallback, sources } = catalogFixture(name);
  const count = 6 + (fallback.messages.title === undefined ? 0 : 1) + (sources.length === 0 ? 0 : 2);
  expect(
    examples(readFileSync(join(consumer, "node_modules", catalogFixture(name).name, "README.md"), "utf8")),
  ).toHaveLength(count);
  const files = Array.from({ length: count }, (_, index) => join(consumer, `example-${index}.ts`));
  expect(compilerMistakes(files, consumerSettings("nodenext"), consumer)).toEqual([]);
  const run = files.map((file) => `await import(${JSON.stringify(file.replace(/ts$/, "js"))});`).join("");
  execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", "--input-type=module", "--eval", run]);
});

it("an example that says something else fails", () => {
  const run = checked('import { ok } from "node:assert";\n\nok.name; // "no"\n');
  expect(() => execFileSync(process.execPath, ["--input-type=module", "--eval", run], { stdio: "pipe" })).toThrow("no");
});
