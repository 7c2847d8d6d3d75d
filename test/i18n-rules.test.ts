import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explanationTable } from "../core/diagnostics/explanation-table.ts";
import { diagnosticTable } from "../core/diagnostics/table.ts";
import { inProfile } from "../core/profile.ts";
import { fixtures } from "./catalog-fixture.ts";

type Code = keyof typeof diagnosticTable;

type Severity = "error" | "warning";

/** The rules of texts in many languages, and what is said where one is broken: as an error or a warning, or as either. */
const rules: Readonly<Record<string, readonly (readonly [Code, Severity])[]>> = {
  "a text is ICU MessageFormat": [
    ["FC3101", "error"],
    ["FC3104", "error"],
  ],
  "a text holds nothing that a format lacks": [["FC3105", "error"]],
  "a param is declared": [["FC3102", "error"]],
  "a declared param is used": [["FC3103", "warning"]],
  "a translation has the params of its source": [
    ["FC3206", "error"],
    ["FC3207", "error"],
  ],
  "all arms have the same params": [["FC3113", "warning"]],
  "a param is used as what it is": [
    ["FC3106", "error"],
    ["FC3220", "error"],
  ],
  "a select has an arm for each value, and no other": [
    ["FC3111", "error"],
    ["FC3107", "error"],
  ],
  "a plural has the arms of its language": [
    ["FC3108", "error"],
    ["FC3110", "warning"],
  ],
  "a plural has no arms of another language": [["FC3109", "error"]],
  "a plural shows its number": [["FC3112", "warning"]],
  "every text is translated": [["FC3208", "warning"]],
  "nothing is translated that is not there": [
    ["FC3204", "error"],
    ["FC3205", "error"],
  ],
  "a translation is of the text of today": [
    ["FC3209", "warning"],
    ["FC3218", "warning"],
  ],
  "a translation is not the source": [["FC3212", "error"]],
  "what is final has been approved, beside the text of today": [
    ["FC3216", "error"],
    ["FC3221", "warning"],
  ],
  "a text is no longer than it may be": [["FC3114", "error"]],
  "a text holds no markup unless it is meant": [["FC3012", "error"]],
  "a translation has the addresses of its source": [["FC3214", "warning"]],
  "white space is where it belongs": [
    ["FC3002", "error"],
    ["FC3011", "warning"],
    ["FC3213", "warning"],
  ],
  "apostrophes are no quotations elsewhere": [["FC3013", "warning"]],
  "nothing changes the direction of a text, or is not seen": [
    ["FC3004", "error"],
    ["FC3009", "error"],
  ],
  "characters are whole, composed, known to all and no controls": [
    ["FC3003", "error"],
    ["FC3005", "error"],
    ["FC3006", "error"],
    ["FC3010", "error"],
  ],
  "a tag is of a language, in its one form": [
    ["FC2005", "error"],
    ["FC3301", "error"],
  ],
  "a locale has one tag and one file": [
    ["FC3202", "error"],
    ["FC3302", "error"],
  ],
  "chains lead to locales that there are, once, and to the default one last": [
    ["FC3303", "error"],
    ["FC3304", "error"],
    ["FC3305", "error"],
    ["FC3306", "error"],
  ],
  "two texts have two keys, and two locales two files": [
    ["FC5203", "error"],
    ["FC5201", "error"],
  ],
  "a code is no plural form of another": [["FC3118", "error"]],
  "a format can hold what it is given": [["FC5202", "error"]],
  "terms of the glossary stay": [["FC3215", "warning"]],
  "no personal data in texts for developers": [["FC3115", "warning"]],
};

/** Warnings while changes are made, since whoever changes a text cannot mend all its translations; errors in a release. */
const refusedInReleases: readonly Code[] = ["FC3208", "FC3209", "FC3218", "FC3221"];

const rows = Object.entries(rules).flatMap(([rule, codes]) =>
  codes.map(([code, severity]) => ({ rule, code, severity })),
);

/** What is expected of each fixture that provokes a mistake. */
const reports = ["invalid", "targets/messages"].flatMap((folder) =>
  readdirSync(join(fixtures, folder))
    .map((name) => join(fixtures, folder, name, "expected.txt"))
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, "utf8")),
);

describe("the rules of texts in many languages", () => {
  test.each(rows)("$rule: $code is a $severity, shown by a fixture and explained", ({ code, severity }) => {
    const { severity: given, hint } = diagnosticTable[code];
    expect(given).toBe(severity);
    expect(hint.parts.join("") + hint.holes.join("")).not.toBe("");
    expect(reports.some((report) => report.includes(` ${severity} ${code} `))).toBe(true);
    expect(explanationTable[code].meaning).not.toBe("");
  });

  test("all but those that translators have to mend count the same in both profiles", () => {
    const file = { path: "locales/de.json", text: "{}" };
    const codes = Object.keys(diagnosticTable) as Code[];
    const given = codes.map((code) => ({
      code,
      severity: diagnosticTable[code].severity,
      message: "",
      hint: "",
      at: { file, start: 0, end: 1 },
    }));
    expect(inProfile(given, "pr")).toEqual(given);
    const changed = inProfile(given, "release").filter(
      ({ code, severity }) => diagnosticTable[code].severity !== severity,
    );
    expect(changed.map(({ code, severity }) => `${code} ${severity}`)).toEqual(
      refusedInReleases.map((code) => `${code} error`),
    );
  });
});
