import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Catalog, Source } from "../core/catalog.ts";
import { load } from "../core/load.ts";
import { plainReport } from "../core/report/plain.ts";
import { tableNames } from "../generators/typescript/sources/table-names.ts";
import { shippedCatalog } from "./catalog-fixture.ts";
import { consumerSettings, installPackage, temporaryFolder, writeFiles } from "./typescript-package.ts";

const root = join(import.meta.dirname, "..");
const folder = temporaryFolder(afterAll);

function loaded(content: string): Catalog {
  const outcome = load({ catalog: { path: "spec/failure-codes.json", content: Buffer.from(content) }, locales: [] });
  if (!outcome.ok) throw new Error(plainReport(outcome.diagnostics));
  return outcome.value;
}

const shipped = readFileSync(join(root, "spec", "failure-codes.json"), "utf8");
const catalog = shippedCatalog();

interface Bundle {
  /** Bytes that an import adds to a program, bundled and minified, less the call that uses what is imported. */
  readonly bytes: number;
  /** Paths in the package of the files that something is taken from, sorted. */
  readonly files: readonly string[];
}

async function bundled(imports: string, style: string, from: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `import { ${imports} } from "${catalog.name}${from}"; use(${imports});`,
      resolveDir: join(folder, style),
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
    outfile: "out.js",
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const files = inputs.map(([path]) => path.split(`node_modules/${catalog.name}/`)[1] ?? "");
  const bytes = (outputFiles[0]?.contents.length ?? Number.NaN) - "use();\n".length;
  return { bytes, files: files.filter((path) => path !== "").sort() };
}

async function bundledSize(imports: string, style: string, from: string): Promise<number> {
  return (await bundled(imports, style, from)).bytes;
}

const codes = catalog.failures.length;
const names = codes + catalog.failures.flatMap(({ aliases }) => aliases).length;

/** Bytes that an import may add; where it needs the facts of all failures, these are counted apart. */
const budgets: readonly { imports: string; from: "" | "/codes" | "/classify"; needsFacts: boolean; bytes: number }[] = [
  { imports: "BILLING_FAILURE", from: "/codes", needsFacts: false, bytes: 20 },
  { imports: "BILLING_FAILURE, BILLING_FALIURE", from: "/codes", needsFacts: false, bytes: 40 },
  { imports: "categoryOf", from: "", needsFacts: false, bytes: 200 },
  { imports: "isFailureStatus", from: "", needsFacts: false, bytes: 80 },
  { imports: "isFailureCode", from: "", needsFacts: false, bytes: 80 + 7 * codes },
  { imports: "failureCodes", from: "", needsFacts: false, bytes: 20 + 7 * codes },
  { imports: "FailureCategory", from: "", needsFacts: false, bytes: 80 },
  { imports: "FailureStatus", from: "", needsFacts: false, bytes: 90 },
  { imports: "FailureCode", from: "", needsFacts: false, bytes: 20 + 60 * names },
  { imports: "failures", from: "", needsFacts: true, bytes: 0 },
  { imports: "failureByCode", from: "", needsFacts: true, bytes: 200 },
  { imports: "failureByName", from: "", needsFacts: true, bytes: 300 + 60 * names },
  { imports: "describeCode", from: "", needsFacts: true, bytes: 450 },
  { imports: "readFailedMessage", from: "", needsFacts: true, bytes: 1600 },
  { imports: "parseReason", from: "", needsFacts: false, bytes: 600 },
  { imports: "classifier", from: "/classify", needsFacts: false, bytes: 4700 },
  { imports: "messageClassifier", from: "/classify", needsFacts: false, bytes: 1400 },
];

/** Bytes that the table of a source may add: its texts and keys once, and a few more. */
function tableBudget(source: Source): number {
  const utf8 = (text: string | undefined): number => (text === undefined ? 0 : Buffer.byteLength(JSON.stringify(text)));
  const names = [source.name, source.title, ...source.aliases.map(({ name }) => name), ...source.codeForms];
  const rows = source.mappings.flatMap(({ name, reason, key, failure, retry, evidence, reference, provenance }) => [
    utf8(name) + utf8(reason) + 12,
    key.kind === "exact" ? utf8(key.code) + key.spellings.reduce((sum, one) => sum + utf8(one) + 8, 0) : 12,
    key.kind !== "exact" || key.subcode === undefined ? 0 : 12 + utf8(key.subcode),
    key.text === undefined ? 0 : 36 + utf8(key.text.pattern),
    retry === failure?.retry ? 0 : 24,
    evidence === "documented" ? 60 + utf8(reference?.title) + utf8(reference?.url) : 0,
    provenance === "published" ? 0 : 28,
  ]);
  const failures = new Set(source.mappings.map(({ failure }) => failure));
  return [...rows, ...names.map(utf8), 6 * failures.size, 180].reduce((sum, bytes) => sum + bytes, 0);
}

describe.each(["enum", "const"] as const)("an import of the shipped package in style %s", (style) => {
  let facts: number;

  beforeAll(async () => {
    await installPackage(join(folder, style), catalog, { style });
    facts = await bundledSize("failures", style, "");
  });

  it.each(budgets)("of $imports costs no more than $bytes bytes", async ({ imports, from, needsFacts, bytes }) => {
    const size = await bundledSize(imports, style, from);
    expect(size - (needsFacts ? facts : 0)).toBeLessThanOrEqual(bytes);
  });

  it("of a table costs little more than its texts, and brings no other along", async () => {
    const nameOf = tableNames(catalog);
    expect(catalog.sources.length).toBeGreaterThan(10);
    for (const source of catalog.sources) {
      const { bytes, files } = await bundled(nameOf(source), style, `/sources/${source.name}`);
      expect(bytes, source.name).toBeLessThanOrEqual(tableBudget(source));
      expect(files).toEqual([`sources/${source.name}.js`]);
    }
  });

  it("of the functions over all sources costs what the tables cost, and the classifier", async () => {
    const nameOf = tableNames(catalog);
    const sizes = catalog.sources.map(async (source) => bundledSize(nameOf(source), style, `/sources/${source.name}`));
    const tables = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
    for (const imports of ["classify", "classifyMessage"]) {
      expect(await bundledSize(imports, style, "/sources"), imports).toBeLessThanOrEqual(tables + 5800);
    }
    const { files } = await bundled("classifyMessage", style, "/sources");
    const paths = catalog.sources.map(({ name }) => `sources/${name}.js`);
    expect(files).toEqual(["classify.js", "message-reading.js", "sources.js", ...paths].sort());
  });

  it("of a classifier brings neither tables nor facts along", async () => {
    const { files } = await bundled("classifier, messageClassifier", style, "/classify");
    expect(files).toEqual(["classify.js", "message-reading.js"]);
  });

  it("does not bring the facts along unless it needs them", async () => {
    expect(facts).toBeGreaterThan(10_000);
    for (const { imports, from, needsFacts } of budgets) {
      const { files } = await bundled(imports, style, from);
      // The module of the facts holds the categories and statuses too.
      if (from !== "") expect(files, imports).not.toContain("failures.js");
      if (!needsFacts) expect(await bundledSize(imports, style, from), imports).toBeLessThan(facts / 4);
    }
  });
});

describe("a consumer's compiler, at 2,000 failures", () => {
  const count = 2000;

  beforeAll(async () => {
    const spec = { ...JSON.parse(shipped), fallbacks: undefined };
    const failures = Array.from({ length: count }, (_, index) => {
      const { aliases: _aliases, examples: _examples, ...failure } = spec.failures[index % spec.failures.length];
      const text = { title: `${failure.title} ${index}`, description: `${failure.description} ${index}` };
      return {
        ...failure,
        ...text,
        code: 20_000 + index,
        name: `${failure.name}_${index}`,
        category: "all",
        related: [],
      };
    });
    const all = { id: "all", title: "All", description: "All of them.", range: { from: 20_000, to: 30_000 } };
    const big = loaded(JSON.stringify({ ...spec, categories: [all], reserved: [], fallback: 20_000, failures }));
    await installPackage(join(folder, "big-enum"), big, { style: "enum" });
    await installPackage(join(folder, "big-const"), { ...big, version: "1.0.1" }, { style: "const" });
    const members = failures.map(({ name, code }) => `  ${name} = ${code},`).join("\n");
    const use = "export const isFirst = (code: FailureCode): boolean => code === FailureCode.DEPENDENCY_ERROR_0;\n";
    const files = ["big-enum", "big-const"].map((name): [string, string] => [
      `${name}/main.ts`,
      `import { describeCode, FailureCode, failures } from "${catalog.name}";\n${use}export { describeCode, failures };\n`,
    ]);
    const handWritten: [string, string] = ["hand-written/main.ts", `enum FailureCode {\n${members}\n}\n${use}`];
    writeFiles(folder, new Map([...files, handWritten]));
  });

  function typeCount(name: string): number {
    const settings = { ...consumerSettings("bundler"), erasableSyntaxOnly: false };
    const program = ts.createProgram([join(folder, name, "main.ts")], settings);
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([]);
    expect(program.getTypeCount()).toBeGreaterThan(count);
    return program.getTypeCount();
  }

  it("makes no more types of the package than of a hand-written enum", () => {
    const handWritten = typeCount("hand-written");
    expect(typeCount("big-enum")).toBeLessThanOrEqual(handWritten);
    expect(typeCount("big-const")).toBeLessThanOrEqual(handWritten);
  });
});
