import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { median, measuredRun as run, type Usage } from "./measured-run.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000,20000" },
    locales: { type: "string", default: "10" },
    runs: { type: "string", default: "5" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write("npm run bench:evolution -- [--sizes 1000,10000] [--locales 10] [--runs 5] [--out FILE]\n");
  process.exit(0);
}

const tool = resolve(import.meta.dirname, "../bin/failcodes.js");
const runs = Number(values.runs);

const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};

interface Written {
  readonly code: number;
  readonly name: string;
  title: string;
  messages: Record<string, { text: string }>;
}

function edit(path: string, change: (json: Record<string, unknown>) => void): void {
  const json = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  change(json);
  writeFileSync(path, `${JSON.stringify(json, null, 1)}\n`);
}

/** Gives every so many failures another text in every language, and the catalog as many new failures. */
function editSome(spec: string, every: number): void {
  const fresh: Written[] = [];
  edit(join(spec, "failure-codes.json"), (catalog) => {
    const failures = catalog["failures"] as Written[];
    for (let index = 0; index < failures.length; index += every) {
      const failure = failures[index] as Written;
      for (const message of Object.values(failure.messages)) message.text += " Really.";
      const code = 1_000_000 + failures.length + fresh.length;
      fresh.push({
        ...failure,
        ...{ aliases: undefined, params: undefined, since: undefined, description: `Number ${code} happened.` },
        code,
        name: `${failure.name}_AGAIN_${code}`,
        title: `Number ${code}`,
        messages: { title: { text: `It was number ${code}` } },
      });
    }
    failures.push(...fresh);
  });
  for (const name of readdirSync(join(spec, "locales"))) {
    edit(join(spec, "locales", name), (locale) => {
      const written = locale["failures"] as Record<string, Written["messages"]>;
      const failures = Object.values(written);
      for (let index = 0; index < failures.length; index += every) {
        for (const message of Object.values(failures[index] ?? {})) message.text += " !";
      }
      for (const { name } of fresh) written[name] = { title: { text: name } };
    });
  }
}

/** Gives every failure another title: as many changes as there are failures, and none is let through. */
function editAll(spec: string): void {
  edit(join(spec, "failure-codes.json"), (catalog) => {
    for (const failure of catalog["failures"] as Written[]) failure.title += ", again";
  });
}

function row(label: string, measured: readonly { readonly used: Usage; readonly check: Usage }[]): void {
  const cell = (pick: (one: (typeof measured)[number]) => number, digits = 0): string =>
    median(measured.map(pick)).toFixed(digits);
  const cells = [
    cell(({ used }) => used.wall),
    cell(({ used }) => used.cpu),
    cell(({ used, check }) => used.cpu / check.cpu, 2),
    cell(({ used }) => used.memory),
    cell(({ used, check }) => used.memory / check.memory, 2),
  ];
  print(`| ${label} | ${cells.join(" | ")} |`);
}

const processor = cpus()[0]?.model ?? "unknown processor";
print(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB. Medians of ${runs} runs; the earlier catalog and its package are read from a commit, and \`check\` of it ran right beside each run.`,
);
print("");
print("| failures x locales | command | wall ms | cpu ms | x `check` | peak MB | x `check` |");
print("|---|---|--:|--:|--:|--:|--:|");

const root = mkdtempSync(join(tmpdir(), "failcodes-evolution-"));
try {
  for (const failures of values.sizes.split(",").map(Number)) {
    for (const locales of values.locales.split(",").map(Number)) {
      const folder = join(root, `${failures}-${locales}`);
      writeSizedProject(folder, failures, locales);
      const spec = join(folder, "spec");
      const git = (...words: readonly string[]): void => {
        execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.com", ...words], { cwd: folder });
      };
      run(folder, 0, tool, "generate");
      const untouched = `${folder}-untouched`;
      cpSync(folder, untouched, { recursive: true });
      git("init", "-q");
      git("add", "spec", "generated/typescript");
      git("commit", "-qm", "The earlier catalog");
      const measure = (expected: number): readonly { used: Usage; check: Usage }[] =>
        Array.from({ length: runs }, () => {
          const used = run(folder, expected, tool, "diff", "HEAD", "--format", "json");
          return { used, check: run(untouched, 0, tool, "check") };
        });
      const label = (command: string): string => `${failures.toLocaleString("en")} x ${locales} | ${command}`;
      editSome(spec, 100);
      row(label("diff, one failure in a hundred changed"), measure(0));
      git("checkout", "-q", "--", "spec");
      editAll(spec);
      row(label("diff, every failure changed"), measure(1));
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
