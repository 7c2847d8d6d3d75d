import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { messageFormatIds } from "../generators/messages/formats.ts";
import { messages } from "../generators/messages.ts";
import { catalogFixture, fixtures, specFiles } from "./catalog-fixture.ts";
import { artifactsOf, testKit } from "./golden.ts";

const folder = join(fixtures, "targets", "messages");

it.each(readdirSync(folder))("a catalog that a format cannot hold: %s", async (name) => {
  const outcome = load(specFiles(join(folder, name)));
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  const found = [...((await messages({ formats: messageFormatIds }).check?.(outcome.value, testKit)) ?? [])];
  await expect(plainReport(found)).toMatchFileSnapshot(join(folder, name, "expected.txt"));
  // Formats that hold it have nothing to say, and all are made nevertheless.
  const unconcerned = messages({ formats: ["icu-json", "java-icu4j"] });
  expect([...((await unconcerned.check?.(outcome.value, testKit)) ?? [])]).toEqual([]);
  expect((await artifactsOf(messages({ formats: messageFormatIds }), outcome.value)).size).toBeGreaterThan(10);
});

it.each(["shop", "compiler", "minimal", "hostile"])("nothing is said of the catalog %s", async (name) => {
  expect([...((await messages({ formats: messageFormatIds }).check?.(catalogFixture(name), testKit)) ?? [])]).toEqual(
    [],
  );
});
