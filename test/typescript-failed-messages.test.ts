import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failedMessageReader } from "../core/failed-message-reader.ts";
import { failedMessageReason } from "../core/failed-message-reason.ts";
import { catalogFixture, fixtures, shippedCatalog } from "./catalog-fixture.ts";
import { askedErrors } from "./platform-errors.ts";
import {
  catalogsWithSources,
  expectedAnswer,
  loadedPackage,
  type SourcesPackage,
  vendoredPackage,
} from "./sources-package.ts";
import { temporaryFolder } from "./typescript-package.ts";

const folder = temporaryFolder(afterAll);

describe.each(catalogsWithSources)("by the sources of the catalog %s", (name, catalogOf) => {
  const catalog = catalogOf();
  const readMessage = failedMessageReader(catalog);
  let modules: SourcesPackage;
  let oneFile: SourcesPackage;

  beforeAll(async () => {
    modules = await loadedPackage(join(folder, name), catalog);
    oneFile = await vendoredPackage(catalog);
  });

  it("failed messages are read as the catalog reads them", () => {
    const codes = fc.oneof(
      fc.constantFrom(...catalog.byCode.keys()),
      fc.constantFrom(undefined, null, "", true, 424_242),
    );
    const reasons = fc
      .tuple(fc.string(), fc.stringMatching(/^[a-z_]{1,6}$/), fc.nat())
      .map(([details, reason, code]) => `details: ${details}; reason: ${reason}; code: ${code}`);
    const messages = fc
      .tuple(askedErrors(catalog), codes, fc.oneof(reasons, fc.string()))
      .map(([error, code, reason]) => ({
        status: "failed",
        reason:
          typeof error.text === "string"
            ? reason.replace(/(?<=^details: ).*?(?=; reason)/s, () => String(error.text))
            : reason,
        failure: { code, source: { name: error.source, code: error.code } },
      }));
    fc.assert(
      fc.property(messages, (message) => {
        const read = readMessage(message);
        const answer = modules.classifyMessage(message);
        expect(oneFile.classifyMessage(message)).toEqual(answer);
        const { input: _input, ...classification } = answer["classification"] as Record<string, unknown>;
        expect(classification).toEqual(expectedAnswer(read.classification));
        expect(answer["reason"] ?? {}).toEqual(read.reason.details === undefined ? {} : read.reason);
        expect(answer["error"]).toBe(read.classification.mapping?.name);
        const isKnown = catalog.byCode.has(message.failure.code as never);
        if (isKnown) {
          expect(answer).toMatchObject({ failure: message.failure.code, saidBy: "message" });
          const { outcome, failure } = read.classification;
          const isJudged = outcome === "failure" || outcome === "notAFailure";
          expect(answer["differs"]).toBe(isJudged && failure?.code !== message.failure.code);
        } else if (message.failure.code !== 424_242) {
          expect([answer["failure"], answer["saidBy"]]).toEqual([read.failure?.code, read.saidBy]);
          expect(answer["differs"]).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the reason of a failed message", async () => {
  const { parseReason } = await loadedPackage(join(folder, "shop"), catalogFixture("shop"));

  it("is parsed as the catalog parses it", () => {
    const part = fc.oneof(
      fc.constantFrom("details: ", "; reason: ", "; code: ", "a_b", "12", ";", " ", ""),
      fc.string(),
    );
    const text = fc.oneof(
      fc.anything(),
      fc.array(part, { maxLength: 9 }).map((parts) => `details: ${parts.join("")}`),
    );
    fc.assert(
      fc.property(text, (reason) => {
        const { details, reason: word, code } = failedMessageReason(reason);
        expect(parseReason(reason)).toEqual(details === undefined ? undefined : { details, reason: word, code });
      }),
      { numRuns: 1000 },
    );
  });

  it("is parsed from the right, since the text may hold the same words", () => {
    const details = "no; reason: none; code: 7";
    expect(parseReason(`details: ${details}; reason: not_at_all; code: 42`)).toEqual({
      details,
      reason: "not_at_all",
      code: "42",
    });
    expect(parseReason("details: ; reason: a; code: 1")).toEqual({ details: "", reason: "a", code: "1" });
    for (const other of [
      "",
      "details: a; reason: B; code: 1",
      "details: a; reason: b; code: ",
      "reason: b; code: 1",
      1,
      null,
    ]) {
      expect(parseReason(other)).toBeUndefined();
    }
  });
});

it("the documented payloads are classified and read exactly", async () => {
  const { classify, classifyMessage } = await loadedPackage(join(folder, "shipped"), shippedCatalog());
  const facts = JSON.parse(readFileSync(join(fixtures, "facts", "failed-message.json"), "utf8"));
  const read = facts.examples.map(
    (message: { readonly failure: { readonly source: { name: string; code: string } } }) => {
      const { source } = message.failure;
      const { classification, ...rest } = classifyMessage(message);
      expect(rest["input"]).toBe(message);
      expect(classify({ source: source.name, code: source.code })).toMatchObject({
        outcome: "failure",
        evidence: "documented",
      });
      return { ...rest, input: undefined, classification: { ...(classification as object), input: undefined } };
    },
  );
  expect(read).toMatchInlineSnapshot(`
    [
      {
        "classification": {
          "evidence": "documented",
          "failure": 15005,
          "input": undefined,
          "mapping": {
            "key": {
              "code": "1",
              "kind": "exact",
              "subcode": undefined,
              "text": undefined,
            },
            "name": "EC_UNKNOWN_SUBSCRIBER",
            "provenance": "published",
            "reason": "",
            "reference": {
              "title": "Channels API: Message Failure Codes",
              "url": "https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-codes",
            },
          },
          "outcome": "failure",
          "retry": "never",
          "source": "sms-messagebird",
        },
        "differs": false,
        "error": "EC_UNKNOWN_SUBSCRIBER",
        "failure": 15005,
        "input": undefined,
        "reason": {
          "code": "1",
          "details": "unknown subscriber",
          "reason": "unknown_subscriber",
        },
        "saidBy": "message",
        "source": {
          "code": "1",
          "name": "sms-messagebird",
        },
      },
      {
        "classification": {
          "evidence": "documented",
          "failure": 15001,
          "input": undefined,
          "mapping": {
            "key": {
              "code": "34",
              "kind": "exact",
              "subcode": undefined,
              "text": undefined,
            },
            "name": "EC_SYSTEM_FAILURE",
            "provenance": "published",
            "reason": "",
            "reference": {
              "title": "SMS Platform Extended Error Codes",
              "url": "https://docs.bird.com/api/channels-api/message-status-and-interactions/message-failure-sources/sms-platform-extended-error-codes",
            },
          },
          "outcome": "failure",
          "retry": "later",
          "source": "sms-messagebird",
        },
        "differs": false,
        "error": "EC_SYSTEM_FAILURE",
        "failure": 15001,
        "input": undefined,
        "reason": {
          "code": "34",
          "details": "system failure",
          "reason": "received_network_error",
        },
        "saidBy": "message",
        "source": {
          "code": "34",
          "name": "sms-messagebird",
        },
      },
    ]
  `);
});
