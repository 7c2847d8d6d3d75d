import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { cleanEnvironment, repository, runBuilt } from "./built-tool.ts";
import { layCatalog, temporaryFolder } from "./cli-project.ts";

function yamlFile(path: string): unknown {
  return parse(readFileSync(join(repository, path), "utf8"));
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: {
    readonly steps: readonly { readonly env: Readonly<Record<string, string>>; readonly run: string }[];
  };
}

describe("the action for GitHub", () => {
  const action = yamlFile("action.yml") as Action;
  const [step] = action.runs.steps;

  /** A project that depends on failcodes, up to date. */
  function upToDate(): string {
    const root = temporaryFolder();
    layCatalog(root, "minimal");
    mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
    symlinkSync(join(repository, "bin/failcodes.js"), join(root, "node_modules/.bin/failcodes"));
    expect(runBuilt(root, ["generate"]).exitCode).toBe(0);
    return root;
  }

  /** Runs the action's step as GitHub does, with some of its inputs. */
  function perform(root: string, inputs: Readonly<Record<string, string>>) {
    const value = (name: string): string => inputs[name] ?? action.inputs[name]?.default ?? "";
    const environment = Object.fromEntries(
      Object.entries(step?.env ?? {}).map(([variable, written]) => [
        variable,
        value(/^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(written)?.[1] ?? ""),
      ]),
    );
    const output = join(root, "output.txt");
    const summary = join(root, "summary.md");
    writeFileSync(output, "");
    writeFileSync(summary, "");
    const { stdout, stderr, status } = spawnSync("bash", ["-c", step?.run ?? ""], {
      cwd: root,
      encoding: "utf8",
      env: {
        ...cleanEnvironment(),
        ...environment,
        GITHUB_ACTION_PATH: repository,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_WORKSPACE: root,
      },
    });
    return { stdout, stderr, status, outputs: readFileSync(output, "utf8"), summary: readFileSync(summary, "utf8") };
  }

  test("runs a check, and hands on how it ended", () => {
    const { stderr, status, outputs } = perform(upToDate(), {});
    expect({ stderr, status, outputs }).toEqual({ stderr: "", status: 0, outputs: "exit-code=0\nsarif-file=\n" });
  });

  test("annotates what it finds, fails, and writes SARIF where that is asked for", () => {
    const root = upToDate();
    writeFileSync(join(root, "generated/docs/README.md"), "Ours.\n");
    const { stdout, status, outputs, summary } = perform(root, { "sarif-file": "failcodes.sarif" });
    expect(stdout).toContain("::error file=generated/docs/README.md");
    expect(status).toBe(1);
    expect(outputs).toBe("exit-code=1\nsarif-file=failcodes.sarif\n");
    expect(summary).toContain("generated/docs/README.md");
    expect(JSON.parse(readFileSync(join(root, "failcodes.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
  });

  test("keeps words in quotes together, and runs nothing that stands in them", () => {
    const root = upToDate();
    const { stdout, status } = perform(root, { command: "explain", arguments: '"$(touch ran) x"' });
    expect(status).toBe(1);
    expect(stdout).toContain("$(touch ran) x");
    expect(existsSync(join(root, "ran"))).toBe(false);
  });

  test("declares every input that it reads", () => {
    const read = Object.values(step?.env ?? {}).map((written) => /inputs\.([a-z-]+)/.exec(written)?.[1]);
    expect([...read, "working-directory"].sort()).toEqual(Object.keys(action.inputs).sort());
  });
});

test("the hooks for pre-commit run commands that there are", () => {
  const hooks = yamlFile(".pre-commit-hooks.yaml") as readonly { readonly id: string; readonly entry: string }[];
  const root = temporaryFolder();
  layCatalog(root, "minimal");
  runBuilt(root, ["generate"]);
  for (const { id, entry } of hooks) {
    const words = entry.replace("npx --no-install failcodes ", "").split(" ");
    expect(`failcodes-${words.join("-")}`).toBe(id);
    expect(runBuilt(root, words).exitCode, id).toBe(0);
  }
});

test("the job for GitLab writes the reports that it hands on", () => {
  const jobs = yamlFile("ci/gitlab.yml") as {
    readonly failcodes: {
      readonly script: readonly string[];
      readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
    };
  };
  const root = temporaryFolder();
  layCatalog(root, "minimal");
  const command = jobs.failcodes.script.at(-1)?.replace("npx --no-install failcodes ", "") ?? "";
  expect(runBuilt(root, command.split(" ")).exitCode).toBe(1);
  const { codequality = "", junit = "" } = jobs.failcodes.artifacts.reports;
  expect(JSON.parse(readFileSync(join(root, codequality), "utf8"))).not.toEqual([]);
  expect(readFileSync(join(root, junit), "utf8")).toContain("<testsuites");
});
