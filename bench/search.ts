import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { readSpecFiles } from "../cli/host/open-project.ts";
import type { Catalog } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import { load } from "../core/load.ts";
import { platformErrors } from "../core/reference/platform-errors.ts";
import { plainReport } from "../core/report/plain.ts";
import { searchFiles } from "../generators/site/search-artifacts.ts";
import { site } from "../generators/site.ts";
import { openPage, withBrowser } from "../test/browser.ts";
import { measuredRun } from "./measured-run.ts";
import { searchQueries } from "./search-queries.ts";
import { writeTranslatedProject } from "./translated-catalog.ts";

const { values } = parseArgs({
  options: {
    failures: { type: "string", default: "10000" },
    locales: { type: "string", default: "10" },
    runs: { type: "string", default: "3" },
    child: { type: "string" },
    project: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write("npm run bench:search -- [--failures 10000] [--locales 10] [--runs 3]\n");
  process.exit(0);
}

function catalogIn(project: string): Catalog {
  const outcome = load(readSpecFiles(project));
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}

// A process that reads a catalog, and makes the files of the search or does not: the parent takes the difference.
if (values.child !== undefined) {
  const catalog = catalogIn(values.project);
  if (values.child === "files") {
    for (const { make } of searchFiles(catalog, () => platformErrors(catalog), "")) make();
  }
  process.exit(0);
}

const runs = Number(values.runs);
const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "failcodes-bench-search-"));
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Every text gets a word that no other has: in a large catalog there are not only numbers that differ. */
function writeProject(failures: number): string {
  const project = join(folder, String(failures));
  writeTranslatedProject(project, failures, Number(values.locales));
  const files = ["failure-codes.json", ...readdirSync(join(project, "spec/locales")).map((name) => `locales/${name}`)];
  for (const [nth, name] of files.entries()) {
    const path = join(project, "spec", name);
    const text = readFileSync(path, "utf8");
    // The hash of a source text is no longer what it was; search does not ask for it.
    const varied = text.replace(
      / (\d+)"/g,
      (_end, number: string) => ` ${number} ${madeWord(Number(number) * 31 + nth)}"`,
    );
    writeFileSync(path, varied.replace(/"src": "[^"]*"/g, '"src": "00000000.00000000"'));
  }
  return project;
}

function madeWord(number: number): string {
  const syllables = ["ba", "do", "fe", "gu", "hi", "jo", "ka", "le", "mi", "no", "pa", "ru", "se", "ti", "vo", "zu"];
  let word = "lu";
  for (let rest = (number * 7919) % 1_048_576; rest > 0; rest = Math.floor(rest / 16)) word += syllables[rest % 16];
  return word;
}

async function lay(catalog: Catalog): Promise<string> {
  const kit = { generatorVersion: "0.0.0", baseUrl: undefined, templates: new Map() };
  const outcome = await site().generate(catalog, kit);
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  const into = join(folder, "site");
  for (const artifact of outcome.value) {
    // The pages are not measured: one is enough to search from.
    if (!artifact.path.startsWith("assets/") && artifact.path !== "codes/1000000.html") continue;
    mkdirSync(dirname(join(into, artifact.path)), { recursive: true });
    writeFileSync(join(into, artifact.path), textOf(artifact.content));
  }
  return into;
}

function percentile(figures: readonly number[], part: number): string {
  const sorted = [...figures].sort((left, right) => left - right);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(1);
}

/** Milliseconds from typing to results that are laid out, for each query: the least of some runs, since other work is no part of it. */
async function answerTimes(page: Page, queries: readonly string[]): Promise<readonly number[]> {
  const times = await page.evaluate<number[][]>(`(() => {
    const field = document.querySelector(".search-field");
    const list = document.querySelector(".search-results");
    const timed = (query) => {
      field.value = query;
      const started = performance.now();
      field.dispatchEvent(new Event("input"));
      list.getBoundingClientRect();
      return performance.now() - started;
    };
    const queries = ${JSON.stringify(queries)};
    return Array.from({ length: ${runs} }, () => queries.map(timed));
  })()`);
  return queries.map((_, at) => Math.min(...times.map((run) => run[at] ?? Number.NaN)));
}

async function measureBrowser(catalog: Catalog): Promise<void> {
  const at = await lay(catalog);
  const assets = join(at, "assets");
  const names = ["search.js", ...readdirSync(join(assets, "search")).map((name) => `search/${name}`)];
  const sizes = names.map((name) => {
    const bytes = readFileSync(join(assets, name));
    return { name, raw: bytes.length, gzipped: gzipSync(bytes).length };
  });
  const kilobytes = (of: (size: (typeof sizes)[number]) => number, which: (name: string) => boolean): string =>
    Math.round(sizes.filter(({ name }) => which(name)).reduce((sum, size) => sum + of(size), 0) / 1000).toLocaleString(
      "en",
    );
  print("| file | kB | kB gzipped |\n|---|--:|--:|");
  const kinds: readonly (readonly [string, (name: string) => boolean])[] = [
    ["search.js", (name) => name === "search.js"],
    ["search/core.js", (name) => name === "search/core.js"],
    [`search/messages-*.js, ${catalog.locales.length - 1} files`, (name) => name.includes("messages-")],
  ];
  for (const [kind, which] of kinds) {
    print(`| ${kind} | ${kilobytes(({ raw }) => raw, which)} | ${kilobytes(({ gzipped }) => gzipped, which)} |`);
  }
  await withBrowser(async (browser) => {
    const { page, close } = await openPage(browser, pathToFileURL(join(at, "codes/1000000.html")).href);
    const started = performance.now();
    await page.keyboard.press("/");
    await page.locator(".search-field").fill("1000007");
    await page.locator("[role=option]").first().waitFor();
    const first = performance.now() - started;
    const loaded = `document.querySelectorAll("script[src*='/messages-']").length === ${catalog.locales.length - 1}`;
    await page.waitForFunction(loaded);
    await page.waitForLoadState("networkidle");
    const all = performance.now() - started;
    print(
      `\nFrom the key / to the first answer: ${first.toFixed(0)} ms; until all languages are there: ${all.toFixed(0)} ms.\n`,
    );
    print("| queries | number | median ms | p95 ms | most ms |\n|---|--:|--:|--:|--:|");
    const everything: number[] = [];
    for (const [kind, queries] of searchQueries(catalog)) {
      const times = await answerTimes(page, queries);
      everything.push(...times);
      print(
        `| ${kind} | ${times.length} | ${percentile(times, 0.5)} | ${percentile(times, 0.95)} | ${percentile(times, 1)} |`,
      );
    }
    print(
      `| all | ${everything.length} | ${percentile(everything, 0.5)} | ${percentile(everything, 0.95)} | ${percentile(everything, 1)} |`,
    );
    await close();
  });
}

try {
  print(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? "?"}.\n`);
  const most = Number(values.failures);
  await measureBrowser(catalogIn(writeProject(most)));
  print(
    "\n| failures | reading the catalog: cpu ms | MB | and making the files of the search: cpu ms | MB |\n|--:|--:|--:|--:|--:|",
  );
  for (const failures of [most / 10, most, most * 3]) {
    const project = failures === most ? join(folder, String(most)) : writeProject(failures);
    const run = (child: string) =>
      measuredRun(root, 0, "--import", "tsx", "bench/search.ts", "--child", child, "--project", project);
    const [alone, withFiles] = [run("load"), run("files")];
    const figures = [alone.cpu, alone.memory, withFiles.cpu, withFiles.memory].map((figure) => figure.toFixed(0));
    print(`| ${failures} | ${figures.join(" | ")} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
