import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { messageParts } from "../core/catalog.ts";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { docs } from "../generators/docs.ts";
import { repository } from "./built-tool.ts";
import { fixtures, shippedCatalog, shippedSpec } from "./catalog-fixture.ts";
import { artifactsOf } from "./golden.ts";
import { readPage } from "./markdown-reader.ts";

interface PublishedCodes {
  readonly statuses: readonly string[];
  readonly categories: readonly { readonly id: string; readonly prefix: string }[];
  readonly codes: readonly { readonly code: number; readonly name: string; readonly category: string }[];
}

interface PublishedMessages {
  readonly examples: readonly { readonly failure: object }[];
  readonly otherStatuses: readonly string[];
}

function read<T>(...path: readonly string[]): T {
  return JSON.parse(readFileSync(join(...path), "utf8")) as T;
}

const published = read<PublishedCodes>(fixtures, "facts/failure-codes.json");
const documented = read<PublishedMessages>(fixtures, "facts/failed-message.json");
const catalog = shippedCatalog();

describe("the shipped catalog", () => {
  test("loads without a word", () => {
    expect(plainReport(load(shippedSpec()).diagnostics)).toBe("");
  });

  test("has every published code, with its number, its category and the published name, and no other", () => {
    expect(published.codes).toHaveLength(27);
    // The published name is the canonical one, or, where that corrects it, the first of its other spellings.
    const found = catalog.failures.map(({ code, name, aliases, category }) => ({
      code,
      name: aliases[0]?.name ?? name,
      category: category.id,
    }));
    expect(found).toEqual(published.codes);
  });

  test("corrects one name, 12007, and keeps the published spelling as an alias", () => {
    const corrected = catalog.failures.filter(({ aliases }) => aliases.length > 0);
    expect(corrected.map(({ code, name, aliases }) => [code, name, ...aliases.map((alias) => alias.name)])).toEqual([
      [12007, "BILLING_FAILURE", "BILLING_FALIURE"],
    ]);
    expect(corrected[0]?.aliases[0]?.reason).toMatch(/\S/);
    for (const { code, name } of published.codes) expect(catalog.byName.get(name)?.code).toBe(code);
  });

  test("has the published categories, each with the thousand numbers of its prefix", () => {
    expect(catalog.categories.map(({ id, range }) => ({ id, range }))).toEqual(
      published.categories.map(({ id, prefix }) => ({
        id,
        range: { from: Number(prefix.replace("XXX", "000")), to: Number(prefix.replace("XXX", "999")) },
      })),
    );
    expect(catalog.categories.map(({ range }) => range)).toEqual([
      { from: 12000, to: 12999 },
      { from: 14000, to: 14999 },
      { from: 15000, to: 15999 },
    ]);
    for (const { title, description } of catalog.categories) expect([title, description]).not.toContain("");
  });

  test("has the two failed statuses", () => {
    expect(catalog.statuses.map(({ id }) => id)).toEqual(published.statuses);
    expect(published.statuses).toEqual(["sending_failed", "delivery_failed"]);
  });

  test("reserves 15009 alone, and says why", () => {
    expect(catalog.reserved.map(({ code }) => code)).toEqual([15009]);
    expect(catalog.reserved[0]?.reason).toMatch(/15008.*15010/);
  });

  test("falls back to 15001 UNKNOWN_FAILURE", () => {
    expect(catalog.fallback).toMatchObject({ code: 15001, name: "UNKNOWN_FAILURE" });
  });

  test("has integer codes, a semantic version and English as its default", () => {
    expect(catalog.codeType).toBe("integer");
    expect(catalog.version).toMatch(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/);
    expect(catalog.defaultLocale).toBe("en");
  });

  test("has a notice that says whose the guidance is, and the three places where a code is met", () => {
    expect(catalog.notice).toMatch(/causes, actions, retry advice.*do not come from the vendor/);
    expect(catalog.surfaces.map(({ title }) => title)).toEqual([
      "Delivery report",
      "Failure object of the message",
      "Channel log",
    ]);
  });

  test.each(catalog.failures.map((failure) => [`${failure.code} ${failure.name}`, failure] as const))(
    "%s says what happened, why, what to do and whether to send again",
    (_, { title, description, guidance, retry, messages }) => {
      for (const text of [title, description]) expect(text).toMatch(/\S/);
      for (const list of [guidance.causes, guidance.actions]) {
        expect(list.length).toBeGreaterThan(0);
        for (const text of list) expect(text).toMatch(/^\S.*\.$/);
      }
      expect(["never", "later", "after-change"]).toContain(retry);
      expect(Object.keys(messages)).toEqual([...messageParts]);
    },
  );

  test("gives each of the three pieces of retry advice to some failure", () => {
    expect(new Set(catalog.failures.map(({ retry }) => retry))).toEqual(new Set(["never", "later", "after-change"]));
  });

  test("is translated into twelve languages, every part of every failure", () => {
    const tags = ["ar", "de", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt-BR", "tr", "zh-Hans"];
    expect(catalog.locales.map(({ tag }) => tag)).toEqual(["en", ...tags]);
    const english = catalog.locales[0]?.messages();
    for (const locale of catalog.locales) {
      const messages = locale.messages();
      expect([...messages.keys()].sort(), locale.tag).toEqual(catalog.failures.map(({ name }) => name).sort());
      for (const { name } of catalog.failures) {
        for (const part of messageParts) {
          const text = messages.get(name)?.[part];
          expect(text, `${locale.tag} ${name} ${part}`).toMatch(/\S/);
          if (locale.tag !== "en") expect(text, `${locale.tag} ${name} ${part}`).not.toBe(english?.get(name)?.[part]);
        }
      }
    }
  });
});

describe("the shipped schema of a failed message", () => {
  const isFailedMessage = new Ajv2020({ strict: true, strictTypes: true, strictRequired: true }).compile(
    read<object>(repository, "generated/json-schema/failed-message.schema.json"),
  );

  test("takes the documented payloads, with other numbers too, and no other status", () => {
    expect(documented.examples).toHaveLength(2);
    for (const payload of documented.examples) {
      expect(isFailedMessage(payload), JSON.stringify(isFailedMessage.errors)).toBe(true);
      expect(isFailedMessage({ ...payload, failure: { ...payload.failure, code: 15999 } })).toBe(true);
      expect(isFailedMessage({ ...payload, failure: { ...payload.failure, code: "15005" } })).toBe(false);
      for (const status of documented.otherStatuses) expect(isFailedMessage({ ...payload, status })).toBe(false);
    }
  });

  test("takes the catalog's own examples, the documented ones among them", () => {
    const examples = catalog.failures.flatMap((failure) => failure.examples.map(({ payload }) => payload));
    for (const payload of examples) expect(isFailedMessage(payload), JSON.stringify(payload)).toBe(true);
    for (const payload of documented.examples) expect(examples).toContainEqual(expect.objectContaining(payload));
  });
});

describe("the pages of the shipped catalog", () => {
  test("all end in the notice, and those of failures name the places where a code is met", async () => {
    const pages = [...(await artifactsOf(docs(), catalog))].filter(([path]) => path.endsWith(".md"));
    // An index, a page for each code, reserved or not, and one for each category and each source.
    expect(pages).toHaveLength(1 + 27 + 1 + 3 + catalog.sources.length);
    const places = catalog.surfaces.map(({ title }) => title);
    for (const [path, text] of pages) {
      const paragraphs = readPage(text).blocks.map((block) => ("text" in block ? block.text : ""));
      expect(paragraphs.at(-1), path).toBe(catalog.notice);
      if (/^codes\/(?!15009)/.test(path)) {
        expect(paragraphs, path).toContain(`You meet this code in: ${places.join(", ")} (where to look).`);
      }
    }
    const [, index = ""] = pages.find(([path]) => path === "README.md") ?? [];
    const lists = readPage(index).blocks.flatMap((block) => (block.kind === "list" ? [block.items] : []));
    expect(lists).toContainEqual(catalog.surfaces.map(({ title, description }) => `${title}: ${description}`));
  });
});
