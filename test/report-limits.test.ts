import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import type { Severity } from "../core/diagnostics/definition.ts";
import { diagnostic } from "../core/diagnostics/diagnostic.ts";
import { diagnosticFindings } from "../core/report/diagnostic-findings.ts";
import type { Finding } from "../core/report/finding.ts";
import { fingerprints } from "../core/report/fingerprint.ts";
import { githubReport } from "../core/report/github.ts";
import { gitlabReport } from "../core/report/gitlab.ts";
import { jsonReport } from "../core/report/json.ts";
import { junitReport } from "../core/report/junit.ts";
import { markdownReport } from "../core/report/markdown.ts";
import { place } from "../core/report/order.ts";
import { plainReport } from "../core/report/plain.ts";
import type { SourceFile } from "../core/source-file.ts";
import { hostileText, hostileTexts } from "./hostile-text.ts";
import { reportOf, sarifOf } from "./report-model.ts";

const shop: SourceFile = { path: "spec/failure-codes.json", text: '{\n  "retry": "soon"\n}\n' };

function finding(besides: Partial<Finding> = {}): Finding {
  return {
    code: "FC2004",
    title: "Not one of the words",
    severity: "error",
    message: '"soon" is not one of the values of "retry".',
    hint: 'Write "later".',
    check: { id: "catalog", title: "Rules of a catalog" },
    at: { file: shop, start: 13, end: 19 },
    ...besides,
  };
}

function findings(count: number, severity: Severity, besides: Partial<Finding> = {}): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => finding({ severity, ids: [`${severity} ${index}`], ...besides }));
}

describe("where there is more than is shown", () => {
  test("GitHub's annotations are the gravest ten of each level, drift and mistakes together", () => {
    const all = [
      ...findings(3, "info"),
      ...findings(11, "warning"),
      ...findings(6, "error", { wholeFile: true, inText: true }),
      ...findings(6, "error"),
    ];
    const lines = githubReport(reportOf(all), true).split("\n");
    const levels = lines.flatMap((line) => /^::(error|warning|notice)/.exec(line)?.[1] ?? []);
    expect(levels).toEqual([
      ...Array.from({ length: 10 }, () => "error"),
      ...Array.from({ length: 10 }, () => "warning"),
      ...Array.from({ length: 3 }, () => "notice"),
    ]);
    expect(lines).toContain("::error::3 more of this kind; the summary of the job lists them.");
    expect(lines).toContain("::warning::2 more of this kind; the summary of the job lists them.");
    // What the command's own text tells is not told a third time.
    expect(lines).toContain("::group::5 more");
    expect(lines.filter((line) => line.startsWith("spec/"))).toHaveLength(5);
  });

  test("what kept GitHub's run from working is one of the ten", () => {
    const problem = { message: "There is no catalog.", hint: "Write one." };
    const text = githubReport(reportOf(findings(10, "error"), { problem }), false);
    expect(text.match(/^::error/gm)).toHaveLength(10);
    expect(text.startsWith("::error::There is no catalog.%0Ahint: Write one.\n")).toBe(true);
    expect(text).toContain("::error::2 more of this kind; the log lists them.\n");
  });

  test("a comment stays below the 65,536 characters that GitHub takes, errors first, and counts the rest", () => {
    const all = [...findings(500, "warning"), ...findings(1000, "error")];
    const text = markdownReport(reportOf(all));
    expect(text.length).toBeLessThanOrEqual(65_536);
    const rows = text.match(/^\| <code>/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(300);
    expect(text).toContain("#### Errors (1000)");
    expect(text).not.toContain("<details>");
    const left = `\n${1500 - rows} more are not shown, since there is no more room here. The log, and \`failcodes check --format json\`, have all of them.\n`;
    expect(text.endsWith(left)).toBe(true);
  });

  test("a summary stays below its bytes, whatever the characters", () => {
    const all = findings(200, "error", { message: "荷物は届きませんでした。" });
    const text = markdownReport(reportOf(all), { most: 8192, unit: "bytes" });
    const bytes = Buffer.byteLength(text);
    expect(bytes).toBeLessThanOrEqual(8192);
    expect(bytes).toBeGreaterThan(6144);
    expect(text).toContain(" more are not shown");
  });

  test("lines in question are left out before findings are, and what was printed too", () => {
    const all = findings(150, "error");
    const text = markdownReport(reportOf(all, { text: () => "card ".repeat(20_000) }));
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text.match(/^\| <code>/gm)).toHaveLength(150);
    const frames = text.match(/^```text$/gm)?.length ?? 0;
    expect(frames).toBeGreaterThan(50);
    if (frames < 150) expect(text).toContain(`There is no room for the other ${150 - frames}.`);
    expect(text).toContain("What it printed is too long for here: the log has it.");
    expect(text.match(/<details>/g)).toHaveLength(1);
    expect(text.match(/<\/details>/g)).toHaveLength(1);
  });

  test("SARIF holds the 25,000 results that GitHub takes, the gravest, and says how many are left out", () => {
    const all = [...findings(20_000, "info"), ...findings(5_001, "error")];
    const [run] = (
      JSON.parse(sarifOf(reportOf(all))) as {
        runs: readonly [
          {
            results: readonly { level: string }[];
            invocations: readonly [{ toolExecutionNotifications: readonly { message: { text: string } }[] }];
          },
        ];
      }
    ).runs;
    expect(run.results).toHaveLength(25_000);
    expect(run.results.filter(({ level }) => level === "error")).toHaveLength(5_001);
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1);
    expect(run.invocations[0].toolExecutionNotifications[0]?.message.text).toMatch(
      /^1 more finding is not in this log/,
    );
  });
});

describe("a fingerprint", () => {
  const spec = (failures: readonly object[], besides: object = {}): SourceFile => ({
    path: "spec/failure-codes.json",
    text: JSON.stringify({ ...besides, failures }, null, 2),
  });
  const card = { code: 1001, name: "CARD_DECLINED", category: "paymnt" };
  const parcel = { code: 2001, name: "PARCEL_LOST", category: "parcle" };
  const order = { code: 3001, name: "ORDER_LOST", category: "parcle" };

  /** The fingerprints of all categories that are not known, by what they are said about. */
  function prints(file: SourceFile, folder = ""): readonly string[] {
    const found = [...file.text.matchAll(/"(paymnt|parcle)"/g)].map(({ index, 0: { length } }) =>
      diagnostic("FC2206", { file, start: index, end: index + length }, { category: "x", remedy: `Line ${index}.` }),
    );
    return fingerprints(reportOf(diagnosticFindings(found), { folder }));
  }

  test("stays when other entries come, go and change places, and when the file is laid out anew", () => {
    const [first, second] = prints(spec([card, parcel]));
    expect(prints(spec([parcel, card]))).toEqual([second, first]);
    expect(prints(spec([{ code: 1, name: "NEW" }, card, parcel], { title: "Shop" }))).toEqual([first, second]);
    const { path, text } = spec([card, parcel]);
    expect(prints({ path, text: JSON.stringify(JSON.parse(text)) })).toEqual([first, second]);
    expect(prints(spec([parcel]))).toEqual([second]);
  });

  test("is another for each entry, for each word, and for each project of a repository", () => {
    const all = [...prints(spec([card, parcel, order])), ...prints(spec([{ ...card, category: "parcle" }]))];
    expect(new Set(all).size).toBe(4);
    expect(prints(spec([card]), "shop")).not.toEqual(prints(spec([card]), "depot"));
  });

  test("counts what is otherwise the same", () => {
    const file = { path: "templates/page.hbs", text: "{{parcle}}\n{{parcle}}\n" };
    const at = (start: number) => ({ file, start, end: start + 10 });
    const twice = [finding({ at: at(0) }), finding({ at: at(11) })];
    const [first, second] = fingerprints(reportOf(twice));
    expect(first).not.toBe(second);
    expect(fingerprints(reportOf(twice.slice(1)))).toEqual([first]);
  });

  test("does not hang on the words that are said", () => {
    const worded = finding({ message: "Said in other words.", hint: "Do it.", severity: "warning" });
    expect(fingerprints(reportOf([worded]))).toEqual(fingerprints(reportOf([finding()])));
  });

  test("of what has ids is made of them alone", () => {
    const [first] = fingerprints(reportOf([finding({ ids: ["1001"] })]));
    const moved = { ...shop, text: `\n\n${shop.text}` };
    expect(fingerprints(reportOf([finding({ ids: ["1001"], at: { file: moved, start: 1, end: 2 } })]))).toEqual([
      first,
    ]);
    expect(fingerprints(reportOf([finding({ ids: ["1002"] })]))).not.toEqual([first]);
  });
});

test("a place of another version is named as git does, and is no line of the file of today", () => {
  const at = { file: { ...shop, revision: "v1.2.0" }, start: 13, end: 19 };
  const report = reportOf([finding({ related: [{ message: "It was written here.", at }] })]);
  expect(place(at)).toBe("v1.2.0:spec/failure-codes.json:2:12");
  expect(plainReport(report.findings)).toContain("\n  v1.2.0:spec/failure-codes.json:2:12 It was written here.\n");
  const [result] = JSON.parse(sarifOf(report)).runs[0].results;
  expect(result.relatedLocations).toEqual([
    { id: 1, message: { text: "v1.2.0:spec/failure-codes.json:2:12: It was written here." } },
  ]);
  const document = JSON.parse(jsonReport(report, false));
  expect(document.diagnostics[0].related[0]).toMatchObject({ file: shop.path, line: 2, revision: "v1.2.0" });
});

test.each([
  ["spec/50% of #1?.json", "spec/50%25%20of%20%231%3F.json", "SRCROOT"],
  ["../shared/荷物.json", "shared/%E8%8D%B7%E7%89%A9.json", "SRCROOT"],
  ["a:b/c&d=e.json", "shop/a%3Ab/c%26d%3De.json", "SRCROOT"],
  ["/tmp/parcel file.json", "file:///tmp/parcel%20file.json", undefined],
  ["C:\\tmp\\parcel.json", "file:///C:/tmp/parcel.json", undefined],
])("SARIF names the file %s as %s", (path, uri, uriBaseId) => {
  const file = { path, text: "{}" };
  const folder = uri.startsWith("spec/") ? "" : "shop";
  const log = JSON.parse(sarifOf(reportOf([finding({ at: { file, start: 0, end: 1 } })], { folder })));
  const [{ physicalLocation }] = log.runs[0].results[0].locations;
  expect(physicalLocation.artifactLocation).toEqual(uriBaseId === undefined ? { uri } : { uri, uriBaseId });
});

/** A text that nobody would write: half characters and controls besides what a catalog may hold. */
const anyText = fc.oneof(
  hostileText,
  fc.string({ unit: "binary" }),
  fc.constantFrom(...hostileTexts, "\ud800", "\u0000\u001b\ufffe\r"),
);

/** What of a text XML can hold. */
function inXml(text: string): string {
  return Buffer.from(text, "utf8")
    .toString("utf8")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, "");
}

describe("any text", () => {
  const worded = fc.record({ message: anyText, hint: anyText, title: anyText });

  test("comes back from JUnit's attributes as it was, but for what XML cannot hold", () => {
    fc.assert(
      fc.property(worded, (words) => {
        let message: string | undefined;
        let content = "";
        const parser = new SaxesParser();
        parser.on("error", (problem) => {
          throw problem;
        });
        parser.on("opentag", ({ name, attributes }) => {
          if (name === "failure") message = String((attributes as Record<string, string>)["message"]);
        });
        parser.on("text", (text) => {
          content += text;
        });
        parser.write(junitReport(reportOf([finding(words)]))).close();
        expect(message).toBe(inXml(words.message));
        expect(content).toContain(inXml(words.hint));
      }),
    );
  });

  test("comes back from SARIF and from GitLab's report as it was, but for half characters and links", () => {
    fc.assert(
      fc.property(worded, (words) => {
        const report = reportOf([finding(words)]);
        const wellFormed = (text: string): string => Buffer.from(text, "utf8").toString("utf8");
        const said = wellFormed(`${words.message}\nhint: ${words.hint}`);
        const [{ message }] = JSON.parse(sarifOf(report)).runs[0].results;
        expect(message.text.replaceAll("\\](", "](")).toBe(said.replaceAll("\\](", "]("));
        const [{ description }] = JSON.parse(gitlabReport(report));
        expect(description).toBe(`FC2004: ${said}`);
      }),
    );
  });

  test("is one line, one command, to GitHub", () => {
    fc.assert(
      fc.property(worded, (words) => {
        const text = githubReport(reportOf([finding(words)]), false);
        expect(text.match(/[\r\n]/g)).toEqual(["\n"]);
        const [, data = ""] = /^::error [^\n]*?title=FC2004::(.*)\n$/s.exec(text) ?? [];
        const read = data.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
        expect(read).toBe(`${words.message}\nhint: ${words.hint}`);
      }),
    );
  });

  test("stays in its cell of a comment, says what it said, and is no markup", () => {
    const renderer = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(worded, ({ message, hint }) => {
        const text = markdownReport(reportOf([finding({ message, hint })]));
        const table = text.slice(0, text.indexOf("<details>"));
        const html = renderer.render(table);
        const cells = [...html.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell = ""]) => cell);
        expect(cells).toHaveLength(3);
        for (const cell of cells) {
          expect(cell.replace(/<\/?(code|strong)>|<br>/g, "")).not.toContain("<");
          expect(cell).not.toMatch(/@\w|(?<!&)#\d/);
        }
        expect(squeezed(cells[1] ?? "")).toBe(squeezed(escapedHtml(`FC2004 ${message}`)));
      }),
    );
  });
});

function escapedHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A text without white space, our marks between characters, and what Markdown replaces. */
function squeezed(html: string): string {
  return html
    .replace(/<\/?strong>/g, "")
    .replace(/[\s\u200b\u0000\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}
