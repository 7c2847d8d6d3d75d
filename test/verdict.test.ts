import { describe, expect, test } from "vitest";
import type { EvolutionSettings } from "../core/configuration.ts";
import type { Change } from "../core/evolution/change.ts";
import { evolutionRules } from "../core/evolution/evolution-rules.ts";
import { type Verdict, verdictOn, type Waiver } from "../core/evolution/verdict.ts";
import { changesOf, evolutionCases } from "./evolution-fixture.ts";

const presets = ["wire", "source", "behaviour", "full"] as const satisfies readonly EvolutionSettings["preset"][];

/** A change for every rule, and more. */
const changes: readonly Change[] = evolutionCases.flatMap(changesOf);

const forbidden = changes.filter(({ severity }) => severity === "forbidden");
const [withdrawn] = changesOf("retry-withdrawn").filter(({ rule }) => rule === "retry-withdrawn");

function judged(some: readonly Change[], settings: Partial<Parameters<typeof verdictOn>[1]> = {}): Verdict {
  return verdictOn(some, {
    preset: "full",
    rules: {},
    baseVersion: "2.3.0",
    headVersion: "2.3.0",
    waivers: [],
    today: "2026-11-24",
    ...settings,
  });
}

function waiverOf({ fingerprint }: Change, expires = "2026-12-31"): Waiver {
  return { fingerprint, reason: "Nobody asks for it.", role: "Keeper of the catalog", expires };
}

function retryWithdrawn(): Change {
  if (withdrawn === undefined) throw new Error("No case withdraws a retry.");
  return withdrawn;
}

describe("presets", () => {
  const counted = (preset: EvolutionSettings["preset"]): ReadonlySet<string> =>
    new Set(judged(changes, { preset }).changes.map(({ rule }) => rule));

  test("each counts all that the one before it counts, and more", () => {
    const rules = presets.map(counted);
    for (const [index, more] of rules.entries()) {
      const less = rules[index - 1] ?? new Set();
      expect([...more]).toEqual(expect.arrayContaining([...less]));
      expect(more.size).toBeGreaterThan(less.size);
    }
    expect([...counted("full")].sort()).toEqual(Object.keys(evolutionRules).sort());
  });

  test.each(presets)("%s says how many changes it leaves out", (preset) => {
    const verdict = judged(changes, { preset });
    expect(verdict.changes.length + verdict.leftOut).toBe(changes.length);
    expect(verdict.leftOut > 0).toBe(preset !== "full");
  });

  test.each(presets)("%s refuses what is forbidden", (preset) => {
    const { changes: found } = judged(forbidden, { preset });
    expect(found.map(({ standing }) => standing)).toEqual(forbidden.map(() => "refused"));
  });

  test("what is left out asks for no version", () => {
    expect(judged([retryWithdrawn()], { preset: "wire" })).toMatchObject({ step: "none", leftOut: 1 });
    expect(judged([retryWithdrawn()], { preset: "behaviour" })).toMatchObject({ step: "major", leftOut: 0 });
  });
});

describe("severities by rule", () => {
  test.each(["error", "warning", "info"] as const)("%s is what the configuration makes of a change", (severity) => {
    const { changes: found } = judged([retryWithdrawn()], { rules: { "retry-withdrawn": severity } });
    expect(found.map((change) => [change.severity, change.standing])).toEqual([
      [severity, severity === "error" ? "refused" : "told"],
    ]);
  });

  test("a rule that is off is left out", () => {
    expect(judged([retryWithdrawn()], { rules: { "retry-withdrawn": "off" } })).toMatchObject({
      changes: [],
      leftOut: 1,
    });
  });

  test("what is forbidden stays forbidden", () => {
    const rules = Object.fromEntries(forbidden.map(({ rule }) => [rule, "off" as const]));
    const { changes: found } = judged(forbidden, { rules });
    expect(found.map(({ severity }) => severity)).toEqual(forbidden.map(() => "forbidden"));
  });
});

describe("waivers", () => {
  test("let one error through until the last day, that day included", () => {
    const standings = ["2026-11-23", "2026-11-24", "2026-11-25"].map((expires) => {
      const { changes: found, waivers } = judged([retryWithdrawn()], {
        waivers: [waiverOf(retryWithdrawn(), expires)],
      });
      return [found[0]?.standing, waivers.expired.length, waivers.unused.length];
    });
    expect(standings).toEqual([
      ["refused", 1, 0],
      ["waived", 0, 0],
      ["waived", 0, 0],
    ]);
  });

  test("change nothing about the version", () => {
    const { step, version } = judged([retryWithdrawn()], { waivers: [waiverOf(retryWithdrawn())] });
    expect({ step, ...version }).toEqual({
      step: "major",
      base: "2.3.0",
      head: "2.3.0",
      next: "3.0.0",
      isEnough: false,
    });
  });

  test("let nothing through that is forbidden, and are told to be unused", () => {
    const waivers = forbidden.map((change) => waiverOf(change));
    const verdict = judged(forbidden, { waivers });
    expect(new Set(verdict.changes.map(({ standing }) => standing))).toEqual(new Set(["refused"]));
    expect(verdict.waivers.unused).toEqual(waivers);
  });

  test("of no change are told to be unused", () => {
    const waivers = [{ ...waiverOf(retryWithdrawn()), fingerprint: "renamed 1" }];
    expect(judged([retryWithdrawn()], { waivers }).waivers).toEqual({ unused: waivers, expired: [] });
  });
});

test("a version that says the step lets through what it may, and no version the rest", () => {
  const errors = changes.filter(({ severity }) => severity === "error");
  for (const { rule, standing } of judged(errors, { headVersion: "3.0.0" }).changes) {
    const settled = "settledByVersion" in evolutionRules[rule];
    expect([rule, standing]).toEqual([rule, settled ? "said" : "refused"]);
  }
  expect(new Set(judged(errors, { headVersion: "2.9.0" }).changes.map(({ standing }) => standing))).toContain(
    "refused",
  );
});
