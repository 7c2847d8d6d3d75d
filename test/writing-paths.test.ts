import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "../cli/host/digest.ts";
import { diagnosticTable } from "../core/diagnostics/table.ts";
import { ignored } from "../core/ignore-pattern.ts";
import { outputPathProblem, pathKey } from "../core/output-path.ts";
import type { PlacedTarget } from "../core/placement.ts";
import { plan } from "../core/plan.ts";
import { plainReport } from "../core/report/plain.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";

const folder = join(fixtures, "writing");
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));
const catalog = catalogFixture("minimal");
const kit = { generatorVersion: "1.0.0", baseUrl: undefined, templates: new Map() };

interface Returned {
  readonly targets: readonly {
    readonly id: string;
    readonly folder?: string;
    readonly files: readonly (readonly [path: string, content: string])[];
  }[];
}

function placed({ targets }: Returned): readonly PlacedTarget[] {
  return targets.map(({ id, folder: shared, files }) => ({
    target: {
      id,
      title: id,
      options: {},
      templates: [],
      generate: () => ({ ok: true, value: files.map(([path, content]) => ({ path, content })), diagnostics: [] }),
    },
    folder: shared,
  }));
}

describe("artifacts that must not be written", () => {
  test.each(cases)("%s", async (name) => {
    const returned = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as Returned;
    const outcome = await plan(catalog, placed(returned), kit, { digest: sha256 });
    expect(outcome.ok).toBe(false);
    expect(new Set(outcome.diagnostics.map(({ code }) => code))).toEqual(new Set([name.slice(0, 6)]));
    await expect(plainReport(outcome.diagnostics)).toMatchFileSnapshot(join(folder, `${name}.txt`));
  });

  // FC6010 to FC6012 are about a disk: writing.test.ts.
  const codes = Object.keys(diagnosticTable).filter((code) => code >= "FC6001" && code <= "FC6009");
  test.each(codes)("%s has a fixture", (code) => {
    expect(cases.map((name) => name.slice(0, 6))).toContain(code);
  });
});

test("a path that is let through stays in its folder, on every system", () => {
  const step = fc.oneof(
    fc.constantFrom("..", ".", "", "a", "CON", "nul.md", "x ", "..a", "C:", "~", ".failcodes", "é", "a\\b", "\0"),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      const path = steps.join("/");
      if (outputPathProblem(path) !== undefined) return;
      const root = new URL("file:///shop/generated/pages/");
      const there = new URL(path.split("/").map(encodeURIComponent).join("/"), root);
      expect(there.href.startsWith(root.href)).toBe(true);
      expect(path).not.toMatch(/(^|\/)(\.{0,2}|con|nul|[^/]*[. ])(\/|$)/i);
      expect(path).not.toMatch(/[\\:*?"<>|\u0000-\u001f]/);
    }),
    { numRuns: 2_000 },
  );
});

test("paths with one key are one file where case does not count", () => {
  expect(pathKey("Codes/É.md")).toBe(pathKey("codes/e\u0301.MD"));
  expect(pathKey("codes/1.md")).not.toBe(pathKey("codes/2.md"));
});

describe("patterns of what is left alone", () => {
  test.each([
    ["generated/pages/NOTES.md", "generated/pages/NOTES.md", true],
    ["generated/pages/NOTES.md", "generated/pages/NOTES.mdx", false],
    ["generated/pages/notes", "generated/pages/notes/deep/er.md", true],
    ["generated/pages/notes/", "generated/pages/notes/a.md", true],
    ["generated/**/*.svg", "generated/van.svg", true],
    ["generated/**/*.svg", "generated/pages/images/van.svg", true],
    ["generated/*.svg", "generated/pages/van.svg", false],
    ["**/.DS_Store", ".DS_Store", true],
    ["**/.DS_Store", "generated/pages/.DS_Store", true],
    ["generated/**", "generated/pages", true],
    ["generated/pages/**/draft.md", "generated/pages/draft.md", true],
    ["generated/pages/?.md", "generated/pages/a.md", true],
    ["generated/pages/?.md", "generated/pages/ab.md", false],
    ["generated/a.b", "generated/aXb", false],
    ["generated/(1).md", "generated/(1).md", true],
  ])("%s, %s: %s", (pattern, path, expected) => {
    expect(ignored([pattern])(path)).toBe(expected);
  });
});
