import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { EvolutionRule } from "../core/evolution/evolution-rule.ts";
import { evolutionRules } from "../core/evolution/evolution-rules.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import {
  catalogsOf,
  changesBetween,
  changesOf,
  changesText,
  evolutionCases,
  evolutionFolder,
} from "./evolution-fixture.ts";

const rules: readonly (readonly [string, EvolutionRule])[] = Object.entries(evolutionRules);

describe("what differs between two catalogs", () => {
  test.each(evolutionCases)("%s", (name) => {
    const text = changesText(changesOf(name));
    const path = join(evolutionFolder, name, "expected.txt");
    if (!existsSync(path) && process.env["CI"] === undefined) writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, "utf8"));
  });

  test.each(evolutionCases)("nothing differs between a catalog of %s and itself", (name) => {
    const { base, head } = catalogsOf(name);
    expect(changesBetween(base, base)).toEqual([]);
    expect(changesBetween(head, head)).toEqual([]);
  });

  test.each(readdirSync(join(fixtures, "catalogs")))("nothing differs between the catalog %s and itself", (name) => {
    expect(changesBetween(catalogFixture(name), catalogFixture(name))).toEqual([]);
  });

  test("no two changes of a case have one fingerprint", () => {
    for (const name of evolutionCases) {
      const fingerprints = changesOf(name).map(({ fingerprint }) => fingerprint);
      expect([name, ...new Set(fingerprints)]).toEqual([name, ...fingerprints]);
    }
  });
});

describe("every rule", () => {
  const provoked = new Set(evolutionCases.flatMap(changesOf).map(({ rule }) => rule as string));

  test.each(rules)("%s is provoked by a case", (id) => {
    expect([...provoked]).toContain(id);
  });

  test.each(rules)("%s is mirrored by a rule that mirrors it, or says why not", (id, { mirror, levels }) => {
    if (typeof mirror === "string") {
      const other = new Map(rules).get(mirror);
      expect(other?.mirror).toBe(id);
      expect(levels.some((level) => other?.levels.includes(level))).toBe(true);
    } else expect(mirror.none).toMatch(/^[A-Z].{20,}\.$/);
  });

  test.each(rules)("%s is worded as rules are", (id, { message, hint, title }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).toMatch(/^[A-Z][^.]*$/);
    for (const words of [message, hint]) expect(words.parts.join("…")).toMatch(/^[A-Z…].*\.$/);
  });
});
