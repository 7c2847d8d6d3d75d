import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { targetExplanations } from "../core/diagnostics/explanations/target.ts";
import { plainReport } from "../core/report/plain.ts";
import { docs } from "../generators/docs.ts";
import { catalogFixture, fixtures } from "./catalog-fixture.ts";
import { testKit } from "./golden.ts";
import { templatesBelow } from "./template-files.ts";

const folder = join(fixtures, "templates");

// A folder is a test: templates of a user, and the report on them (expected.txt; empty where they are right).
for (const name of readdirSync(folder).sort()) {
  test(`templates: ${name}`, async () => {
    const catalog = catalogFixture("shop");
    const kit = { ...testKit, templates: templatesBelow(join(folder, name)) };
    const found = [...((await docs().check?.(catalog, kit)) ?? [])];
    await expect(plainReport(found)).toMatchFileSnapshot(join(folder, name, "expected.txt"));

    const outcome = await docs().generate(catalog, kit);
    expect(outcome.ok).toBe(found.every(({ severity }) => severity !== "error"));
    expect(outcome.diagnostics).toEqual(found);
    if (outcome.ok) expect([...outcome.value].length).toBeGreaterThan(0);
  });
}

for (const [code, { language, wrong, right }] of Object.entries(targetExplanations)) {
  if (language !== "handlebars") continue;
  test(`${code}: the wrong example provokes it, the right one nothing`, async () => {
    const codesOf = async (text: string): Promise<readonly string[]> => {
      const templates = new Map([["docs/failure.hbs", { path: "templates/docs/failure.hbs", text }]]);
      const found = (await docs().check?.(catalogFixture("shop"), { ...testKit, templates })) ?? [];
      return [...found].map((diagnostic) => diagnostic.code);
    };
    expect(await codesOf(wrong)).toEqual([code]);
    expect(await codesOf(right)).toEqual([]);
  });
}
