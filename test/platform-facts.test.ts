import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Mapping, Source } from "../core/catalog.ts";
import { classifier } from "../core/sources/classifier.ts";
import { mappingKey } from "../core/sources/mapping-key.ts";
import { fixtures, shippedCatalog } from "./catalog-fixture.ts";

/** A row of the facts: an error as its platform has it. Files differ in which fields there are. */
interface Fact {
  readonly code: string | number;
  readonly subcode?: number | null;
  readonly text?: string;
  readonly name?: string;
  readonly description?: string | null;
  readonly evidence?: Mapping["provenance"];
  readonly hex?: string;
  readonly stat?: string | null;
  readonly failureCode?: number;
}

interface FactsFile {
  readonly source: string;
  readonly rows: readonly Fact[];
}

const folder = join(fixtures, "facts/platforms");
const catalog = shippedCatalog();
const classify = classifier(catalog);

/** Sources that a file of facts is about. */
const sourcesOf: Readonly<Record<string, readonly string[]>> = {
  "email-enhanced-status.json": ["email-messagebird"],
  "email-smtp-reply.json": ["email-messagebird"],
  "line.json": ["line"],
  "messenger-and-instagram.json": ["facebook", "instagram"],
  "rcs.json": ["rcs"],
  "smpp-command-status.json": ["smpp"],
  "smpp-message-states.json": ["smpp-state"],
  "sms-messagebird.json": ["sms-messagebird"],
  "telegram.json": ["telegram"],
  "viber.json": ["viber"],
  "voice-sip.json": ["voice"],
  "whatsapp.json": ["whatsapp"],
};

/** How many rows of a file are mapped, on the fallback, no failure. Who judges a row otherwise changes a number here. */
const counts: Readonly<Record<string, readonly [mapped: number, fallback: number, notAFailure: number]>> = {
  "email-enhanced-status.json": [71, 3, 0],
  "email-smtp-reply.json": [22, 0, 0],
  "line.json": [8, 2, 1],
  "messenger-and-instagram.json": [23, 1, 0],
  "rcs.json": [8, 1, 0],
  "smpp-command-status.json": [53, 13, 1],
  "smpp-message-states.json": [1, 5, 4],
  "sms-messagebird.json": [80, 8, 0],
  "telegram.json": [23, 8, 0],
  "viber.json": [41, 2, 1],
  "voice-sip.json": [52, 6, 0],
  "whatsapp.json": [69, 62, 0],
};

/** Facts that their source writes in another way: the text that tells one of two meanings of a code. */
const texts: Readonly<Record<string, { readonly code: string; readonly text: string }>> = {
  "rcs:404-launch": { code: "404", text: "The agent is not launched on this network" },
  "line:429 monthly": { code: "429", text: "You have reached your monthly limit." },
};

/** The input that a platform would give for a fact. */
function inputOf(
  source: Source,
  fact: Fact,
): { source: string; code: string | number; subcode?: number; text?: string } {
  const isMonthly = source.name === "line" && fact.description?.includes("monthly") === true;
  const told = texts[`${source.name}:${fact.code}${isMonthly ? " monthly" : ""}`];
  if (told !== undefined) return { source: source.name, ...told };
  const subcode = typeof fact.subcode === "number" ? { subcode: fact.subcode } : {};
  const text = fact.text === undefined ? {} : { text: fact.text.replace(/X$/, "7") };
  return { source: source.name, code: fact.code, ...subcode, ...text };
}

/** The mapping of a fact: that of its own code, not of a range around it or of the whole source. */
function mappingOf(source: Source, fact: Fact): Mapping | undefined {
  const [, from, to] = /^([0-9]+)-([0-9]+)$/.exec(String(fact.code)) ?? [];
  const written = from === undefined ? { code: String(fact.code) } : { range: { from: Number(from), to: Number(to) } };
  const key = mappingKey(source.codeForms, written);
  if (key?.kind !== "exact") {
    return source.mappings.find((mapping) => JSON.stringify(mapping.key) === JSON.stringify(key));
  }
  const { mapping } = classify(inputOf(source, fact));
  return mapping?.key.kind === "exact" ? mapping : undefined;
}

/** How well a row is known, where the facts do not say it row by row. */
function provenanceOf(file: string, { code, evidence, description }: Fact): Mapping["provenance"] {
  if (evidence !== undefined) return evidence;
  if (file === "telegram.json") return "recalled";
  // A number that no RFC defines, and a name that is a library's own.
  if (file === "voice-sip.json" && (code === 478 || code === 500)) return "recalled";
  return description?.includes("name from pywa class") === true ? "recalled" : "published";
}

const files = readdirSync(folder).map((name) => {
  return { name, facts: JSON.parse(readFileSync(join(folder, name), "utf8")) as FactsFile };
});

test("every file of facts belongs to a source", () => {
  expect(files.map(({ name }) => name)).toEqual(Object.keys(sourcesOf));
});

describe.each(files)("of the facts of $name", ({ name, facts }) => {
  const sources = catalog.sources.filter((source) => sourcesOf[name]?.includes(source.name));

  test("every row is mapped, no failure, or on the fallback with its reason", () => {
    for (const source of sources) {
      const used = new Set<Mapping>();
      for (const fact of facts.rows) {
        const mapping = mappingOf(source, fact);
        expect(mapping, JSON.stringify(fact)).toBeDefined();
        if (mapping === undefined) continue;
        expect(used.has(mapping), `two facts have one mapping: ${JSON.stringify(fact)}`).toBe(false);
        used.add(mapping);
        expect(mapping.evidence === "documented" || mapping.reason.length > 20, JSON.stringify(fact)).toBe(true);
      }
      const count = (outcome: Mapping["outcome"]): number => [...used].filter((row) => row.outcome === outcome).length;
      expect([count("failure"), count("fallback"), count("notAFailure")]).toEqual(counts[name]);
      expect(used.size).toBe(facts.rows.length);
    }
  });

  test("every row keeps its name and its provenance", () => {
    for (const source of sources) {
      for (const fact of facts.rows) {
        const mapping = mappingOf(source, fact);
        const named = fact.name ?? fact.text;
        expect(mapping?.name).toBe(named);
        expect(mapping?.provenance, JSON.stringify(fact)).toBe(provenanceOf(name, fact));
      }
    }
  });

  test("other ways to write a row's code lead to the same", () => {
    for (const source of sources) {
      for (const fact of facts.rows) {
        for (const spelling of [fact.hex, fact.stat]) {
          if (typeof spelling !== "string") continue;
          expect(classify({ source: source.name, code: spelling }).mapping).toBe(mappingOf(source, fact));
        }
      }
    }
  });
});

test("what the facts document is documented, and nothing else is", () => {
  const documented = files.flatMap(({ name, facts }) =>
    facts.rows.flatMap(({ code, failureCode }) =>
      failureCode === undefined ? [] : [[sourcesOf[name]?.[0], code, failureCode]],
    ),
  );
  const said = catalog.sources.flatMap(({ name, mappings }) =>
    mappings.flatMap(({ key, evidence, failure }) =>
      evidence === "documented" && key.kind === "exact" ? [[name, key.code, failure?.code]] : [],
    ),
  );
  expect(said).toHaveLength(2);
  expect(new Set(said.map(String))).toEqual(new Set(documented.map(String)));
});
