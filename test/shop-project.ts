import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ArtifactRequest,
  compareArtifacts,
  diffsOf,
  type Generated,
  generateArtifacts,
} from "../cli/artifacts.ts";
import type { FileSystem } from "../cli/host/file-system.ts";
import type { Host } from "../cli/host/host.ts";
import { nodeFileSystem } from "../cli/host/node-file-system.ts";
import { nodeHost } from "../cli/host/node-host.ts";
import { readSpecFiles } from "../cli/host/open-project.ts";
import { openWorkspace, type Workspace } from "../cli/host/workspace.ts";
import { noColours } from "../cli/ink.ts";
import type { Catalog } from "../core/catalog.ts";
import type { Drift } from "../core/drift/entry.ts";
import { load } from "../core/load.ts";
import { type Outcome, success } from "../core/outcome.ts";
import type { PlacedTarget } from "../core/placement.ts";
import { driftText } from "../core/report/drift-text.ts";
import { plainReport } from "../core/report/plain.ts";
import type { SourceFile } from "../core/source-file.ts";
import type { Artifact, Target } from "../core/target.ts";
import { fixtures } from "./catalog-fixture.ts";

/** Options of a shop project that a test changes. */
export interface ShopOptions {
  readonly style?: string;
  readonly templates?: Readonly<Record<string, string>>;
  readonly generator?: string;
  readonly output?: string;
  readonly ignore?: readonly string[];
  /** Which of the targets are configured; all of them unless set. */
  readonly targets?: readonly string[];
  /** Digest of the module that makes `kinds`. */
  readonly module?: string;
  /** What the target `pages` returns, instead of its pages. */
  readonly files?: Readonly<Record<string, string>>;
  /** The folder of `kinds`; `core/raw` unless set. */
  readonly folder?: string;
  /** Another name of the target `kinds`. */
  readonly kindsId?: string;
  readonly host?: Host;
  readonly force?: boolean;
}

/** One page a failure, and an index: everything in its folder is its own. */
function pages(style: string, files: ShopOptions["files"]): Target {
  return {
    id: "pages",
    title: "Pages",
    options: { style },
    templates: ["pages/failure.hbs"],
    generate(catalog, kit) {
      if (files !== undefined) {
        const value = Object.entries(files).map(([path, content]) => ({ path, content }));
        return { ok: true, value, diagnostics: [] };
      }
      const intro =
        kit.templates.get("pages/failure.hbs")?.text ?? (kit.generatorVersion.startsWith("1.") ? "Failure" : "Problem");
      const page = ({ code, name, title, description }: Catalog["failures"][number]): Artifact => ({
        path: `codes/${code}.md`,
        content: `# ${intro} ${code}\n\n${name} (${style})\n\n${title}\n\n${description}\n`,
      });
      const list = catalog.failures.map(({ code, title }) => `- [${code}](codes/${code}.md) ${title}\n`).join("");
      const sources = catalog.sources.map(({ title, mappings }) => `- ${title}: ${mappings.length} errors\n`).join("");
      const index = { path: "index.md", content: `# ${catalog.title}\n\n${list}\n${sources}` };
      return { ok: true, value: [index, ...catalog.failures.map(page)], diagnostics: [] };
    },
  };
}

/** The names alone: descriptions do not show in it. */
const names: Target = {
  id: "names",
  title: "Names",
  options: {},
  templates: [],
  generate: (catalog) => ({
    ok: true,
    value: [{ path: "names.txt", content: catalog.failures.map(({ name }) => `${name}\n`).join("") }],
    diagnostics: [],
  }),
};

/** A file in a folder that holds other files too. */
const kinds: Target = {
  id: "kinds",
  title: "Kinds",
  options: {},
  templates: [],
  generate: (catalog) => ({
    ok: true,
    value: [
      { path: "kinds.gen.ts", content: catalog.categories.map(({ id }) => `export const ${id} = 1;\n`).join("") },
    ],
    diagnostics: [],
  }),
};

/** The targets of the shop. */
export function shopTargets(options: ShopOptions): readonly PlacedTarget[] {
  const { style = "short", targets, files, folder = "core/raw", kindsId = "kinds", module = "0" } = options;
  const all: readonly PlacedTarget[] = [
    { target: pages(style, files) },
    { target: names },
    { target: { ...kinds, id: kindsId }, folder, modules: new Map([["targets/kinds.mjs", module]]) },
  ];
  return all.filter(({ target }) => targets?.includes(target.id) ?? true);
}

let scratch: string | undefined;

/** The folder that all projects of this process lie in. */
function scratchFolder(): string {
  if (scratch !== undefined) return scratch;
  scratch = mkdtempSync(join(realpathSync(tmpdir()), "failcodes-shop-"));
  return scratch;
}

/** Removes all projects of this process: for `afterAll`, since a worker of the test runner is ended without a word. */
export function removeShopProjects(): void {
  if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
}

/** A new project with the catalog of the shop, or one at a path inside of a new folder. */
export function shopProject(inside = ""): string {
  const root = join(mkdtempSync(join(scratchFolder(), "shop-")), inside);
  const from = join(fixtures, "catalogs/shop");
  cpSync(join(from, "spec.json"), join(root, "spec/failure-codes.json"));
  for (const folder of ["locales", "sources"]) {
    cpSync(join(from, folder), join(root, "spec", folder), { recursive: true });
  }
  return root;
}

type Opened = Outcome<{ readonly workspace: Workspace; readonly request: ArtifactRequest }>;

function open(root: string, options: ShopOptions): Opened {
  const catalog = value(load(readSpecFiles(root)));
  const targets = shopTargets(options);
  const { output = "generated", ignore = [], generator = "1.0.0", host = nodeHost() } = options;
  const templates = new Map<string, SourceFile>();
  for (const [name, text] of Object.entries(options.templates ?? {})) {
    templates.set(name, { path: `spec/templates/${name}`, text });
  }
  const kit = { generatorVersion: generator, baseUrl: undefined, templates };
  const workspace = openWorkspace(host, root, { output, ignore }, catalog, targets);
  if (!workspace.ok) return workspace;
  return success({ workspace: workspace.value, request: { catalog, targets, kit, complete: true } });
}

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}

/** Compares the shop's artifacts with the disk. */
export async function checkShop(root: string, options: ShopOptions = {}): Promise<Drift> {
  const { workspace, request } = value(open(root, options));
  return value(await compareArtifacts(workspace, request));
}

/** Writes the shop's artifacts. */
export async function generateShop(root: string, options: ShopOptions = {}): Promise<Generated> {
  return value(await tryToGenerate(root, options));
}

/** Writes the shop's artifacts, or says what keeps it from it. */
export async function tryToGenerate(root: string, options: ShopOptions = {}): Promise<Outcome<Generated>> {
  const opened = open(root, options);
  if (!opened.ok) return opened;
  const { workspace, request } = opened.value;
  return generateArtifacts(workspace, request, options.force ?? false);
}

/** What `check --diff` says, on lines. */
export async function checkText(root: string, options: ShopOptions = {}): Promise<string> {
  const { workspace, request } = value(open(root, options));
  const drift = value(await compareArtifacts(workspace, request));
  return driftText(drift, noColours, await diffsOf(drift, workspace));
}

/** Each differing path with its reason, on lines. */
export async function reasonsIn(root: string, options: ShopOptions = {}): Promise<readonly string[]> {
  const { entries } = await checkShop(root, options);
  return entries.map(({ path, reason, note }) => `${path}: ${reason}${note === undefined ? "" : ` (${note})`}`);
}

/** A host whose file system does some things otherwise. */
export function hostWith(change: (files: FileSystem) => Partial<FileSystem>): Host {
  const files = nodeFileSystem();
  return { ...nodeHost(), files: { ...files, ...change(files) } };
}

/** Changes the text of a file. */
export function edit(root: string, path: string, change: (text: string) => string): void {
  const file = join(root, path);
  const before = readFileSync(file, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${path}`);
  writeFileSync(file, after);
}
