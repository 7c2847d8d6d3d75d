import { anything, array, assert, bigInt, constantFrom, float, oneof, property, record, string } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog, Mapping, Source } from "../core/catalog.ts";
import { type Classification, classifier } from "../core/sources/classifier.ts";
import { coverageOf } from "../core/sources/coverage.ts";
import { literalPieces } from "../core/sources/text-match.ts";
import { catalogFixture, shippedCatalog } from "./catalog-fixture.ts";
import { type AskedError, anyError, keysOfSource, naiveMapping, sourceWith } from "./mapping-keys.ts";

const shop = catalogFixture("shop");
const shipped = shippedCatalog();
const classify = classifier(shipped);

function withSources(catalog: Catalog, ...sources: readonly Source[]): Catalog {
  return { ...catalog, sources };
}

describe("the reference classifier", () => {
  test("says what asking every key in order says", () => {
    assert(
      property(keysOfSource, array(anyError, { minLength: 1, maxLength: 30 }), (keys, errors) => {
        const source = sourceWith(shop, keys);
        const ask = classifier(withSources(shop, source));
        for (const error of errors) {
          const { outcome, mapping } = ask({ source: "pigeons", ...error });
          expect(mapping).toBe(naiveMapping(source, error));
          expect(outcome).toBe(mapping?.outcome ?? "unknownCode");
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("does not mind the order of the mappings", () => {
    assert(
      property(keysOfSource, anyError, (keys, error) => {
        const source = sourceWith(shop, keys);
        const reversed = { ...source, mappings: source.mappings.toReversed() };
        const input = { source: "pigeon-post", ...error };
        expect(classifier(withSources(shop, reversed))(input)).toEqual(classifier(withSources(shop, source))(input));
      }),
    );
  });

  test("of the shipped sources says what asking every key in order says", () => {
    const codes = shipped.sources.flatMap(({ mappings }) =>
      mappings.flatMap(({ key }) => (key.kind === "exact" ? [key.code, ...key.spellings] : [])),
    );
    const texts = shipped.sources.flatMap(({ mappings }) =>
      mappings.flatMap(({ key }) => (key.text === undefined ? [] : [literalPieces(key.text).join("x")])),
    );
    const anyShipped = record({
      code: constantFrom(...codes, "299", "5.9.9", "4.1.1", "2.1.5", "", undefined),
      subcode: constantFrom("1545041", "99", "2018001", undefined),
      text: constantFrom(...texts, "Something else", undefined),
    });
    assert(
      property(constantFrom(...shipped.sources), anyShipped, (source, error) => {
        expect(classify({ source: source.name, ...error }).mapping).toBe(naiveMapping(source, error));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("an outcome", () => {
  const facts = ({ outcome, failure, evidence, retry, mapping, source }: Classification): object => {
    return { outcome, failure: failure?.code, evidence, retry, key: mapping?.key.kind, source };
  };

  test.each([
    [
      { source: "wa", code: 131047 },
      {
        outcome: "failure",
        failure: 14005,
        evidence: "derived",
        retry: "after-change",
        key: "exact",
        source: "whatsapp",
      },
    ],
    [
      { source: "sms", code: "034" },
      {
        outcome: "failure",
        failure: 15001,
        evidence: "documented",
        retry: "later",
        key: "exact",
        source: "sms-messagebird",
      },
    ],
    [
      { source: "whatsapp", code: "1" },
      { outcome: "fallback", failure: 15001, evidence: undefined, retry: "later", key: "exact", source: "whatsapp" },
    ],
    [
      { source: "facebook", code: "551/1545041" },
      { outcome: "failure", failure: 15006, evidence: "derived", retry: "never", key: "exact", source: "facebook" },
    ],
    [
      { source: "messenger", code: "0551/7" },
      { outcome: "failure", failure: 15006, evidence: "derived", retry: "never", key: "exact", source: "facebook" },
    ],
    [
      { source: "whatsapp", code: "131047/1" },
      {
        outcome: "unknownCode",
        failure: 15001,
        evidence: undefined,
        retry: "later",
        key: undefined,
        source: "whatsapp",
      },
    ],
    [
      { source: "email", code: "2.4.5" },
      {
        outcome: "notAFailure",
        failure: undefined,
        evidence: undefined,
        retry: undefined,
        key: "class",
        source: "email-messagebird",
      },
    ],
    [
      { source: "accounting" },
      { outcome: "failure", failure: 12007, evidence: "derived", retry: "later", key: "source", source: "accounting" },
    ],
    [
      { source: "line", code: 418 },
      { outcome: "unknownCode", failure: 15001, evidence: undefined, retry: "later", key: undefined, source: "line" },
    ],
    [
      { source: "carrier-pigeon", code: 1 },
      {
        outcome: "unknownSource",
        failure: 15001,
        evidence: undefined,
        retry: "later",
        key: undefined,
        source: undefined,
      },
    ],
  ])("of %j is %j", (input, expected) => {
    const found = classify(input);
    expect(facts(found)).toEqual(expected);
    expect(found.input).toBe(input);
  });

  test("has the retry advice of the mapping where it differs from that of the failure", () => {
    const found = classify({ source: "facebook", code: 551, subcode: 1545041 });
    expect([found.failure?.retry, found.retry]).toEqual(["later", "never"]);
  });
});

/** An error that a mapping is for, and that no key with more to say is for. */
function witness(source: Source, { key }: Mapping): AskedError | undefined {
  const text = key.text === undefined ? undefined : literalPieces(key.text).join("\ue000");
  const errors: readonly AskedError[] = codesFor(key).map((code) => {
    return { code, subcode: key.kind === "exact" ? key.subcode : undefined, text };
  });
  return errors.find((error) => naiveMapping(source, error)?.key === key);
}

function codesFor(key: Mapping["key"]): readonly (string | undefined)[] {
  switch (key.kind) {
    case "exact":
      return [key.code];
    case "detail":
      return [`4.${key.subject}.${key.detail}`, `5.${key.subject}.${key.detail}`];
    case "range":
      return Array.from({ length: Math.min(key.to - key.from + 1, 1000) }, (_, index) => String(key.from + index));
    case "class":
      return [`${key.class}.999.999`];
    case "source":
      return [undefined];
  }
}

test.each(shipped.sources.filter(({ mappings }) => mappings.length > 0))(
  "every mapping of $name wins for some error",
  (source) => {
    for (const mapping of source.mappings) {
      const error = witness(source, mapping);
      expect(error, JSON.stringify(mapping.key)).toBeDefined();
      expect(classify({ source: source.name, ...error }).mapping).toBe(mapping);
    }
  },
);

/** Whether it is one of the outcomes, with what belongs to it. */
function expectTyped(found: Classification, input: unknown): void {
  const { outcome, failure, evidence, retry, mapping, source } = found;
  expect(found.input).toBe(input);
  expect(["failure", "fallback", "notAFailure", "unknownCode", "unknownSource"]).toContain(outcome);
  expect(failure === undefined).toBe(outcome === "notAFailure");
  expect(retry === undefined).toBe(outcome === "notAFailure");
  expect(evidence === undefined).toBe(outcome !== "failure");
  expect(mapping === undefined).toBe(outcome === "unknownCode" || outcome === "unknownSource");
  expect(source === undefined).toBe(outcome === "unknownSource");
  if (outcome === "fallback" || outcome === "unknownCode" || outcome === "unknownSource") {
    expect(failure).toBe(shipped.fallback);
  }
}

const names = [
  ...shipped.sources.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]),
  "__proto__",
];

describe("whatever it is given, the classifier says something of the documented shape", () => {
  const anyText = oneof(
    string({ unit: "binary" }),
    constantFrom("__proto__", "constructor", "\ud800", "0x", "..", "5.1.", "0".repeat(5000)),
  );

  test("any strings and numbers", () => {
    const anyCode = oneof(anyText, float(), constantFrom(-0, 1e21, 131047));
    const input = record({
      source: oneof(constantFrom(...names), anyText),
      code: anyCode,
      subcode: anyCode,
      text: anyText,
    });
    assert(
      property(input, (error) => expectTyped(classify(error), error)),
      { numRuns: 2000 },
    );
  });

  test("anything at all", () => {
    const any = anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
      withObjectString: true,
    });
    const input = oneof(any, record({ source: constantFrom(...names), code: any, subcode: any, text: any }), bigInt());
    assert(
      property(input, (error) => expectTyped(classify(error), error)),
      { numRuns: 2000 },
    );
  });

  test("what throws when it is touched", () => {
    const thrower = (): never => {
      throw new Error("Do not touch.");
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const treacherous: readonly unknown[] = [
      proxy,
      new Proxy({}, { get: thrower, has: thrower, getPrototypeOf: thrower, ownKeys: thrower }),
      { source: "whatsapp", code: proxy, subcode: proxy, text: proxy },
      { source: proxy },
      { source: { toString: thrower, valueOf: thrower }, code: 1 },
      { source: "whatsapp", code: { toString: thrower, [Symbol.toPrimitive]: thrower } },
      Object.assign(() => undefined, { source: "whatsapp", code: "131047" }),
      Object.create(null),
      new Proxy(thrower, {}),
      Symbol("whatsapp"),
      null,
      undefined,
    ];
    for (const input of treacherous) expectTyped(classify(input), input);
    const oneGetter = {
      source: "whatsapp",
      code: "131047",
      get text(): never {
        return thrower();
      },
    };
    expect(classify(oneGetter).failure?.code).toBe(14005);
  });

  test("a field is read once, so that it cannot change its mind", () => {
    const reads: string[] = [];
    const input = new Proxy(
      { source: "facebook", code: 551, subcode: 1545041 },
      {
        get: (target, name, receiver) => {
          reads.push(String(name));
          return Reflect.get(target, name, receiver);
        },
      },
    );
    expect(classify(input).failure?.code).toBe(15006);
    expect(reads.sort()).toEqual(["code", "source", "subcode", "text"]);
  });

  test("strings of ten million characters in every field, in the time of a few readings", () => {
    // Work by the square of the length would not end within the time that a test has.
    const size = 10_000_000;
    const long = [
      "0".repeat(size),
      `0x${"f".repeat(size)}`,
      "a*".repeat(size / 2),
      `${"4.".repeat(size / 2)}`,
      `${"Bad Request: ".repeat(size / 13)}`,
    ];
    for (const source of ["telegram", "email", "viber", ...long.slice(0, 1)]) {
      for (const text of long) {
        const input = { source, code: source === "telegram" ? "400" : text, subcode: text, text };
        expectTyped(classify(input), input);
      }
    }
  });
});

test("the coverage of a source counts each of its errors once", () => {
  for (const source of shipped.sources) {
    const { errors, mapped, documented, derived, fallback, notAFailure, inherited, ...provenances } =
      coverageOf(source);
    expect(mapped + fallback + notAFailure).toBe(errors);
    expect(documented + derived).toBe(mapped);
    expect(provenances.published + provenances.sameNumbering + provenances.recalled).toBe(errors);
    expect(inherited).toBe(source.name === "instagram" ? errors : 0);
  }
  const sum = (count: (source: Source) => number): number =>
    shipped.sources.map(count).reduce((left, right) => left + right, 0);
  expect(sum((source) => coverageOf(source).documented)).toBe(2);
});
