import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BuildOptions, build } from "esbuild";
import ts from "typescript";
import { compileAhead } from "./compile-ahead.ts";

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");
const version = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string }).version;

/** Digest of the bundled code, so that the tool knows when it was built anew. */
function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex").slice(0, 32);
}

/** Bundles the command line and the public entry; libraries are bundled too, and split along dynamic imports. */
async function bundle(): Promise<readonly string[]> {
  const options: BuildOptions = {
    absWorkingDir: root,
    entryPoints: { main: "cli/main.ts", api: "cli/api.ts" },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    mainFields: ["module", "main"],
    chunkNames: "chunks/[name]-[hash]",
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
    // Loaded from the user's own project, where it is installed.
    external: ["tsx", "tsx/*"],
    // CommonJS libraries inside an ES module ask for node's own modules through `require`.
    banner: {
      js: 'import{createRequire as failcodesRequire}from"node:module";const require=failcodesRequire(import.meta.url);',
    },
  };
  const define = (build: string) => ({
    __FAILCODES_VERSION__: JSON.stringify(version),
    __FAILCODES_BUILD__: JSON.stringify(build),
  });
  const draft = await build({ ...options, define: define(""), write: false });
  const digest = digestOf((draft.outputFiles ?? []).map((file) => file.text).sort());
  rmSync(dist, { recursive: true, force: true });
  const result = await build({ ...options, define: define(digest) });
  return Object.keys(result.metafile?.inputs ?? {});
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
  const program = ts.createProgram([join(root, "cli/api.ts")], configuration.options);
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

if (process.argv[1] === import.meta.filename) {
  await compileAhead();
  const inputs = await bundle();
  await bundleTargets();
  writeLicences(inputs);
  writeDeclarations();
  // build-if-stale.mjs passes the digest of the sources and compares it the next time.
  const sourceDigest = process.argv[2];
  if (sourceDigest !== undefined) writeFileSync(join(dist, "source-digest.txt"), `${sourceDigest}\n`);
}
