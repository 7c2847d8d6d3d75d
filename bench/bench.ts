import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { median, measuredRun as run, type Usage } from "./measured-run.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "27,1000,10000,100000" },
    locales: { type: "string", default: "1,10" },
    runs: { type: "string", default: "5" },
    targets: { type: "string", default: "" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(
    "npm run bench -- [--sizes 27,1000] [--locales 1,10] [--runs 5] [--targets site] [--out FILE]\n",
  );
  process.exit(0);
}

const tool = resolve(import.meta.dirname, "../bin/failcodes.js");
const floor = resolve(import.meta.dirname, "floor.mjs");

/** One row: a command, with `node -e 0` and the floor measured right beside each of its runs. */
function row(label: string, runs: number, before: () => void, command: () => Usage, ground: () => Usage): string {
  const measured = Array.from({ length: runs }, () => {
    before();
    const bare = run(process.cwd(), 0, "-e", "0");
    const floored = ground();
    before();
    const used = command();
    return { used, toNode: used.cpu / bare.cpu, toFloor: used.cpu / floored.cpu };
  });
  const cell = (pick: (one: (typeof measured)[number]) => number, digits: number) =>
    median(measured.map(pick)).toFixed(digits);
  return `| ${label} | ${cell((one) => one.used.wall, 0)} | ${cell((one) => one.used.cpu, 0)} | ${cell((one) => one.toNode, 2)} | ${cell((one) => one.toFloor, 2)} | ${cell((one) => one.used.memory, 0)} |`;
}

function sizeOf(folder: string): { files: number; bytes: number } {
  let files = 0;
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}

const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const processor = cpus()[0]?.model ?? "unknown processor";
print(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB. Medians of up to ${values.runs} runs (3 at 10,000, 1 at 100,000); cpu is user + system time of the whole process.${values.targets === "" ? "" : ` With ${values.targets} besides the default targets.`}`,
);
print("");
print("| failures x locales | command | wall ms | cpu ms | x `node -e 0` | x floor | peak MB |");
print("|---|---|--:|--:|--:|--:|--:|");

// All sizes in one folder, which is removed at the end: a file system is busy for minutes after thousands of removals,
// and every file that is made takes ten times as long then.
const root = mkdtempSync(join(tmpdir(), "failcodes-bench-"));
try {
  for (const failures of values.sizes.split(",").map(Number)) {
    for (const locales of values.locales.split(",").map(Number)) {
      const runs = Math.min(Number(values.runs), failures >= 100_000 ? 1 : failures >= 10_000 ? 3 : 99);
      const folder = join(root, `${failures}-${locales}`);
      writeSizedProject(folder, failures, locales, values.targets);
      const generated = join(folder, "generated");
      const model = join(folder, "model");
      const copy = join(folder, "copy");
      // Moved aside, not removed.
      let aside = 0;
      const clean = (): void => {
        for (const path of [generated, copy]) {
          if (existsSync(path)) renameSync(path, join(folder, `aside-${aside++}`));
        }
      };
      const generate = () => run(folder, 0, tool, "generate");
      generate();
      cpSync(generated, model, { recursive: true, filter: (path) => !path.includes(".failcodes") });
      const label = (command: string) => `${failures.toLocaleString("en")} x ${locales} | ${command}`;
      const compare = () => run(folder, 0, floor, "compare", "spec", "model", "generated");
      const rows = [
        row(label("generate, cold"), runs, clean, generate, () =>
          run(folder, 0, floor, "write", "spec", "model", "copy"),
        ),
        row(label("generate, nothing changed"), runs, () => undefined, generate, compare),
        row(
          label("check"),
          runs,
          () => undefined,
          () => run(folder, 0, tool, "check"),
          compare,
        ),
      ];
      for (const one of rows) print(one);
      const { files, bytes } = sizeOf(model);
      process.stderr.write(`${failures} x ${locales}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB of output\n`);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
