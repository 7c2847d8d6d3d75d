import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measuredRun, median } from "./measured-run.ts";
import { writeTranslatedProject } from "./translated-catalog.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000x1,10000x10,10000x30" },
    runs: { type: "string", default: "3" },
    stale: { type: "boolean", default: false },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write("npm run bench:validate -- [--sizes 10000x10,10000x30] [--runs 3] [--stale] [--out FILE]\n");
  process.exit(0);
}

const tool = resolve(import.meta.dirname, "../dist/main.cjs");
const root = mkdtempSync(join(tmpdir(), "failcodes-bench-"));
let table = "";
const print = (line: string): void => {
  table += `${line}\n`;
  process.stdout.write(`${line}\n`);
};

print(
  `Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB.`,
);
print("Medians; cpu is user + system time of the whole process.");
print("");
print("| failures x locales | texts | wall ms | cpu ms | peak MB |");
print("|---|--:|--:|--:|--:|");
try {
  for (const size of values.sizes.split(",")) {
    const [failures = 0, locales = 1] = size.split("x").map(Number);
    const folder = join(root, size);
    writeTranslatedProject(folder, failures, locales, values.stale);
    // The first run is of a cold disk.
    measuredRun(folder, 0, tool, "validate");
    const runs = Array.from({ length: Number(values.runs) }, () => measuredRun(folder, 0, tool, "validate"));
    const of = (figure: "wall" | "cpu" | "memory"): number => Math.round(median(runs.map((run) => run[figure])));
    const label = `${failures.toLocaleString("en")} x ${locales}`;
    const texts = (failures * 3 * locales).toLocaleString("en");
    print(`| ${label} | ${texts} | ${of("wall")} | ${of("cpu")} | ${of("memory")} |`);
    rmSync(folder, { recursive: true });
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
if (values.out !== undefined) writeFileSync(values.out, table);
