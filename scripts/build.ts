import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import ts from "typescript";
import { compileAhead } from "./compile-ahead.ts";

const root = resolve(import.meta.dirname, "..");
/** Where a build is put together; `dist` is replaced by it as a whole, since two builds may run at a time. */
const dist = join(root, "node_modules/.cache/failcodes", `dist-${process.pid}`);
const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;

/** Digest of the bundled code, so that the tool knows when it was built anew. */
function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 32);
}

/** What every run with an option needs. Starting to load ES modules, for this one alone, would cost more than reading it. */
const compiled = ["cli/command-line.ts"];

/** Stands for `tool.ts` in the start script, and runs it with a code cache; so are the scripts above, when they are asked for. */
const toolLoader = `import { join } from "node:path";
import { build } from "./build-constants.ts";
import { runCompiled } from "./host/compiled-script.ts";
const scripts = ${JSON.stringify(compiled.map((source) => `./seldom/${basename(source, ".ts")}.js`))};
const runScript = (name) => runCompiled(join(__dirname, name), build, { require, importModule });
const importModule = (name) =>
  scripts.includes(name) ? Promise.resolve(runScript(name.replace(/js$/, "cjs"))) : import(name);
export const { nodeHost, run } = runScript("tool.cjs");`;

/** Loading an ES module costs a tenth of the time a small check may take: what is run from the command line is CommonJS. */
const commonJs: BuildOptions = { format: "cjs", outExtension: { ".js": ".cjs" } };

const options: BuildOptions = {
  absWorkingDir: root,
  outdir: dist,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  mainFields: ["module", "main"],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  // Loaded from the user's own project, where it is installed.
  external: ["tsx", "tsx/*"],
};

/** CommonJS libraries inside an ES module ask for node's own modules through `require`. */
const requireForLibraries =
  'import{createRequire as failcodesRequire}from"node:module";const require=failcodesRequire(import.meta.url);';

/** Our own modules that are seldom needed, and stand on little else. */
const seldom = [
  "cli/command-line.ts",
  "cli/host/open-address.ts",
  "cli/host/preview-server.ts",
  "cli/host/target-modules.ts",
  "cli/host/watch.ts",
  "core/diagnostics/explanation-table.ts",
  "importers/published-page.ts",
];

/** What is imported on demand, by the file it becomes. */
type Apart = Map<string, string>;

/** Leaves out what is seldom needed: a library that is imported on demand, and a module of the list above. */
function apart(found: Apart): Plugin {
  const external = (file: string, source: string) => {
    found.set(file, source);
    return { path: `./${file}.js`, external: true };
  };
  return {
    name: "apart",
    setup(bundler) {
      bundler.onResolve({ filter: /^[@\w]/ }, ({ path, kind }) => {
        if (kind !== "dynamic-import" || path.startsWith("node:") || path.startsWith("tsx")) return undefined;
        return external(`libraries/${path.replace(/^@/, "").replace(/\.js$/, "").replaceAll("/", "-")}`, path);
      });
      bundler.onResolve({ filter: /^\./ }, ({ path, kind, importer, resolveDir }) => {
        if (kind !== "dynamic-import") return undefined;
        const source = relative(root, join(resolveDir, path)).replaceAll("\\", "/");
        if (seldom.includes(source)) return external(`seldom/${basename(source, ".ts")}`, `./${source}`);
        return importer === join(root, "cli/main.ts") ? { path: source, namespace: "loader" } : undefined;
      });
      bundler.onLoad({ filter: /./, namespace: "loader" }, () => ({
        contents: toolLoader,
        resolveDir: join(root, "cli"),
      }));
    },
  };
}

/**
 * Makes a script for `runCompiled`. One that V8 takes from a code cache has lost its `import()` (Node.js 20:
 * ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING): what is imported on demand goes through the module that runs the script. esbuild
 * leaves characters of tagged templates and regular expressions as they are; both may hold escapes instead.
 */
function makeScript(path: string, apart: readonly string[]): void {
  let text = readFileSync(path, "utf8");
  for (const file of apart) text = text.replaceAll(`import("./${file}.js")`, `importModule("./${file}.js")`);
  const left = /\bimport\([^)]{0,40}/.exec(text);
  if (left !== null)
    throw new Error(`${left[0]} is left in the compiled script: name its module in the list of seldom ones`);
  const ascii = text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  writeFileSync(path, ascii);
}

/** Bundles the command line and the public entry, libraries included. */
async function bundle(): Promise<readonly string[]> {
  const inputs = new Set<string>();
  const texts: string[] = [];
  const run = async (more: BuildOptions, write: boolean): Promise<void> => {
    const result = await build({ ...options, ...more, write });
    for (const input of Object.keys(result.metafile?.inputs ?? {})) inputs.add(input);
    for (const file of result.outputFiles ?? []) texts.push(file.text);
  };
  const all = async (digest: string, write: boolean): Promise<void> => {
    const found: Apart = new Map();
    const define = { __FAILCODES_VERSION__: JSON.stringify(version), __FAILCODES_BUILD__: JSON.stringify(digest) };
    const own = { define, plugins: [apart(found)] };
    const banner = { js: requireForLibraries };
    await run({ ...own, ...commonJs, entryPoints: { main: "cli/main.ts" } }, write);
    await run({ ...own, banner, entryPoints: { api: "cli/api.ts" } }, write);
    const script: BuildOptions = {
      banner: { js: "(function(require,importModule){const module={exports:{}};" },
      footer: { js: "return module.exports})" },
    };
    await run({ ...own, ...commonJs, ...script, entryPoints: { tool: "cli/tool.ts" } }, write);
    if (write) makeScript(join(dist, "tool.cjs"), [...found.keys()]);
    for (const [file, path] of [...found].sort()) {
      if (compiled.includes(path.replace("./", ""))) {
        await run({ define, ...commonJs, ...script, entryPoints: { [file]: path } }, write);
        if (write) makeScript(join(dist, `${file}.cjs`), []);
        continue;
      }
      const contents = `export * from ${JSON.stringify(path)};${path.startsWith("handlebars") ? `export { default } from ${JSON.stringify(path)};` : ""}`;
      await run({ define, banner, stdin: { contents, resolveDir: root }, entryNames: file }, write);
    }
  };
  await all("", false);
  await all(digestOf(texts.sort()), true);
  return [...inputs];
}

/** Bundles the custom targets that keep files of this repository itself; they run where the development packages are. */
async function bundleTargets(): Promise<void> {
  const folder = join(root, "scripts/targets");
  if (!existsSync(folder)) return;
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => `scripts/targets/${name}`),
    outdir: join(dist, "targets"),
    bundle: true,
    splitting: false,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    logLevel: "warning",
  });
}

/** The licences of what is bundled, as they ask to be passed on. */
function writeLicences(inputs: readonly string[]): void {
  const packages = new Set<string>();
  for (const input of inputs) {
    const found = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found?.[1] !== undefined) packages.add(found[1]);
  }
  const texts = [...packages].sort().map((name) => {
    const folder = join(root, "node_modules", name);
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      version: string;
      license: string;
    };
    const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
    const text = file === undefined ? "" : `\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
    return `${name} ${manifest.version} (${manifest.license})\n${text}`;
  });
  writeFileSync(
    join(dist, "THIRD-PARTY-LICENSES.txt"),
    `failcodes bundles these packages.\n\n${texts.join(`\n${"-".repeat(78)}\n\n`)}`,
  );
}

/** Declarations of the public entry, by the TypeScript compiler. */
function writeDeclarations(): void {
  const configuration = ts.getParsedCommandLineOfConfigFile(
    join(root, "tsconfig.json"),
    { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: join(dist, "types"), rootDir: root },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  );
  if (configuration === undefined) throw new Error("tsconfig.json cannot be read");
  const ambient = configuration.fileNames.filter((name) => name.endsWith(".d.ts"));
  const program = ts.createProgram([join(root, "cli/api.ts"), ...ambient], configuration.options);
  const emitted = program.emit();
  const problems = [...ts.getPreEmitDiagnostics(program), ...emitted.diagnostics];
  if (problems.length > 0) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => root,
        getNewLine: () => "\n",
      }),
    );
  }
}

/** Puts a finished build in its place. Another one that does the same at this moment is as good. */
function putInPlace(): void {
  const place = join(root, "dist");
  const before = `${dist}-before`;
  for (let attempts = 1; ; attempts++) {
    try {
      if (existsSync(place)) renameSync(place, before);
      renameSync(dist, place);
      break;
    } catch (problem) {
      if (attempts === 10) throw problem;
      rmSync(before, { recursive: true, force: true });
    }
  }
  rmSync(before, { recursive: true, force: true });
}

if (process.argv[1] === import.meta.filename) {
  await compileAhead();
  const inputs = await bundle();
  await bundleTargets();
  writeLicences(inputs);
  writeDeclarations();
  // build-if-stale.mjs passes the digest of the sources and compares it the next time.
  const sourceDigest = process.argv[2];
  if (sourceDigest !== undefined) writeFileSync(join(dist, "source-digest.txt"), `${sourceDigest}\n`);
  putInPlace();
}
