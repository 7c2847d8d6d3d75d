import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { readSpecFiles } from "../cli/host/open-project.ts";
import type { Catalog, Mapping, Source } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { classifier } from "../core/sources/classifier.ts";
import { typescript } from "../generators/typescript.ts";
import { median } from "./measured-run.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100,100000" },
    runs: { type: "string", default: "31" },
    calls: { type: "string", default: "200000" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write("npm run bench:classify -- [--rows 100,100000] [--runs 31] [--calls 200000] [--out FILE]\n");
  process.exit(0);
}

const runs = Number(values.runs);
const calls = Number(values.calls);
const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "failcodes-classify-"));

const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};

function shippedCatalog(): Catalog {
  const outcome = load(readSpecFiles(root));
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}

/** A catalog with one source that has so many exact codes: what a consumer could import. */
function sizedCatalog(catalog: Catalog, rows: number): Catalog {
  const [source] = catalog.sources.filter(({ name }) => name === "whatsapp");
  const [mapping] = source?.mappings ?? [];
  if (source === undefined || mapping?.key.kind !== "exact") throw new Error("There is no mapping to make more of.");
  const { key } = mapping;
  const mappings = Array.from({ length: rows }, (_, index): Mapping => {
    const failure = catalog.failures[index % catalog.failures.length] ?? catalog.fallback;
    const number = { name: `Error ${index}`, reason: `It is the error number ${index}.` };
    return { ...mapping, ...number, key: { ...key, code: codeAt(index) }, failure, retry: failure.retry };
  });
  const sized: Source = { ...source, name: "sized", aliases: [], mappings };
  return { ...catalog, name: `sized-${rows}`, sources: [sized] };
}

function codeAt(index: number): string {
  return String(131_000 + index * 7);
}

/** Writes the generated package of a catalog, and returns its folder. */
async function writePackage(catalog: Catalog): Promise<string> {
  const kit = { generatorVersion: "0.0.0", baseUrl: undefined, templates: new Map() };
  const outcome = await typescript().generate(catalog, kit);
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  const into = join(folder, catalog.name);
  for (const { path, content } of outcome.value) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), textOf(content));
  }
  return into;
}

type Classify = (error: { readonly source: string; readonly code: string }) => { readonly outcome: string };

/** Nanoseconds of one call; what is found is counted, so that no call can be left out. */
function timed(asked: readonly string[], call: (code: string) => boolean): number {
  let found = 0;
  const started = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) if (call(asked[index % asked.length] ?? "")) found += 1;
  const nanoseconds = Number(process.hrtime.bigint() - started) / calls;
  if (found !== calls) throw new Error(`${calls - found} of ${calls} calls found nothing.`);
  return nanoseconds;
}

/** Codes in an order that no cache of a processor knows, as strings of their own: a program has them from JSON. */
function askedCodes(rows: number): readonly string[] {
  let state = 1;
  return Array.from({ length: Math.min(rows * 4, 50_000) }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return codeAt(state % rows);
  });
}

async function measure(shipped: Catalog, rows: number): Promise<void> {
  const catalog = sizedCatalog(shipped, rows);
  const { classify } = (await import(pathToFileURL(join(await writePackage(catalog), "sources.js")).href)) as {
    readonly classify: Classify;
  };
  const reference = classifier(catalog);
  const map = new Map(
    catalog.sources.flatMap(({ mappings }) => mappings.map((mapping, index) => [codeAt(index), mapping])),
  );
  const asked = askedCodes(rows);
  const plain = (code: string): boolean => map.get(code)?.outcome === "failure";
  const generated = (code: string): boolean => classify({ source: "sized", code }).outcome === "failure";
  const referred = (code: string): boolean => reference({ source: "sized", code }).outcome === "failure";

  const started = process.hrtime.bigint();
  classify({ source: "sized", code: codeAt(0) });
  const first = Number(process.hrtime.bigint() - started) / 1e6;
  for (let warm = 0; warm < 3; warm += 1) for (const call of [plain, generated, referred]) timed(asked, call);
  // One after the other in each run, so that a slow moment of the machine meets all three.
  const measured = Array.from({ length: runs }, () => {
    return { map: timed(asked, plain), generated: timed(asked, generated), reference: timed(asked, referred) };
  });
  const cell = (pick: (one: (typeof measured)[number]) => number): string => median(measured.map(pick)).toFixed(1);
  const cells = [
    cell((one) => one.map),
    cell((one) => one.generated),
    cell((one) => one.generated / one.map),
    cell((one) => one.reference),
    cell((one) => one.reference / one.map),
    first.toFixed(1),
  ];
  print(`| ${rows.toLocaleString("en")} | ${cells.join(" | ")} |`);
}

/** What an import of an entry point costs a program, with all that it imports in turn. */
async function printSizes(catalog: Catalog): Promise<void> {
  const into = await writePackage(catalog);
  const { exports } = JSON.parse(readFileSync(join(into, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  };
  for (const [name, target] of Object.entries(exports)) {
    if (typeof target === "string" || !target.default.endsWith(".js")) continue;
    const path = join(into, target.default);
    const { outputFiles } = await build({
      entryPoints: [path],
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2022",
      write: false,
    });
    const [output] = outputFiles;
    if (output === undefined) continue;
    const sizes = [readFileSync(path).length, output.contents.length, gzipSync(output.contents, { level: 9 }).length];
    print(`| ${name} | ${sizes.map((size) => size.toLocaleString("en")).join(" | ")} |`);
  }
}

try {
  const processor = cpus()[0]?.model ?? "unknown processor";
  print(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB. Nanoseconds of one call for an exact code, medians of ${runs} runs of ${calls.toLocaleString("en")} calls; in each run a plain \`Map\` of rows, the generated \`classify\` and the reference classifier take turns. The index is made at the first call.`,
  );
  print("");
  print("| rows | Map, ns | classify, ns | x Map | reference, ns | x Map | first call, ms |");
  print("|--:|--:|--:|--:|--:|--:|--:|");
  const shipped = shippedCatalog();
  for (const rows of values.rows.split(",").map(Number)) await measure(shipped, rows);
  print("");
  print(
    "Bytes of each entry point of the package that is generated here: its file; with all that it imports, minified; and that compressed.",
  );
  print("");
  print("| entry point | file | minified | gzip |");
  print("|---|--:|--:|--:|");
  await printSizes(shipped);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
