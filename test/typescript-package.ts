import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";
import { onTestFinished } from "vitest";
import type { Catalog } from "../core/catalog.ts";
import { type TypescriptOptions, typescript } from "../generators/typescript.ts";
import { artifactsOf } from "./golden.ts";

/** A folder that is gone when the test or the file of tests that made it has finished. */
export function temporaryFolder(atEnd: (remove: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), "failcodes-typescript-"));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Puts the generated package where packages below `folder` find it by name, and returns its own folder. */
export async function installPackage(folder: string, catalog: Catalog, options?: TypescriptOptions): Promise<string> {
  const target = join(folder, "node_modules", catalog.name);
  writeFiles(target, await artifactsOf(typescript(options), catalog));
  return target;
}

/** The settings that consumers are compiled under: strict in every respect, for one way of resolving modules. */
export function consumerSettings(resolution: "node16" | "nodenext" | "bundler"): ts.CompilerOptions {
  const { ModuleKind, ModuleResolutionKind, ScriptTarget } = ts;
  const modules = {
    node16: { module: ModuleKind.Node16, moduleResolution: ModuleResolutionKind.Node16 },
    nodenext: { module: ModuleKind.NodeNext, moduleResolution: ModuleResolutionKind.NodeNext },
    bundler: { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler },
  }[resolution];
  return {
    ...modules,
    target: ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitReturns: true,
    noFallthroughCasesInSwitch: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    isolatedModules: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    resolveJsonModule: true,
    skipLibCheck: false,
    noEmit: true,
  };
}

/** What the compiler says of these files, a line each: path from `folder`, line, code, message. */
export function compilerMistakes(files: readonly string[], settings: ts.CompilerOptions, folder: string): string[] {
  const program = ts.createProgram([...files], settings);
  return ts.getPreEmitDiagnostics(program).map(({ file, start, code, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (file === undefined || start === undefined) return `TS${code}: ${text}`;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${file.fileName.replace(`${folder}/`, "")}:${line + 1} TS${code}: ${text}`;
  });
}

/** A module of the generated package as its text says, run after TypeScript made a CommonJS function body of it. */
export function evaluated(text: string, imports: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports = {};
  new Function("exports", "require", outputText)(exports, (specifier: string) => imports[specifier]);
  return exports;
}
