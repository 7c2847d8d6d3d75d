import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { DiagnosticCode } from "../core/diagnostics/diagnostic.ts";
import { explanationTable } from "../core/diagnostics/explanation-table.ts";
import { diagnosticTable } from "../core/diagnostics/table.ts";
import { diagnosticPages } from "../scripts/diagnostic-pages.ts";
import { fixtures } from "./catalog-fixture.ts";
import { diagnosticsOfExample } from "./explanation-example.ts";

const codes = Object.keys(diagnosticTable) as DiagnosticCode[];

/** Series whose examples load can be given, and how. The other series have tests of their own. */
const series: Readonly<Record<string, "reading" | "spec" | "source">> = {
  FC1: "reading",
  FC2: "spec",
  FC3: "spec",
  FC7: "source",
};

/** Diagnostics of bytes, file names, several files and many texts: a piece of JSON cannot show them. */
const shownInWords: readonly string[] = [
  "FC1002",
  "FC1003",
  "FC1004",
  "FC3201",
  "FC3202",
  "FC3218",
  "FC3219",
  "FC3302",
  "FC3307",
  "FC7001",
  "FC7002",
  "FC7009",
];

/** A fixture that provokes each diagnostic of targets and of writing: what is said of it stands in its folder, or in its file. */
const fixtureOf: Readonly<Record<string, string>> = {
  FC5001: "cli/custom-target-with-its-own-diagnostics",
  FC5002: "templates/not-closed",
  FC5003: "templates/unknown-variable",
  FC5004: "templates/may-be-absent",
  FC5005: "templates/another-kind",
  FC5006: "templates/unknown-helper",
  FC5007: "templates/unknown-partial",
  FC5008: "templates/template-that-nothing-uses",
  FC5009: "templates/cannot-be-checked",
  FC5010: "templates/partial-that-calls-itself",
  FC5011: "templates/helper-in-another-way",
  FC5012: "cli/templates-outdated",
  FC5013: "cli/template-that-does-not-end",
  FC5101: "targets/typescript/long-name",
  FC5102: "targets/typescript/big-version",
  FC5103: "targets/typescript/build-part",
  FC5104: "targets/typescript/one-member",
  FC5201: "targets/messages/two-locales-in-one-file",
  FC5202: "targets/messages/texts-that-cannot-be-held",
  FC5203: "targets/messages/texts-with-one-key",
  FC5301: "targets/json-schema/example-that-is-no-failed-message",
  FC5401: "targets/docs/old-addresses",
  FC5402: "targets/docs/old-addresses-of-pages",
  FC5403: "targets/docs/redirects-that-lead-nowhere",
  FC5404: "targets/docs/redirects-in-a-circle",
  FC6001: "writing/FC6001-absolute",
  FC6002: "writing/FC6002-device",
  FC6003: "writing/FC6003-manifest",
  FC6004: "writing/FC6004-twice",
  FC6005: "writing/FC6005-capitals",
  FC6006: "writing/FC6006-file-then-folder",
  FC6007: "writing/FC6007-half-a-character",
  FC6008: "writing/FC6008-inside-an-owned-folder",
  FC6009: "writing/FC6009-one-file-of-two",
  FC6010: "cli/folder-that-leads-out-of-the-project",
  FC6011: "cli/system-that-refuses",
  FC6012: "cli/another-run-that-does-not-end",
  FC6201: "cli/verify",
  FC6202: "cli/verify",
  FC6203: "cli/verify",
  FC6204: "cli/verify",
  FC6205: "cli/verify",
  FC6206: "cli/verify",
  FC8001: "cli/messages-import-late",
  FC8002: "cli/messages-exchange",
  FC8003: "cli/messages-import-late",
  FC8004: "cli/messages-import-late",
  FC8005: "cli/messages-import-conflict",
  FC8006: "cli/messages-import-late",
  FC8007: "cli/messages-source-texts",
  FC8101: "cli/messages-coverage",
  FC8201: "cli/reconcile",
  FC8202: "cli/reconcile",
  FC8203: "cli/reconcile",
  FC8204: "cli/reconcile",
  FC8205: "cli/reconcile",
  FC8206: "cli/reconcile",
  FC8207: "cli/reconcile",
  FC8208: "cli/reconcile",
  FC8209: "cli/reconcile",
  FC8210: "cli/reconcile",
  FC8301: "cli/inject-mistakes",
  FC8302: "cli/inject-mistakes",
  FC8303: "cli/inject-mistakes",
  FC8304: "cli/inject-mistakes",
  FC8305: "cli/inject-mistakes",
  FC8306: "cli/inject-mistakes",
  FC8307: "cli/inject-mistakes",
  FC8308: "cli/inject-mistakes",
  FC8309: "cli/inject-mistakes",
  FC8310: "cli/inject-mistakes",
  FC8311: "cli/inject-mistakes",
  FC8312: "cli/inject-other-pages",
  FC8313: "cli/inject-other-pages",
  FC8314: "cli/inject-mistakes",
  FC8315: "cli/inject-mistakes",
  FC9001: "cli/ledger-tampered",
  FC9002: "cli/ledger-tampered",
  FC9003: "cli/ledger-tampered",
  FC9004: "cli/ledger-tampered",
  FC9005: "cli/ledger-tampered",
  FC9006: "cli/ledger-tampered",
  FC9007: "cli/ledger-tampered",
  FC9101: "cli/ledger-contradicted",
  FC9102: "cli/ledger-contradicted",
  FC9103: "cli/ledger-contradicted",
  FC9104: "cli/ledger-contradicted",
  FC9105: "cli/ledger-contradicted",
  FC9201: "cli/release-refused",
  FC9202: "cli/release-refused",
  FC9203: "cli/ledger-contradicted",
  FC9204: "cli/release-refused",
  FC9205: "cli/release",
  FC9301: "cli/allocate-no-free-code",
  FC9302: "cli/allocate-string-codes",
};

/** What is expected of a fixture; the test of its kind holds the product to it. */
function expectedOf(fixture: string): string {
  const kinds = [`${fixture}/transcript.txt`, `${fixture}/expected.txt`, `${fixture}.txt`];
  const found = kinds.map((path) => join(fixtures, path)).filter((path) => existsSync(path));
  expect(found, fixture).toHaveLength(1);
  return readFileSync(found[0] ?? "", "utf8");
}

const provoked = new Set(readdirSync(join(fixtures, "invalid")).map((name) => name.slice(0, 6)));

describe("every diagnostic is complete", () => {
  const pages = diagnosticPages();

  test.each(codes)("%s has a page, and the index names it", (code) => {
    const { severity } = diagnosticTable[code];
    expect(pages.get(`${code}.md`)).toMatch(new RegExp(`^# ${code}: `, "m"));
    expect(pages.get("README.md")).toContain(`| [${code}](${code}.md) | ${severity} | `);
  });

  test.each(codes.filter((code) => code.slice(0, 3) in series))("%s has a fixture that provokes it", (code) => {
    expect([...provoked]).toContain(code);
  });

  const ofTargetsAndWriting = codes.filter((code) => /^FC[5689]/.test(code));

  test.each(ofTargetsAndWriting)("%s has a fixture whose report says it", (code) => {
    const fixture = fixtureOf[code];
    if (fixture === undefined) throw new Error(`no fixture is named for ${code}`);
    expect(expectedOf(fixture)).toMatch(new RegExp(`:\\d+:\\d+ ${diagnosticTable[code].severity} ${code} \\S`));
  });

  test("no fixture is named for a diagnostic that there is not", () => {
    expect(Object.keys(fixtureOf)).toEqual(ofTargetsAndWriting);
  });

  test.each(codes)("%s has a title, a sentence and a hint", (code) => {
    const { title, message, hint } = diagnosticTable[code];
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(message.parts.join("") + message.holes.join("")).not.toBe("");
    expect(hint.parts.join("") + hint.holes.join("")).not.toBe("");
  });

  test.each(codes)("%s is explained, with a wrong and a right example", (code) => {
    const explanation = explanationTable[code];
    expect(explanation?.meaning).toMatch(/^\S.*\.$/s);
    expect(explanation.wrong).not.toBe("");
    expect(explanation.right).not.toBe("");
    expect(explanation.right).not.toBe(explanation.wrong);
  });

  const shownInJson = codes.filter((code) => code.slice(0, 3) in series && !shownInWords.includes(code));

  test.each(shownInJson)("%s: the wrong example provokes it and the right one provokes nothing", (code) => {
    const { language, wrong, right } = explanationTable[code];
    const kind = series[code.slice(0, 3)] ?? "spec";
    expect(language).toBe("json");
    expect(diagnosticsOfExample(wrong, kind).map((found) => found.code)).toContain(code);
    // An example shows one text, not all that a locale has.
    const others = diagnosticsOfExample(right, kind).filter((found) => found.code !== "FC3208");
    expect(others.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(diagnosticsOfExample(right, kind).map((found) => found.code)).not.toContain(code);
  });

  test.each(codes.filter((code) => code.slice(0, 3) in series))("%s speaks as the others do", (code) => {
    const { message, hint } = diagnosticTable[code];
    for (const template of [message, hint]) {
      const text = template.parts.join("…");
      expect(text).not.toMatch(/\b(please|invalid|illegal|you|sorry)\b|!/i);
      if (template.parts.some((part) => /\w/.test(part))) expect(text).toMatch(/[.…]$/);
    }
  });
});
