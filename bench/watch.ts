import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { median } from "./measured-run.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "27x3,1000x10,10000x10" },
    edits: { type: "string", default: "15" },
    pause: { type: "string", default: "500" },
    targets: { type: "string", default: "" },
    out: { type: "string" },
    tool: { type: "string", default: resolve(import.meta.dirname, "../dist/main.cjs") },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(
    "npm run bench:watch -- [--sizes 27x3,1000x10] [--edits 15] [--pause 500] [--targets site] [--out FILE] [--tool FILE]\n",
  );
  process.exit(0);
}

const tool = resolve(values.tool);

/** Starts a watch; `built` resolves with the milliseconds of the next build, as they are printed. */
function startWatch(folder: string): { readonly child: ChildProcess; readonly built: () => Promise<number> } {
  const child = spawn(process.execPath, [tool, "generate", "--watch"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const times: number[] = [];
  let wake = (): void => undefined;
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    printed += chunk;
    for (const [, time] of printed.matchAll(/ in (\d+) ms\.\n/g)) times.push(Number(time));
    printed = printed.slice(printed.lastIndexOf("\n") + 1);
    wake();
  });
  const built = async (): Promise<number> => {
    while (times.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return times.shift() as number;
  };
  return { child, built };
}

/** Milliseconds of the processor that a process took, and the megabytes it had at its peak, as Linux tells them. */
function used({ pid }: ChildProcess): { readonly cpu: number; readonly peak: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  const [, peak = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  // User and system time, in hundredths of a second.
  return { cpu: 10 * (Number(fields[11]) + Number(fields[12])), peak: Number(peak) / 1024 };
}

interface Rebuilds {
  readonly first: number;
  readonly again: readonly number[];
  /** Of one edit, in the mean: what is put off until the process idles is part of it. */
  readonly cpu: number;
  readonly peak: number;
}

/** The time of the first build, which writes everything, and of one after each edit of a failure's description. */
async function rebuildTimes(folder: string, edits: number): Promise<Rebuilds> {
  const spec = join(folder, "spec/failure-codes.json");
  const catalog = JSON.parse(readFileSync(spec, "utf8")) as { failures: { description: string }[] };
  const [failure] = catalog.failures;
  if (failure === undefined) throw new Error("the catalog is empty");
  const { description } = failure;
  const { child, built } = startWatch(folder);
  try {
    const first = await built();
    const again: number[] = [];
    await pause(2000);
    const before = used(child);
    for (let edit = 1; edit <= edits; edit++) {
      await pause(Number(values.pause));
      failure.description = `${description} Edit ${edit}.`;
      writeFileSync(spec, `${JSON.stringify(catalog, null, 1)}\n`);
      again.push(await built());
    }
    await pause(2000);
    const after = used(child);
    return { first, again, cpu: Math.round((after.cpu - before.cpu) / edits), peak: Math.round(after.peak) };
  } finally {
    child.kill("SIGKILL");
  }
}

const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const processor = cpus()[0]?.model ?? "unknown processor";
print(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB. \`generate --watch\`: milliseconds as it prints them, for ${values.edits} edits of one description, ${values.pause} ms apart${values.targets === "" ? "" : `, with ${values.targets} besides the default targets`}. cpu is user + system time for one edit, in the mean.`,
);
print("");
print("| failures x locales | first build | rebuild, median | best | worst | cpu ms | peak MB |");
print("|---|--:|--:|--:|--:|--:|--:|");

for (const size of values.sizes.split(",")) {
  const [failures = 27, locales = 1] = size.split("x").map(Number);
  const folder = mkdtempSync(join(tmpdir(), "failcodes-bench-"));
  try {
    writeSizedProject(folder, failures, locales, values.targets);
    const { first, again, cpu, peak } = await rebuildTimes(folder, Number(values.edits));
    const cells = [first, median(again), Math.min(...again), Math.max(...again), cpu, peak];
    print(`| ${failures.toLocaleString("en")} x ${locales} | ${cells.join(" | ")} |`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
