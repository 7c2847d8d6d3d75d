import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogDocument } from "../core/catalog-document.ts";
import type { Diagnostic } from "../core/diagnostics/diagnostic.ts";
import { load, type SpecFiles } from "../core/load.ts";
import { diagnosticFindings } from "../core/report/diagnostic-findings.ts";
import { githubReport } from "../core/report/github.ts";
import { gitlabReport } from "../core/report/gitlab.ts";
import { diagnosticsDocument } from "../core/report/json.ts";
import { junitReport } from "../core/report/junit.ts";
import { markdownReport } from "../core/report/markdown.ts";
import { plainReport } from "../core/report/plain.ts";
import { prettyReport } from "../core/report/pretty.ts";
import { isAdmissible } from "../core/rules/text-characters.ts";
import { stableJson } from "../core/stable-json.ts";
import { catalogFixture, fixtures, specFiles } from "./catalog-fixture.ts";
import { hostileText } from "./hostile-text.ts";
import { reportOf, sarifOf } from "./report-model.ts";

const catalogs = readdirSync(join(fixtures, "catalogs")).sort();
const invalid = readdirSync(join(fixtures, "invalid")).sort();

/** Every place of a diagnostic lies inside its file, and every report can print it. */
function expectSound(diagnostics: readonly Diagnostic[]): void {
  for (const { at, message, hint, related } of diagnostics) {
    for (const { file, start, end } of [at, ...(related ?? []).map((other) => other.at)]) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(file.text.length);
    }
    expect(message).not.toMatch(/\[object|[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(hint).not.toMatch(/\[object|[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
  expect(plainReport(diagnostics).split("\n").length).toBeGreaterThan(diagnostics.length);
  prettyReport(diagnostics, { color: true });
  const report = reportOf(diagnosticFindings(diagnostics));
  for (const print of [sarifOf, gitlabReport, junitReport, markdownReport]) print(report);
  githubReport(report, false);
  diagnosticsDocument(diagnostics);
}

function loadText(content: string | Uint8Array, locale?: string): readonly Diagnostic[] {
  const locales = locale === undefined ? [] : [{ path: "locales/de.json", content: locale }];
  return load({ catalog: { path: "spec.json", content }, locales }).diagnostics;
}

type Raw = { failures: unknown[] };

function shuffled(files: SpecFiles, order: readonly number[]): SpecFiles {
  const raw = JSON.parse(String(files.catalog.content)) as Raw;
  const failures = order.map((index) => raw.failures[index]);
  return { ...files, catalog: { path: files.catalog.path, content: JSON.stringify({ ...raw, failures }) } };
}

function countOf(files: SpecFiles): number {
  return (JSON.parse(String(files.catalog.content)) as Raw).failures.length;
}

function orders(count: number): fc.Arbitrary<number[]> {
  const all = Array.from({ length: count }, (_, index) => index);
  return fc.shuffledSubarray(all, { minLength: count, maxLength: count });
}

describe("the order of the failures in the file", () => {
  test.each(catalogs)("does not show in the catalog %s", (name) => {
    const files = specFiles(join(fixtures, "catalogs", name));
    const expected = stableJson(catalogDocument(catalogFixture(name)));
    fc.assert(
      fc.property(orders(countOf(files)), (order) => {
        const outcome = load(shuffled(files, order));
        expect(outcome.ok && stableJson(catalogDocument(outcome.value))).toBe(expected);
      }),
      { numRuns: 10 },
    );
  });

  const readable = invalid.filter((name) => /^(FC2[1-6]|FC3)/.test(name) && !name.includes("empty"));

  test.each(readable)("does not show in what is said about %s", (name) => {
    const files = specFiles(join(fixtures, "invalid", name));
    const said = (spec: SpecFiles): readonly string[] =>
      load(spec)
        .diagnostics.map(({ code, message, hint }) => `${code} ${message} ${hint}`)
        .sort();
    const expected = said(files);
    fc.assert(
      fc.property(orders(countOf(files)), (order) => {
        expect(said(shuffled(files, order))).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });
});

describe("whatever is given to load", () => {
  test.each(invalid.filter((name) => !/^FC100[2-5]/.test(name)))("it stays inside the files of %s", (name) => {
    expectSound(load(specFiles(join(fixtures, "invalid", name))).diagnostics);
  });

  test("bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const diagnostics = loadText(bytes);
        expect(diagnostics.length).toBeGreaterThan(0);
        expectSound(diagnostics);
      }),
    );
  });

  test("JSON", () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (catalog, locale) => expectSound(loadText(catalog, locale))),
      { numRuns: 300 },
    );
  });

  /** A valid catalog in which anything, anywhere, is another value, another key, or gone. */
  const mutations = fc.record({
    catalog: fc.constantFrom("shop", "compiler", "minimal"),
    steps: fc.array(
      fc.record({
        at: fc.nat(400),
        change: fc.constantFrom("replace", "remove", "rename", "repeat"),
        value: fc.oneof(
          fc.jsonValue({ maxDepth: 2 }),
          hostileText,
          fc.constantFrom(1001, "1001", "E0308", "", -0, 1e21, "{", "{count, plural}"),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  });

  test("catalogs with anything in the wrong place", () => {
    fc.assert(
      fc.property(mutations, ({ catalog, steps }) => {
        const files = specFiles(join(fixtures, "catalogs", catalog));
        const raw: unknown = JSON.parse(String(files.catalog.content));
        for (const { at, change, value } of steps) mutate(raw, at, change, value);
        const content = JSON.stringify(raw, undefined, 2);
        expectSound(load({ ...files, catalog: { path: "spec.json", content } }).diagnostics);
      }),
      { numRuns: 400 },
    );
  });

  test("texts cut anywhere", () => {
    const text = String(specFiles(join(fixtures, "catalogs/shop")).catalog.content);
    fc.assert(
      fc.property(fc.nat(text.length - 3), fc.nat(20), (at, length) => {
        expectSound(loadText(text.slice(0, at)));
        expectSound(loadText(text.slice(0, at) + text.slice(at + length)));
      }),
    );
  });

  test("a description is admitted exactly if its characters are", () => {
    const { catalog } = specFiles(join(fixtures, "catalogs/minimal"));
    const raw = JSON.parse(String(catalog.content)) as object;
    const text = fc.oneof(
      hostileText,
      fc.string({ unit: "binary", minLength: 1 }),
      fc.string({ unit: "grapheme", minLength: 1 }),
    );
    fc.assert(
      fc.property(text, (description) => {
        const diagnostics = loadText(JSON.stringify({ ...raw, description }));
        expect(diagnostics.length === 0).toBe(
          description.trim() === description && description !== "" && isAdmissible(description),
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** Changes the value that comes `at` in the order of the file. */
function mutate(root: unknown, at: number, change: string, value: unknown): void {
  const places: (() => void)[] = [];
  const visit = (container: unknown): void => {
    if (Array.isArray(container)) {
      for (const index of container.keys()) {
        places.push(() => {
          if (change === "remove") container.splice(index, 1);
          else if (change === "repeat") container.push(container[index]);
          else container[index] = value;
        });
        visit(container[index]);
      }
    } else if (typeof container === "object" && container !== null) {
      const object = container as Record<string, unknown>;
      for (const key of Object.keys(object)) {
        places.push(() => {
          if (change === "replace" || change === "repeat") object[key] = value;
          else delete object[key];
          if (change === "rename") object[typeof value === "string" ? value : `${key}s`] = value;
        });
        visit(object[key]);
      }
    }
  };
  visit(root);
  places[at % places.length]?.();
}
