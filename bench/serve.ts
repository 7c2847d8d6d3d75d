import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { median } from "./measured-run.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "27x3,1000x10,10000x10" },
    edits: { type: "string", default: "15" },
    pause: { type: "string", default: "1500" },
    browser: { type: "string", default: "/usr/bin/chromium" },
    tool: { type: "string", default: resolve(import.meta.dirname, "../dist/main.cjs") },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(
    "npm run bench:serve -- [--sizes 27x3,1000x10] [--edits 15] [--pause 1500] [--browser FILE] [--tool FILE]\n",
  );
  process.exit(0);
}

/** Starts a preview; resolves with its address once it answers. */
async function startServer(folder: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, [resolve(values.tool), "serve", "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  const address = await new Promise<string>((resolve, reject) => {
    // Read to the end, so that what is printed later does not fill the pipe.
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      printed += chunk;
      const [found] = /http:\S+(?=\s)/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on("close", () => reject(new Error(`the preview ended; it printed:\n${printed}`)));
  });
  return { child, address };
}

interface Written {
  title: string;
  readonly failures: { description: string }[];
}

/** Milliseconds from the writing of the catalog until the page that is open shows what was written, as the browser does. */
async function reloadTimes(
  page: Page,
  spec: string,
  edit: (catalog: Written, words: string) => void,
): Promise<number[]> {
  const before = readFileSync(spec, "utf8");
  const times: number[] = [];
  for (let count = 1; count <= Number(values.edits); count++) {
    await pause(Number(values.pause));
    const words = `Edited ${count} times`;
    const catalog = JSON.parse(before) as Written;
    edit(catalog, words);
    const text = `${JSON.stringify(catalog, null, 1)}\n`;
    const started = performance.now();
    writeFileSync(spec, text);
    await page.waitForFunction(`document.body?.textContent.includes(${JSON.stringify(words)})`);
    times.push(Math.round(performance.now() - started));
  }
  return times;
}

async function measure(browser: Browser, failures: number, locales: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "failcodes-bench-"));
  let child: ChildProcess | undefined;
  try {
    writeSizedProject(folder, failures, locales);
    const server = await startServer(folder);
    child = server.child;
    const spec = join(folder, "spec/failure-codes.json");
    const name = `${failures.toLocaleString("en")} x ${locales}`;
    const page = await browser.newPage();
    for (const [kind, path, edit] of [
      ["page of a code", "codes/1000003.html", describe],
      ["first page", "", retitle],
    ] as const) {
      await page.goto(`${server.address}${path}`);
      const times = await reloadTimes(page, spec, edit);
      print(`| ${name} | ${kind} | ${median(times)} | ${Math.min(...times)} | ${Math.max(...times)} |`);
    }
    await page.close();
  } finally {
    child?.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

function describe({ failures }: Written, words: string): void {
  for (const failure of failures.slice(3, 4)) failure.description = `${failure.description} ${words}.`;
}

function retitle(catalog: Written, words: string): void {
  catalog.title = words;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const processor = cpus()[0]?.model ?? "unknown processor";
const browser = await chromium.launch({
  executablePath: values.browser,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"],
});
print(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, Chromium ${browser.version()}, ${cpus().length} x ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB. \`serve\`: milliseconds from an edit until the open page shows it, for ${values.edits} edits of a description or of the title, ${values.pause} ms apart.`,
);
print("");
print("| failures x locales | open page | median | best | worst |");
print("|---|---|--:|--:|--:|");
try {
  for (const size of values.sizes.split(",")) {
    const [failures = 27, locales = 1] = size.split("x").map(Number);
    await measure(browser, failures, locales);
  }
} finally {
  await browser.close();
}
