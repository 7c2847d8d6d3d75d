import { describe, expect, test } from "vitest";
import { type Diagnostic, diagnostic } from "../core/diagnostics/diagnostic.ts";
import { diagnosticTable } from "../core/diagnostics/table.ts";
import type { DriftEntry } from "../core/drift/entry.ts";
import { checkOf } from "../core/report/checks.ts";
import { diagnosticFindings } from "../core/report/diagnostic-findings.ts";
import { displayWidth } from "../core/report/display-width.ts";
import { explanation } from "../core/report/drift-explanation.ts";
import { githubReport } from "../core/report/github.ts";
import { diagnosticsDocument } from "../core/report/json.ts";
import { plainReport } from "../core/report/plain.ts";
import { prettyReport } from "../core/report/pretty.ts";
import type { SourceFile } from "../core/source-file.ts";
import { reportOf } from "./report-model.ts";

function fileOf(text: string, path = "spec/failure-codes.json"): SourceFile {
  return { path, text };
}

/** A diagnostic about the first place of a piece of a file. */
function about(file: SourceFile, piece: string): Diagnostic {
  const start = file.text.indexOf(piece);
  return diagnostic(
    "FC2004",
    { file, start, end: start + piece.length },
    {
      value: '"soon"',
      what: '"retry"',
      choices: '"later"',
    },
  );
}

const shop = fileOf('{\n  "code": 1001,\n\t"retry": "soon"\n}\n');

describe("the plain report", () => {
  test("is a line with place, severity, code and sentence, then the hint and the related places", () => {
    const related = { message: "It is first used here.", at: { file: shop, start: 4, end: 10 } };
    expect(plainReport([{ ...about(shop, '"soon"'), related: [related] }])).toBe(
      'spec/failure-codes.json:3:11 error FC2004 "soon" is not one of the values of "retry".\n' +
        '  hint: Write "later".\n' +
        "  spec/failure-codes.json:2:3 It is first used here.\n",
    );
  });

  test("is sorted by file, place and code", () => {
    const other = fileOf("[]", "spec/a.json");
    const found = [
      about(shop, '"soon"'),
      diagnostic("FC1009", { file: shop, start: 12, end: 16 }, { written: "1001" }),
      diagnostic("FC1002", { file: shop, start: 12, end: 16 }, {}),
      diagnostic("FC1002", { file: other, start: 0, end: 0 }, {}),
    ];
    const order = plainReport(found).match(/^\S+ error \S+/gm);
    expect(order).toEqual([
      "spec/a.json:1:1 error FC1002",
      "spec/failure-codes.json:2:11 error FC1002",
      "spec/failure-codes.json:2:11 error FC1009",
      "spec/failure-codes.json:3:11 error FC2004",
    ]);
    expect(plainReport([...found].reverse())).toBe(plainReport(found));
    expect(plainReport([])).toBe("");
  });
});

describe("the pretty report", () => {
  test("shows the line and marks the stretch, tabs kept", () => {
    expect(prettyReport([about(shop, '"soon"')], { color: false })).toBe(
      'spec/failure-codes.json:3:11 error FC2004 "soon" is not one of the values of "retry".\n' +
        '3 | \t"retry": "soon"\n' +
        "  | \t         ^~~~~~\n" +
        '  hint: Write "later".\n',
    );
  });

  test("counts the cells of wide characters, and not those of marks", () => {
    const text = '{ "荷物": "📦👩‍🚀é", "retry": "カード" }';
    const marks = prettyReport([about(fileOf(text), '"カード"')], { color: false }).split("\n")[2];
    expect(marks).toBe(`  | ${" ".repeat(2 + 6 + 2 + 7 + 2 + 9)}^~~~~~~~`);
  });

  test.each([
    ["abc", 3],
    ["荷物", 4],
    ["é", 1],
    ["👩‍🚀", 2],
    ["👍🏽", 2],
    ["🇳🇱", 2],
    ["✈️", 2],
    ["한글", 4],
    ["ｶﾅ", 2],
    ["", 0],
  ] as const)("%s takes %i cells", (text, cells) => expect(displayWidth(text)).toBe(cells));

  test("of a long line shows the stretch around the place", () => {
    const file = fileOf(`{ "notice": "${"card ".repeat(100)}", "retry": "soon", "list": "${"parcel ".repeat(100)}" }`);
    const [, line, marks] = prettyReport([about(file, '"soon"')], { color: false }).split("\n");
    expect(line).toMatch(/^1 \| ….*"retry": "soon".*…$/);
    expect(line?.length).toBeLessThan(130);
    expect(line?.slice(marks?.indexOf("^"), (marks?.lastIndexOf("~") ?? 0) + 1)).toBe('"soon"');
  });

  test("a stretch of several lines is marked on its first one, an empty one at its place", () => {
    const file = fileOf('{\n  "guidance": {\n    "causes": []\n  }\n}');
    const whole = { file, start: file.text.indexOf("{\n    "), end: file.text.length - 2 };
    const [, line, marks] = prettyReport([{ ...about(file, "{"), at: whole }], { color: false }).split("\n");
    expect([line, marks]).toEqual(['2 |   "guidance": {', "  |               ^"]);
    const empty = { file: fileOf(""), start: 0, end: 0 };
    expect(prettyReport([{ ...about(file, "{"), at: empty }], { color: false })).toContain("\n1 |\n  | ^\n");
  });

  test("never lets a file steer the terminal", () => {
    const file = fileOf('{ "a": "\u001b[31m\u202eevil", "retry": "soon" }');
    const report = prettyReport([about(file, '"soon"')], { color: false });
    expect(report).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    expect(report).toContain("␛[31m�evil");
  });

  test("is coloured only where that is asked for, and says the same", () => {
    const coloured = prettyReport([about(shop, '"soon"')], { color: true });
    expect(coloured).toContain("\u001b[31merror\u001b[39m");
    expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(prettyReport([about(shop, '"soon"')], { color: false }));
  });
});

test("every diagnostic belongs to a kind of check", () => {
  for (const code of Object.keys(diagnosticTable)) expect(checkOf(code).title).not.toBe("");
});

describe("the report for GitHub", () => {
  const annotations = (diagnostics: readonly Diagnostic[]): string =>
    githubReport(reportOf(diagnosticFindings(diagnostics)), false);

  test("is one annotation each, escaped as its toolkit does", () => {
    const file = fileOf('{ "retry": "soon" }', "spec/100%, of: all.json");
    expect(annotations([about(file, '"soon"')])).toBe(
      "::error file=spec/100%25%2C of%3A all.json,line=1,col=12,endLine=1,endColumn=18,title=FC2004::" +
        '"soon" is not one of the values of "retry".%0Ahint: Write "later".\n',
    );
  });

  test("shows ten of a level, and of more nine and their number", () => {
    const file = fileOf(`[${'"soon",'.repeat(12)}0]`);
    const all = Array.from({ length: 12 }, (_, index) => ({
      ...about(file, '"soon"'),
      at: { file, start: 1 + index * 7, end: 7 + index * 7 },
    }));
    const ten = annotations(all.slice(0, 10));
    expect(ten.match(/^::error /gm)).toHaveLength(10);
    expect(ten).not.toContain("::group::");
    const twelve = annotations(all);
    expect(twelve.match(/^::error/gm)).toHaveLength(10);
    expect(twelve).toContain("::error::3 more of this kind; the log lists them.\n::group::3 more\n");
    expect(twelve.match(/^spec\/failure-codes\.json:\d+:\d+ error/gm)).toHaveLength(3);
    expect(twelve.endsWith("::endgroup::\n")).toBe(true);
    expect(annotations([])).toBe("");
  });
});

test("the report as JSON has every place in lines and columns", () => {
  const related = { message: "It is first used here.", at: { file: shop, start: 4, end: 10 } };
  expect(diagnosticsDocument([{ ...about(shop, '"soon"'), related: [related] }])).toEqual([
    {
      code: "FC2004",
      severity: "error",
      message: '"soon" is not one of the values of "retry".',
      hint: 'Write "later".',
      file: "spec/failure-codes.json",
      line: 3,
      column: 11,
      endLine: 3,
      endColumn: 17,
      related: [
        {
          message: "It is first used here.",
          file: "spec/failure-codes.json",
          line: 2,
          column: 3,
          endLine: 2,
          endColumn: 9,
        },
      ],
    },
  ]);
});

describe("what is said of many inputs", () => {
  const entry = (causes: DriftEntry["causes"]): DriftEntry => ({
    target: "docs",
    path: "generated/docs/README.md",
    reason: "stale",
    causes,
  });

  test("names those of one kind together, and counts the rest where they are many", () => {
    const named = (...names: readonly string[]): DriftEntry["causes"] =>
      names.map((name) => ({ input: "source", name }));
    expect(explanation(entry(named("sms")))).toBe('the source "sms" changed since it was generated');
    expect(explanation(entry([{ input: "catalog" }, ...named("line", "sms"), { input: "generator" }]))).toBe(
      'the catalog, the sources "line" and "sms" and failcodes itself changed since it was generated',
    );
    expect(explanation(entry(named("a", "b", "c", "d", "e", "f", "g")))).toBe(
      'the sources "a", "b", "c" and 4 others changed since it was generated',
    );
  });
});
