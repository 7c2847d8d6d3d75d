import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompileStep } from "./compile-ahead/step.ts";

const root = resolve(import.meta.dirname, "..");
const folder = join(import.meta.dirname, "compile-ahead");

/** Runs every step; a file whose text stays the same is not written. */
export async function compileAhead(): Promise<void> {
  for (const name of readdirSync(folder).sort()) {
    if (name === "step.ts") continue;
    const { step } = (await import(pathToFileURL(join(folder, name)).href)) as { step: CompileStep };
    const text = await step.compile();
    const path = join(root, step.output);
    if (existsSync(path) && readFileSync(path, "utf8") === text) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

if (process.argv[1] === import.meta.filename) await compileAhead();
