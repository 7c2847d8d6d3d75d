import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { Script } from "node:vm";

/** What a script is given: the variables of a CommonJS module, and what it calls where it would say `import`. */
export interface ScriptSurroundings {
  readonly require: (name: string) => unknown;
  readonly importModule: (name: string) => Promise<unknown>;
}

/**
 * Runs a script with V8's code cache (nodejs.org/api/vm.html, `cachedData`): compiling is half of what a small check costs.
 * The script is a function of its surroundings that returns what it exports, in ASCII. The cache lies beside it, is keyed on
 * `build` (the digest of the script) and on this Node.js, and is made by the first run; where the folder cannot be written,
 * the script is compiled every time. What it holds is code alone: no result of a run.
 */
export function runCompiled(path: string, build: string, { require, importModule }: ScriptSurroundings): object {
  const cachePath = `${path}.${build}-${process.version}-${process.arch}.cache`;
  const cachedData = readCache(cachePath);
  const script = new Script(readFileSync(path, "latin1"), {
    filename: path,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const exported: object = script.runInThisContext()(require, importModule);
  if (cachedData === undefined || script.cachedDataRejected === true) {
    // At the end the cache also holds the functions that were compiled on the way.
    process.once("exit", () => writeCache(cachePath, script.createCachedData()));
  }
  return exported;
}

/** V8 would run damaged code. The cache is stored twice over: to compare the halves takes a tenth of the time of a digest. */
function readCache(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const half = bytes.length / 2;
    const data = bytes.subarray(0, half);
    return bytes.compare(data, 0, half, half) === 0 ? data : undefined;
  } catch {
    return undefined;
  }
}

function writeCache(path: string, data: Buffer): void {
  const temporary = `${path}.${process.pid}`;
  try {
    writeFileSync(temporary, Buffer.concat([data, data]));
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, { force: true });
  }
}
