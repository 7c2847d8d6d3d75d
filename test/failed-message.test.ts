import { readFileSync } from "node:fs";
import { join } from "node:path";
import { anything, assert, property, string, stringMatching } from "fast-check";
import { describe, expect, test } from "vitest";
import { failedMessageReader } from "../core/failed-message-reader.ts";
import { failedMessageReason } from "../core/failed-message-reason.ts";
import { catalogFixture, fixtures, shippedCatalog } from "./catalog-fixture.ts";

const read = failedMessageReader(shippedCatalog());

const nothing = { details: undefined, reason: undefined, code: undefined };

describe("a reason", () => {
  test.each([
    [
      "details: unknown subscriber; reason: unknown_subscriber; code: 1",
      { details: "unknown subscriber", reason: "unknown_subscriber", code: "1" },
    ],
    ["details: ; reason: r; code: 007", { details: "", reason: "r", code: "007" }],
    [
      "details: a; reason: b; code: 1; reason: c_2; code: 34",
      { details: "a; reason: b; code: 1", reason: "c_2", code: "34" },
    ],
    ["details: two\nlines: here; reason: x; code: 5", { details: "two\nlines: here", reason: "x", code: "5" }],
    ["details: details: ; reason: x; code: 5", { details: "details: ", reason: "x", code: "5" }],
    ["details: unknown subscriber; reason: unknown subscriber; code: 1", nothing],
    ["details: unknown subscriber; reason: unknown_subscriber; code: one", nothing],
    ["details: unknown subscriber; reason: unknown_subscriber; code: ", nothing],
    ["details: unknown subscriber; reason: ; code: 1", nothing],
    ["details: unknown subscriber; code: 1", nothing],
    ["reason: unknown_subscriber; code: 1", nothing],
    ["details:; reason: r; code: 1", nothing],
    ["details: x; reason: r; code: 1 ", nothing],
    ["details: x; reason: R; code: 1", nothing],
    ["details; reason: r; code: 1", nothing],
    ["Message failed to send", nothing],
    ["", nothing],
    [undefined, nothing],
    [{ details: "x" }, nothing],
  ])("%j is read as %j", (text, parts) => {
    expect(failedMessageReason(text)).toEqual(parts);
  });

  test("is read back, whatever the text of the platform holds", () => {
    const word = stringMatching(/^[a-z0-9_]{1,20}$/);
    const digits = stringMatching(/^[0-9]{1,20}$/);
    assert(
      property(string({ unit: "binary" }), word, digits, (details, reason, code) => {
        const text = `details: ${details}; reason: ${reason}; code: ${code}`;
        expect(failedMessageReason(text)).toEqual({ details, reason, code });
        const nested = `details: ${text}; reason: ${reason}; code: ${code}`;
        expect(failedMessageReason(nested)).toEqual({ details: text, reason, code });
      }),
    );
  });

  test("of ten million characters is read in the time of a few readings", () => {
    for (const part of ["; reason: a", "; code: 1", "a", "1", "details: "]) {
      const text = `details: ${part.repeat(10_000_000 / part.length)}`;
      expect(failedMessageReason(text)).toEqual(nothing);
      expect(failedMessageReason(`${text}; reason: r; code: 1`)).toMatchObject({ reason: "r", code: "1" });
    }
  });
});

interface Documented {
  readonly examples: readonly object[];
}

describe("a failed message", () => {
  const { examples } = JSON.parse(readFileSync(join(fixtures, "facts/failed-message.json"), "utf8")) as Documented;

  test("as it is documented is read exactly: both examples", () => {
    expect(
      examples.map((message) => {
        const { failure, classification, input, ...others } = read(message);
        expect(input).toBe(message);
        expect(classification.failure).toBe(failure);
        const { outcome, evidence, mapping, source } = classification;
        return { ...others, failure: failure?.name, outcome, evidence, platform: mapping?.name, sourceName: source };
      }),
    ).toEqual([
      {
        status: "delivery_failed",
        saidBy: "message",
        failure: "UNKNOWN_SUBSCRIBER",
        failureCode: 15005,
        source: { name: "sms-messagebird", code: "1" },
        details: "unknown_subscriber",
        reason: { details: "unknown subscriber", reason: "unknown_subscriber", code: "1" },
        text: "unknown subscriber",
        outcome: "failure",
        evidence: "documented",
        platform: "EC_UNKNOWN_SUBSCRIBER",
        sourceName: "sms-messagebird",
      },
      {
        status: "delivery_failed",
        saidBy: "message",
        failure: "UNKNOWN_FAILURE",
        failureCode: 15001,
        source: { name: "sms-messagebird", code: "34" },
        details: "received_network_error",
        reason: { details: "system failure", reason: "received_network_error", code: "34" },
        text: "system failure",
        outcome: "failure",
        evidence: "documented",
        platform: "EC_SYSTEM_FAILURE",
        sourceName: "sms-messagebird",
      },
    ]);
  });

  test("without a known failure.code is what its source's error means", () => {
    const source = { name: "whatsapp", code: "131047" };
    expect(read({ failure: { source } })).toMatchObject({ saidBy: "source", failure: { code: 14005 } });
    expect(read({ failure: { code: 19999, source } })).toMatchObject({ failureCode: 19999, failure: { code: 14005 } });
    expect(read({ failure: { code: 19999 } })).toMatchObject({ saidBy: "source", failure: { code: 15001 } });
  });

  test("that names its failure keeps it, whatever the catalog makes of the source", () => {
    const message = { failure: { code: "15014", source: { name: "whatsapp", code: 131047 } } };
    expect(read(message)).toMatchObject({
      saidBy: "message",
      failureCode: "15014",
      failure: { code: 15014 },
      classification: { failure: { code: 14005 } },
    });
  });

  test("gives the text of its platform to mappings that ask for one, in parts or not", () => {
    const failure = { source: { name: "telegram", code: "403" } };
    const text = "Forbidden: bot was blocked by the user";
    for (const reason of [text, `details: ${text}; reason: forbidden; code: 403`]) {
      expect(read({ failure, reason })).toMatchObject({
        failure: { code: 15016 },
        classification: { outcome: "failure" },
      });
    }
    expect(read({ failure }).classification.outcome).toBe("fallback");
  });

  test("that has not failed has no failure", () => {
    const { failure, saidBy, status } = read({ status: "delivered" });
    expect({ failure, saidBy, status }).toEqual({ failure: undefined, saidBy: undefined, status: "delivered" });
    const receipt = read({ failure: { source: { name: "smpp-state", code: "DELIVRD" } } });
    expect([receipt.failure, receipt.classification.outcome]).toEqual([undefined, "notAFailure"]);
  });

  test("of a catalog with codes that are strings is read too", () => {
    const readCompiler = failedMessageReader(catalogFixture("compiler"));
    expect(readCompiler({ failure: { code: "E0308" } }).failure?.name).toBe("MISMATCHED_TYPES");
  });

  test("can be anything, and is read without a throw", () => {
    const thrower = (): never => {
      throw new Error("Do not touch.");
    };
    const treacherous = new Proxy({}, { get: thrower });
    expect(read(treacherous)).toMatchObject({ failure: undefined, saidBy: undefined });
    expect(
      read({
        failure: treacherous,
        get reason(): never {
          return thrower();
        },
      }),
    ).toMatchObject({ saidBy: undefined });
    assert(
      property(anything({ withBigInt: true }), anything(), (message, part) => {
        expect(read(message).input).toBe(message);
        const parts = {
          status: part,
          reason: part,
          details: part,
          failure: { code: part, source: { name: part, code: part } },
        };
        expect(read(parts).classification.outcome).toMatch(
          /^(?:failure|fallback|notAFailure|unknownCode|unknownSource)$/,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what a message has in another place", () => {
  test("a code that its source lacks is the one in the reason", () => {
    const reason = "details: unknown subscriber; reason: unknown_subscriber; code: 1";
    const message = read({ status: "delivery_failed", reason, failure: { source: { name: "sms-messagebird" } } });
    expect(message.failure?.code).toBe(15005);
    expect(message.source).toEqual({ name: "sms-messagebird", code: undefined });
  });

  test("without a reason its details are the platform's text", () => {
    const details = "Forbidden: bot was blocked by the user";
    const message = read({ details, failure: { source: { name: "telegram", code: "403" } } });
    expect(message.text).toBe(details);
    expect(message.failure?.code).toBe(15016);
  });
});
