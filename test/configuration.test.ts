import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { customTarget } from "../cli/custom-target.ts";
import { type Configuration, loadConfiguration } from "../core/configuration.ts";
import { builtInTargetIds as builtIn, optionNames, targetsOnRequest } from "../core/configuration-shape.ts";
import { configurationDiagnostics } from "../core/diagnostics/configuration-diagnostics.ts";
import { configurationExplanations } from "../core/diagnostics/explanations/configuration.ts";
import type { Outcome } from "../core/outcome.ts";
import { plainReport } from "../core/report/plain.ts";
import { fixtures } from "./catalog-fixture.ts";

const folder = join(fixtures, "configuration");

function read(text: string): Outcome<Configuration> {
  return loadConfiguration({ path: "failcodes.config.json", content: text });
}

function settings(text: string): Configuration {
  const outcome = read(text);
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}

for (const name of readdirSync(folder)) {
  test(`a mistake in the configuration: ${name}`, async () => {
    const outcome = read(readFileSync(join(folder, name, "failcodes.config.json"), "utf8"));
    expect(outcome.ok).toBe(false);
    await expect(plainReport(outcome.diagnostics)).toMatchFileSnapshot(join(folder, name, "expected.txt"));
  });
}

test("every diagnostic of the configuration has a fixture that provokes it", () => {
  const texts = ["configuration", "cli"].flatMap((kind) =>
    readdirSync(join(fixtures, kind)).flatMap((name) => {
      const path = join(fixtures, kind, name, kind === "cli" ? "transcript.txt" : "expected.txt");
      return existsSync(path) ? [readFileSync(path, "utf8")] : [];
    }),
  );
  const without = Object.keys(configurationDiagnostics).filter((code) => !texts.some((text) => text.includes(code)));
  // Only a project without tsx provokes it: the test below.
  expect(without).toEqual(["FC4013"]);
});

/** What only the files of a project can show. */
const shownInFiles = ["FC4009", "FC4012"];
const shownInJson = Object.entries(configurationExplanations).filter(
  ([code, { language }]) => language === "json" && !shownInFiles.includes(code),
);

test.each(shownInJson)("%s: the wrong example provokes it and the right one provokes nothing", (code, example) => {
  expect(read(example.wrong).diagnostics.map((found) => found.code)).toEqual([code]);
  expect(read(example.right).diagnostics).toEqual([]);
});

test("a target in TypeScript where tsx is not installed", () => {
  const { targets, file } = settings('{ "targets": { "shop-pages": { "module": "./shop-pages.ts" } } }');
  const configured = targets.at(-1);
  if (configured?.kind !== "custom" || file === undefined) throw new Error("the target is lost");
  const { ok, diagnostics } = customTarget(configured, { kind: "no-loader" }, () => undefined);
  expect(ok).toBe(false);
  expect(plainReport(diagnostics)).toBe(
    'failcodes.config.json:1:42 error FC4013 The target "shop-pages" is written in TypeScript (module "shop-pages.ts"), ' +
      "and the package tsx that loads it is not installed.\n" +
      '  hint: Run `npm install --save-dev tsx`, or write the module as ".js" or ".mjs".\n',
  );
});

test("without a configuration the defaults hold, and they are those of an empty one", () => {
  const outcome = loadConfiguration(undefined);
  expect(outcome).toMatchObject({
    ok: true,
    diagnostics: [],
    value: {
      spec: "spec/failure-codes.json",
      locales: "spec/locales",
      sources: "spec/sources",
      output: "generated",
      templates: "spec/templates",
      baseUrl: undefined,
      ignore: [],
      inject: [],
      targets: builtIn.filter((id) => !targetsOnRequest.has(id)).map((id) => ({ kind: "built-in", id, options: {} })),
    },
  });
  const empty = settings("{}");
  expect(outcome.ok && { ...outcome.value, file: empty.file }).toEqual(empty);
});

test("locales, sources and templates lie beside the catalog unless they are named", () => {
  expect(settings('{ "spec": "./shop/codes.json" }')).toMatchObject({
    spec: "shop/codes.json",
    locales: "shop/locales",
    sources: "shop/sources",
    templates: "shop/templates",
  });
  expect(settings('{ "spec": "codes.json" }')).toMatchObject({
    locales: "locales",
    sources: "sources",
    templates: "templates",
  });
});

test("false switches a built-in target off, the others stay, and custom targets follow them", () => {
  const { targets } = settings(
    '{ "targets": { "shop-pages": { "module": "./pages.mjs", "folder": "site/", "options": { "wide": true } }, "docs": false } }',
  );
  expect(targets.map(({ id }) => id)).toEqual(["typescript", "json-schema", "messages", "sources", "shop-pages"]);
  expect(targets.at(-1)).toMatchObject({ module: "pages.mjs", folder: "site", options: { wide: true } });
});

test("a slash at the end of baseUrl does not count", () => {
  expect(settings('{ "baseUrl": "https://docs.example.com/failures/" }').baseUrl).toBe(
    "https://docs.example.com/failures",
  );
});

test("the schema of the configuration has the options and settings that messages name", () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, "../spec/schema/config.schema.json"), "utf8")) as {
    $defs: Record<string, { properties?: object }>;
    properties: { targets: { properties: Record<string, { anyOf: { $ref: string }[] }> } };
  };
  const options = Object.entries(schema.properties.targets.properties).map(([id, { anyOf }]) => {
    const reference = anyOf[1]?.$ref.replace("#/$defs/", "") ?? "";
    return [id, Object.keys(schema.$defs[reference]?.properties ?? {})];
  });
  expect(Object.fromEntries(options)).toEqual(optionNames);
  const outcome = read('{ "zzzzzzzzzzzz": 1 }');
  const named = outcome.diagnostics[0]?.hint.match(/"[^"]+"/g)?.map((name) => name.slice(1, -1));
  expect(named).toEqual(Object.keys(schema.properties));
});
