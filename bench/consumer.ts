import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, tmpdir, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { measuredRun, median, type Usage } from "./measured-run.ts";
import { writeSizedProject } from "./sized-catalog.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "27,10000" },
    runs: { type: "string", default: "9" },
    out: { type: "string" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write("npm run bench:consumer -- [--sizes 27,10000] [--runs 9] [--out FILE]\n");
  process.exit(0);
}

const tool = resolve(import.meta.dirname, "../bin/failcodes.js");
const compiler = createRequire(import.meta.url).resolve("typescript/lib/tsc.js");
const packageName = "message-failure-codes";

// As `tsc --init` would have it, but for skipLibCheck, which would spare the packages alone.
const settings = {
  compilerOptions: { module: "nodenext", target: "es2022", lib: ["es2022"], types: [], strict: true, noEmit: true },
  files: ["main.ts"],
};

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A project to compile: its only difference from the others is the program, and what stands beside it. */
function writeConsumer(folder: string, program: string): string {
  write(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  write(join(folder, "tsconfig.json"), JSON.stringify(settings));
  write(join(folder, "main.ts"), program);
  return folder;
}

/** The package of one style, made by the tool from the project in `folder`; returns its folder. */
function generatedPackage(folder: string, style: string): string {
  write(join(folder, "failcodes.config.json"), JSON.stringify({ output: style, targets: { typescript: { style } } }));
  measuredRun(folder, 0, tool, "generate", "--only", "typescript");
  return join(folder, style, "typescript");
}

const enumProgram = (from: string, name: string): string =>
  `import { FailureCode } from "${from}";\n\nexport const isIt = (code: FailureCode): boolean => code === FailureCode.${name};\n`;
const constantProgram = (from: string, name: string): string =>
  `import { ${name} } from "${from}";\n\nexport const isIt = (code: number): boolean => code === ${name};\n`;

/** The consumers to compare, by label; the hand-written enum is the first. */
function writeConsumers(folder: string): ReadonlyMap<string, string> {
  const consumers = new Map<string, string>();
  const add = (label: string, program: string): string => {
    const path = writeConsumer(join(folder, `consumer-${consumers.size}`), program);
    consumers.set(label, path);
    return path;
  };
  const packages = ["enum", "const"].map((style) => [style, generatedPackage(folder, style)] as const);
  const declarations = readFileSync(join(packages[0]?.[1] ?? "", "failure-code.d.ts"), "utf8");
  const begin = declarations.indexOf("/** A failure code");
  const end = declarations.indexOf("\n}\n", begin) + "\n}\n".length;
  const handWritten = declarations.slice(begin, end).replace("export declare enum", "export enum");
  const name = [...handWritten.matchAll(/^ {2}(\w+) = /gm)].at(-1)?.[1] ?? "";

  write(join(add("hand-written enum", enumProgram("./codes.js", name)), "codes.ts"), handWritten);
  add("empty program", "export {};\n");
  for (const [style, path] of packages) {
    for (const [entry, program] of [
      ["", enumProgram(packageName, name)],
      ["/codes", constantProgram(`${packageName}/codes`, name)],
    ] as const) {
      const consumer = add(`style ${style}, \`${packageName}${entry}\``, program);
      cpSync(path, join(consumer, "node_modules", packageName), { recursive: true });
    }
  }
  const constants = [...handWritten.matchAll(/^ {2}(\w+) = /gm)].map(([, one]) => {
    return `/** See FailureCode.${one}. */\nexport const ${one} = FailureCode.${one};\n`;
  });
  const both = add("hand-written enum, and constants of it", constantProgram("./constants.js", name));
  write(join(both, "codes.ts"), handWritten);
  write(join(both, "constants.ts"), `import { FailureCode } from "./codes.js";\n\n${constants.join("")}`);
  return consumers;
}

const lines: string[] = [];
const print = (line: string): void => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};
const processor = cpus()[0]?.model ?? "unknown processor";
const typescript = JSON.parse(readFileSync(resolve(dirname(compiler), "../package.json"), "utf8")) as {
  version: string;
};
print(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, TypeScript ${typescript.version}, ${cpus().length} x ${processor}, ${Math.round(totalmem() / 2 ** 30)} GiB. \`tsc --noEmit\` over a program that uses one code: medians of ${values.runs} runs in turn; cpu is user + system time of the whole process, the ratio that to the hand-written enum of the same round, with the same comments.`,
);
print("");
print("| codes | consumer of | cpu ms | x hand-written enum | peak MB |");
print("|---|---|--:|--:|--:|");

for (const size of values.sizes.split(",").map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), "failcodes-bench-"));
  try {
    writeSizedProject(folder, size, 1);
    const consumers = [...writeConsumers(folder)];
    const rounds = Array.from({ length: Number(values.runs) }, () =>
      consumers.map(([, path]): Usage => measuredRun(path, 0, compiler, "-p", ".")),
    );
    for (const [index, [label]] of consumers.entries()) {
      const cell = (pick: (one: Usage, first: Usage) => number, digits: number) =>
        median(rounds.map((round) => pick(round[index] as Usage, round[0] as Usage))).toFixed(digits);
      print(
        `| ${size.toLocaleString("en")} | ${label} | ${cell(({ cpu }) => cpu, 0)} | ${cell((one, first) => one.cpu / first.cpu, 2)} | ${cell(({ memory }) => memory, 0)} |`,
      );
    }
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  }
}
if (values.out !== undefined) writeFileSync(values.out, `${lines.join("\n")}\n`);
