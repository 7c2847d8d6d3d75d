import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import MarkdownIt from "markdown-it";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { version } from "../cli/build-constants.ts";
import { reportFormats } from "../core/report/report-format.ts";
import { repository } from "./built-tool.ts";
import { fixtures } from "./catalog-fixture.ts";
import { layCatalog, runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";

type Step =
  | { readonly run: string }
  | { readonly write: string; readonly content: string }
  | { readonly append: string; readonly content: string }
  | { readonly replace: string; readonly from: string; readonly to: string }
  | { readonly remove: string }
  | { readonly folder: string };

interface Case {
  /** Where the project lies in the folder of the test. */
  readonly project?: string;
  readonly catalog?: string;
  readonly before?: readonly Step[];
  /** The command whose reports are looked at. */
  readonly run: string;
}

const folder = join(fixtures, "reports");
const cases = readdirSync(folder).sort();

/** The formats that are written into files, and the files' names in `expected`. */
const files = {
  pretty: "pretty.txt",
  plain: "plain.txt",
  json: "report.json",
  github: "github.txt",
  sarif: "report.sarif",
  gitlab: "gitlab.json",
  junit: "junit.xml",
  markdown: "comment.md",
} as const;

/** The words of a command, split at spaces that stand in no quotes. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
}

async function prepare(root: string, project: string, step: Step): Promise<void> {
  if ("run" in step) await runCommand(project, wordsOf(step.run));
  else if ("write" in step) writeProjectFile(project, step.write, step.content);
  else if ("append" in step) appendFileSync(join(project, step.append), step.content);
  else if ("folder" in step) mkdirSync(join(root, step.folder), { recursive: true });
  else if ("remove" in step) rmSync(join(project, step.remove));
  else {
    const text = readFileSync(join(project, step.replace), "utf8");
    expect(text).toContain(step.from);
    writeProjectFile(project, step.replace, text.replaceAll(step.from, step.to));
  }
}

for (const name of cases) {
  test(`the reports of a run, in every format: ${name}`, async () => {
    const given = JSON.parse(readFileSync(join(folder, name, "case.json"), "utf8")) as Case;
    const root = temporaryFolder();
    const project = join(root, given.project ?? "");
    mkdirSync(project, { recursive: true });
    if (given.catalog !== undefined) layCatalog(project, given.catalog);
    for (const step of given.before ?? []) await prepare(root, project, step);
    const reports = temporaryFolder();
    const options = Object.entries(files).flatMap(([format, file]) => ["--report", `${format}=${reports}/${file}`]);
    const summary = join(reports, "summary.md");
    const words = [...wordsOf(given.run), ...options];
    const alone = await runCommand(project, wordsOf(given.run));
    const run = await runCommand(project, [...words, "--format", "github"], { GITHUB_STEP_SUMMARY: summary });
    expect(run.exitCode).toBe(alone.exitCode);
    expect(run.stdout).toBe(
      readFileSync(join(reports, files.github), "utf8").replaceAll("the log lists", "the summary of the job lists"),
    );
    for (const file of [...Object.values(files), "summary.md"]) {
      const expected = join(folder, name, "expected", file);
      if (file === "summary.md" && !existsSync(summary)) {
        expect(existsSync(expected), "nothing was found, and there is a summary").toBe(false);
        continue;
      }
      const text = readFileSync(join(reports, file), "utf8");
      // Whatever is printed for the same run is what is written.
      if (file === files.plain) expect(`${alone.stdout}${alone.stderr}`).toBe(text);
      const masked = text
        .replaceAll(root, "<root>")
        .replace(/("failcodes"|"version"|"semanticVersion"): "[^"]+"/g, (whole, key: string) =>
          whole.endsWith(`"${version}"`) ? `${key}: "0.0.0"` : whole,
        )
        .replace(`"pkg:npm/failcodes@${version}"`, '"pkg:npm/failcodes@0.0.0"');
      await expect(masked).toMatchFileSnapshot(expected);
    }
  });
}

function expected(name: string, file: string): string {
  return readFileSync(join(folder, name, "expected", file), "utf8");
}

/** What the run found that is no diagnostic, and what it found in all, as its report in JSON says. */
interface JsonReport {
  readonly exitCode: number;
  readonly problem?: unknown;
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly file: string }[];
  readonly drift?: readonly { readonly path: string }[];
}

function jsonOf(name: string): JsonReport {
  return JSON.parse(expected(name, files.json)) as JsonReport;
}

/** How many findings each format has to show: notes are `validate`'s and `messages`' alone. */
function findingsOf(name: string): number {
  const { diagnostics, drift = [] } = jsonOf(name);
  const { run } = JSON.parse(readFileSync(join(folder, name, "case.json"), "utf8")) as Case;
  const withNotes = !/^(check|generate)/.test(run);
  return diagnostics.filter(({ severity }) => withNotes || severity !== "info").length + drift.length;
}

describe.each(cases)("the reports of %s", (name) => {
  test("as JSON has the documented shape", () => {
    const schema: object = JSON.parse(readFileSync(join(repository, "spec/schema/report.schema.json"), "utf8"));
    const isReport = new Ajv2020({ allErrors: true, strict: false }).compile(schema);
    expect(isReport(jsonOf(name)), JSON.stringify(isReport.errors)).toBe(true);
  });

  test("as SARIF has every finding, by rules that are there, with fingerprints of their own", () => {
    const log = JSON.parse(expected(name, files.sarif)) as SarifLog;
    const [run] = log.runs;
    expect(run.results).toHaveLength(findingsOf(name));
    expect(run.invocations[0].exitCode).toBe(jsonOf(name).exitCode);
    expect(run.invocations[0].executionSuccessful).toBe(jsonOf(name).exitCode !== 2);
    expect(run.invocations[0].toolExecutionNotifications?.length ?? 0).toBe(jsonOf(name).problem === undefined ? 0 : 1);
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const prints = run.results.map(({ partialFingerprints }) => partialFingerprints["failcodes/v1"]);
    expect(new Set(prints).size).toBe(prints.length);
  });

  test("as JUnit are suites whose counts are right, and none of them is empty", () => {
    const { suites, counts } = junitOf(expected(name, files.junit));
    expect(suites.length).toBeGreaterThan(0);
    const all = suites.flatMap(({ cases }) => cases);
    for (const suite of suites) {
      expect(suite.cases.length).toBeGreaterThan(0);
      expect(suite.counts).toEqual(countsOf(suite.cases));
    }
    expect(counts).toEqual(countsOf(all));
    const names = all.map((one) => `${one.classname} ${one.name}`);
    expect(new Set(names).size).toBe(names.length);
    const { exitCode, problem } = jsonOf(name);
    expect(counts.failures + counts.errors > 0).toBe(exitCode !== 0);
    expect(counts.errors).toBe(problem === undefined ? 0 : 1);
    expect(all.filter(({ saysSomething }) => saysSomething)).toHaveLength(findingsOf(name) + counts.errors);
  });

  test("for GitLab has the documented shape, and every fingerprint once", () => {
    const issues = JSON.parse(expected(name, files.gitlab)) as readonly { readonly fingerprint: string }[];
    expect(isCodeQuality(issues), JSON.stringify(isCodeQuality.errors)).toBe(true);
    expect(issues).toHaveLength(findingsOf(name) + (jsonOf(name).problem === undefined ? 0 : 1));
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  test("for GitHub are at most ten of a level, and no line besides them is a command", () => {
    const lines = expected(name, files.github).split("\n");
    for (const level of ["error", "warning", "notice"]) {
      expect(lines.filter((line) => line.startsWith(`::${level}`)).length).toBeLessThanOrEqual(10);
    }
    const others = lines.filter((line) => !/^::(error|warning|notice|group|endgroup)( |::)/.test(line));
    for (const line of others) expect(line).not.toMatch(/^\s*::|##\[/);
  });

  test("as Markdown is a table of all findings, calls nobody and holds no foreign markup", () => {
    const text = expected(name, files.markdown);
    const html = asGithub.render(text);
    expect(html.match(/<tr>/g)?.length ?? 0).toBe(findingsOf(name) + (html.match(/<thead>/g)?.length ?? 0));
    for (const [, cells = ""] of html.matchAll(/<tr>([\s\S]*?)<\/tr>/g))
      expect(cells.match(/<t[dh]>/g)).toHaveLength(3);
    const tags = new Set([...html.matchAll(/<(\/?[a-z!][a-z0-9]*)/gi)].map(([, tag = ""]) => tag.replace("/", "")));
    for (const tag of tags) expect(ourTags).toContain(tag);
    const prose = html.replace(/<(code|pre)\b[\s\S]*?<\/\1>/g, "");
    expect(prose).not.toMatch(/@\w|#\d|GH-\d|!\d|:\/\/|www\.\w/);
  });
});

/** GitHub makes links of addresses too, and of nothing that only looks like the name of a host. */
const asGithub = new MarkdownIt({ html: true, linkify: true });
asGithub.linkify.set({ fuzzyLink: false, fuzzyEmail: false }).add("//", null);

/** What a table, a heading and folded lines are made of. */
const ourTags = "! h3 h4 p code pre table thead tbody tr th td strong br details summary blockquote".split(" ");

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly [
        {
          readonly executionSuccessful: boolean;
          readonly exitCode: number;
          readonly toolExecutionNotifications?: readonly unknown[];
        },
      ];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

interface JunitCase {
  readonly classname: string;
  readonly name: string;
  readonly outcome: "passed" | "failure" | "error";
  /** Whether something stands in it. */
  readonly saysSomething: boolean;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
}

function countsOf(cases: readonly JunitCase[]): Counts {
  const count = (outcome: JunitCase["outcome"]): number => cases.filter((one) => one.outcome === outcome).length;
  return { tests: cases.length, failures: count("failure"), errors: count("error") };
}

/** A report of JUnit as an XML parser reads it. */
function junitOf(text: string): {
  readonly counts: Counts;
  readonly suites: readonly { readonly counts: Counts; readonly cases: readonly JunitCase[] }[];
} {
  const suites: { readonly counts: Counts; readonly cases: JunitCase[] }[] = [];
  let counts: Counts | undefined;
  const parser = new SaxesParser();
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const { tests, failures, errors, classname = "", name: named = "" } = attributes as Record<string, string>;
    const given = { tests: Number(tests), failures: Number(failures), errors: Number(errors) };
    if (name === "testsuites") counts = given;
    else if (name === "testsuite") suites.push({ counts: given, cases: [] });
    else if (name === "testcase") {
      suites.at(-1)?.cases.push({ classname, name: named, outcome: "passed", saysSomething: false });
    } else {
      const cases = suites.at(-1)?.cases ?? [];
      const last = cases.pop();
      if (last === undefined) throw new Error(`${name} stands outside of a test`);
      const outcome = name === "failure" || name === "error" ? name : "passed";
      cases.push({ ...last, outcome, saysSomething: true });
    }
  });
  parser.write(text).close();
  if (counts === undefined) throw new Error("no suites");
  return { counts, suites };
}

/** The shape that GitLab documents for reports of code quality. */
const isCodeQuality = new Ajv2020({ allErrors: true }).compile({
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\.?/)." },
          lines: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
});

describe.each([
  "validate",
  "generate --dry-run",
  "check",
  "explain 1",
  "explain parcel",
  "explain FC2206",
  "messages status",
  "messages stamp",
  "messages export --locale de --to json",
  "messages import nowhere.json",
  "reconcile --page nowhere.md",
  "init",
])("%s", (words) => {
  test("reports in every format", async () => {
    const root = temporaryFolder();
    layCatalog(root, "minimal");
    const exitCodes = new Set<number>();
    const run = async (format: string): Promise<string> => {
      const { stdout, exitCode } = await runCommand(root, [...words.split(" "), "--format", format]);
      exitCodes.add(exitCode);
      return stdout;
    };
    // The first `init` makes what the others find.
    const plain = await run("plain");
    const report = JSON.parse(await run("json")) as JsonReport;
    expect(report.exitCode).toBe([...exitCodes][0]);
    const [sarif] = (JSON.parse(await run("sarif")) as SarifLog).runs;
    expect(sarif.invocations[0].exitCode).toBe(report.exitCode);
    expect(isCodeQuality(JSON.parse(await run("gitlab")))).toBe(true);
    expect(junitOf(await run("junit")).counts.errors).toBe(report.problem === undefined ? 0 : 1);
    const comment = await run("markdown");
    const named = words.split(" ").slice(0, words.startsWith("messages") ? 2 : 1);
    expect(comment.split("\n")[1]).toContain(`\`failcodes ${named.join(" ")}\``);
    expect(await run("github")).toContain(report.problem === undefined && words !== "init" ? plain : "");
    expect(exitCodes.size).toBe(1);
  });
});

test("docs/reports.md lists every format", () => {
  const page = readFileSync(join(repository, "docs/reports.md"), "utf8");
  expect([...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, format]) => format)).toEqual([...reportFormats]);
});

// `npm ci --prefix .ci/tools` installs it, as .ci/run does.
const multitool = join(repository, ".ci/tools/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool");
const withoutMultitool = !existsSync(multitool) && process.env["FAILCODES_REQUIRE_TOOLS"] !== "1";
if (withoutMultitool) console.warn("skipped: SARIF held to sarif-multitool, since .ci/tools is not installed");

test.skipIf(withoutMultitool)("sarif-multitool finds nothing to say of SARIF", () => {
  const output = join(temporaryFolder(), "validation.sarif");
  const logs = cases.map((name) => join(folder, name, "expected", files.sarif));
  const words = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", output];
  const { status, stdout } = spawnSync(multitool, ["validate", ...logs, ...words], { encoding: "utf8" });
  expect(status, stdout).toBe(0);
  const [{ results }] = (
    JSON.parse(readFileSync(output, "utf8")) as {
      runs: readonly [{ results: readonly { ruleId: string; message: { arguments?: readonly string[] } }[] }];
    }
  ).runs;
  // SARIF2005 too, which asks for an address of the tool.
  expect(results).toEqual([]);
});
