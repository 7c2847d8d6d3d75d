import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, expect, it } from "vitest";
import { repository, runBuilt } from "./built-tool.ts";

/** A fenced block of README.md, with the file that the paragraph before it links to. */
interface Block {
  readonly language: string;
  readonly text: string;
  readonly file: string | undefined;
}

const readme = readFileSync(join(repository, "README.md"), "utf8");

const blocks: readonly Block[] = [...readme.matchAll(/([^\n]*)\n\n```(\w+)\n(.*?)\n```/gs)].map(
  ([, before = "", language = "", text = ""]) => ({ language, text, file: /^[^|]*\]\(([^)]+)\)/.exec(before)?.[1] }),
);

const quotes = blocks.filter(({ file }) => file !== undefined);
const programs = blocks.filter(({ file, language }) => file === undefined && language === "ts");
const settings = blocks.filter(({ file, language }) => file === undefined && language === "json");
const transcripts = blocks.filter(({ language }) => language === "console");
const scripts = blocks.filter(({ language }) => language === "sh");

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "failcodes-readme-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project with the shipped catalog and what is generated from it. */
function project(name: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, "spec"), { recursive: true });
  cpSync(join(repository, "spec/failure-codes.json"), join(path, "spec/failure-codes.json"));
  for (const inside of ["spec/locales", "spec/sources"]) {
    cpSync(join(repository, inside), join(path, inside), { recursive: true });
  }
  return path;
}

/** Whether all that `part` holds stands in `whole`, at any depth of `whole`. */
function holds(whole: unknown, part: unknown): boolean {
  return matches(whole, part) || (isObject(whole) && Object.values(whole).some((inner) => holds(inner, part)));
}

function matches(whole: unknown, part: unknown): boolean {
  if (!isObject(part)) return whole === part;
  return isObject(whole) && Object.entries(part).every(([key, value]) => matches(whole[key], value));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

it("has a test for every block", () => {
  const tested = new Set([...quotes, ...programs, ...settings, ...transcripts, ...scripts]);
  expect(blocks.filter((block) => !tested.has(block))).toEqual([]);
  expect(readme.match(/^```\w/gm)).toHaveLength(blocks.length);
});

it.each(quotes)("quotes $file as it is", ({ language, text, file }) => {
  const whole = readFileSync(join(repository, file ?? ""), "utf8");
  if (language === "json") {
    expect(holds(JSON.parse(whole), JSON.parse(text))).toBe(true);
    return;
  }
  let from = 0;
  for (const line of text.split("\n")) {
    // A comment in short stands for one that says more.
    const words = line.trim().replace(/^\/\*\* (@\w+) \*\/$/, "$1");
    if (words === "") continue;
    const found = whole.indexOf(words, from);
    expect(found, `"${words}" stands in ${file}, after the line before it`).toBeGreaterThanOrEqual(from);
    from = found + words.length;
  }
});

it.each(programs)("runs the program $text", ({ text }) => {
  const modules = join(folder, "node_modules");
  mkdirSync(modules, { recursive: true });
  for (const [name, path] of [
    ["message-failure-codes", "generated/typescript"],
    ["failcodes", "."],
  ] as const) {
    rmSync(join(modules, name), { force: true });
    symlinkSync(join(repository, path), join(modules, name));
  }
  const generatedProject = project("generated-project");
  // Two targets alone, as in the program: what the others wrote would be left over.
  expect(runBuilt(generatedProject, ["generate", "--only", "typescript,docs"]).exitCode).toBe(0);
  const program = join(folder, "program.mjs");
  writeFileSync(program, ts.transpile(`${text}\n`, { module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true }));
  const cwd = text.includes("readSpecFiles") ? generatedProject : folder;
  const run = spawnSync(process.execPath, [program], { encoding: "utf8", cwd });
  const expected = [...text.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, printed]) => `${printed}\n`);
  expect(run.stderr).toBe("");
  expect(run.stdout).toBe(expected.join(""));
});

it.each(settings)("accepts the configuration $text", ({ text }) => {
  const path = project("configured");
  writeFileSync(join(path, "failcodes.config.json"), text);
  expect(runBuilt(path, ["generate"])).toMatchObject({ stderr: "", exitCode: 0 });
  expect(runBuilt(path, ["check"])).toMatchObject({ exitCode: 0 });
});

it.each(transcripts)("prints $text", ({ text }) => {
  const path = project("edited");
  expect(runBuilt(path, ["generate"]).exitCode).toBe(0);
  const spec = join(path, "spec/failure-codes.json");
  const before = readFileSync(spec, "utf8");
  const after = before.replace("Billing problem, message not sent", "Billing problem, so nothing was sent");
  expect(after).not.toBe(before);
  writeFileSync(spec, after);
  const [command = "", ...printed] = text.split("\n");
  const run = runBuilt(path, command.replace("$ npx failcodes ", "").split(" "));
  expect(run.stdout.trimEnd()).toBe(printed.join("\n"));
});

it.each(scripts)("runs the commands $text", ({ text }) => {
  const lines = text.split("\n");
  if (lines.some((line) => line.startsWith("npm "))) {
    // The two commands of a fresh clone: continuous integration runs them there; here they would run this test again.
    const ci = readFileSync(join(repository, ".ci/run"), "utf8");
    for (const command of lines.flatMap((line) => line.split(" && "))) {
      expect(ci).toMatch(new RegExp(`\\b${command.replace("npm run ", "npm run (--silent )?")}\\b`));
    }
    return;
  }
  const path = join(folder, `commands-${scripts.findIndex((script) => script.text === text)}`);
  if (lines[0]?.endsWith(" init") === true) mkdirSync(path);
  else expect(runBuilt(project(path.slice(folder.length + 1)), ["generate"]).exitCode).toBe(0);
  for (const line of lines) {
    expect(line).toMatch(/^npx failcodes /);
    expect(runBuilt(path, line.slice("npx failcodes ".length).split(" "))).toMatchObject({ stderr: "", exitCode: 0 });
  }
});
