import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixtures, shippedCatalog } from "./catalog-fixture.ts";

interface PublishedSources {
  readonly sources: readonly { readonly name: string }[];
}

const published = JSON.parse(readFileSync(join(fixtures, "facts/failed-message.json"), "utf8")) as PublishedSources;
const { sources } = shippedCatalog();

describe("the shipped sources", () => {
  test("are the twelve documented ones, the channels without one, and SMPP by itself", () => {
    const namesOf = (standing: string): readonly string[] =>
      sources.filter((source) => source.standing === standing).map(({ name }) => name);
    expect(namesOf("documented")).toEqual(published.sources.map(({ name }) => name).sort());
    expect(namesOf("documented")).toHaveLength(12);
    expect(namesOf("channel")).toEqual(["linkedin", "rcs", "telegram", "tiktok", "viber"]);
    expect(namesOf("protocol")).toEqual(["smpp", "smpp-state"]);
  });

  test("are known by the short names that people type", () => {
    const aliases = new Map(sources.flatMap(({ name, aliases: others }) => others.map((other) => [other.name, name])));
    expect(aliases.get("sms")).toBe("sms-messagebird");
    expect(aliases.get("email")).toBe("email-messagebird");
  });

  test("have two mappings that are documented, and no others", () => {
    const found = sources.flatMap(({ name, mappings }) =>
      mappings
        .filter(({ evidence }) => evidence === "documented")
        .map(({ key, failure, reference }) => [name, key, failure?.code, reference?.id] as const),
    );
    const key = (code: string) => ({ kind: "exact", code, subcode: undefined, spellings: [], text: undefined });
    expect(found).toEqual([
      ["sms-messagebird", key("1"), 15005, "failure-codes"],
      ["sms-messagebird", key("34"), 15001, "sms-extended-codes"],
    ]);
  });

  test.each(sources.map((source) => [source.name, source] as const))(
    "%s says how it was judged, and why",
    (_, source) => {
      expect(source.judging.split(/[.!?](?:\s|$)/).length).toBeGreaterThan(3);
      for (const { name, evidence, reason } of source.mappings) {
        if (evidence !== "documented") expect(reason, name).toMatch(/^\S.*\.$/);
      }
    },
  );
});
