import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readSpecFiles } from "../cli/host/open-project.ts";
import type { Catalog } from "../core/catalog.ts";
import { textOf } from "../core/content.ts";
import { load } from "../core/load.ts";
import { bundleParts } from "../core/message-bundle.ts";
import { plainReport } from "../core/report/plain.ts";
import type { Target } from "../core/target.ts";
import { messages } from "../generators/messages.ts";
import { typescript } from "../generators/typescript.ts";
import { median } from "./measured-run.ts";
import { messagePeers, type Params, type Peer, type Prepare } from "./message-peers.ts";
import { gzipped, messageSizes, pageScript } from "./message-sizes.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    calls: { type: "string", default: "50000" },
    failures: { type: "string", default: "10000" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write("npm run bench:messages -- [--runs 9] [--calls 50000] [--failures 10000] [--out FILE]\n");
  process.exit(0);
}
const runs = Number(values.runs);
const calls = Number(values.calls);
const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "failcodes-messages-"));

const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};

function catalogIn(project: string): Catalog {
  const outcome = load(readSpecFiles(project));
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}

/** Writes what a target makes of a catalog, and returns the folder. */
async function written(target: Target, catalog: Catalog, into: string): Promise<string> {
  const outcome = await target.generate(catalog, {
    generatorVersion: "0.0.0",
    baseUrl: undefined,
    templates: new Map(),
  });
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  for (const { path, content } of outcome.value) {
    mkdirSync(dirname(join(into, path)), { recursive: true });
    writeFileSync(join(into, path), textOf(content));
  }
  return into;
}

interface Functions {
  message(code: number, options: object): string;
}

/** Our own two modes, as a page or a server uses them. */
async function ownModes(at: string, tag: string): Promise<readonly Peer[]> {
  const imported = async (path: string): Promise<unknown> => await import(pathToFileURL(join(at, path)).href);
  const functions = (await imported("message.js")) as Functions;
  const { messagesIn } = (await imported("message-json.js")) as { messagesIn(table: unknown): Functions };
  const overJson = messagesIn(JSON.parse(readFileSync(join(at, `messages/compact/${tag}.json`), "utf8")));
  const preparer =
    ({ message }: Functions): Prepare =>
    (key) => {
      const [written = "", named] = key.split(".");
      const code = Number(written);
      // As a program has it that names it: a literal.
      const part = bundleParts.find((one) => one === named);
      return (params) => message(code, { part, params });
    };
  return [
    {
      name: "failcodes, functions",
      prepare: preparer(functions),
      page: 'export { message } from "./message.js"',
      folder: at,
    },
    {
      name: "failcodes, compact JSON",
      prepare: preparer(overJson),
      page: `import { messagesIn } from "./message-json.js";
import texts from "./messages/compact/${tag}.json";
export const { message } = messagesIn(texts);`,
      folder: at,
    },
  ];
}

/** Messages that are measured: their text in the catalog is of the kind that heads the column. */
const columns: readonly (readonly [heading: string, key: string, sets: readonly Params[]])[] = [
  ["plain", "12001.detail", [{}]],
  ["1 param", "14004.detail", [{ fileType: "MOV" }, { fileType: "WEBP" }]],
  ["plural", "14005.detail", [{ hours: 1 }, { hours: 5 }, { hours: 24 }]],
];

setFlagsFromString("--expose-gc");
/** Frees what others left: Intl's objects are freed late, and whoever comes next would pay for it. */
const collect = runInNewContext("gc") as () => void;

/** Nanoseconds of one call, of the processor's time; what is written is counted, so that no call can be left out. */
function timed(call: () => string): number {
  let length = 0;
  collect();
  const started = process.cpuUsage();
  for (let index = 0; index < calls; index += 1) length += call().length;
  const { user, system } = process.cpuUsage(started);
  if (length === 0) throw new Error("Nothing was written.");
  return ((user + system) * 1000) / calls;
}

function speeds(subjects: readonly Peer[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  for (const [, key, sets] of columns) {
    const writers = subjects.map(({ name, prepare }) => [name, prepare(key)] as const);
    const texts = new Set(writers.map(([, write]) => sets.map(write).join("\n")));
    if (texts.size !== 1) throw new Error(`Not all say the same: ${[...texts].join("\n---\n")}`);
    const callsOf = writers.map(([name, write]) => {
      let index = 0;
      return [name, () => write(sets[index++ % sets.length] ?? {})] as const;
    });
    for (const [, call] of callsOf) timed(call);
    // One after the other in each run, so that a slow moment of the machine meets all.
    const measured = Array.from({ length: runs }, () => callsOf.map(([, call]) => timed(call)));
    for (const [place, [name]] of callsOf.entries()) {
      found.get(name)?.push(median(measured.map((row) => row[place] ?? 0)));
    }
  }
  return found;
}

/**
 * The cost of a locale in a process of its own: JSON.parse of the file alone, and that with the runtime until a first text. The
 * runtime is loaded first, as an `import` is: whatever waits after parsing waits for the collection of what that left.
 */
const loadScript = `
import { readFileSync } from "node:fs";
const [, , file, runtime] = process.argv;
const text = readFileSync(file, "utf8");
const started = process.cpuUsage();
const loaded = runtime && (await import(runtime));
const table = JSON.parse(text);
if (loaded?.messagesIn(table).message(1000001) === "") throw new Error("Nothing was written.");
const { user, system } = process.cpuUsage(started);
process.stdout.write(String((user + system) / 1000));
`;

async function printLoad(): Promise<void> {
  const failures = Number(values.failures);
  const project = join(folder, "sized");
  writeSizedProject(project, failures, 1);
  const catalog = catalogIn(project);
  const at = await written(typescript(), catalog, join(folder, "sized-package"));
  const file = join(at, `messages/compact/${catalog.defaultLocale}.json`);
  const runtime = pathToFileURL(join(at, "message-json.js")).href;
  const script = join(folder, "load.mjs");
  writeFileSync(script, loadScript);
  const run = (...words: readonly string[]): number =>
    Number(execFileSync(process.execPath, [script, file, ...words], { encoding: "utf8" }));
  const pairs = Array.from({ length: runs }, () => ({ parse: run(), load: run(runtime) }));
  const parse = median(pairs.map((pair) => pair.parse));
  const loaded = median(pairs.map((pair) => pair.load));
  print(
    `Compact JSON of ${failures.toLocaleString("en")} codes, ${readFileSync(file).length.toLocaleString("en")} bytes, in processes of their own: \`JSON.parse\` ${parse.toFixed(1)} ms of the processor; with the runtime, until a first text is written, ${loaded.toFixed(1)} ms, ${(loaded / parse).toFixed(2)} times as long.`,
  );
}

try {
  const catalog = catalogIn(root);
  const tag = catalog.defaultLocale;
  const at = await written(typescript(), catalog, join(folder, "package"));
  const bundles = await written(
    messages({ formats: ["icu-json", "i18next", "mf2"] }),
    catalog,
    join(folder, "bundles"),
  );
  const subjects = [...(await ownModes(at, tag)), ...(await messagePeers(bundles, tag))];
  const measured = speeds(subjects);
  const sizes = await messageSizes(at, tag);
  const processor = cpus()[0]?.model ?? "unknown processor";
  print(
    `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} x ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB. The messages of the shipped catalog in one language. Bytes of what a page downloads for all of them, library included, by esbuild, minified, and compressed by gzip; nanoseconds of the processor for one text, medians of ${runs} runs of ${calls.toLocaleString("en")} texts, in which all take turns, with everything made once that can be.`,
  );
  print("");
  print(`| | minified | gzip | ${columns.map(([name]) => `${name}, ns`).join(" | ")} |`);
  print("|---|--:|--:|--:|--:|--:|");
  for (const { name, page, folder: from } of subjects) {
    const script = await pageScript(from, page);
    const nanoseconds = (measured.get(name) ?? []).map((one) =>
      one < 100 ? one.toFixed(1) : Math.round(one).toLocaleString("en"),
    );
    const bytes = [Buffer.byteLength(script), gzipped(script)].map((size) => size.toLocaleString("en"));
    print(`| ${name} | ${[...bytes, ...nanoseconds].join(" | ")} |`);
  }
  print("");
  print("| of ours, gzip | bytes | |");
  print("|---|--:|---|");
  print(`| the texts alone, a JSON array | ${sizes.texts.toLocaleString("en")} | |`);
  print(
    `| \`message\` and all texts as functions | ${sizes.functions.toLocaleString("en")} | ${(sizes.functions / sizes.texts).toFixed(3)} times the texts |`,
  );
  print(`| the runtime over compact JSON | ${sizes.jsonRuntime.toLocaleString("en")} | |`);
  print(`| the compact JSON | ${sizes.json.toLocaleString("en")} | |`);
  print(
    `| the resolution table of ${catalog.locales.length} locales and the lookup in it, in neither of them | ${sizes.resolution.toLocaleString("en")} | |`,
  );
  print("");
  await printLoad();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
