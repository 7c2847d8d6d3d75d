import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, describe, expect, it } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { failureSchemas } from "../core/failed-message-schema.ts";
import { payloadsOf, samplesOf } from "../generators/site/samples.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import {
  compilerMistakes,
  consumerSettings,
  installPackage,
  temporaryFolder,
  writeFiles,
} from "./typescript-package.ts";

const folder = temporaryFolder(afterAll);
const catalogs: readonly (readonly [string, Catalog])[] = [
  ["shipped", shippedCatalog()],
  ...["shop", "compiler", "minimal", "hostile"].map((name) => [name, catalogFixture(name)] as const),
];

describe.each(catalogs)("the code on the pages of the catalog %s", (name, catalog) => {
  const samples = (id: string): ReadonlyMap<string, string> =>
    new Map(
      catalog.failures.map((failure) => {
        const sample = samplesOf(catalog, failure, undefined).find((one) => one.id === id);
        return [String(failure.code), sample?.code ?? ""];
      }),
    );

  it("compiles against the generated package: TypeScript", async () => {
    const root = join(folder, name);
    await installPackage(root, catalog);
    const files = new Map([["package.json", '{ "type": "module" }']]);
    for (const [code, text] of samples("typescript")) files.set(`sample-${code}.ts`, `${text}\n`);
    writeFiles(root, files);
    const modules = [...files.keys()].filter((path) => path.endsWith(".ts")).map((path) => join(root, path));
    expect(compilerMistakes(modules, consumerSettings("nodenext"), root)).toEqual([]);
  });

  it("sends what the page shows: curl, read by a shell", () => {
    const texts = [...samples("curl").values()];
    // A function in curl's place prints its last argument.
    const script = texts.map((text) => `curl() { printf '%s\\0' "\${@: -1}"; }\n${text}`).join("\n");
    const sent = execFileSync("bash", ["-c", script], { encoding: "utf8" }).split("\0").slice(0, -1);
    expect(sent.map((body) => JSON.parse(body))).toEqual(
      catalog.failures.map((failure) => payloadsOf(catalog, failure)[0]?.payload),
    );
  });

  it("holds for messages of its own code and for no other: JSON Schema", () => {
    const ajv = new Ajv2020({ strict: false });
    for (const schema of failureSchemas(catalog, { baseUrl: undefined }).values()) ajv.addSchema(schema as object);
    for (const failure of catalog.failures) {
      const validate = ajv.compile(JSON.parse(samples("json-schema").get(String(failure.code)) ?? ""));
      for (const other of catalog.failures) {
        for (const { payload } of payloadsOf(catalog, other)) {
          expect(validate(payload), `${failure.code} of ${other.code}`).toBe(failure === other);
        }
      }
    }
  });
});
