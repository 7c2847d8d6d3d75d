import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { version } from "../cli/build-constants.ts";
import { repository, runBuilt } from "./built-tool.ts";
import { fixtures } from "./catalog-fixture.ts";
import { layCatalog, runCommand, temporaryFolder, writeProjectFile } from "./cli-project.ts";

/** What a fixture does, one after the other. Words of a command are split at spaces that stand in no quotes. */
type Step =
  | {
      readonly run: string;
      readonly in?: string;
      readonly environment?: Readonly<Record<string, string>>;
      readonly terminal?: boolean;
      /** What is piped into it. */
      readonly stdin?: string;
    }
  | { readonly write: string; readonly content: string }
  | { readonly append: string; readonly content: string }
  | { readonly replace: string; readonly from: string; readonly to: string }
  /** Everything that matches a pattern is replaced; what is put in may name its groups. */
  | { readonly replace: string; readonly pattern: string; readonly to: string }
  | { readonly remove: string }
  | { readonly folder: string }
  | { readonly link: string; readonly to: string }
  | { readonly show: string };

interface Case {
  /** A fixture catalog to lay at the default place, or the "shipped" one. */
  readonly catalog?: string;
  /** Whether the built tool runs in processes of its own: where modules of the project are loaded, Node has to do it. */
  readonly process?: boolean;
  readonly steps: readonly Step[];
}

const folder = join(fixtures, "cli");

async function perform(root: string, step: Step, process: boolean): Promise<string> {
  if ("run" in step) {
    const words = [...step.run.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
    const folder = join(root, step.in ?? "");
    const environment = Object.fromEntries(
      Object.entries(step.environment ?? {}).map(([name, value]) => [name, value.replaceAll("<project>", root)]),
    );
    const { stdout, stderr, exitCode } = process
      ? runBuilt(folder, words, environment)
      : await runCommand(folder, words, environment, step.terminal, step.stdin);
    if (/--format[ =]json/.test(step.run)) expectReport(stdout, exitCode);
    const variables = Object.entries(step.environment ?? {}).map(([name, value]) => `${name}=${value} `);
    const place = step.in === undefined ? "" : `${step.in} `;
    const errors = stderr === "" ? "" : `[stderr]\n${stderr}`;
    const given = step.stdin === undefined ? "" : `[stdin]\n${step.stdin}\n[stdout]\n`;
    return `${place}$ ${variables.join("")}failcodes ${step.run}\n${given}${stdout}${errors}[exit ${exitCode}]\n`;
  }
  if ("write" in step) {
    writeProjectFile(root, step.write, step.content);
    return `# ${step.write} is written\n`;
  }
  if ("append" in step) {
    appendFileSync(join(root, step.append), step.content);
    return `# ${step.append} ends in ${JSON.stringify(step.content)} now\n`;
  }
  if ("replace" in step) {
    const path = join(root, step.replace);
    const text = readFileSync(path, "utf8");
    if ("pattern" in step) {
      const changed = text.replace(new RegExp(step.pattern, "g"), step.to);
      expect(changed).not.toBe(text);
      writeProjectFile(root, step.replace, changed);
      return `# ${step.replace}: what is like ${JSON.stringify(step.pattern)} is ${JSON.stringify(step.to)} now\n`;
    }
    expect(text).toContain(step.from);
    writeProjectFile(root, step.replace, text.replaceAll(step.from, step.to));
    return `# ${step.replace}: ${JSON.stringify(step.from)} is ${JSON.stringify(step.to)} now\n`;
  }
  if ("remove" in step) {
    expect(existsSync(join(root, step.remove))).toBe(true);
    rmSync(join(root, step.remove), { recursive: true });
    return `# ${step.remove} is removed\n`;
  }
  if ("folder" in step) {
    mkdirSync(join(root, step.folder), { recursive: true });
    return `# ${step.folder}/ is made\n`;
  }
  if ("link" in step) {
    symlinkSync(step.to, join(root, step.link));
    return `# ${step.link} is a link to ${step.to} now\n`;
  }
  return `# ${step.show}:\n${readFileSync(join(root, step.show), "utf8")}`;
}

const reportSchema = JSON.parse(readFileSync(join(repository, "spec/schema/report.schema.json"), "utf8")) as {
  readonly properties: Readonly<Record<string, unknown>>;
};

const isReport = new Ajv2020({ allErrors: true, strict: false }).compile(reportSchema);

/** What `--format json` prints is one document of the documented shape, and it knows how the run ended. */
function expectReport(stdout: string, exitCode: number): void {
  const report = JSON.parse(stdout) as object;
  expect(Object.keys(reportSchema.properties)).toEqual(expect.arrayContaining(Object.keys(report)));
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(report).toMatchObject({ exitCode });
}

for (const name of readdirSync(folder)) {
  test(`command line: ${name}`, async () => {
    const {
      catalog,
      steps,
      process = false,
    } = JSON.parse(readFileSync(join(folder, name, "case.json"), "utf8")) as Case;
    const root = temporaryFolder();
    if (catalog !== undefined) layCatalog(root, catalog);
    const files = join(folder, name, "files");
    if (existsSync(files)) cpSync(files, root, { recursive: true });
    let transcript = "";
    for (const step of steps) transcript += `${transcript === "" ? "" : "\n"}${await perform(root, step, process)}`;
    const masked = transcript
      .replaceAll(root, "<project>")
      // A digest of everything says of no mistake what it is.
      .replace(/\b[0-9a-f]{64}\b/g, "<sha256>")
      .replace(/\bsha256 (?!0123)[0-9a-f]{16}\b/g, "sha256 <digest>")
      .replaceAll(`of failcodes ${version}`, "of failcodes <version>")
      .replaceAll(`in failcodes ${version}`, "in failcodes <version>")
      .replace(/(\(from\s+)[0-9]+\.[0-9]+\.[0-9]+/g, "$1<version>")
      .replace(/("(?:ejectedFrom|builtInChangedSince)": ")[0-9.]+"/g, '$1<version>"')
      .replaceAll(`"failcodes": "${version}",\n  "command"`, `"failcodes": "<version>",\n  "command"`)
      .replaceAll(`--version\n${version}\n`, "--version\n<version>\n")
      .replaceAll("\u001b", "␛");
    await expect(masked).toMatchFileSnapshot(join(folder, name, "transcript.txt"));
  });
}
