import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInTargetIds } from "../core/configuration-shape.ts";
import { builtInTargets } from "../generators/index.ts";
import { repository } from "./built-tool.ts";

test("every file in generators/ is a target of the table, and every target a file", () => {
  const files = readdirSync(join(repository, "generators"), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "index.ts")
    .map(({ name }) => name.replace(/\.ts$/, ""));
  expect(files.sort()).toEqual(Object.keys(builtInTargets).sort());
  expect(Object.keys(builtInTargets)).toEqual([...builtInTargetIds]);
});
