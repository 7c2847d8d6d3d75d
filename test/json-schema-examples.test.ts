import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Catalog, Failure } from "../core/catalog.ts";
import { failureSchemas } from "../core/failed-message-schema.ts";
import type { Schema } from "../core/failed-message-shape.ts";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { exampleLimits } from "../generators/json-schema/example-limits.ts";
import { jsonSchema } from "../generators/json-schema.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import { testKit } from "./golden.ts";

describe("the check of examples", () => {
  const base = catalogFixture("shop");

  /** A catalog whose one example is this payload, written as one would write it. */
  function withExample(payload: unknown): Catalog {
    const text = JSON.stringify({ failures: [{ examples: [{ title: "On the van", payload }] }] }, null, 2);
    const origin = { file: { path: "failure-codes.json", text }, path: ["failures", 0] };
    const read = JSON.parse(text).failures[0].examples;
    const first = { ...(base.failures[0] as Failure), origin, examples: read };
    return { ...base, failures: [first, ...base.failures.slice(1).map((failure) => ({ ...failure, examples: [] }))] };
  }

  const diagnostics = (payload: unknown) => [...exampleLimits(withExample(payload))];

  it("belongs to the target, and has nothing to say about the fixtures", async () => {
    for (const name of ["shop", "compiler", "minimal", "hostile"]) {
      expect([...((await jsonSchema().check?.(catalogFixture(name), testKit)) ?? ["no check"])]).toEqual([]);
    }
  });

  it.each([
    [
      { status: "delivered", failure: { code: 1001 } },
      '"delivered"',
      '"status" is "delivered", not "payment_failed" or "delivery_failed"',
    ],
    [{ status: "delivery_failed" }, "{", 'the payload has no "failure"'],
    [{ status: "delivery_failed", failure: { code: "1001" } }, '"1001"', '"failure.code" is a string, not an integer'],
    [{ status: "delivery_failed", failure: { code: 1.5 } }, "1.5", '"failure.code" is 1.5, not an integer'],
    [{ status: "delivery_failed", failure: null }, "null", '"failure" is null, not an object'],
    [{ status: "delivery_failed", failure: { code: 1001, source: {} } }, "{", '"failure.source" has no "name"'],
  ])("finds %j", (payload, words, problem) => {
    const [found, ...others] = diagnostics(payload);
    expect(others).toEqual([]);
    expect(found?.code).toBe("FC5301");
    expect(found?.message).toBe(`The example "On the van" of CARD_DECLINED is not a failed message: ${problem}.`);
    expect(found?.at.file.text.slice(found.at.start, found.at.end)).toBe(words);
  });

  const folder = join(fixtures, "targets", "json-schema");

  it.each(readdirSync(folder))("reports %s", async (name) => {
    const content = readFileSync(join(folder, name, "spec.json"));
    const outcome = load({ catalog: { path: "spec.json", content }, locales: [] });
    if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
    const found = (await jsonSchema().check?.(outcome.value, testKit)) ?? [];
    await expect(plainReport([...found])).toMatchFileSnapshot(join(folder, name, "expected.txt"));
  });

  it("says of every payload what the schema says", () => {
    const isFailedMessage = new Ajv2020().compile(
      failureSchemas(base, testKit).get("failed-message.schema.json") as Schema,
    );
    const any = fc.jsonValue({ maxDepth: 1 });
    const field = <T>(value: fc.Arbitrary<T>) =>
      fc.oneof({ arbitrary: value as fc.Arbitrary<unknown>, weight: 6 }, any);
    const source = fc.record({ name: field(fc.string()), code: field(fc.string()) }, { requiredKeys: [] });
    const failure = fc.record({ code: field(fc.integer()), source: field(source) }, { requiredKeys: [] });
    const payload = fc.record(
      {
        status: field(fc.constantFrom("payment_failed", "delivery_failed")),
        failure: field(failure),
        reason: field(fc.string()),
        ["__proto__"]: any,
      },
      { requiredKeys: [] },
    );
    let valid = 0;
    fc.assert(
      fc.property(payload, (value) => {
        const read = JSON.parse(JSON.stringify(value));
        if (isFailedMessage(read)) valid += 1;
        expect(diagnostics(value).length === 0).toBe(isFailedMessage(read));
      }),
      { numRuns: 500 },
    );
    expect(valid).toBeGreaterThan(20);
  });
});
