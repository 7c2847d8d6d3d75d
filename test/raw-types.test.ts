import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";
import { target } from "../scripts/targets/raw-types.ts";
import { catalogFixture } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";

const root = resolve(import.meta.dirname, "..");
const artifacts = await artifactsOf(target(), catalogFixture("minimal"));

it.each([...artifacts.keys()])("core/raw/%s is what the schemas give", (path) => {
  expect(readFileSync(join(root, "core/raw", path), "utf8")).toBe(artifacts.get(path));
});

it("depends on nothing of the catalog", async () => {
  expect(await artifactsOf(target(), catalogFixture("hostile"))).toEqual(artifacts);
});

it("names its schemas as what it is made from, so that their change is a reason of drift", () => {
  const { options } = target();
  for (const [name, schema] of Object.entries(options as object)) {
    expect(schema).toEqual(JSON.parse(readFileSync(join(root, "spec/schema", name), "utf8")));
  }
  expect(Object.keys(options as object)).toHaveLength(artifacts.size);
});

/** The properties of every interface, as `Interface.property` → whether it may be absent. */
function propertiesOf(text: string): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const statement of ts.createSourceFile("raw.ts", text, ts.ScriptTarget.ES2022).statements) {
    expect(ts.isInterfaceDeclaration(statement)).toBe(true);
    if (!ts.isInterfaceDeclaration(statement)) continue;
    for (const member of statement.members) {
      if (!ts.isPropertySignature(member) || !ts.isIdentifier(member.name)) continue;
      found.set(`${statement.name.text}.${member.name.text}`, member.questionToken !== undefined);
    }
  }
  return found;
}

it("makes one interface of every object, optional where the schema does not require it", () => {
  const text = artifacts.get("catalog.gen.ts") ?? "";
  const schema = JSON.parse(readFileSync(join(root, "spec/schema/failure-codes.schema.json"), "utf8"));
  const properties = propertiesOf(text);
  const expected = new Map<string, boolean>();
  const objects = Object.entries<{ properties?: object; required?: string[] }>({ Catalog: schema, ...schema.$defs });
  for (const [name, { properties: own = {}, required = [] }] of objects) {
    const owner = `Raw${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    for (const key of Object.keys(own)) expected.set(`${owner}.${key}`, !required.includes(key));
  }
  expect([...properties].sort()).toEqual([...expected].sort());
});
