import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { classifier, type Outcome, type PlatformError } from "../core/sources/classifier.ts";
import { fixtures, shippedCatalog } from "./catalog-fixture.ts";

/** What an error means beyond dispute, and the argument for it. */
interface Undisputed {
  readonly error: PlatformError;
  readonly failure?: number;
  readonly outcome?: Outcome;
  readonly argument: string;
}

const table = JSON.parse(readFileSync(join(fixtures, "classify/undisputed.json"), "utf8")) as readonly Undisputed[];
const catalog = shippedCatalog();
const classify = classifier(catalog);

describe("what nobody would dispute", () => {
  test.each(table)("$error.source $error.code $error.subcode $error.text: $argument", (row) => {
    const { outcome, failure } = classify(row.error);
    if (row.failure === undefined) expect(outcome).toBe(row.outcome);
    else expect([outcome, failure?.code]).toEqual(["failure", row.failure]);
  });

  test("is in at least sixty rows, each argued, about every source that has errors", () => {
    expect(table.length).toBeGreaterThanOrEqual(60);
    expect(new Set(table.map(({ argument }) => argument)).size).toBe(table.length);
    const named = new Set(table.map(({ error }) => classify(error).source));
    const left = catalog.sources.filter(({ name, mappings }) => mappings.length > 0 && !named.has(name));
    expect(left.map(({ name }) => name)).toEqual(["touchpoint"]);
  });

  test("has rows for every way to lead on: a failure, the fallback and no failure", () => {
    expect(new Set(table.map(({ error }) => classify(error).outcome))).toEqual(
      new Set(["failure", "fallback", "notAFailure"]),
    );
  });
});
